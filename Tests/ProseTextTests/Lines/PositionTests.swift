import ProseText
import TestSupport
import Testing

struct PositionTests {
  private static let pieces = ["a", "b c", "é", "中", "🙂", "e\u{301}", "\n", "\r", "\r\n", "\u{2028}", "\t", "👩‍👧"]

  private func randomText(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...60, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: 0..<30, PositionEncoding.allCases)
  func positionsAreThoseOfTheReference(seed: UInt64, encoding: PositionEncoding) {
    var random = SeededGenerator(seed: seed)
    let string = randomText(&random)
    let text = SourceText(string)
    let reference = ReferencePositions(string, encoding)
    var cursor = PositionCursor(text, encoding)
    for offset in -1...(text.count + 1) {
      let position = text.position(of: offset, in: encoding)
      #expect(position == reference.position(of: offset), "\(offset) in \(string.debugDescription)")
      #expect(cursor.position(of: offset) == position, "rising, \(offset) in \(string.debugDescription)")
    }
    for _ in 0..<60 {
      let offset = Int.random(in: 0...text.count, using: &random)
      #expect(cursor.position(of: offset) == reference.position(of: offset), "\(offset) in \(string.debugDescription)")
    }
  }

  @Test(arguments: 0..<30, PositionEncoding.allCases)
  func offsetsComeBack(seed: UInt64, encoding: PositionEncoding) {
    var random = SeededGenerator(seed: seed)
    let string = randomText(&random)
    let text = SourceText(string)
    for (offset, position) in ReferencePositions(string, encoding).places {
      #expect(text.offset(of: position, in: encoding) == offset, "\(position) in \(string.debugDescription)")
    }
  }

  private func check(
    _ string: String, _ line: Int, _ character: Int, _ encoding: PositionEncoding, is offset: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let position = Position(line: line, character: character)
    #expect(SourceText(string).offset(of: position, in: encoding) == offset, sourceLocation: sourceLocation)
  }

  @Test func whatLiesOutsideIsClamped() {
    check("ab\r\ncd", 0, 99, .utf16, is: 2)
    check("ab\r\ncd", 0, .max, .utf8, is: 2)
    check("aé\ncd", 0, .max, .utf32, is: 3)
    check("ab\r\ncd", 1, 99, .utf16, is: 6)
    check("ab\r\ncd", 2, 0, .utf16, is: 6)
    check("ab\r\ncd", .max, .max, .utf16, is: 6)
    check("ab\r\ncd", -1, 5, .utf16, is: 0)
    check("ab\r\ncd", 1, -5, .utf16, is: 4)
    check("", 0, 3, .utf16, is: 0)
    check("ab\n", 1, 3, .utf32, is: 3)
  }

  @Test func aColumnInsideAScalarMeansItsBeginning() {
    check("x🙂y", 0, 2, .utf16, is: 1)
    check("x🙂y", 0, 3, .utf16, is: 5)
    check("x🙂y", 0, 3, .utf8, is: 1)
    check("x🙂y", 0, 2, .utf32, is: 5)
  }

  /// Bytes that are not UTF-8 have a position too, and going there and back never passes the place.
  @Test(arguments: 0..<20, PositionEncoding.allCases)
  func anyBytesHavePositions(seed: UInt64, encoding: PositionEncoding) {
    var random = SeededGenerator(seed: seed)
    let choices: [UInt8] = [0x61, 0x0A, 0x0D, 0x80, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF]
    let bytes = (0..<50).map { _ in choices.randomElement(using: &random) ?? 0 }
    let text = SourceText(bytes)
    var last = Position(line: 0, character: 0)
    for offset in 0...bytes.count {
      let position = text.position(of: offset, in: encoding)
      #expect(position >= last, "\(bytes)")
      #expect(text.offset(of: position, in: encoding) <= offset, "\(bytes)")
      last = position
    }
  }

  /// A paragraph is a line: a scan of it for each position would be quadratic.
  @Test func aLongLineTakesLinearTime() {
    let isLinear = GrowingTimes(from: 125_000).hold { size in
      let text = SourceText(String(repeating: "é wör🙂d ", count: size / 12))
      return processorTime {
        var cursor = PositionCursor(text, .utf16)
        for offset in stride(from: 0, to: text.count, by: 64) { _ = cursor.position(of: offset) }
      }
    }
    #expect(isLinear)
  }
}

/// Positions as a walk over a string's scalars finds them.
private struct ReferencePositions {
  /// The offset and position of each scalar, line endings without a place of their own left out, and of the end.
  private(set) var places: [(offset: Int, position: Position)] = []
  private var ofByte: [Position] = []

  init(_ string: String, _ encoding: PositionEncoding) {
    var position = Position(line: 0, character: 0)
    var isBehindReturn = false
    for scalar in string.unicodeScalars {
      if isBehindReturn, scalar != "\n" { position = Position(line: position.line + 1, character: 0) }
      if !(isBehindReturn && scalar == "\n") { places.append((ofByte.count, position)) }
      isBehindReturn = scalar == "\r"
      for _ in Unicode.UTF8.encode(scalar) ?? .init() { ofByte.append(position) }
      if scalar == "\n" {
        position = Position(line: position.line + 1, character: 0)
      } else if scalar != "\r" {
        switch encoding {
        case .utf8: position.character += String(scalar).utf8.count
        case .utf16: position.character += String(scalar).utf16.count
        case .utf32: position.character += 1
        }
      }
    }
    if isBehindReturn { position = Position(line: position.line + 1, character: 0) }
    places.append((ofByte.count, position))
    ofByte.append(position)
  }

  func position(of offset: Int) -> Position { ofByte[min(max(0, offset), ofByte.count - 1)] }
}
