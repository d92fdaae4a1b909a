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

  /// The room in which what is written begins: to go through `Array.append` for each of many short pieces takes longer than to copy them.
  private var room: [UInt8] = []
  /// How many bytes were written since some were last handed over.
  package private(set) var count = 0
  private let layout: JSONLayout
  /// Whether there is anything but the values and their marks.
  private let isLaidOut: Bool
  private var position = Position.atValue
  private var depth = 0

  package init(layout: JSONLayout = .compact) {
    self.layout = layout
    isLaidOut = layout.lines != nil || layout.spacesAfterPunctuation
  }

  /// What was written since some was last handed over, as UTF-8; a copy.
  package var bytes: [UInt8] { Array(room[..<count]) }

  /// Hands over what was written since the last time.
  package mutating func takeBytes() -> [UInt8] {
    defer { count = 0 }
    return bytes
  }

  package mutating func reserveCapacity(_ capacity: Int) {
    if room.count < capacity { room += repeatElement(0, count: capacity - room.count) }
  }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a key that the program knows beforehand; it holds no mark that JSON escapes. Its value must follow.
  package mutating func key(_ key: StaticString) {
    startItem()
    key.withUTF8Buffer { append(plain: $0, isKey: true) }
    if isLaidOut, layout.spacesAfterPunctuation { append(0x20) }
    position = .atValue
  }

  /// Writes a member's key; its value must follow.
  package mutating func key(named key: String) {
    startItem()
    append(quoted: key, isKey: true)
    if isLaidOut, layout.spacesAfterPunctuation { append(0x20) }
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
    append(number: value)
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
        key(named: member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    startItem()
    append(bracket)
    depth += 1
    position = .atFirst
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if position == .afterValue { breakLine() }
    append(bracket)
    position = .afterValue
  }

  /// Writes what parts a key or a value from what stands before it.
  private mutating func startItem() {
    switch position {
    case .atValue: return
    case .atFirst: breakLine()
    case .afterValue:
      append(UInt8(ascii: ","))
      if depth > 0 { breakLine(orSpace: layout.spacesAfterPunctuation) }
    }
  }

  @inline(__always)
  private mutating func breakLine(orSpace: Bool = false) {
    if isLaidOut { layOut(orSpace: orSpace) }
  }

  @inline(never)
  private mutating func layOut(orSpace: Bool) {
    guard let lines = layout.lines else {
      if orSpace { append(0x20) }
      return
    }
    append(lines.lineBreak.utf8)
    append(lines.margin)
    for _ in 0..<max(depth, 0) { append(lines.indentation) }
  }

  private mutating func word(_ word: String) {
    startItem()
    append(word.utf8)
    position = .afterValue
  }

  private mutating func append(number value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  private mutating func append(digitsOf value: UInt) {
    let (rest, digit) = value.quotientAndRemainder(dividingBy: 10)
    if rest > 0 { append(digitsOf: rest) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
  }

  private mutating func append(quoted string: String, isKey: Bool = false) {
    var string = string
    string.withUTF8 { buffer in
      var end = plainRunEnd(buffer, from: 0)
      if end == buffer.count { return append(plain: buffer, isKey: isKey) }
      append(UInt8(ascii: "\""))
      var start = 0
      while true {
        append(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        guard end < buffer.count else { break }
        append(escaped: buffer[end])
        start = end + 1
        end = plainRunEnd(buffer, from: start)
      }
      append(UInt8(ascii: "\""))
      if isKey { append(UInt8(ascii: ":")) }
    }
  }

  /// Appends a string in which nothing has to be escaped, as nearly all are, with its quotation marks.
  private mutating func append(plain string: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    makeRoom(string.count + 3)
    let (start, end) = (count + 1, count + 1 + string.count)
    room.withUnsafeMutableBytes { room in
      room[start - 1] = UInt8(ascii: "\"")
      UnsafeMutableRawBufferPointer(rebasing: room[start..<end]).copyMemory(from: UnsafeRawBufferPointer(string))
      room[end] = UInt8(ascii: "\"")
      if isKey { room[end + 1] = UInt8(ascii: ":") }
    }
    count = isKey ? end + 2 : end + 1
  }

  // MARK: Bytes

  /// Grows, where so many bytes more have no room.
  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if room.count - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    room += repeatElement(0, count: max(more, room.count, 1024))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    makeRoom(1)
    room[count] = byte
    count += 1
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    makeRoom(piece.count)
    room.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: UnsafeRawBufferPointer(piece))
    }
    count += piece.count
  }

  private mutating func append(_ piece: some Sequence<UInt8>) {
    for byte in piece { append(byte) }
  }

  private mutating func append(escaped byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append("u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
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
