import ProseText

// What an attribution in the middle of a sentence still answers for behind it.
extension SupportReader {
  /// The attribution whose sentence goes on behind it up to a figure: "…, reported the county, with 25 hurt", "The crew, according to
  /// the county saved 25".
  func resumed(_ quantity: Quantity) -> Int? {
    let first = quantity.terms.lowerBound
    let last = attributions.last { index in
      let local = draft.attributions[index].local
      return local.sentence == quantity.sentence && local.principal < first
    }
    guard let last, let source = draft.attributions[last].local.source else { return nil }
    let local = draft.attributions[last].local
    guard !local.isNegated, local.content.first.map({ $0.lowerBound < local.principal }) == true else { return nil }
    let end = max(source.phrase.terms.upperBound, local.cue.last?.upperBound ?? 0)
    guard end < first, first - end < Self.longestRest else { return nil }
    if passage.isComma(end) {
      return passage.word(end + 1) == .with || passage.word(end + 1) == .including
        || passage.terms[end + 1].tag == .presentParticiple ? last : nil
    }
    // No second comma: the verb of the subject in front follows at once.
    return local.form == .prepositional && passage.terms[end].tag.isFiniteVerb ? last : nil
  }

  /// The party whose sentence goes on with a second verb of saying: "Reid urged calm, and stated 92%".
  func saysToo(_ quantity: Quantity) -> String? {
    let sentence = passage.sentences[quantity.sentence].tokens
    let limit = quantity.terms.lowerBound
    for verb in stride(from: limit - 1, through: max(sentence.lowerBound + 2, limit - Self.longestRest), by: -1) {
      if passage.isMark(verb, 0x3B) || passage.isMark(verb, 0x3A) || passage.isComma(verb) { return nil }
      let term = passage.terms[verb]
      guard passage.word(verb - 1) == .and, term.tag == .pastVerb || term.tag == .thirdPersonVerb,
        term.cue == .neutral || term.cue == .factive
      else { continue }
      guard let main = sentence.first(where: { passage.terms[$0].tag.isFiniteVerb }), main < verb else { return nil }
      return assertedBy(main, from: sentence.lowerBound)
    }
    return nil
  }

  private static let longestRest = 24
}
