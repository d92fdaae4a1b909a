/// What the header lines before a body say of its length.
struct HeaderSection: Sendable {
  /// The header that counts, in lower case.
  static let lengthName = Array("content-length".utf8)

  /// Whether no line has been taken.
  private(set) var isEmpty = true
  private var length: Int?
  private var fault: FrameError?
  private var hasStrayBytes = false

  /// Takes a line without its line break.
  ///
  /// Returns a fault for the first one that is no header or has something before it: one a section, however much
  /// junk there is.
  mutating func take(_ line: [UInt8]) -> FrameError? {
    isEmpty = false
    let isStray = takeLength(line)
    defer { hasStrayBytes = hasStrayBytes || isStray }
    return isStray && !hasStrayBytes ? .strayLine : nil
  }

  /// Takes the length that a line gives; returns whether the line holds what is no header.
  private mutating func takeLength(_ line: [UInt8]) -> Bool {
    guard let (start, value) = Self.lengthHeader(line) else { return !line.contains(UInt8(ascii: ":")) }
    if let announced = Self.number(value) {
      if let length, length != announced { fault = .conflictingLengths(length, announced) }
      length = announced
    } else {
      fault = .invalidLength(String(decoding: value.prefix(40), as: UTF8.self))
    }
    // The rest of a body that was longer than announced stands before the next header.
    return start > 0
  }

  /// The number of bytes of the body.
  func bodyLength(limit: Int) throws(FrameError) -> Int {
    if let fault { throw fault }
    guard let length else { throw .missingLength }
    guard length <= limit else { throw .tooLong(length: length, limit: limit) }
    return length
  }

  static func lowercase(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }

  /// Where the last length header in `line` begins, and its value without the blanks around.
  private static func lengthHeader(_ line: [UInt8]) -> (start: Int, value: ArraySlice<UInt8>)? {
    guard line.count > lengthName.count else { return nil }
    for start in (0...(line.count - lengthName.count)).reversed() {
      let end = start + lengthName.count
      guard lowercase(line[start]) == lengthName[0], line[start..<end].map(lowercase) == lengthName else { continue }
      var rest = trimmed(line[end...])
      guard rest.first == UInt8(ascii: ":") else { continue }
      rest.removeFirst()
      return (start, trimmed(rest))
    }
    return nil
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
    let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return text[start..<max(start, end)]
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
