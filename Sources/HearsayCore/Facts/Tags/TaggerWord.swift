package import ProseText

/// What the tagger sees of a token without its neighbours' tags.
package struct TaggerWord: Sendable {
  /// Stands for the spelling, folded: letters lower-cased, digits one, quotation marks and dashes by what they do.
  package var key: UInt64
  /// The last eight bytes, folded, the last one lowest.
  package var tail: UInt64
  package var shape: Shape
  /// A group of the model's dictionary, or one of `TaggerWord.Group` for what it does not hold.
  package var group: UInt8
  /// The tag that the token has whatever stands around it.
  package var fixed: PartOfSpeech?

  package enum Shape: UInt8, Sendable {
    case small, capitalFirst, capitalAfterMark, capital, allCaps, title, capsSentence, digits, clitic, initial, dotted
    case none
  }

  /// Groups of tokens that a dictionary cannot list; the dictionary's own begin at `firstOfDictionary`.
  package enum Group {
    package static let boundary: UInt8 = 0
    static let number: UInt8 = 1
    static let comma: UInt8 = 2
    static let stop: UInt8 = 3
    static let openingQuote: UInt8 = 4
    static let closingQuote: UInt8 = 5
    static let openingBracket: UInt8 = 6
    static let closingBracket: UInt8 = 7
    static let hyphen: UInt8 = 8
    static let dash: UInt8 = 9
    static let colon: UInt8 = 10
    static let otherMark: UInt8 = 11
    static let symbol: UInt8 = 12
    static let opaque: UInt8 = 13
    static let ampersand: UInt8 = 14
    static let percent: UInt8 = 15
    static let unknown: UInt8 = 16
    static let that = foldedKey("that")
    static let auxiliaries = foldedKeys("is was are were am 's 're 'm be has have had 've do does did")
    package static let firstOfDictionary: UInt8 = 24
    static let unknowns = unknown..<firstOfDictionary
  }

  package static let boundary = TaggerWord(key: 0, tail: 0, shape: .none, group: Group.boundary, fixed: nil)

  @inline(__always)
  func suffix(_ length: UInt64) -> UInt64 { tail & (1 << (8 * length) - 1) }
}

