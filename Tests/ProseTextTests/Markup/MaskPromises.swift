import ProseText
import Testing

/// Expects what `BlockOutline` and `BlockContent` promise of ranges; where the bytes are UTF-8, none cuts a scalar.
func checkPromises(_ draft: MaskedDraft, sourceLocation: SourceLocation = #_sourceLocation) {
  let bytes = draft.bytes
  let text = "\(bytes)"
  let cuts = String(validating: bytes, as: UTF8.self) == nil ? [] : bytes.indices.filter { bytes[$0] & 0xC0 == 0x80 }
  let inside = Set(cuts)
  var end = 0
  for (block, content) in zip(draft.outline.blocks, draft.contents) {
    #expect(!block.range.isEmpty && block.range.lowerBound >= end, "\(text)", sourceLocation: sourceLocation)
    end = block.range.upperBound
    #expect(end <= bytes.count, "\(text)", sourceLocation: sourceLocation)
    #expect(areSorted(block.segments, in: block.range), "\(text)", sourceLocation: sourceLocation)
    #expect(block.segments.first?.lowerBound == block.range.lowerBound, "\(text)", sourceLocation: sourceLocation)
    #expect(block.segments.last?.upperBound == block.range.upperBound, "\(text)", sourceLocation: sourceLocation)
    let whole = 0..<block.range.count
    #expect(areSorted(content.prose, in: whole), "\(text)", sourceLocation: sourceLocation)
    let edges = (content.prose + content.inlines.map(\.range) + content.inlines.map(\.target))
      .filter { !$0.isEmpty }.flatMap {
        [$0.lowerBound + block.range.lowerBound, $0.upperBound + block.range.lowerBound]
      }
    #expect(edges.allSatisfy { !inside.contains($0) }, "\(text)", sourceLocation: sourceLocation)
    for range in content.prose {
      let place = (range.lowerBound + block.range.lowerBound)..<(range.upperBound + block.range.lowerBound)
      #expect(
        block.segments.contains { $0.overlaps(place) }, "\(text)", sourceLocation: sourceLocation)
    }
    for inline in content.inlines {
      #expect(!inline.range.isEmpty && inline.range.clamped(to: whole) == inline.range, "\(text)")
      #expect(inline.target.isEmpty || inline.target.clamped(to: inline.range) == inline.target, "\(text)")
    }
    for (first, second) in zip(content.inlines, content.inlines.dropFirst()) {
      #expect(first.range.lowerBound <= second.range.lowerBound, "\(text)")
      #expect(
        first.range.upperBound <= second.range.lowerBound || second.range.upperBound <= first.range.upperBound,
        "\(text)", sourceLocation: sourceLocation)
    }
  }
}

private func areSorted(_ ranges: [Range<Int>], in whole: Range<Int>) -> Bool {
  var end = whole.lowerBound
  for range in ranges {
    guard !range.isEmpty, range.lowerBound >= end, range.upperBound <= whole.upperBound else { return false }
    end = range.upperBound
  }
  return true
}
