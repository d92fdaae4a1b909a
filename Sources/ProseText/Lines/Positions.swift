/// The unit in which a client counts columns.
package enum PositionEncoding: String, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units, the protocol's default.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}

/// A place as line and column, both 0-based; the column counts units of some `PositionEncoding`.
package struct Position: Sendable, Hashable, Comparable {
  /// 0-based line.
  package var line: Int
  /// 0-based column in the encoding agreed upon.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

// The law of positions, kept here alone:
// * inside Hearsay a place is a UTF-8 byte offset; a line and column exist only at the edge;
// * lines end after LF, CR LF or CR; the ending belongs to its line, a column never points behind it;
// * a column past the end of its line means the end of the line, a line past the last means the end of the text
//   (LSP 3.17, Position: "if the character value is greater than the line length it defaults back to the line length");
// * a column inside a scalar (half a surrogate pair, or bytes of a sequence) means that scalar's beginning.
extension SourceText {
  /// The byte offset of a position, clamped as the law of positions says.
  package func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return bytes.count }
    let start = lines.starts[position.line]
    let end = contentEnd(ofLine: position.line)
    guard position.character > 0 else { return start }
    if lines.isASCII[position.line] { return min(start + min(position.character, end - start), end) }
    return bytes.withUnsafeBufferPointer { buffer in
      var left = position.character
      var at = start
      while at < end {
        let length = min(scalarLength(buffer[at]), end - at)
        let units = columnUnits(length, encoding)
        if left < units { return at }
        left -= units
        at += length
      }
      return end
    }
  }

  /// The position of a byte offset; an offset past the end is the end, one inside a scalar that scalar's beginning.
  package func position(of offset: Int, in encoding: PositionEncoding) -> Position {
    var cursor = PositionCursor(self, encoding)
    return cursor.position(of: offset)
  }

  /// Where the line's own bytes end, before its line ending.
  package func contentEnd(ofLine line: Int) -> Int {
    var end = line + 1 < lines.count ? lines.starts[line + 1] : bytes.count
    let start = lines.starts[line]
    if line + 1 < lines.count {
      if end > start, bytes[end - 1] == 0x0A { end -= 1 }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return end
  }
}

/// Turns byte offsets into positions in one forward pass when asked in rising order.
///
/// Prose puts a paragraph on a line: scanning the line anew for each finding would be quadratic.
package struct PositionCursor: Sendable {
  private let text: SourceText
  private let encoding: PositionEncoding
  private var line = 0
  private var at = 0
  private var column = 0

  package init(_ text: SourceText, _ encoding: PositionEncoding) {
    self.text = text
    self.encoding = encoding
  }

  /// The position of `offset`; cheap when offsets rise, right in any order.
  package mutating func position(of offset: Int) -> Position {
    let wanted = min(max(0, offset), text.bytes.count)
    if wanted < at || (line + 1 < text.lines.count && wanted >= text.lines.starts[line + 1]) {
      line = text.lines.line(of: wanted)
      at = text.lines.starts[line]
      column = 0
    }
    let end = min(wanted, text.contentEnd(ofLine: line))
    if text.lines.isASCII[line] || encoding == .utf8 {
      var stop = max(at, end)
      if encoding == .utf8, stop < text.bytes.count, !text.lines.isASCII[line] {
        while stop > at, text.bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
      }
      column += stop - at
      at = stop
    } else {
      text.bytes.withUnsafeBufferPointer { buffer in
        while at < end {
          let length = scalarLength(buffer[at])
          if at + length > end { break }
          column += columnUnits(length, encoding)
          at += length
        }
      }
    }
    return Position(line: line, character: column)
  }
}

/// The length of the UTF-8 sequence that a byte opens; a stray continuation byte counts as one of its own.
@inline(__always)
func scalarLength(_ byte: UInt8) -> Int {
  byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
}

@inline(__always)
private func columnUnits(_ length: Int, _ encoding: PositionEncoding) -> Int {
  switch encoding {
  case .utf8: length
  case .utf16: length == 4 ? 2 : 1
  case .utf32: 1
  }
}