/// Makes a tagger's words from a sentence's tokens.
package struct TaggerWordReader {
  private let buffer: UnsafeBufferPointer<UInt8>
  private let origin: Int
  private let model: TaggerModel
  private let sentenceCase: SentenceCase
  /// The index of the sentence's first token.
  private let first: Int
  /// By token the group of its key in the dictionary; 0 where that does not hold it.
  private let groups: UnsafeMutableBufferPointer<UInt8>
  /// The index of the sentence's last word that is a finite verb and nothing else, -1 where it has none.
  private let lastFiniteVerb: Int

  /// - Parameter room: a byte for each token of the range, for as long as words are made.
  package init(
    _ buffer: UnsafeBufferPointer<UInt8>, at origin: Int, model: TaggerModel, _ tokens: [Token], _ range: Range<Int>,
    room groups: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.buffer = buffer
    self.origin = origin
    self.model = model
    sentenceCase = SentenceCase(tokens, range)
    first = range.lowerBound
    // All at once: none waits for the one before to arrive.
    for index in range {
      if case .word = tokens[index].kind { model.fetchGroup(of: tokens[index].key) }
    }
    for index in range {
      let group = if case .word = tokens[index].kind { model.group(of: tokens[index].key) } else { UInt8?.none }
      groups[index - first] = group ?? 0
    }
    self.groups = groups
    lastFiniteVerb =
      range.last { index in
        let group = groups[index - range.lowerBound]
        let tags = group == 0 ? 0 : model.mask(of: group) & TaggerModel.allTags
        return tags != 0 && tags & ~TaggerModel.finiteTags == 0
      } ?? -1
  }

  /// Whether a sure finite verb stands behind the token of this index.
  @inline(__always)
  package func hasFiniteVerb(after index: Int) -> Bool { lastFiniteVerb > index }

  /// The word of the token of an index that stands behind `before` (the boundary at the sentence's start).
  @inline(__always)
  package func word(_ index: Int, _ token: Token, after before: TaggerWord) -> TaggerWord {
    switch token.kind {
    case .word: letters(token, groups[index - first], after: before)
    case .number: number(token)
    case .punctuation: mark(token)
    case .symbol: symbol(token)
    case .opaque:
      TaggerWord(key: 8, tail: 0, shape: .none, group: TaggerWord.Group.opaque, fixed: .properNoun)
    }
  }

  private func range(of token: Token) -> Range<Int> {
    let start = min(max(0, origin &+ Int(token.start)), buffer.count)
    return start..<min(max(start, origin &+ Int(token.end)), buffer.count)
  }

  /// - Parameter group: of the token's key; 0 where the dictionary does not hold it.
  @inline(__always)
  private func letters(_ token: Token, _ group: UInt8, after before: TaggerWord) -> TaggerWord {
    let range = range(of: token)
    let (tail, count) = asciiTail(range) ?? tail(range)
    var (key, group) = (token.key, group)
    if TermShape(token.shape).contains(.hasDigit) {
      key = 0xCBF2_9CE4_8422_2325
      for at in range { key = (key ^ UInt64(folded(buffer[at]))) &* 0x0000_0100_0000_01B3 }
      group = model.group(of: key) ?? 0
    }
    let shape = shape(
      of: token, range, after: before, startsWithApostrophe: tail >> UInt64(8 * max(0, count - 1)) == 0x27)
    if group != 0 {
      return TaggerWord(
        key: key, tail: tail, shape: shape, group: group, fixed: certainTag(group, shape))
    }
    return TaggerWord(key: key, tail: tail, shape: shape, group: unknownGroup(tail, shape), fixed: nil)
  }

  /// The last eight bytes, folded, and how many there are; nil where they are not all ASCII or stand at the very start.
  @inline(__always)
  private func asciiTail(_ range: Range<Int>) -> (tail: UInt64, count: Int)? {
    guard range.upperBound >= 8 else { return nil }
    let count = min(8, range.count)
    let read = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
    let bytes = UInt64(bigEndian: read) & (UInt64.max >> UInt64(64 - 8 * count))
    guard bytes & 0x8080_8080_8080_8080 == 0 else { return nil }
    // In each byte the highest bit says whether it is at least the first and not beyond the last of what is looked for.
    let capitals = (bytes &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(bytes &+ 0x2525_2525_2525_2525) & 0x8080_8080_8080_8080
    let digits = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646) & 0x8080_8080_8080_8080
    return ((bytes | capitals >> 2) & ~((digits >> 7) &* 0x0F), count)
  }

  private func tail(_ range: Range<Int>) -> (tail: UInt64, count: Int) {
    var tail: UInt64 = 0
    var count = 0
    var at = range.upperBound
    while at > range.lowerBound, count < 8 {
      at -= 1
      var byte = buffer[at]
      if byte == 0x99 || byte == 0x98, at - 2 >= range.lowerBound, buffer[at - 1] == 0x80, buffer[at - 2] == 0xE2 {
        byte = 0x27
        at -= 2
      }
      tail |= UInt64(folded(byte)) << UInt64(8 * count)
      count += 1
    }
    return (tail, count)
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return byte &- 0x30 < 10 ? 0x30 : byte
  }

  @inline(__always)
  private func shape(
    of token: Token, _ range: Range<Int>, after before: TaggerWord, startsWithApostrophe: Bool
  ) -> TaggerWord.Shape {
    let shape = TermShape(token.shape)
    if startsWithApostrophe { return .clitic }
    if shape.contains(.hasDigit) { return .digits }
    guard shape.contains(.capitalised) else { return shape.contains(.abbreviation) ? .dotted : .small }
    if sentenceCase == .capitals { return .capsSentence }
    if shape.contains(.allCaps) { return .allCaps }
    if shape.contains(.abbreviation), range.count == 2 { return .initial }
    if before.group == TaggerWord.Group.boundary || before.group == TaggerWord.Group.openingQuote {
      return .capitalFirst
    }
    if sentenceCase == .title { return .title }
    switch before.group {
    case TaggerWord.Group.colon, TaggerWord.Group.stop, TaggerWord.Group.openingBracket:
      return .capitalAfterMark
    default: return .capital
    }
  }

  /// A word whose one tag is certain, unless its capital may make it part of a name.
  @inline(__always)
  private func certainTag(_ group: UInt8, _ shape: TaggerWord.Shape) -> PartOfSpeech? {
    let mask = model.mask(of: group)
    guard mask & TaggerModel.isCertain != 0 else { return nil }
    let tag = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: (mask << 2).trailingZeroBitCount &- 2))
    switch shape {
    case .small, .capitalFirst, .capitalAfterMark, .clitic, .dotted: return tag?.isProperNoun == true ? nil : tag
    default: return tag?.isProperNoun == true ? tag : nil
    }
  }

  @inline(__always)
  private func unknownGroup(_ tail: UInt64, _ shape: TaggerWord.Shape) -> UInt8 {
    switch shape {
    case .digits: return TaggerWord.Group.unknown + 7
    case .allCaps: return TaggerWord.Group.unknown + 6
    case .small: break
    default: return TaggerWord.Group.unknown + 5
    }
    if tail & 0xFFFFFF == 0x69_6E67 { return TaggerWord.Group.unknown + 3 }
    if tail & 0xFFFF == 0x6564 { return TaggerWord.Group.unknown + 2 }
    if tail & 0xFFFF == 0x6C79 { return TaggerWord.Group.unknown + 4 }
    return tail & 0xFF == 0x73 ? TaggerWord.Group.unknown + 1 : TaggerWord.Group.unknown
  }

  private func number(_ token: Token) -> TaggerWord {
    let range = range(of: token)
    let length = UInt64(min(range.count, 6))
    // "1998" and "2024" name years; other numbers count.
    let isYear = range.count == 4 && (buffer[range.lowerBound] == 0x31 || buffer[range.lowerBound] == 0x32)
    return TaggerWord(
      key: 0x100 + length + (isYear ? 16 : 0), tail: 0, shape: .none, group: TaggerWord.Group.number,
      fixed: .cardinal)
  }

  private func symbol(_ token: Token) -> TaggerWord {
    let range = range(of: token)
    guard !range.isEmpty else { return other(TaggerWord.Group.symbol, 0, .symbol) }
    switch buffer[range.lowerBound] {
    case 0x26: return other(TaggerWord.Group.ampersand, 0, .conjunction)
    case 0x25: return other(TaggerWord.Group.percent, 0, .noun)
    case let byte: return other(TaggerWord.Group.symbol, UInt64(byte), .symbol)
    }
  }

  private func mark(_ token: Token) -> TaggerWord {
    let range = range(of: token)
    let isSpaced = TermShape(token.shape).contains(.spaceBefore)
    guard let first = range.first.map({ buffer[$0] }) else { return other(TaggerWord.Group.otherMark, 0) }
    switch first {
    case 0x2C: return other(TaggerWord.Group.comma, 0)
    case 0x2E: return other(TaggerWord.Group.stop, range.count > 1 ? 1 : 0)
    case 0x21, 0x3F: return other(TaggerWord.Group.stop, 2)
    case 0x28, 0x5B, 0x7B: return other(TaggerWord.Group.openingBracket, 0)
    case 0x29, 0x5D, 0x7D: return other(TaggerWord.Group.closingBracket, 0)
    case 0x2D: return hyphen(isSpaced || range.count > 1)
    case 0x3A, 0x3B: return other(TaggerWord.Group.colon, UInt64(first))
    case 0x22: return other(isSpaced ? TaggerWord.Group.openingQuote : TaggerWord.Group.closingQuote, 0)
    case 0x27: return apostrophe(isSpaced)
    case 0xE2 where range.count == 3 && buffer[range.lowerBound + 1] == 0x80:
      switch buffer[range.lowerBound + 2] {
      case 0x90, 0x91: return hyphen(isSpaced)
      case 0x92...0x95: return hyphen(true)
      case 0x98: return other(TaggerWord.Group.openingQuote, 1)
      case 0x99: return apostrophe(isSpaced)
      case 0x9C: return other(TaggerWord.Group.openingQuote, 0)
      case 0x9D: return other(TaggerWord.Group.closingQuote, 0)
      case 0xA6: return other(TaggerWord.Group.stop, 1)
      default: return other(TaggerWord.Group.otherMark, 1)
      }
    default: return other(TaggerWord.Group.otherMark, UInt64(first))
    }
  }

  private func hyphen(_ isDash: Bool) -> TaggerWord {
    other(isDash ? TaggerWord.Group.dash : TaggerWord.Group.hyphen, 0)
  }

  /// Behind a word it may be a possessive ending.
  private func apostrophe(_ isSpaced: Bool) -> TaggerWord {
    isSpaced
      ? other(TaggerWord.Group.openingQuote, 1) : other(TaggerWord.Group.closingQuote, 1, nil)
  }

  private func other(_ group: UInt8, _ variant: UInt64, _ fixed: PartOfSpeech? = .punctuation) -> TaggerWord {
    TaggerWord(
      key: UInt64(group) << 8 | 0x1000 | variant, tail: 0, shape: .none, group: group, fixed: fixed)
  }
}
