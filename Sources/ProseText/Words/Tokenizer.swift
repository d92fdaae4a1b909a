/// Cuts a block's prose into tokens.
///
/// Words split as in Universal Dependencies: "CCP’s" is CCP + ’s, "don’t" is do + n’t, "two-mile" is two + - + mile.
/// A number keeps its separators ("1,234.5", "2019"); letters that follow directly are a token of their own.
/// `origin` is the block's first byte in `bytes`; `content` is relative to it, as the tokens are. Takes time linear in
/// the prose.
package func tokenize(_ bytes: [UInt8], at origin: Int, _ content: BlockContent) -> [Token] {
  var tokenizer = Tokenizer(origin: origin)
  bytes.withUnsafeBufferPointer { tokenizer.run($0, content) }
  return tokenizer.tokens
}

/// Goes through the prose once; what a token begins with decides who reads it.
struct Tokenizer {
  private let origin: Int
  private let classes = asciiClasses
  private(set) var tokens: [Token] = []
  /// What stands between the last token and the next.
  private var pending: TokenShape = [.spaceBefore, .lineBefore]
  /// Tokens at the block's end that are known, as far as reading has not passed by them.
  private var tail: ArraySlice<Token>
  /// How many of them were taken over; 0 as long as none is.
  private(set) var joined = 0

  /// - Parameter tail: tokens at the block's end that are known.
  init(origin: Int, tail: [Token] = []) {
    self.origin = origin
    self.tail = tail[...]
  }

  mutating func run(_ buffer: UnsafeBufferPointer<UInt8>, _ content: BlockContent) {
    tokens.reserveCapacity((content.prose.last?.upperBound ?? 0) / 5 + 4)
    run(buffer, content, from: 0, inline: 0)
  }

  /// Reads from a word on, where the tokens before it are known.
  ///
  /// - Parameters:
  ///   - next: the word, as it was read before.
  ///   - stretch: the stretch of prose that the word stands in.
  mutating func goOn(
    behind head: [Token], at next: Token, in stretch: Int, _ buffer: UnsafeBufferPointer<UInt8>, _ content: BlockContent
  ) {
    tokens.reserveCapacity(head.count + tail.count + 64)
    tokens += head
    pending = next.shape.intersection([.spaceBefore, .lineBefore])
    let prose = content.prose[stretch]
    scan(buffer, (Int(next.start) + origin)..<min(prose.upperBound + origin, buffer.count))
    let inline = content.inlines.firstIndex { $0.range.lowerBound >= prose.lowerBound } ?? content.inlines.count
    run(buffer, content, from: stretch + 1, inline: inline)
  }

  /// Reads stretches of prose from one on.
  private mutating func run(
    _ buffer: UnsafeBufferPointer<UInt8>, _ content: BlockContent, from first: Int, inline: Int
  ) {
    var inline = inline
    for index in first..<max(first, content.prose.count) where joined == 0 {
      let prose = content.prose[index]
      // Opaque things between this stretch of prose and the one before stand in the sentence as one token each.
      let gapStart = index == 0 ? 0 : content.prose[index - 1].upperBound
      inline = placeOpaque(content.inlines, from: inline, in: gapStart..<prose.lowerBound)
      if index > 0, gapStart < prose.lowerBound, hasSpace(buffer, gapStart..<prose.lowerBound) {
        pending.insert(.spaceBefore)
      }
      scan(buffer, (prose.lowerBound + origin)..<min(prose.upperBound + origin, buffer.count))
    }
    guard joined == 0 else { return }
    let end = content.prose.last?.upperBound ?? 0
    _ = placeOpaque(content.inlines, from: inline, in: end..<Int.max)
  }

  /// Takes over what is known from a word on, where it was read before from the same place behind the same space.
  private mutating func joinsTail(at place: Int) -> Bool {
    while let first = tail.first, Int(first.start) < place { tail.removeFirst() }
    guard let first = tail.first, Int(first.start) == place, first.kind == .word, first.shape.contains(.spaceBefore),
      first.shape.intersection([.spaceBefore, .lineBefore]) == pending
    else { return false }
    tokens += tail
    joined = tail.count
    return true
  }

  private func hasSpace(_ buffer: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
    let first = buffer[gap.lowerBound + origin]
    let last = buffer[gap.upperBound - 1 + origin]
    return first <= 0x20 || last <= 0x20
  }

  private mutating func placeOpaque(_ inlines: [Inline], from first: Int, in gap: Range<Int>) -> Int {
    var index = first
    while index < inlines.count, inlines[index].range.lowerBound < gap.upperBound {
      let inline = inlines[index]
      switch inline.kind {
      case .code, .math, .image, .address:
        if inline.range.lowerBound >= gap.lowerBound {
          append(
            inline.range.lowerBound + origin, inline.range.upperBound + origin, .opaque, [], 0)
        }
      case .html, .link, .footnote, .citation, .emphasis, .comment: break
      }
      index += 1
    }
    return index
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind, _ shape: TokenShape, _ key: UInt64) {
    tokens.append(Token(start: start - origin, end: end - origin, kind: kind, shape: shape.union(pending), key: key))
    pending = []
  }

