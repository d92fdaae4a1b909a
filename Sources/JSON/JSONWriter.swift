/// Writes JSON straight into bytes, without a tree in between.
///
/// Calls follow the structure: `beginObject()`, then `key(_:)` and a value in turn, then `endObject()`. The writer
/// sets commas, colons and line breaks; it does not check that begin and end match.
package struct JSONWriter: Sendable {
  private enum Position {
    /// Before a first value, or after a key.
    case atValue
    /// In an array or object that holds nothing yet.
    case atFirst
    case afterValue
  }

  /// What has been written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let layout: JSONLayout
  private var position = Position.atValue
  private var depth = 0

  package init(layout: JSONLayout = .compact) {
    self.layout = layout
  }

  /// Hands over what was written since the last time.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package mutating func reserveCapacity(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a member's key; its value must follow.
  package mutating func key(_ key: String) {
    startItem()
    append(quoted: key, isKey: true)
    if layout.spacesAfterPunctuation { bytes.append(0x20) }
    position = .atValue
  }

  package mutating func null() { word("null") }

  package mutating func value(_ value: Bool) { word(value ? "true" : "false") }

  package mutating func value(_ value: String) {
    startItem()
    append(quoted: value)
    position = .afterValue
  }

  package mutating func value(_ value: Int) {
    startItem()
    append(value)
    position = .afterValue
  }

  /// Writes the shortest digits that give the same number back, a whole number without fraction; `null` for infinity
  /// and not-a-number, which JSON cannot say.
  package mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    if abs(value) < 0x1p53, let whole = value.asInt, !(whole == 0 && value.sign == .minus) {
      return self.value(whole)
    }
    // "-0.0" for minus zero: with a fraction it is read as a number, not as an integer.
    word(value.description)
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): self.value(value)
    case .integer(let value): self.value(value)
    case .number(let value): self.value(value)
    case .string(let value): self.value(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    startItem()
    bytes.append(bracket)
    depth += 1
    position = .atFirst
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if position == .afterValue { breakLine() }
    bytes.append(bracket)
    position = .afterValue
  }

  /// Writes what parts a key or a value from what stands before it.
  private mutating func startItem() {
    switch position {
    case .atValue: return
    case .atFirst: breakLine()
    case .afterValue:
      bytes.append(UInt8(ascii: ","))
      if depth > 0 { breakLine(orSpace: layout.spacesAfterPunctuation) }
    }
  }

  private mutating func breakLine(orSpace: Bool = false) {
    guard let lines = layout.lines else {
      if orSpace { bytes.append(0x20) }
      return
    }
    bytes.append(contentsOf: lines.lineBreak.utf8)
    bytes.append(contentsOf: lines.margin)
    for _ in 0..<max(depth, 0) { bytes.append(contentsOf: lines.indentation) }
  }

  private mutating func word(_ word: String) {
    startItem()
    bytes.append(contentsOf: word.utf8)
    position = .afterValue
  }

  private mutating func append(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  private mutating func append(digitsOf value: UInt) {
    let (rest, digit) = value.quotientAndRemainder(dividingBy: 10)
    if rest > 0 { append(digitsOf: rest) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
  }

  private mutating func append(quoted string: String, isKey: Bool = false) {
    var string = string
    string.withUTF8 { buffer in
      var start = 0
      if buffer.count <= Self.shortString, plainRunEnd(buffer, from: 0) == buffer.count {
        return append(plain: buffer, isKey: isKey)
      }
      bytes.append(UInt8(ascii: "\""))
      while true {
        let end = plainRunEnd(buffer, from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
        guard end < buffer.count else { break }
        append(escaped: buffer[end])
        start = end + 1
      }
      bytes.append(UInt8(ascii: "\""))
      if isKey { bytes.append(UInt8(ascii: ":")) }
    }
  }

  /// Most strings are keys and short words without anything to escape: one piece each.
  private static let shortString = 64

  private mutating func append(plain string: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.shortString + 3) { room in
      room[0] = UInt8(ascii: "\"")
      for index in string.indices { room[index + 1] = string[index] }
      room[string.count + 1] = UInt8(ascii: "\"")
      if isKey { room[string.count + 2] = UInt8(ascii: ":") }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<(string.count + (isKey ? 3 : 2))]))
    }
  }

  private mutating func append(escaped byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension JSONValue {
  /// The value as UTF-8: compact, or over several lines with two spaces a level and no line break at the end.
  package func serialized(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(layout: pretty ? .pretty : .compact)
    writer.value(self)
    return writer.bytes
  }
}
