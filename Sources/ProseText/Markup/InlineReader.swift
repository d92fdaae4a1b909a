/// Finds the markup inside one block in one pass from left to right.
protocol InlineReader {
  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline)

  var buffer: UnsafeBufferPointer<UInt8> { get }
  /// What was found so far.
  var mask: InlineMask { get set }
  /// Where the reader stands.
  var at: Int { get set }

  /// Reads what stands at `at`, and goes on behind it by a byte or more.
  mutating func readMarkup()
}

extension InlineReader {
  mutating func readAll() -> BlockContent {
    while at < buffer.count { readMarkup() }
    return mask.content()
  }

  /// Takes an opaque piece of markup and goes on behind it, or one byte further where it does not end.
  mutating func take(_ kind: InlineKind, to end: Int?, target: Range<Int> = 0..<0) {
    guard let end else {
      at += 1
      return
    }
    mask.take(kind, at..<end, target: target)
    at = end
  }

  /// Reads a bare address, where one begins.
  mutating func readAddress() {
    let end = bareAddressEnd(buffer, from: at)
    take(.address, to: end, target: at..<(end ?? at))
  }

  /// Reads an entity, where one begins: the character that it stands for, or nothing where prose hardly uses it.
  mutating func readEntity() {
    guard let end = entityEnd(buffer, at) else {
      at += 1
      return
    }
    if let scalar = entityScalar(buffer, at..<end) {
      mask.replace(at..<end, with: scalar)
    } else {
      mask.hide(at..<end)
    }
    at = end
  }

  /// Reads `[@key]` and the like; false where the bracket opens no citation.
  mutating func readCitations() -> Bool {
    guard let found = bracketedCitations(buffer, from: at) else { return false }
    for (part, key) in found.parts { mask.take(.citation, part, target: key) }
    mask.hide(at..<found.end)
    at = found.end
    return true
  }

  /// The bracket that closes the one at `open` within `limit` bytes; brackets inside count.
  func closingBracket(_ open: Int, limit: Int) -> Int? {
    var depth = 0
    for at in open..<min(buffer.count, open + limit) {
      if buffer[at] == UInt8(ascii: "[") { depth += 1 }
      if buffer[at] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }
}
