import ProseText

/// The part of a line around a marked range, made fit to be shown: prose puts a paragraph on a line.
///
/// The window is at most `width` columns wide, cut at words where it is cut. A range that goes on over the line's end, or
/// is wider than the window, is shown up to there.
struct Excerpt: Sendable, Equatable {
  /// What stands before the marked words; begins with `…` where the line was cut.
  private(set) var before: String
  private(set) var marked: String
  /// What stands behind them; ends with `…` where the line was cut.
  private(set) var after: String
  /// Columns before the marked words.
  private(set) var markColumn: Int
  /// Columns of the marked words, at least 1.
  private(set) var markWidth: Int
  /// Whether the marked range goes on behind what is shown.
  private(set) var isMarkCut: Bool
  /// Whether some of it runs from right to left, so that columns do not follow the order of the text.
  private(set) var isRightToLeft: Bool

  init(of range: Range<Int>, in text: SourceText, width: Int = 100) {
    let line = text.lines.line(of: range.lowerBound)
    let content = text.lines.starts[line]..<text.contentEnd(ofLine: line)
    let start = min(max(range.lowerBound, content.lowerBound), content.upperBound)
    let lineEnd = max(start, min(range.upperBound, content.upperBound))
    let scan = WindowScan(text.bytes)

    let end = scan.forward(from: start, to: lineEnd, columns: width)
    let room = max(0, width - scan.columns(start..<end.offset))
    let left = scan.backward(from: start, to: content.lowerBound, columns: room)
    let right = scan.forward(from: end.offset, to: content.upperBound, columns: room)
    // Half of the room for each side; what one does not need the other gets.
    let leftRoom = min(left.columns, max(room / 2, room - right.columns))
    var first = scan.backward(from: start, to: content.lowerBound, columns: leftRoom).offset
    var last = scan.forward(from: end.offset, to: content.upperBound, columns: room - leftRoom).offset
    if first > content.lowerBound { first = scan.wordStart(atOrAfter: first, before: start) }
    if last < content.upperBound { last = scan.wordEnd(atOrBefore: last, after: end.offset) }

    isMarkCut = end.offset < range.upperBound && end.offset > start
    var layout = ExcerptLayout()
    if first > content.lowerBound { layout.append("…") }
    layout.append(scan.scalars(first..<start), isFirst: first == content.lowerBound)
    before = layout.take()
    markColumn = layout.width.columns
    layout.append(scan.scalars(start..<end.offset))
    marked = layout.take()
    markWidth = max(1, layout.width.columns - markColumn)
    layout.append(scan.scalars(end.offset..<last))
    if last < content.upperBound { layout.append("…") }
    after = layout.take()
    isRightToLeft = layout.isRightToLeft
  }
}

/// Builds the shown text: control characters made visible, tabs as spaces, white space at the line's beginning left out.
private struct ExcerptLayout {
  private(set) var width = DisplayWidth()
  private(set) var isRightToLeft = false
  private var text: [UInt8] = []

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      repeat { append(" ") } while width.columns % 4 != 0
      return
    }
    let shown = visible(scalar)
    if shown.isASCII { text.append(UInt8(truncatingIfNeeded: shown.value)) } else { text += shown.utf8 }
    width.advance(shown)
    isRightToLeft = isRightToLeft || HearsayCommand.isRightToLeft(shown)
  }

  mutating func append(_ scalars: [Unicode.Scalar], isFirst: Bool = false) {
    for scalar in isFirst ? scalars.drop(while: { $0 == " " || $0 == "\t" }) : scalars[...] { append(scalar) }
  }

  mutating func take() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Walks over a line from the marked words outwards, never further than a window needs: a line may be a whole book.
private struct WindowScan {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Scripts without spaces are cut anywhere rather than at a space far away; in bytes.
  private let wordLimit = 32

  /// Scalars without width could go on for ever.
  private func byteLimit(_ columns: Int) -> Int { 64 + 16 * columns }

  func forward(from start: Int, to end: Int, columns limit: Int) -> (offset: Int, columns: Int) {
    var width = DisplayWidth()
    var at = start
    let stop = min(end, start + byteLimit(limit))
    while at < stop {
      let (scalar, length) = scalar(at, end)
      var next = width
      next.advance(scalar)
      if next.columns > limit { break }
      width = next
      at += length
    }
    return (at, width.columns)
  }

  func backward(from end: Int, to start: Int, columns limit: Int) -> (offset: Int, columns: Int) {
    var columns = 0
    var at = end
    let stop = max(start, end - byteLimit(limit))
    while at > stop {
      var previous = at - 1
      while previous > start, at - previous < 4, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let width = standaloneWidth(of: scalar(previous, end).value)
      if columns + width > limit { break }
      columns += width
      at = previous
    }
    return (at, columns)
  }

  func columns(_ range: Range<Int>) -> Int {
    forward(from: range.lowerBound, to: range.upperBound, columns: Int.max >> 8).columns
  }

  /// The first beginning of a word in `offset..<limit`; where there is none, the next scalar that stands by itself.
  func wordStart(atOrAfter offset: Int, before limit: Int) -> Int {
    if let space = bytes[offset..<min(limit, offset + wordLimit)].firstIndex(of: 0x20) { return space + 1 }
    var at = offset
    while at < limit, case let (value, length) = scalar(at, limit), standaloneWidth(of: value) == 0 { at += length }
    return at
  }

  /// The last end of a word in `limit..<offset`, else `offset`.
  func wordEnd(atOrBefore offset: Int, after limit: Int) -> Int {
    guard bytes[offset] != 0x20 else { return offset }
    return bytes[max(limit, offset - wordLimit)..<offset].lastIndex(of: 0x20) ?? offset
  }

  func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
  }

  /// The scalar at an offset; U+FFFD, one byte long, for bytes that are not UTF-8.
  private func scalar(_ at: Int, _ end: Int) -> (value: Unicode.Scalar, length: Int) {
    if bytes[at] < 0x80 { return (Unicode.Scalar(bytes[at]), 1) }
    var iterator = bytes[at..<min(end, at + 4)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let value) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (value, UTF8.width(value))
  }
}
