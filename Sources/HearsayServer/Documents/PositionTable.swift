import LanguageServerProtocol
import ProseText

/// The positions of a set of byte offsets, found in one forward pass over the text.
///
/// Asked one by one in any order, places on one long line would each cost a walk from its beginning.
struct PositionTable: Sendable {
  private let offsets: [Int]
  private let positions: [LSP.Position]

  init(_ offsets: [Int], in text: SourceText, _ encoding: PositionEncoding) {
    var sorted: [Int] = []
    sorted.reserveCapacity(offsets.count)
    for offset in offsets.sorted() where sorted.last != offset { sorted.append(offset) }
    var cursor = PositionCursor(text, encoding)
    self.offsets = sorted
    positions = sorted.map { LSP.Position(cursor.position(of: $0)) }
  }

  /// Ranges of a text's bytes in the client's terms, in the same order.
  static func ranges(_ ranges: [Range<Int>], in text: SourceText, _ encoding: PositionEncoding) -> [LSP.Range] {
    let table = PositionTable(ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: text, encoding)
    return ranges.map { table[$0] }
  }

  /// The position of one of the offsets that the table was made for.
  subscript(offset: Int) -> LSP.Position {
    let place = max(0, offsets.firstPlace { $0 > offset } - 1)
    return place < positions.count ? positions[place] : LSP.Position(line: 0, character: 0)
  }

  subscript(range: Range<Int>) -> LSP.Range {
    LSP.Range(start: self[range.lowerBound], end: self[range.upperBound])
  }
}
