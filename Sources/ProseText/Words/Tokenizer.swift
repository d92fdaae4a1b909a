/// Cuts a block's prose into tokens.
///
/// Words split as in Universal Dependencies: "CCP’s" is CCP + ’s, "don’t" is do + n’t, "two-mile" is two + - + mile.
/// A number keeps its separators ("1,234.5", "2019"); letters that follow directly are a token of their own.
package func tokenize(_ bytes: [UInt8], at origin: Int, _ content: BlockContent) -> [Token] {
  var tokenizer = Tokenizer(origin: origin)
  bytes.withUnsafeBufferPointer { tokenizer.run($0, content) }
  return tokenizer.tokens
}

private struct Tokenizer {
  let origin: Int
  var tokens: [Token] = []
  var pending: TokenShape = [.spaceBefore, .lineBefore]

  init(origin: Int) { self.origin = origin }

  mutating func run(_ buffer: UnsafeBufferPointer<UInt8>, _ content: BlockContent) {
    tokens.reserveCapacity((content.prose.last?.upperBound ?? 0) / 5 + 4)
    var inline = 0
    for (index, prose) in content.prose.enumerated() {
      // Opaque things between this stretch of prose and the one before stand in the sentence as one token each.
      let gapStart = index == 0 ? 0 : content.prose[index - 1].upperBound
      inline = placeOpaque(content.inlines, from: inline, in: gapStart..<prose.lowerBound)
      if index > 0, gapStart < prose.lowerBound, hasSpace(buffer, gapStart..<prose.lowerBound) {
        pending.insert(.spaceBefore)
      }
      scan(buffer, (prose.lowerBound + origin)..<min(prose.upperBound + origin, buffer.count))
    }
    let end = content.prose.last?.upperBound ?? 0
    _ = placeOpaque(content.inlines, from: inline, in: end..<Int.max)
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

  private mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind, _ shape: TokenShape, _ key: UInt64) {
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
        kind = asciiClasses[Int(byte)]
      } else {
        let scalar = decodeScalar(buffer, at, end)
        length = scalar.length
        kind = byte >= 0x80 && scalar.length == 1 ? .symbol : scalarClass(scalar.value)
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
        at = word(buffer, at, end)
      case .digit:
        at = number(buffer, at, end)
      case .apostrophe, .punctuation, .symbol:
        var hash = FoldedHash()
        hash.add(buffer, at..<at + length)
        var stop = at + length
        if byte == 0x2E || byte == 0x2D {
          // "..." and "--" are one mark.
          while stop < end, buffer[stop] == byte {
            hash.add(byte)
            stop += 1
          }
        }
        append(at, stop, kind == .symbol ? .symbol : .punctuation, [], hash.value)
        at = stop
      }
    }
  }

  /// A word from `start`, which is a letter: letters, digits, inner apostrophes, inner dots of abbreviations.
  private mutating func word(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    var capitals = 0
    var letters = 0
    var hasDigit = false
    var dots = 0
    var firstIsCapital = false
    var hasInnerCapital = false
    var clitic: Int?
    scanning: while at < end {
      let byte = buffer[at]
      if byte < 0x80 {
        switch asciiClasses[Int(byte)] {
        case .letter:
          letters += 1
          if byte < 0x61 {
            capitals += 1
            if at == start { firstIsCapital = true } else if buffer[at - 1] >= 0x61 { hasInnerCapital = true }
          }
          at += 1
        case .digit:
          hasDigit = true
          at += 1
        case .apostrophe:
          guard joins(buffer, at, 1, end) else { break scanning }
          if clitic == nil { clitic = at }
          letters += 1
          at += 1
        case .punctuation where byte == 0x2E:
          // A dot between a letter and a small letter or digit ("a.m.", "gsa.gov"), or after a single letter ("U.S.").
          guard at + 1 < end, isLetterOrDigit(buffer[at + 1]) else { break scanning }
          let next = buffer[at + 1]
          let isInitials = (at - start == 1 || buffer[at - 2] == 0x2E) && at - start <= 8
          guard isInitials || !(next &- 0x41 < 26) else { break scanning }
          dots += 1
          at += 1
        case .symbol where byte == 0x40 || byte == 0x26 || byte == 0x5F:
          // "R&D", "name@host": one word.
          guard at + 1 < end, isLetterOrDigit(buffer[at + 1]) else { break scanning }
          if byte == 0x40 { return address(buffer, start, end) }
          at += 1
        case .punctuation where byte == 0x5F:
          guard at + 1 < end, isLetterOrDigit(buffer[at + 1]) else { break scanning }
          at += 1
        case .punctuation where byte == 0x3A:
          if at + 2 < end, buffer[at + 1] == 0x2F, buffer[at + 2] == 0x2F { return address(buffer, start, end) }
          break scanning
        default: break scanning
        }
      } else {
        let scalar = decodeScalar(buffer, at, end)
        guard scalar.length > 1 else { break scanning }
        switch scalarClass(scalar.value) {
        case .letter:
          letters += 1
          if isCapital(scalar.value) {
            capitals += 1
            if at == start { firstIsCapital = true }
          }
          at += scalar.length
        case .apostrophe:
          guard joins(buffer, at, scalar.length, end) else { break scanning }
          if clitic == nil { clitic = at }
          letters += 1
          at += scalar.length
        case .ignorable: at += scalar.length
        default: break scanning
        }
      }
    }
    var shape: TokenShape = [.hasLetter]
    if firstIsCapital { shape.insert(.capitalised) }
    if capitals >= 2, capitals == letters { shape.insert(.allCaps) }
    if hasDigit { shape.insert(.hasDigit) }
    if hasInnerCapital { shape.insert(.innerCapital) }
    if at - start >= 4, buffer[start] | 0x20 == 0x77, buffer[start + 3] == 0x2E, buffer[start + 1] | 0x20 == 0x77,
      buffer[start + 2] | 0x20 == 0x77
    {
      return address(buffer, start, end)
    }
    if let split = cliticSplit(buffer, start, at, clitic) {
      var hash = FoldedHash()
      hash.add(buffer, start..<split)
      var head = shape
      if capitals > 0, capitals == letters - tailLetters(buffer, split, at) { head.insert(.allCaps) }
      if split - start < 2 { head.remove(.allCaps) }
      append(start, split, .word, head, hash.value)
      var tail = FoldedHash()
      tail.add(buffer, split..<at)
      append(split, at, .word, [.hasLetter], tail.value)
      return at
    }
    var hash = FoldedHash()
    hash.add(buffer, start..<at)
    // The dot of an abbreviation belongs to it.
    if at < end, buffer[at] == 0x2E, !(at + 1 < end && buffer[at + 1] == 0x2E) {
      let isInitial = at - start == 1 && firstIsCapital && buffer[start] != 0x49
      if dots > 0 && at - start <= 6 || isInitial || Abbreviations.opening.contains(hash.value)
        || (Abbreviations.closing.contains(hash.value) && abbreviates(buffer, start, at, end))
      {
        shape.insert(.abbreviation)
        append(start, at + 1, .word, shape, hash.value)
        return at + 1
      }
    }
    append(start, at, dots > 0 && at - start > 6 ? .opaque : .word, shape, hash.value)
    return at
  }

  /// "Sun." and "Mar." are words as well as abbreviations: a dot belongs to them only where a number or comma follows.
  private func abbreviates(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int, _ end: Int) -> Bool {
    guard at - start == 3 else { return true }
    var next = at + 1
    while next < end, buffer[next] == 0x20 { next += 1 }
    guard next < end else { return false }
    let byte = buffer[next]
    return byte == 0x2C || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func tailLetters(_ buffer: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    var count = 0
    var at = from
    while at < to {
      at += scalarLength(buffer[at])
      count += 1
    }
    return count
  }

  /// Whether letters stand on both sides of an apostrophe.
  private func joins(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int, _ end: Int) -> Bool {
    at + length < end
      && (isLetterOrDigit(buffer[at + length]) || buffer[at + length] >= 0xC3 && buffer[at + length] < 0xE0)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Where "CCP’s", "we’ll" or "don’t" part in two.
  private func cliticSplit(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ apostrophe: Int?) -> Int? {
    guard let apostrophe, apostrophe > start else { return nil }
    let tail = apostrophe + scalarLength(buffer[apostrophe])
    let length = end - tail
    guard (1...2).contains(length) else { return nil }
    let first = buffer[tail] | 0x20
    if length == 1 {
      if first == 0x74, apostrophe - start >= 2, buffer[apostrophe - 1] | 0x20 == 0x6E { return apostrophe - 1 }
      return first == 0x73 || first == 0x6D || first == 0x64 ? apostrophe : nil
    }
    let second = buffer[tail + 1] | 0x20
    switch (first, second) {
    case (0x6C, 0x6C), (0x72, 0x65), (0x76, 0x65): return apostrophe
    default: return nil
    }
  }

  /// An address on the net runs to the next white space, less the marks that end a clause.
  private mutating func address(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, buffer[at] > 0x20, buffer[at] != 0x3C, buffer[at] != 0x3E, buffer[at] != 0x22 { at += 1 }
    trimming: while at > start + 1 {
      switch buffer[at - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27: at -= 1
      default: break trimming
      }
    }
    append(start, at, .opaque, [.hasLetter], 0)
    return at
  }

  /// A number from `start`, which is a digit: digits, with single separators between digits.
  private mutating func number(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let byte = buffer[at]
      if byte &- 0x30 < 10 {
        at += 1
      } else if byte == 0x2E || byte == 0x2C, at + 1 < end, buffer[at + 1] &- 0x30 < 10 {
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

  /// After a no-break or thin space, three digits carry a number on ("1 234 567"); nil where they do not.
  private func digitGroup(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let scalar = decodeScalar(buffer, at, end)
    guard scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value == 0x2009 else { return nil }
    let first = at + scalar.length
    guard first + 3 <= end, (first..<first + 3).allSatisfy({ buffer[$0] &- 0x30 < 10 }) else { return nil }
    return first + 3 == end || buffer[first + 3] &- 0x30 >= 10 ? first + 3 : nil
  }
}
