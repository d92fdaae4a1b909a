/// Keys of a project's sources that every format may hold: `{src:id}`, and in formats without citations of their own `[@id]`.
enum SourceKeyMarks {
  private static let opening = Array("{src:".utf8)

  /// The content with the keys in its prose cut out and put among the inlines.
  ///
  /// - Parameters:
  ///   - origin: where the block begins in `bytes`.
  ///   - readsBrackets: whether `[@id]` is such a key.
  static func cut(from content: BlockContent, in bytes: [UInt8], origin: Int, readsBrackets: Bool) -> BlockContent {
    let found = bytes.withUnsafeBufferPointer { buffer in
      content.prose.flatMap { range in
        keys(
          in: UnsafeBufferPointer(rebasing: buffer[range.lowerBound + origin..<range.upperBound + origin]),
          readsBrackets
        )
        .map { key in
          Inline(
            kind: .citation, range: range.lowerBound + key.range.lowerBound..<range.lowerBound + key.range.upperBound,
            target: range.lowerBound + key.id.lowerBound..<range.lowerBound + key.id.upperBound)
        }
      }
    }
    guard !found.isEmpty else { return content }
    var result = content
    result.prose = without(found.map(\.range), content.prose)
    result.inlines = (content.inlines + found).sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    return result
  }

  private static func without(_ cuts: [Range<Int>], _ prose: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var rest = cuts[...]
    for range in prose {
      var start = range.lowerBound
      while let cut = rest.first, cut.lowerBound < range.upperBound {
        if cut.lowerBound > start { result.append(start..<cut.lowerBound) }
        start = cut.upperBound
        rest = rest.dropFirst()
      }
      if start < range.upperBound { result.append(start..<range.upperBound) }
    }
    return result
  }

  private static func keys(
    in buffer: UnsafeBufferPointer<UInt8>, _ readsBrackets: Bool
  ) -> [(range: Range<Int>, id: Range<Int>)] {
    var found: [(range: Range<Int>, id: Range<Int>)] = []
    var at = 0
    while at < buffer.count {
      if buffer[at] == opening[0], let key = braced(buffer, at) {
        found.append(key)
        at = key.range.upperBound
      } else if readsBrackets, buffer[at] == UInt8(ascii: "["), let citations = bracketedCitations(buffer, from: at) {
        found += citations.parts.map { ($0.part, $0.key) }
        at = citations.end
      } else {
        at = ByteSearch.skip(
          buffer, from: at + 1, to: buffer.count, until: UInt8(ascii: "{"), or: UInt8(ascii: "["))
      }
    }
    return found
  }

  /// `{src:id}` at an offset.
  private static func braced(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> (range: Range<Int>, id: Range<Int>)?
  {
    let first = start + opening.count
    guard first < buffer.count, buffer[start..<first].elementsEqual(opening) else { return nil }
    var end = first
    while end < min(buffer.count, first + longestLabel), buffer[end] > 0x20, buffer[end] != UInt8(ascii: "}"),
      buffer[end] != UInt8(ascii: "{")
    {
      end += 1
    }
    guard end > first, end < buffer.count, buffer[end] == UInt8(ascii: "}") else { return nil }
    return (start..<end + 1, first..<end)
  }
}