  private mutating func scan(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let byte = buffer[at]
      var length = 1
      let kind: ScalarClass
      if byte < 0x80 {
        kind = classes[Int(byte)]
      } else {
        let scalar = decodeScalar(buffer, at, end)
        length = scalar.length
        kind = scalar.length == 1 ? .symbol : scalarClass(scalar.value)
      }
      switch kind {
      case .space:
        pending.insert(.spaceBefore)
        at += length
      case .lineBreak:
        pending.formUnion([.spaceBefore, .lineBefore])
        at += length
      case .ignorable:
        at += length
      case .letter:
        if !tail.isEmpty, joinsTail(at: at - origin) { return }
        at = word(buffer, at, end)
      case .digit:
        at = number(buffer, at, end)
      case .apostrophe:
        if let next = detachedClitic(buffer, at, length, end) {
          at = next
        } else {
          at = mark(buffer, at, length, end, .punctuation)
        }
      case .punctuation: at = mark(buffer, at, length, end, .punctuation)
      case .symbol: at = mark(buffer, at, length, end, .symbol)
      }
    }
  }

  /// A mark from `start`; "..." and "--" are one.
  private mutating func mark(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ end: Int, _ kind: TokenKind
  ) -> Int {
    var hash = FoldedHash()
    var at = start + length
    hash.add(buffer, start..<at)
    let byte = buffer[start]
    if byte == 0x2E || byte == 0x2D {
      while at < end, buffer[at] == byte {
        hash.add(byte)
        at += 1
      }
    }
    append(start, at, kind, [], hash.value)
    return at
  }

  /// The ’s that follows directly on what is no word of letters alone: "U.S.’s", "2019’s", "`grep`’s".
  private mutating func detachedClitic(
    _ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int, _ end: Int
  ) -> Int? {
    let tail = at + length
    guard pending.isEmpty, let last = tokens.last, last.kind != .punctuation, Int(last.end) + origin == at, tail < end,
      buffer[tail] | 0x20 == 0x73, tail + 1 == end || !continuesWord(buffer[tail + 1])
    else { return nil }
    var hash = FoldedHash()
    hash.add(buffer, at..<tail + 1)
    append(at, tail + 1, .word, [.hasLetter], hash.value)
    return tail + 1
  }

  @inline(__always)
  private func continuesWord(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte >= 0xC3 && byte < 0xE0 }

  /// A number from `start`, which is a digit: digits, with single separators between digits.
  private mutating func number(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let byte = buffer[at]
      if byte &- 0x30 < 10 {
        at += 1
      } else if byte == 0x2E || byte == 0x2C, at + 1 < end, buffer[at + 1] &- 0x30 < 10 {
        if byte == 0x2C, isList(buffer, at, start, end) { break }
        at += 1
      } else if byte == 0xC2 || byte == 0xE2, let next = digitGroup(buffer, at, end) {
        at = next
      } else {
        break
      }
    }
    var hash = FoldedHash()
    hash.add(buffer, start..<at)
    append(start, at, .number, [.hasDigit], hash.value)
    return at
  }

  /// Whether the comma at `at` parts numbers ("22,24,26") instead of digits ("1,234", "5,25").
  private func isList(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ start: Int, _ end: Int) -> Bool {
    var next = at
    var run = 0
    var groups = 0
    // "12,34,567": groups of two before the last three are lakhs and crores.
    while next < end, buffer[next] == 0x2C, next + 1 < end, buffer[next + 1] &- 0x30 < 10 {
      next += 1
      run = 0
      groups += 1
      while next < end, buffer[next] &- 0x30 < 10 {
        next += 1
        run += 1
      }
      if run > 3 || groups > 6 { break }
    }
    if run == 3 { return false }
    let isLater = start > 1 && buffer[start - 1] == 0x2C && buffer[start - 2] &- 0x30 < 10
    return groups > 1 || isLater
  }

  /// After a no-break or thin space, three digits carry a number on ("1 234 567"); nil where they do not.
  private func digitGroup(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let scalar = decodeScalar(buffer, at, end)
    guard scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value == 0x2009 else { return nil }
    let first = at + scalar.length
    guard first + 3 <= end, (first..<first + 3).allSatisfy({ buffer[$0] &- 0x30 < 10 }) else { return nil }
    return first + 3 == end || buffer[first + 3] &- 0x30 >= 10 ? first + 3 : nil
  }
}

@inline(__always)
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}
