/// How the markup of a format is read: two functions over the same bytes.
///
/// Neither fails on any bytes or takes more than linear time, and both leave the bytes as they are: what they answer are
/// ranges, a mask over the draft.
protocol MarkupReader {
  /// Finds the blocks of the whole draft, in order, in one pass.
  static func outline(of bytes: [UInt8]) -> Outline

  /// Says what of one block that `outline` found in the same bytes is prose.
  ///
  /// The answer depends on nothing but the block's bytes, its kind, its segments relative to its beginning and the
  /// outline's labels: it is kept from edit to edit as long as they stay the same.
  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent
}

/// A markup reader made of one reader that finds the blocks and one that finds what is inside each.
protocol TwoPassReader: MarkupReader {
  associatedtype Blocks: BlockReader
  associatedtype Inlines: InlineReader
}

extension TwoPassReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = Blocks(buffer)
      reader.readAll()
      return reader.blocks.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = Inlines(buffer, outline)
      return reader.readAll()
    }
  }
}

/// Reads a block's segments as one stretch of bytes, and moves what was found to where it stands in the block.
///
/// Blocks that are no prose, and those that no 32-bit offset can address, are not read for markup.
func readSegments(
  of block: BlockOutline, in bytes: [UInt8], _ read: (UnsafeBufferPointer<UInt8>) -> BlockContent
) -> BlockContent {
  guard block.kind.isProse, block.range.lowerBound >= 0, block.range.upperBound <= bytes.count else {
    return BlockContent(prose: [])
  }
  guard block.range.count <= Int32.max else { return PlainText.content(of: block, in: bytes, Outline(blocks: [])) }
  let isSolid = zip(block.segments, block.segments.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
  return bytes.withUnsafeBufferPointer { buffer in
    if isSolid { return read(UnsafeBufferPointer(rebasing: buffer[block.range])) }
    var joined: [UInt8] = []
    joined.reserveCapacity(block.range.count)
    for segment in block.segments { joined.append(contentsOf: buffer[segment]) }
    let content = joined.withUnsafeBufferPointer { read($0) }
    return spread(content, over: block.segments, from: block.range.lowerBound)
  }
}

/// Moves ranges over the joined segments to where the segments stand in the block.
private func spread(_ content: BlockContent, over segments: [Range<Int>], from origin: Int) -> BlockContent {
  var starts: [Int] = []
  var joined = 0
  for segment in segments {
    starts.append(joined)
    joined += segment.count
  }
  func place(_ at: Int) -> Int {
    let segment = max(0, starts.firstPlace { $0 > at } - 1)
    return segments[segment].lowerBound + at - starts[segment] - origin
  }
  func place(_ range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : place(range.lowerBound)..<(place(range.upperBound - 1) + 1)
  }
  var result = BlockContent(prose: [])
  var index = 0
  for range in content.prose {
    while index + 1 < starts.count, starts[index + 1] <= range.lowerBound { index += 1 }
    var lower = range.lowerBound
    while lower < range.upperBound {
      let end = index + 1 < starts.count ? min(starts[index + 1], range.upperBound) : range.upperBound
      let offset = segments[index].lowerBound - starts[index] - origin
      result.prose.append((lower + offset)..<(end + offset))
      lower = end
      if lower < range.upperBound { index += 1 }
    }
  }
  result.inlines = content.inlines.map { inline in
    Inline(kind: inline.kind, range: place(inline.range), target: place(inline.target), isResolved: inline.isResolved)
  }
  result.replacements = content.replacements.map { Replacement(range: place($0.range), scalar: $0.scalar) }
  return result
}
