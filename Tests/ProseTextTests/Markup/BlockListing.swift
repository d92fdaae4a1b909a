import ProseText

extension MaskedDraft {
  /// The blocks as `kind: prose`, a heading's level behind the kind; of a block that is no prose, its bytes.
  var listing: [String] {
    zip(outline.blocks, prose).map { block, prose in
      let level = block.level > 0 ? "\(block.level)" : ""
      return "\(block.kind.rawValue)\(level): \(block.kind.isProse ? prose : slice(0..<block.range.count, in: block))"
    }
  }

  /// The inlines of the first block as `kind text → target`, one that names nothing that is defined with a question mark.
  var inlineListing: [String] {
    guard let block = outline.blocks.first, let content = contents.first else { return [] }
    return content.inlines.map { inline in
      let target = inline.target.isEmpty ? "" : " → \(slice(inline.target, in: block))"
      return "\(inline.kind) \(slice(inline.range, in: block))\(target)\(inline.isResolved ? "" : " ?")"
    }
  }
}
