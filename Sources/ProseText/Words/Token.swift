/// What a token is made of.
package enum TokenKind: UInt8, Sendable {
  /// Letters, perhaps with digits ("B1098"), apostrophes within and dots of abbreviations.
  case word
  /// Digits with separators between them ("1,234.5").
  case number
  /// Marks that structure a sentence, quotation marks and brackets among them.
  case punctuation
  /// Other signs: currencies, percent, mathematical and pictorial ones.
  case symbol
  /// Something that is not prose but stands in the sentence as a thing: code, a formula, an address.
  case opaque
}

/// How a token is written and what parts it from the one before.
package struct TokenShape: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// White space stands before it, or it is the block's first.
  package static let spaceBefore = TokenShape(rawValue: 1)
  /// Its first letter is a capital.
  package static let capitalised = TokenShape(rawValue: 2)
  /// It has at least two letters and all are capitals.
  package static let allCaps = TokenShape(rawValue: 4)
  package static let hasDigit = TokenShape(rawValue: 8)
  package static let hasLetter = TokenShape(rawValue: 16)
  /// A line break stands before it.
  package static let lineBefore = TokenShape(rawValue: 32)
  /// A dot belongs to it ("U.S.", "Dr.").
  package static let abbreviation = TokenShape(rawValue: 64)
  /// A small letter stands before a capital in it ("HiveNews").
  package static let innerCapital = TokenShape(rawValue: 128)
}

/// A word, number, mark or opaque thing of a block's prose.
///
/// Offsets are UTF-8 bytes relative to the block's first byte.
package struct Token: Sendable, Equatable {
  package var start: Int32
  package var end: Int32
  package var kind: TokenKind
  package var shape: TokenShape
  /// A hash of the bytes with letters lower-cased (ASCII and Latin-1), curly apostrophes straightened and soft hyphens,
  /// zero-width spaces and joiners left out: equal spellings have equal keys on every machine (`foldedKey`).
  package var key: UInt64

  package init(start: Int, end: Int, kind: TokenKind, shape: TokenShape, key: UInt64) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
    self.shape = shape
    self.key = key
  }

  /// The bytes that it covers, relative to the block.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A sentence: tokens of a block, and their bytes relative to it.
package struct Sentence: Sendable, Equatable {
  @usableFromInline var indices: CompactRange
  @usableFromInline var place: CompactRange

  /// Indices into the block's tokens.
  @inlinable package var tokens: Range<Int> {
    @inline(__always) get { indices.bounds }
    set { indices = CompactRange(newValue) }
  }
  /// From the first token's first byte to the last one's last, relative to the block.
  @inlinable package var range: Range<Int> {
    @inline(__always) get { place.bounds }
    set { place = CompactRange(newValue) }
  }

  package init(tokens: Range<Int>, range: Range<Int>) {
    indices = CompactRange(tokens)
    place = CompactRange(range)
  }
}

/// The key that a token of this spelling has.
package func foldedKey(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { bytes in
    var hash = FoldedHash()
    hash.add(bytes, 0..<bytes.count)
    return hash.value
  }
}

/// The key that a token of a range of bytes has.
package func foldedKey(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
  bytes.withUnsafeBufferPointer { buffer in
    var hash = FoldedHash()
    hash.add(buffer, range)
    return hash.value
  }
}

/// The key that a token of these bytes has, or of two parts written together.
package func foldedKey(_ text: ArraySlice<UInt8>, _ next: ArraySlice<UInt8> = []) -> UInt64 {
  var hash = FoldedHash()
  text.withUnsafeBufferPointer { hash.add($0, 0..<$0.count) }
  next.withUnsafeBufferPointer { hash.add($0, 0..<$0.count) }
  return hash.value
}

/// The key that a token of these bytes has.
package func foldedKey(_ text: [UInt8]) -> UInt64 { foldedKey(text[...]) }

/// The key that a token of these bytes has.
package func foldedKey(_ text: Slice<UnsafeMutableBufferPointer<UInt8>>) -> UInt64 {
  var hash = FoldedHash()
  let bytes = UnsafeBufferPointer(rebasing: text)
  hash.add(bytes, 0..<bytes.count)
  return hash.value
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo), over folded bytes.
struct FoldedHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  mutating func add(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = buffer[at]
      if byte < 0x80 {
        add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        at += 1
      } else if byte == 0xC3, at + 1 < range.upperBound {
        let next = buffer[at + 1]
        add(byte)
        add((0x80...0x9E).contains(next) && next != 0x97 ? next &+ 0x20 : next)
        at += 2
      } else if byte == 0xE2, at + 2 < range.upperBound, buffer[at + 1] == 0x80 {
        let last = buffer[at + 2]
        if last == 0x99 || last == 0x98 {
          add(0x27)
        } else if !(0x8B...0x8F).contains(last) {
          add(byte)
          add(0x80)
          add(last)
        }
        at += 3
      } else if byte == 0xC2, at + 1 < range.upperBound, buffer[at + 1] == 0xAD {
        at += 2
      } else {
        add(byte)
        at += 1
      }
    }
  }
}
