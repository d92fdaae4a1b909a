/// A number or letter that counts an item of a list: "2." or "b)".
struct ListItemMark {
  enum Style { case dot, bracket, dotAndBracket }

  var value: Int
  var isLetter: Bool
  var style: Style
  /// The token behind it.
  var next: Int

  /// Whether it is the next in the list to which `other` belongs.
  func follows(_ other: ListItemMark) -> Bool {
    value == other.value + 1 && isLetter == other.isLetter && style == other.style
  }
}

/// Tells what the marks among a block's tokens are.
struct MarkReader {
  /// What may end a sentence.
  enum Stop {
    case dots(Int)
    case ellipsis, exclamation, wide
  }

  let tokens: [Token]
  let buffer: UnsafeBufferPointer<UInt8>
  /// The block's first byte.
  let origin: Int
  /// Whether the block begins with a bracket, as a list of references does.
  private let opensWithBracket: Bool

  /// - Parameter opener: the first byte of the block's first token, where that is none of these.
  init(tokens: [Token], buffer: UnsafeBufferPointer<UInt8>, origin: Int, opener: UInt8? = nil) {
    (self.tokens, self.buffer, self.origin) = (tokens, buffer, origin)
    opensWithBracket = (opener ?? tokens.first.map { buffer[origin + Int($0.start)] }) == 0x5B
  }

  /// The first byte of a token.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { buffer[origin + Int(tokens[index].start)] }

  private func scalar(_ index: Int) -> UInt32 {
    decodeScalar(buffer, origin + Int(tokens[index].start), origin + Int(tokens[index].end)).value
  }

  // MARK: Stops

  @inline(__always)
  func isStop(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    let byte = byte(index)
    if byte < 0x80 { return byte == 0x2E || byte == 0x21 || byte == 0x3F }
    return byte >= 0xE2 && stop(index) != nil
  }

  func stop(_ index: Int) -> Stop? {
    switch scalar(index) {
    case 0x2E: .dots(Int(tokens[index].end - tokens[index].start))
    case 0x21, 0x3F, 0x203D, 0x2047...0x2049: .exclamation
    case 0x2026: .ellipsis
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: .wide
    default: nil
    }
  }

  /// Whether a stop belongs to the word behind it: ".NET".
  func isPartOfWord(_ index: Int) -> Bool {
    guard tokens[index].shape.contains(.spaceBefore), index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind != .punctuation && !next.shape.contains(.spaceBefore)
  }

