import ProseText

// Quantities that count without a number: "millions", "several hundred", "the vast majority", "a few".
extension QuantityReader {
  func vague(at index: Int) -> Quantity? {
    let term = terms[index]
    if term.has(.vaguePlural), let least = Lexicon.vaguePlurals[term.key] {
      var end = index + 1
      var low = least
      // "hundreds of thousands", "tens of millions"
      if passage.word(end) == .of, let inner = Lexicon.vaguePlurals[terms[end + 1].key],
        terms[end + 1].has(.vaguePlural)
      {
        low = least / 2 * inner
        end += 2
      }
      guard term.word != .scores || passage.word(end) == .of else { return nil }
      if index > 0, terms[index - 1].kind == .number || terms[index - 1].has(.number) { return nil }
      // "hundreds or even thousands", "hundreds if not thousands": one quantity, as low as the first says.
      let isSupposed = passage.word(end) == .if && passage.word(end + 1) == .not
      if passage.word(end) == .or || passage.word(end) == .and || isSupposed {
        let second = passage.word(end + 1) == .even || isSupposed ? end + 2 : end + 1
        if terms[second].has(.vaguePlural) {
          end = second + 1
          // "tens or hundreds of millions"
          if passage.word(end) == .of, terms[end + 1].has(.vaguePlural),
            let inner = Lexicon.vaguePlurals[terms[end + 1].key]
          {
            low = least / 2 * inner
            end += 2
          }
        }
      }
      // "in the single-digit millions": of a size, which nobody has yet.
      let isSize = passage.isMark(index - 2, 0x2D) && terms[index - 1].key == Self.digit
      return make(index..<end, .vague, low, nil, exemption: isSize ? .idiom : nil)
    }
    if term.word == .several || term.word == .few || term.word == .many, let scale = passage.scaleWord(at: index + 1),
      terms[index + 1].has(.scale)
    {
      return make(index..<scale.end, .vague, 2 * scale.factor, nil)
    }
    if term.has(.indefinite) || term.word == .the, let end = majority(after: index) {
      return make(index..<end, .vague, nil, nil)
    }
    return fewOrCouple(at: index)
  }

  /// "a large majority", "the vast majority".
  private func majority(after index: Int) -> Int? {
    switch passage.word(index + 1) {
    case .large, .vast, .overwhelming, .great, .huge: passage.word(index + 2) == .majority ? index + 3 : nil
    default: nil
    }
  }

  /// "a few", "a couple", "a pair", "single": too small to need a source.
  private func fewOrCouple(at index: Int) -> Quantity? {
    if terms[index].key == Self.single { return make(index..<index + 1, .count, 1, 1, exemption: .smallCount) }
    let hasArticle = terms[index].has(.indefinite)
    let at = hasArticle ? index + 1 : index
    if terms[at].word == .few {
      guard hasArticle || index == 0 else { return nil }
      return make(index..<at + 1, .vague, 3, nil, exemption: .smallCount)
    }
    guard hasArticle, terms[at].key == Self.couple || terms[at].key == Self.pair else { return nil }
    return make(index..<at + 1, .count, 2, 2, exemption: .smallCount)
  }

  private static let digit = foldedKey("digit")
  private static let couple = foldedKey("couple")
  private static let pair = foldedKey("pair")
  static let single = foldedKey("single")
}
