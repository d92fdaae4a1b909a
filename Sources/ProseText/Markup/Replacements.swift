/// A character that markup writes otherwise: `&nbsp;`, LaTeX's `~`.
package struct Replacement: Sendable, Equatable {
  package let scalar: Unicode.Scalar
  private let place: CompactRange

  /// What stands for it, relative to the block's first byte.
  package var range: Range<Int> { place.bounds }

  package init(range: Range<Int>, scalar: Unicode.Scalar) {
    self.scalar = scalar
    place = CompactRange(range)
  }
}

/// Leads from offsets in a block as it is read, with characters in place of what stands for them, back to its own bytes.
///
/// Both kinds of offsets are UTF-8 bytes from the block's beginning; without replacements they are the same.
package struct OffsetMap: Sendable, Equatable {
  private var read: [Range<Int>] = []
  private var written: [Range<Int>] = []

  package init() {}

  /// The range of the block's own bytes that a range of read ones comes from.
  package func written(_ range: Range<Int>) -> Range<Int> {
    guard !read.isEmpty else { return range }
    let lower = place(range.lowerBound, isEnd: false)
    return lower..<max(lower, range.isEmpty ? lower : place(range.upperBound, isEnd: true))
  }

  /// A character that stands for others has one beginning and one end, wherever in it an offset lies.
  private func place(_ offset: Int, isEnd: Bool) -> Int {
    let low = read.firstPlace { isEnd ? $0.lowerBound >= offset : $0.lowerBound > offset }
    guard low > 0 else { return offset }
    let (before, source) = (read[low - 1], written[low - 1])
    if isEnd ? offset <= before.upperBound : offset < before.upperBound {
      return isEnd ? source.upperBound : source.lowerBound
    }
    return offset - before.upperBound + source.upperBound
  }

  fileprivate mutating func add(read: Range<Int>, written: Range<Int>) {
    self.read.append(read)
    self.written.append(written)
  }

  /// The read offset of one of the block's own bytes that is not inside a replaced range.
  fileprivate func readOffset(_ offset: Int, _ after: inout Int) -> Int {
    while after < written.count, written[after].upperBound <= offset { after += 1 }
    if after < written.count, written[after].lowerBound < offset { return read[after].upperBound }
    guard after > 0 else { return offset }
    return offset - written[after - 1].upperBound + read[after - 1].upperBound
  }
}

extension BlockContent {
  /// The block as it is read: its bytes with every replacement made, what is prose in them, and the way back.
  package func read(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], content: BlockContent, offsets: OffsetMap) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offsets = OffsetMap()
    var at = 0
    for replacement in replacements {
      result += bytes[(bytes.startIndex + at)..<(bytes.startIndex + replacement.range.lowerBound)]
      let start = result.count
      result += Array(String(Character(replacement.scalar)).utf8)
      offsets.add(read: start..<result.count, written: replacement.range)
      at = replacement.range.upperBound
    }
    result += bytes[(bytes.startIndex + at)...]
    return (result, moved(offsets), offsets)
  }

  /// Ranges of the written block as ranges of the read one; what was replaced is prose.
  private func moved(_ offsets: OffsetMap) -> BlockContent {
    var after = 0
    func move(_ range: Range<Int>) -> Range<Int> {
      let lower = offsets.readOffset(range.lowerBound, &after)
      return lower..<max(lower, offsets.readOffset(range.upperBound, &after))
    }
    let pieces = (prose + replacements.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    var result = BlockContent(prose: [])
    for range in pieces.map(move) {
      if let last = result.prose.last, last.upperBound == range.lowerBound {
        result.prose[result.prose.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.prose.append(range)
      }
    }
    result.inlines = inlines.map { inline in
      after = 0
      let range = move(inline.range)
      after = 0
      let target = inline.target.isEmpty ? inline.target : move(inline.target)
      return Inline(kind: inline.kind, range: range, target: target, isResolved: inline.isResolved)
    }
    return result
  }
}
