/// Reads Markdown as a mask over the draft's bytes.
///
/// Blocks and inlines are those of CommonMark 0.31 and GitHub Flavored Markdown. Beyond them it knows what drafts use:
/// front matter, footnotes, Pandoc citations, math, attribute blocks, wiki links, admonitions and template tags.
/// Both passes take time linear in the bytes; containers nest up to `MarkdownBlockReader.deepestNesting`, what is
/// deeper is text.
enum Markdown {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = MarkdownBlockReader(bytes, buffer)
      reader.readAll()
      return reader.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    guard block.kind.isProse, block.range.lowerBound >= 0, block.range.upperBound <= bytes.count else {
      return BlockContent(prose: [])
    }
    guard block.range.count <= Int32.max else { return PlainText.content(of: block, in: bytes) }
    let isSolid = zip(block.segments, block.segments.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
    return bytes.withUnsafeBufferPointer { buffer in
      if isSolid {
        return inlineContent(UnsafeBufferPointer(rebasing: buffer[block.range]), outline)
      }
      var joined: [UInt8] = []
      joined.reserveCapacity(block.range.count)
      for segment in block.segments { joined.append(contentsOf: buffer[segment]) }
      let content = joined.withUnsafeBufferPointer { inlineContent($0, outline) }
      return spread(content, over: block.segments, from: block.range.lowerBound)
    }
  }

  private static func inlineContent(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) -> BlockContent {
    var reader = MarkdownInlineReader(buffer, linkLabels: outline.linkLabels, footnoteLabels: outline.footnoteLabels)
    return reader.readAll()
  }

  /// Moves ranges over the joined segments to where the segments stand in the block.
  private static func spread(_ content: BlockContent, over segments: [Range<Int>], from origin: Int) -> BlockContent {
    var starts: [Int] = []
    var joined = 0
    for segment in segments {
      starts.append(joined)
      joined += segment.count
    }
    func place(_ at: Int) -> Int {
      var low = 0
      var high = starts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= at { low = middle } else { high = middle }
      }
      return segments[low].lowerBound + at - starts[low] - origin
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
      Inline(
        kind: inline.kind, range: place(inline.range), target: place(inline.target), isResolved: inline.isResolved)
    }
    return result
  }
}
