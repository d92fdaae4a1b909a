/// Words and what begins like one: clitics, abbreviations, addresses.
extension Tokenizer {
  /// A word that is being read.
  private struct Spelling {
    var hash = FoldedHash()
    var letters = 0
    var capitals = 0
    var dots = 0
    var hasDigit = false
    var hasInnerCapital = false
    var clitic: Int?
  }

  /// A word from `start`, which is a letter: letters, digits, inner apostrophes, inner dots of abbreviations.
  mutating func word(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    var spelling = Spelling()
    while at < end {
      let byte = buffer[at]
      if byte &- 0x61 < 26 {
        at = smallLetters(buffer, at, end, &spelling)
      } else if byte &- 0x41 < 26 {
        spelling.letters += 1
        spelling.capitals += 1
        if at > start, buffer[at - 1] &- 0x61 < 26 { spelling.hasInnerCapital = true }
        spelling.hash.add(byte | 0x20)
        at += 1
      } else if byte <= 0x20 {
        break
      } else if byte >= 0x80 {
        guard let next = wideScalar(buffer, at, end, &spelling) else { break }
        spelling.hash.add(buffer, at..<next)
        at = next
      } else if isAddress(buffer, start, at, end) {
        return address(buffer, start, end)
      } else if continues(buffer, start, at, end, &spelling) {
        spelling.hash.add(byte)
        at += 1
      } else {
        break
      }
    }
    return appendWord(buffer, start..<at, end, spelling)
  }

  /// Reads the small letters from `at` on, which most of prose is.
  @inline(__always)
  private func smallLetters(
    _ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ spelling: inout Spelling
  ) -> Int {
    var next = at
    var hash = spelling.hash
    while next < end, buffer[next] &- 0x61 < 26 {
      hash.add(buffer[next])
      next += 1
    }
    spelling.hash = hash
    spelling.letters += next - at
    return next
  }

  /// Whether the ASCII byte at `at`, which is no letter, goes on with the word.
  private func continues(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int, _ end: Int, _ spelling: inout Spelling
  ) -> Bool {
    switch buffer[at] {
    case 0x30...0x39:
      spelling.hasDigit = true
      return true
    case 0x27:
      guard joins(buffer, at + 1, end) else { return false }
      if spelling.clitic == nil { spelling.clitic = at }
      spelling.letters += 1
      return true
    case 0x2E:
      // A dot between a letter and a small letter or digit ("a.m.", "gsa.gov"), or in an abbreviation ("U.S.", "Ph.D.").
      guard at + 1 < end, isLetterOrDigit(buffer[at + 1]) else { return false }
      let isSingle = (at - start == 1 || buffer[at - 2] == 0x2E) && at - start <= 8
      let isDegree = at - start == 2 && at + 2 < end && buffer[at + 2] == 0x2E
      guard isSingle || isDegree || !(buffer[at + 1] &- 0x41 < 26) else { return false }
      if spelling.dots == 0, spelling.letters >= 3, isNoteNumber(buffer, at + 1, end) { return false }
      spelling.dots += 1
      return true
    case 0x26, 0x5F:
      // "R&D", "file_name": one word.
      return at + 1 < end && isLetterOrDigit(buffer[at + 1])
    default: return false
    }
  }

  /// Reads the scalar outside ASCII at `at`; nil where it is no part of the word.
  private func wideScalar(
    _ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ spelling: inout Spelling
  ) -> Int? {
    let scalar = decodeScalar(buffer, at, end)
    guard scalar.length > 1 else { return nil }
    switch scalarClass(scalar.value) {
    case .letter:
      spelling.letters += 1
      if isCapital(scalar.value) { spelling.capitals += 1 }
    case .apostrophe:
      guard joins(buffer, at + scalar.length, end) else { return nil }
      if spelling.clitic == nil { spelling.clitic = at }
      spelling.letters += 1
    case .ignorable: break
    default: return nil
    }
    return at + scalar.length
  }

  /// Whether the digits at `at`, right behind a word and a stop, are the number of a note ("consultation.11").
  private func isNoteNumber(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    var stop = at
    while stop < end, stop - at < 4, buffer[stop] &- 0x30 < 10 { stop += 1 }
    return (1...3).contains(stop - at) && (stop == end || buffer[stop] <= 0x20)
  }

