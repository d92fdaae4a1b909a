/// One line of a draft, read from left to right with tab stops every four columns, as CommonMark counts them.
struct MarkdownLine {
  let buffer: UnsafeBufferPointer<UInt8>
  /// Behind the last byte before the line ending.
  let end: Int
  /// Where reading goes on.
  private(set) var at: Int
  /// The first byte from `at` on that is neither space nor tab.
  private(set) var first: Int
  private var column = 0
  private var firstColumn = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.buffer = buffer
    at = range.lowerBound
    end = range.upperBound
    first = range.lowerBound
    measure()
  }

  /// The columns of white space before `first`.
  var indent: Int { firstColumn - column }

  /// Whether nothing but white space is left.
  var isBlank: Bool { first >= end }

  /// The byte at `first`; zero on a blank line.
  var byte: UInt8 { first < end ? buffer[first] : 0 }

  /// What is left of the line, without white space at its ends.
  var content: Range<Int> { trimmed(buffer, first..<end) }

  /// Skips columns of white space; a tab may be skipped in part.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0, at < first {
      guard buffer[at] == UInt8(ascii: "\t") else {
        at += 1
        column += 1
        left -= 1
        continue
      }
      let width = 4 - column % 4
      if width > left {
        column += left
        return
      }
      column += width
      left -= width
      at += 1
    }
  }

  /// Goes on behind the white space and `count` bytes of a marker.
  mutating func skipMarker(_ count: Int) {
    at = min(first + count, end)
    column = firstColumn + (at - first)
    first = at
    measure()
  }

  /// Goes on at `first`.
  mutating func skipIndent() {
    at = first
    column = firstColumn
  }

  private mutating func measure() {
    firstColumn = column
    while first < end {
      if buffer[first] == UInt8(ascii: " ") {
        firstColumn += 1
      } else if buffer[first] == UInt8(ascii: "\t") {
        firstColumn += 4 - firstColumn % 4
      } else {
        break
      }
      first += 1
    }
  }
}
