import ProseText

extension Rule {
  static let weakLedgerEntry = Rule(
    id: "HS503", name: "weak-ledger-entry", severity: .information,
    summary: "An entry nobody opened supports nothing.",
    why: """
      A key in the draft promises that somebody looked. Open the source, save a copy, and say in the ledger who looked at it and when; where the source is \
      old, look again.
      """,
    standard: "IFCN, the practice of ClaimReview, BBC",
    flagged: [
      Example(
        "The keepers freed 1,250 barges ⟦[@log]⟧. They own 48 pumps [@log].", isMarkdown: true,
        ledger: #"{ "sources": [{ "id": "log", "title": "Log", "url": "https://locks.example/log", "verified": [] }] }"#
      ),
      Example(
        "The keepers freed 1,250 barges ⟦{src:locks}⟧.", ledger: LedgerExamples.locks),
      Example(
        "The keepers own 48 pumps ⟦[@old]⟧.", date: "2024-05-02", isMarkdown: true,
        ledger: """
          { "sources": [{ "id": "old", "title": "Register", "kind": "primary", "accessed": "2017-05-01",
            "verified": [{ "by": "I. Dahl", "on": "2017-05-01" }], "figures": [{ "value": 48, "what": "pumps" }] }] }
          """),
    ],
    clean: [
      Example(
        "The keepers freed 1,250 barges [@locks].", isMarkdown: true, ledger: LedgerExamples.locks,
        copies: ["locks.txt": "Lock keepers' log\n\nThe keepers freed 1,250 barges.\n"]),
      Example(
        "The keepers met in the old mill [@minutes].", isMarkdown: true,
        ledger:
          #"{ "sources": [{ "id": "minutes", "title": "Minutes", "confidential": true, "reason": "The clerk asked for it." }] }"#
      ),
      Example(
        "In 2016 the keepers owned 48 pumps [@old].", date: "2024-05-02", isMarkdown: true,
        ledger: """
          { "sources": [{ "id": "old", "title": "Register", "type": "book", "accessed": "2017-05-01",
            "verified": [{ "by": "I. Dahl", "on": "2017-05-01" }], "figures": [{ "value": 48, "what": "pumps", "asOf": "2016" }] }] }
          """),
    ]
  ) { draft, report in
    guard let facts = draft.ledger else { return }
    var seen: Set<Int> = []
    for key in facts.keys {
      guard let entry = key.entry, seen.insert(entry).inserted,
        let weakness = WeakEntries(draft, facts).weakness(of: entry, key: key)
      else { continue }
      report.add(key.range, "“\(key.id)” supports little: \(weakness).")
    }
    for (index, entry) in facts.supports.sorted(by: { $0.key < $1.key }) where entry >= 0 {
      guard draft.figures[index].support.status == .ledger, seen.insert(entry).inserted,
        let weakness = WeakEntries(draft, facts).weakness(of: entry, key: nil)
      else { continue }
      let figure = draft.figures[index]
      report.add(
        draft.range(figure),
        "Only “\(facts.ledger.sources[entry].id)” in the ledger supports “\(draft.excerpt(draft.phrase(figure)))”: \(weakness)."
      )
    }
  }
}

/// Why an entry of the ledger supports little.
struct WeakEntries {
  private let draft: Draft
  private let facts: LedgerFacts

  init(_ draft: Draft, _ facts: LedgerFacts) {
    self.draft = draft
    self.facts = facts
  }

  /// Days after which an entry has to be opened again, where the ledger does not say.
  private static let staleAfterDays = 730

  /// The reason as the end of a sentence; nil where the entry is good.
  func weakness(of entry: Int, key: SourceKey?) -> String? {
    let source = facts.ledger.sources[entry]
    if source.status == .retired { return "it is retired" }
    if source.status == .disputed { return "the ledger calls it disputed" }
    if let confidentiality = source.confidentiality {
      return confidentiality.isEmpty ? "it is confidential, and no reason is given" : nil
    }
    if facts.opened.missingCopy(of: entry) != nil, let file = source.file {
      return source.isVerified
        ? "its saved copy “\(file)” cannot be read" : "its saved copy “\(file)” cannot be read, and nobody verified it"
    }
    if !source.isVerified { return "nobody verified it" }
    if let stale = staleness(of: source) { return stale }
    guard let key, source.rank != .primary, let trail = SourceTrails(facts.opened).trail(of: entry),
      case .named(let name) = trail.end, !isCredited(key)
    else { return nil }
    return "it has its matter from “\(name)”, which can be cited itself"
  }

  /// Old entries for what changes: figures without a day or period of their own.
  private func staleness(of source: LedgerSource) -> String? {
    guard let today = draft.date, let accessed = source.accessed, source.type != "book", !source.figures.isEmpty,
      source.figures.contains(where: { $0.asOf == nil && $0.from == nil && $0.to == nil })
    else { return nil }
    let limit = source.rank.flatMap { facts.ledger.settings.staleAfterDays[$0] } ?? Self.staleAfterDays
    let days = today.dayNumber - accessed.last.dayNumber
    return days > limit ? "it was opened \(days) days before the draft's date" : nil
  }

  /// A party is credited beside the key: the chain rules speak about it.
  private func isCredited(_ key: SourceKey) -> Bool {
    draft.attributionsOfBlock[key.block].contains {
      draft.attributions[$0].local.sentence == key.sentence && draft.attributions[$0].resolved != nil
    }
  }
}