  /// Whether a stop stands right behind a mark that opens, for words left out: "[…]".
  func opensQuotation(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].shape.contains(.spaceBefore), tokens[index - 1].kind == .punctuation else {
      return false
    }
    switch scalar(index - 1) {
    case 0x28, 0x5B, 0x201C, 0x2018, 0xAB: return true
    case 0x22, 0x27: return tokens[index - 1].shape.contains(.spaceBefore)
    default: return false
    }
  }

  /// Whether a stop that stands apart begins "..." or ". . ." before a sentence.
  func isOmission(_ index: Int) -> Bool {
    guard tokens[index].end - tokens[index].start == 1 else { return !isExclamation(index) }
    let end = index + 3
    guard end < tokens.count, tokens[end].kind == .word, tokens[end].shape.contains(.spaceBefore) else { return false }
    return (index..<end).allSatisfy {
      byte($0) == 0x2E && tokens[$0].end - tokens[$0].start == 1 && tokens[$0].shape.contains(.spaceBefore)
    }
  }

  private func isExclamation(_ index: Int) -> Bool {
    if case .exclamation = stop(index) { true } else { false }
  }

  func closes(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    switch scalar(index) {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x300D, 0x300F, 0xFF09: return true
    default: return false
    }
  }

  func isQuotationMark(_ index: Int) -> Bool {
    let scalar = scalar(index)
    return scalar == 0x22 || scalar == 0x27 || scalar == 0x2019 || scalar == 0x201D || scalar == 0xBB
  }

  /// Whether a mark opens a quotation or bracket.
  func opens(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    switch scalar(index) {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201C: return true
    default: return false
    }
  }

  func isComma(_ index: Int) -> Bool {
    tokens[index].kind == .punctuation && (byte(index) == 0x2C || byte(index) == 0x3B)
  }

  // MARK: What opens a sentence

  /// Whether a word begins as a sentence may: with a capital, in a script without capitals, or like "eBay".
  func opensLikeName(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.capitalised) || token.shape.contains(.innerCapital) { return true }
    // Hebrew, Arabic and all that takes three bytes and more.
    return byte(index) >= 0xD7
  }

  /// Whether a sentence may begin without the space before it: "dissent.Next".
  func opensUnspaced(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .word {
      return token.shape.contains(.capitalised) && !token.shape.contains(.allCaps) && token.end - token.start > 1
    }
    guard token.kind == .punctuation, byte(index) == 0xE2, scalar(index) == 0x201C else { return false }
    return index + 1 < tokens.count && tokens[index + 1].shape.contains(.capitalised)
  }

  /// Whether the token is one capital letter, with or without its dot.
  func isInitial(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.shape.contains(.capitalised)
      && token.end - token.start == (token.shape.contains(.abbreviation) ? 2 : 1)
  }

  /// Whether "I" before a stop is an initial: a name stands on both sides of it.
  func isInitial(_ index: Int, before next: Int) -> Bool {
    guard index > 0, byte(index) == 0x49, isInitial(index) else { return false }
    let before = tokens[index - 1]
    let follower = tokens[next]
    return before.kind == .word && before.shape.contains(.capitalised) && follower.kind == .word
      && follower.shape.contains(.capitalised) && !SentenceWords.openers.contains(follower.key)
      && !SentenceWords.openers.contains(before.key)
  }

  /// Whether the token is "I", which has its capital anywhere.
  func isPronounI(_ index: Int) -> Bool { byte(index) == 0x49 && SentenceWords.firstPerson.contains(tokens[index].key) }

  /// Whether a name and a verb of speech follow, as behind a quoted question.
  func namesSpeaker(_ index: Int) -> Bool {
    var at = index
    while at < tokens.count, at - index < 5, tokens[at].kind == .word {
      if at > index, SentenceWords.speech.contains(tokens[at].key) { return true }
      guard tokens[at].shape.contains(.capitalised), !SentenceWords.openers.contains(tokens[at].key) else {
        return false
      }
      at += 1
    }
    return false
  }

  /// Whether the bracket at `index` belongs to the sentence before: "(Moor 2019).", "(the second) and".
  func isReference(from index: Int) -> Bool {
    var at = index + 1
    while at + 1 < tokens.count, at - index < 24 {
      if byte(at) == 0x29, tokens[at].kind == .punctuation {
        guard !isStop(at - 1) else { return false }
        let next = tokens[at + 1]
        if next.kind == .word { return !opensLikeName(at + 1) && !next.shape.contains(.lineBefore) }
        return !next.shape.contains(.spaceBefore) && (isStop(at + 1) || isComma(at + 1))
      }
      at += 1
    }
    return false
  }

  // MARK: Notes and items

  /// Behind the note marks that follow a sentence's end: "[3]", "†", "²", a number without a space.
  func behindNotes(_ index: Int, isStop: Bool) -> Int {
    var at = index
    while at < tokens.count {
      if let next = behindBracketedNote(at) {
        at = next
      } else if isStop, isNoteMark(at) {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  private func behindBracketedNote(_ index: Int) -> Int? {
    // A list of references opens with the same mark, and it stands in front there.
    guard byte(index) == 0x5B, index + 2 < tokens.count, !opensWithBracket else { return nil }
    let first = tokens[index + 1]
    guard first.kind == .number || first.kind == .word && first.end - first.start == 1 else { return nil }
    var at = index + 2
    while at < tokens.count, at - index < 8 {
      if byte(at) == 0x5D { return at + 1 }
      guard tokens[at].kind == .number || tokens[at].kind == .punctuation else { return nil }
      at += 1
    }
    return nil
  }

  private func isNoteMark(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number:
      guard token.end - token.start <= 3, isWhole(index), index + 1 < tokens.count else { return false }
      let next = tokens[index + 1]
      guard next.shape.contains(.spaceBefore) else { return false }
      return !token.shape.contains(.spaceBefore)
        || next.kind == .word && next.shape.contains(.capitalised) && SentenceWords.openers.contains(next.key)
    case .punctuation, .symbol:
      guard !token.shape.contains(.spaceBefore), byte(index) >= 0xC2 else { return false }
      switch scalar(index) {
      case 0xB2, 0xB3, 0xB9, 0x2020, 0x2021, 0x2070...0x2079: return true
      default: return false
      }
    case .word, .opaque: return false
    }
  }

  /// Whether a number is digits alone.
  private func isWhole(_ index: Int) -> Bool {
    tokens[index].range.allSatisfy { buffer[origin + $0] &- 0x30 < 10 }
  }

  /// "•" and its like, before an item.
  @inline(__always)
  func isBullet(_ index: Int) -> Bool {
    guard byte(index) == 0xE2, index + 1 < tokens.count else { return false }
    switch scalar(index) {
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25E6: return true
    default: return false
    }
  }

  /// The counting number or letter at `index`; its text must follow after a space.
  func listItemMark(at index: Int) -> ListItemMark? {
    guard index + 2 < tokens.count, let (value, isLetter) = listItemValue(index) else { return nil }
    guard tokens[index + 1].kind == .punctuation, !tokens[index + 1].shape.contains(.spaceBefore),
      tokens[index + 1].end - tokens[index + 1].start == 1
    else { return nil }
    var mark = ListItemMark(value: value, isLetter: isLetter, style: .dot, next: index + 2)
    switch byte(index + 1) {
    case 0x29: mark.style = .bracket
    case 0x2E:
      if byte(index + 2) == 0x29, !tokens[index + 2].shape.contains(.spaceBefore) {
        mark.style = .dotAndBracket
        mark.next += 1
      }
    default: return nil
    }
    guard mark.next < tokens.count, tokens[mark.next].shape.contains(.spaceBefore) else { return nil }
    return mark
  }

  private func listItemValue(_ index: Int) -> (Int, isLetter: Bool)? {
    let token = tokens[index]
    if token.kind == .word, token.end - token.start == 1, byte(index) < 0x80 {
      return (Int(byte(index) | 0x20) - 0x60, true)
    }
    guard token.kind == .number, token.end - token.start <= 5 else { return nil }
    // "2.1" counts too; its last part is its place.
    var value = 0
    for at in token.range {
      let digit = buffer[origin + at] &- 0x30
      if digit < 10 {
        value = value * 10 + Int(digit)
      } else if buffer[origin + at] == 0x2E {
        value = 0
      } else {
        return nil
      }
    }
    return value < 1000 ? (value, false) : nil
  }
}
