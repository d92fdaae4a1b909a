import ProseText

/// What stands before a story's first words: "date 2024-05-01", "MARSH END, May 3 (Eastwire) —", "Beijing:", "((Ida Marsh))".
struct Dateline: Sendable, Equatable {
  /// Tokens that it takes from the block's first.
  var end: Int
  /// A name and a colon: a place, or the label of a speaker in a transcript.
  var isLabel = false

  /// Parts a date line from the sentence that follows it.
  static func split(_ sentences: [Sentence], _ tokens: [Token], in bytes: [UInt8], at origin: Int) -> [Sentence] {
    guard let dateline = find(tokens, in: bytes, at: origin), dateline.end < tokens.count else { return sentences }
    let end = dateline.end
    var result: [Sentence] = []
    result.append(sentence(tokens, 0..<end))
    for old in sentences where old.tokens.upperBound > end {
      result.append(sentence(tokens, max(old.tokens.lowerBound, end)..<old.tokens.upperBound))
    }
    return result
  }

  private static func sentence(_ tokens: [Token], _ range: Range<Int>) -> Sentence {
    Sentence(tokens: range, range: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end))
  }

  /// The date line at a block's beginning.
  static func find(_ tokens: [Token], in bytes: [UInt8], at origin: Int) -> Dateline? {
    guard tokens.count > 2 else { return nil }
    func byte(_ index: Int) -> UInt8 { bytes[origin + Int(tokens[index].start)] }
    if tokens[0].key == dateWord, tokens.count > 6,
      (1...5).allSatisfy({ tokens[$0].kind == ($0 % 2 == 1 ? .number : .punctuation) })
    {
      return Dateline(end: 6)
    }
    // "((Ida Marsh)) We counted …": who speaks, in double brackets.
    if byte(0) == 0x28, byte(1) == 0x28, tokens[0].end == tokens[1].start,
      let close = (3..<min(tokens.count, 14)).first(where: { byte($0) == 0x29 && byte($0 - 1) == 0x29 })
    {
      // "((Ida Marsh)): We counted …"
      let hasColon = close + 2 < tokens.count && byte(close + 1) == 0x3A
      return Dateline(end: hasColon ? close + 2 : close + 1, isLabel: true)
    }
    var index = 0
    while index < min(tokens.count, 14) {
      let token = tokens[index]
      if token.kind == .word {
        // Places in capitals, months, agencies: every word has a capital.
        guard token.shape.contains(.capitalised) else { return nil }
      } else if token.kind == .punctuation {
        let isDash = byte(index) == 0xE2 || byte(index) == 0x2D && token.shape.contains(.spaceBefore)
        if isDash, index > 0, isPlaceInCapitals(tokens, index) || hasBracket(tokens, index, byte) {
          return Dateline(end: index + 1)
        }
        if byte(index) == 0x3A, (1...4).contains(index), tokens[..<index].allSatisfy({ $0.kind == .word }),
          index + 2 < tokens.count, tokens[index + 1].shape.contains(.spaceBefore)
        {
          if isCredit(tokens[index - 1], in: bytes, at: origin) { return nil }
          return Dateline(end: index + 1, isLabel: true)
        }
        guard
          byte(index) == 0x2C || byte(index) == 0x28 || byte(index) == 0x29 || byte(index) == 0x2E
            || byte(index) == 0x2F
        else { return nil }
      } else if token.kind != .number {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static let dateWord = foldedKey("date")

  /// "Image: Ida Marsh", and "Ida MarshImage: Tom Reid" where a caption has run into its credit.
  private static func isCredit(_ token: Token, in bytes: [UInt8], at origin: Int) -> Bool {
    if credits.contains(token.key) { return true }
    let word = bytes[origin + Int(token.start)..<origin + Int(token.end)]
    return mergedCredits.contains { credit in
      word.count > credit.count && word.suffix(credit.count).elementsEqual(credit)
        && (0x61...0x7A).contains(word[word.endIndex - credit.count - 1])
    }
  }

  private static let credits = foldedKeys(
    "image images photo photos picture pictures video credit file graphic illustration")
  private static let mergedCredits = ["Image", "Photo", "Picture", "Video", "Credit", "File"].map { Array($0.utf8) }

  private static func isPlaceInCapitals(_ tokens: [Token], _ end: Int) -> Bool {
    tokens[0].shape.contains(.allCaps) && end <= 12
  }

  private static func hasBracket(_ tokens: [Token], _ end: Int, _ byte: (Int) -> UInt8) -> Bool {
    end >= 3 && byte(end - 1) == 0x29 && (0..<end).contains { byte($0) == 0x28 && tokens[$0].kind == .punctuation }
  }
}
