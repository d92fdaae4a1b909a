import ProseText

extension Rule {
  static let ledgerMismatch = Rule(
    id: "HS502", name: "ledger-mismatch", severity: .error,
    summary: "The draft and its source must say the same.",
    why: """
      The draft names a source, and the source's saved copy or its entry in the ledger says something else: another value, another unit, \
      another time, or another thing that was counted. Open the source: either the draft is wrong, or the ledger is.
      """,
    standard: "IFCN (readers can repeat the work), any desk's fact-check practice",
    flagged: [
      Example(
        "The guild lost ⟦46⟧ barges [@locks].", isMarkdown: true, ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe guild lost 64 barges.\n"]),
      Example(
        "The keepers closed ⟦1,250⟧ gates in March [@locks].", isMarkdown: true, ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe keepers closed 310 gates and freed 1,250 barges.\n"]),
      Example(
        "The keepers freed ⟦1,250⟧ barges in 2019 [@locks].", isMarkdown: true, ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe keepers freed 1,250 barges in 2021.\n"]),
      Example(
        "The keepers own ⟦48⟧ pumps {src:locks}.", ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe keepers freed 1,250 barges in 2021.\n"]),
      Example("The lock cost ⟦$3 million⟧ [@tolls].", isMarkdown: true, ledger: LedgerExamples.tolls),
      Example("⟦9,400⟧ skippers left the canal, the Canal Trust said.", ledger: LedgerExamples.tolls),
    ],
    clean: [
      Example(
        "The keepers freed about 1,300 barges [@locks].", isMarkdown: true, ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe keepers freed 1,274 barges in 2021.\n"]),
      Example("The lock cost 3 million euros [@tolls].", isMarkdown: true, ledger: LedgerExamples.tolls),
      Example("The Canal Trust said 9,400 crossings were made in 2020.", ledger: LedgerExamples.tolls),
      Example("The towpath measures 12 km [@tolls].", isMarkdown: true, ledger: LedgerExamples.tolls),
    ]
  ) { draft, report in
    guard let facts = draft.ledger else { return }
    for (index, verdict) in facts.verdicts.sorted(by: { $0.key < $1.key }) {
      let figure = draft.figures[index]
      guard let message = message(figure, verdict, draft) else { continue }
      report.add(draft.range(figure), message, fixes: fixes(figure, verdict, draft))
    }
  }

  private static func message(_ figure: DraftFigure, _ verdict: LedgerVerdict, _ draft: Draft) -> String? {
    let words = "“\(draft.excerpt(draft.phrase(figure)))”"
    let source = "“\(draft.entryName(verdict.entry))”"
    // The source's own sentence brings its stop.
    let quote = verdict.sentence.map { $0.hasSuffix(".") ? ": “\($0)”" : ": “\($0)”." } ?? "."
    switch verdict.kind {
    case .agrees: return nil
    case .otherValue(let value): return "For \(words) the source \(source) gives \(value)\(quote)"
    case .otherNoun(let what?): return "\(words) is not what the source \(source) counts; see \(what)\(quote)"
    case .otherNoun(nil): return "\(words) is not what the source \(source) counts with this number\(quote)"
    case .otherTime(let time?): return "\(words) belongs to another time in the source \(source), \(time)\(quote)"
    case .otherTime(nil): return "\(words) belongs to another time in the source \(source)\(quote)"
    case .otherUnit(let value): return "\(words) has another unit in the source \(source), \(value)\(quote)"
    case .absent: return "The saved copy of \(source) has no such figure as \(words)."
    case .ledgerDiffers(let value):
      return "\(words) stands so in the saved copy of \(source), but the ledger says \(value): correct the ledger."
    case .superseded(let value): return "\(words) is out of date: \(source) has replaced it with \(value)."
    }
  }

  /// The value of the source in place of the draft's, where it was written as words of a text.
  private static func fixes(_ figure: DraftFigure, _ verdict: LedgerVerdict, _ draft: Draft) -> [Fix] {
    guard case .otherValue(let value) = verdict.kind else { return [] }
    let range = draft.range(figure)
    guard draft.string(range) != value else { return [] }
    return [draft.replacement(of: range, with: value, title: "Use the source’s value, “\(value)”", isPreferred: true)]
  }
}
