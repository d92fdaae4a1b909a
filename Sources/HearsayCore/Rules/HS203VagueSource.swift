import ProseText

extension Rule {
  static let vagueSource = Rule(
    id: "HS203", name: "vague-source", severity: .warning,
    summary: "Nobody can check “experts”.",
    why: """
      A class of people cannot be asked. Name one of them, name the body they speak for, or cite the study itself.
      """,
    standard:
      "Wikipedia WP:WEASEL and {{who}}, NPR (“media reports” and “sources say” are not good enough), Reuters, WSJ",
    flagged: [
      Example("⟦Experts⟧ warn of a crash."),
      Example("According to ⟦news reports⟧, she left."),
      Example("⟦Studies⟧ show that tea helps."),
      Example("⟦Critics⟧ say it is too late."),
    ],
    clean: [
      Example("Experts at the Met Office warn of a crash."),
      Example("Critics including Ana Holt say it is too late."),
      Example("Studies show that tea helps.[2][3]"),
      Example("The experts on the panel, Lind and Okafor, disagreed."),
    ]
  ) { draft, report in
    for attribution in draft.readAttributions {
      guard let source = attribution.local.source, source.kind == .vague, let range = draft.sourceRange(attribution)
      else { continue }
      if attribution.local.isSupposed(in: draft.blocks[attribution.block].passage) { continue }
      let block = draft.blocks[attribution.block]
      let passage = block.passage
      if attribution.local.isNegated || draft.blocks[attribution.block].isCited(sentence: attribution.local.sentence)
        || attribution.local.cueClass == .emotive
      {
        continue
      }
      if block.facts.traits[attribution.local.sentence].contains(.question) { continue }
      if attribution.local.cueClass == .mental, !passage.terms[source.phrase.head].has(.quantifier) { continue }
      if toldTheWriter(attribution, passage) || agreeing.contains(passage.terms[attribution.local.principal].key) {
        continue
      }
      if isNamedGroup(source, passage) || isNamedSoon(attribution, source, draft) { continue }
      if draft.surroundings.settings.vaguePhrases.isInside(draft.string(range)) { continue }
      let base = block.range(source.phrase.base)
      let shown = source.phrase.terms.count - source.phrase.base.count > 6 ? base : range
      report.add(
        shown, "“\(draft.excerpt(shown))” does not say who.",
        fixes: [draft.insertion(after: shown, " [who?]", title: "Ask who: insert [who?]")])
    }
  }

  /// "Experts at the Met Office", "Critics including Ana Holt", "Westmark police officers"; unnamed "sources" stay vague.
  private static func isNamedGroup(_ source: SourceDescription, _ passage: Passage) -> Bool {
    let head = passage.terms[source.phrase.head]
    if head.word == .sources { return false }
    if source.name != nil { return true }
    let next = source.phrase.terms.upperBound
    return passage.word(next) == .including || passage.isComma(next) && passage.word(next + 1) == .including
  }

  private static let agreeing = Set(["agree", "agrees", "agreed"].map(foldedKey))

  /// "vendors have told us": the writer heard it from them.
  private static func toldTheWriter(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let hearer = passage.terms[attribution.local.principal + 1]
    return hearer.word == .us || hearer.word == .me
  }

  /// The class is named within the next sentence: a name with the same noun beside it.
  private static func isNamedSoon(_ attribution: DraftAttribution, _ source: SourceDescription, _ draft: Draft) -> Bool
  {
    let block = draft.blocks[attribution.block]
    let passage = block.passage
    let next = attribution.local.sentence + 1
    guard next < passage.sentences.count else { return false }
    let stem = passage.string(passage.terms[source.phrase.head].range).lowercased().dropLast()
    return passage.sentences[next].tokens.contains { index in
      passage.string(passage.terms[index].range).lowercased() == stem
        && (passage.terms[index + 1].isName || passage.isComma(index + 1) && passage.terms[index + 2].isName)
    }
  }
}