  private mutating func appendWord(
    _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int, _ spelling: Spelling
  ) -> Int {
    let start = range.lowerBound
    let at = range.upperBound
    let firstIsCapital = spelling.capitals > 0 && opensWithCapital(buffer, start, at)
    var shape: TokenShape = [.hasLetter]
    if firstIsCapital { shape.insert(.capitalised) }
    if spelling.capitals >= 2, spelling.capitals == spelling.letters { shape.insert(.allCaps) }
    if spelling.hasDigit { shape.insert(.hasDigit) }
    if spelling.hasInnerCapital { shape.insert(.innerCapital) }
    if let apostrophe = spelling.clitic, let split = cliticSplit(buffer, start, at, apostrophe) {
      let isCapitals = spelling.capitals == spelling.letters - scalarCount(buffer, split..<at)
      if isCapitals, spelling.capitals > 0 { shape.insert(.allCaps) }
      if split - start < 2 { shape.remove(.allCaps) }
      append(start, split, .word, shape, key(buffer, start..<split))
      append(split, at, .word, [.hasLetter], key(buffer, split..<at))
      return at
    }
    if at < end, buffer[at] == 0x2E, !(at + 1 < end && buffer[at + 1] == 0x2E),
      ownsDot(buffer, range, end, shape, spelling)
    {
      shape.insert(.abbreviation)
      append(start, at + 1, .word, shape, spelling.hash.value)
      return at + 1
    }
    append(start, at, spelling.dots > 0 && range.count > 6 ? .opaque : .word, shape, spelling.hash.value)
    return at
  }

  private func opensWithCapital(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    buffer[start] < 0x80 ? buffer[start] < 0x61 : isCapital(decodeScalar(buffer, start, end).value)
  }

  private func key(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = FoldedHash()
    hash.add(buffer, range)
    return hash.value
  }

  /// Whether the dot behind the word belongs to it.
  private func ownsDot(
    _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int, _ shape: TokenShape, _ spelling: Spelling
  ) -> Bool {
    if spelling.dots > 0, range.count <= 6 { return true }
    let isCapitalised = shape.contains(.capitalised)
    // "€10M." ends a sentence; the letter is no initial.
    let isBehindDigit = range.lowerBound > 0 && buffer[range.lowerBound - 1] &- 0x30 < 10
    if range.count == 1, isCapitalised, buffer[range.lowerBound] != 0x49, !isBehindDigit { return true }
    switch Abbreviation.named(spelling.hash.value) {
    case .opening, .closing, .last: return true
    case .openingSmall: return !shape.contains(.allCaps)
    case .title:
      return isCapitalised && !shape.contains(.allCaps) || isDigit(nextByte(buffer, range.upperBound + 1, end))
    case .reference: return isDigit(nextByte(buffer, range.upperBound + 1, end))
    case .closingWord:
      guard let next = nextByte(buffer, range.upperBound + 1, end) else { return false }
      return next == 0x2C || isDigit(next) || (0x61...0x7A).contains(next)
    case nil: return false
    }
  }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- 0x30 < 10 } ?? false }

  /// The byte behind spaces and one line break.
  private func nextByte(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> UInt8? {
    var next = at
    while next < end, buffer[next] == 0x20 || buffer[next] == 0x0A || buffer[next] == 0x0D { next += 1 }
    // A no-break space ties a number to what it numbers.
    if next + 2 < end, buffer[next] == 0xC2, buffer[next + 1] == 0xA0 { next += 2 }
    return next < end ? buffer[next] : nil
  }

  private func scalarCount(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.count { buffer[$0] & 0xC0 != 0x80 }
  }

  /// Whether a word goes on at `at`, behind an apostrophe.
  private func joins(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at < end && (isLetterOrDigit(buffer[at]) || buffer[at] >= 0xC3 && buffer[at] < 0xE0)
  }

  /// Where "CCP’s", "we’ll" or "don’t" part in two.
  private func cliticSplit(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ apostrophe: Int) -> Int? {
    guard apostrophe > start else { return nil }
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
}
