import ProseText

// What in a sentence points to a source outside the words: links, notes, keys, "[12]", "(Lind, 2019)".
extension DraftBlock {
  /// Whether a sentence carries a citation, in it or directly after its stop.
  func isCited(sentence index: Int) -> Bool {
    let sentence = passage.sentences[index]
    let next = index + 1 < passage.sentences.count ? passage.sentences[index + 1].range.lowerBound : Int.max
    let isMarked = facts.content.inlines.contains { inline in
      switch inline.kind {
      case .link, .address: inline.range.overlaps(sentence.range)
      case .footnote, .citation:
        inline.range.lowerBound >= sentence.range.lowerBound
          && inline.range.lowerBound < min(next, sentence.range.upperBound + Self.farthestNote)
      case .code, .math, .image, .html, .emphasis, .comment: false
      }
    }
    return isMarked || hasAuthorYear(sentence) || hasBracketNumber(sentence)
  }

  /// Bytes behind a sentence's stop within which a note still belongs to it: closing marks and a space or two.
  private static let farthestNote = 24

  /// "(Lind, 2019)", "(Lind and Dahl, 2019; Moss, 2020)".
  private func hasAuthorYear(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { index in
      guard passage.year(at: index) != nil, closesYear(index + 1) else { return false }
      // "Lind et al. (2019) kept"
      if passage.isMark(index - 1, 0x28), index > 3 {
        let name = passage.isMark(index - 2, 0x2E) ? index - 3 : index - 2
        if Self.others.contains(passage.terms[name].key) { return true }
      }
      return (max(sentence.tokens.lowerBound, index - 8)..<index).contains {
        passage.isMark($0, 0x28) && passage.terms[$0 + 1].isCapitalised && $0 + 1 < index
      }
    }
  }

  private static let others = WordKeys(["al", "al."])

  /// What stands behind the year of a citation: "(Lind, 2019)", "(Lind, 2019b; Moss, 2020)", "(Lind 2019, 136)".
  private func closesYear(_ next: Int) -> Bool {
    if passage.isMark(next, 0x29) || passage.isMark(next, 0x3B) { return true }
    if passage.isComma(next) { return passage.terms[next + 1].kind == .number && passage.terms[next - 2].isName }
    let letter = passage.terms[next]
    return letter.isWord && letter.range.count == 1 && !letter.hasSpaceBefore
      && (passage.isMark(next + 1, 0x29) || passage.isMark(next + 1, 0x3B))
  }

  /// "[12]", in the sentence or close behind it.
  private func hasBracketNumber(_ sentence: Sentence) -> Bool {
    (sentence.tokens.lowerBound..<min(passage.terms.count, sentence.tokens.upperBound + 3)).contains {
      passage.isMark($0, 0x5B) && passage.terms[$0 + 1].kind == .number
        && (passage.isMark($0 + 2, 0x5D) || passage.isComma($0 + 2) || passage.isDash($0 + 2))
    }
  }
}

extension SupportReader {
  /// "Among them is [a list](…) of lamps. … That list has 1,700.": the words go back to what was linked just before.
  func isCitedBefore(_ quantity: Quantity) -> Bool {
    let sentence = passage.sentences[quantity.sentence].tokens
    guard block.facts.quoteAt[quantity.terms.lowerBound] < 0,
      let opener = sentence.prefix(12).first(where: {
        passage.has($0, .demonstrative) && $0 < quantity.terms.lowerBound && passage.terms[$0 + 1].tag.isNoun
          && passage.terms[$0 + 1].tag != .pluralNoun
      })
    else { return false }
    let noun = passage.terms[opener + 1].key
    if quantity.sentence > 0 { return block.links(noun, in: quantity.sentence - 1) }
    guard index > 0, draft.blocks[index - 1].outline.kind == .paragraph,
      let last = draft.blocks[index - 1].passage.sentences.indices.last
    else { return false }
    return draft.blocks[index - 1].links(noun, in: last)
  }
}

extension DraftBlock {
  /// Whether the words of a link in a sentence name a thing.
  fileprivate func links(_ noun: UInt64, in sentence: Int) -> Bool {
    facts.content.inlines.contains { inline in
      inline.kind == .link && inline.range.overlaps(passage.sentences[sentence].range)
        && passage.sentences[sentence].tokens.contains {
          passage.terms[$0].key == noun && inline.range.contains(Int(passage.terms[$0].start))
        }
    }
  }
}
