import ProseText

extension Rule {
  static let sourcelessHedge = Rule(
    id: "HS202", name: "sourceless-hedge", severity: .warning,
    summary: "“Reportedly” promises a report and withholds it.",
    why: """
      The word tells the reader that somebody else said so and keeps back who. Put the source in its place, or take the word out and stand by \
      the sentence.
      """,
    standard: "NPR handbook names the word; Reuters; Guardian",
    flagged: [
      Example("He has ⟦reportedly⟧ resigned."),
      Example("The plan would ⟦allegedly⟧ cost 3m."),
      Example("⟦Supposedly⟧, the file was lost."),
      Example("The firm is ⟦apparently⟧ for sale."),
      Example("The answer ⟦apparently⟧ did not please the mayor."),
      Example("The clerk has ⟦ostensibly⟧ left the town."),
    ],
    clean: [
      Example("He has resigned, the Ledger reported."),
      Example("He allegedly took the car, the prosecutor told the court."),
      Example("“Apparently I’m dead,” she joked."),
      Example("They met in an apparently empty room."),
      Example("They met on ostensibly minor questions."),
      Example("The flag (ostensibly unused) was kept."),
    ], reach: .block
  ) { draft, report in
    for attribution in draft.allReadAttributions
    where attribution.local.form == .hedgeAdverb && !draft.isInTurn(attribution.block) {
      let isCovered = draft.attributions[draft.attributionsOfBlock[attribution.block]].contains {
        $0.strength == .strong && $0.local.sentence == attribution.local.sentence
          && $0.local.covers(attribution.local.principal)
          && $0.local.cueClass != .emotive && $0.local.cueClass != .mental
      }
      if isManner(attribution, draft) { continue }
      if isCovered || draft.blocks[attribution.block].isCited(sentence: attribution.local.sentence)
        || draft.isLegal(attribution) || isJoke(attribution, draft)
      {
        continue
      }
      let cue = draft.blocks[attribution.block].range(attribution.local.principal..<attribution.local.principal + 1)
      var fixes: [Fix] = []
      if let removal = removal(of: cue, in: draft) { fixes.append(removal) }
      for source in draft.strongSources(before: cue.lowerBound).prefix(1).map({ draft.sources[$0] }) {
        let end = draft.sentenceEnd(block: attribution.block, sentence: attribution.local.sentence)
        if let removal = fixes.first, let edit = removal.edits.first, edit.range.upperBound <= end {
          fixes.append(
            Fix(
              title: "Replace “\(draft.string(cue))” by “according to \(source.name)”",
              edits: [edit, TextEdit(range: end..<end, newText: ", according to \(source.name)")]))
        }
      }
      report.add(cue, "“\(draft.string(cue))” names nobody who reported it.", fixes: fixes)
    }
  }

  /// "Seemingly since the flood": how it looks, not what is told.
  private static func isManner(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    let passage = draft.blocks[attribution.block].passage
    let adverb = attribution.local.principal
    return passage.terms[adverb].word == .seemingly && passage.has(adverb + 1, .preposition)
  }

  /// "We all slept better, allegedly": of themselves writers need no report.
  private static func isJoke(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    let passage = draft.blocks[attribution.block].passage
    let sentence = passage.sentences[attribution.local.sentence].tokens
    guard draft.isFirstPerson, let first = sentence.first(where: { passage.terms[$0].isWord }) else { return false }
    return passage.has(first, .firstPerson) && passage.has(first, .personalPronoun)
  }

  /// Takes the adverb out with one space, where no comma or capital hangs on it.
  private static func removal(of cue: Range<Int>, in draft: Draft) -> Fix? {
    let bytes = draft.text.bytes
    guard cue.lowerBound > 0, bytes[cue.lowerBound - 1] == 0x20, cue.upperBound < bytes.count,
      bytes[cue.upperBound] == 0x20,
      bytes[cue.lowerBound] >= 0x61
    else { return nil }
    return Fix(
      title: "Remove “\(draft.string(cue))”", isPreferred: false,
      edits: [TextEdit(range: cue.lowerBound..<cue.upperBound + 1, newText: "")])
  }
}
