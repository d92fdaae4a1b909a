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

  private func hasAuthorYear(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { passage.citesByYear($0, from: sentence.tokens.lowerBound) }
  }

  /// "[12]", in the sentence or close behind it.
  private func hasBracketNumber(_ sentence: Sentence) -> Bool {
    (sentence.tokens.lowerBound..<min(passage.terms.count, sentence.tokens.upperBound + 3)).contains {
      passage.citesByNumber($0)
    }
  }
}

extension Passage {
  /// "(Lind, 2019)", "(Lind and Dahl, 2019; Moss, 2020)", "Lind et al. (2019)": whether a term is the year of a citation.
  ///
  /// - Parameter lower: where the search for its opening bracket ends.
  func citesByYear(_ index: Int, from lower: Int) -> Bool {
    guard year(at: index) != nil, closesYear(index + 1) else { return false }
    if isMark(index - 1, 0x28), index > 3, endsInOthers(behind: index - 1) { return true }
    return (max(lower, index - 8)..<index).contains {
      isMark($0, 0x28) && terms[$0 + 1].isCapitalised && $0 + 1 < index
    }
  }

  /// "[12]", "[3, 4]", "[27–30]": whether a term opens the number of a citation.
  func citesByNumber(_ open: Int) -> Bool {
    isMark(open, 0x5B) && terms[open + 1].kind == .number
      && (isMark(open + 2, 0x5D) || isComma(open + 2) || isDash(open + 2)
        || isMark(open + 2, 0x2D) && terms[open + 3].kind == .number)
  }

  /// "Lind et al." in front of a mark.
  private func endsInOthers(behind mark: Int) -> Bool {
    terms[isMark(mark - 1, 0x2E) ? mark - 2 : mark - 1].isOthers
  }

  /// The keys of the end of "et al.", with and without its full stop.
  static let andOthers = (foldedKey("al."), foldedKey("al"))

  /// What stands behind the year of a citation: "(Lind, 2019)", "(Lind, 2019b; Moss, 2020)", "(Lind 2019, 136)".
  private func closesYear(_ next: Int) -> Bool {
    if isMark(next, 0x29) || isMark(next, 0x3B) { return true }
    if isComma(next) { return terms[next + 1].kind == .number && terms[next - 2].isName }
    let letter = terms[next]
    return letter.isWord && letter.range.count == 1 && !letter.hasSpaceBefore
      && (isMark(next + 1, 0x29) || isMark(next + 1, 0x3B))
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

extension Term {
  /// Whether it is the end of "et al.".
  var isOthers: Bool { key == Passage.andOthers.0 || key == Passage.andOthers.1 }
}
