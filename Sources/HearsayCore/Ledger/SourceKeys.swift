import ProseText

/// A key in the draft: `[@id]` or `{src:id}`.
struct SourceKey: Sendable, Equatable {
  var block: Int
  var sentence: Int
  /// Relative to the block.
  var relative: Range<Int>
  /// Absolute.
  var range: Range<Int>
  var id: String
  /// Index of the source that has the id; nil where none has.
  var entry: Int?

  /// The keys of a draft, in order.
  static func all(in draft: Draft, _ ledger: LedgerIndex) -> [SourceKey] {
    var keys: [SourceKey] = []
    for (index, block) in draft.blocks.enumerated() where block.outline.kind.isProse {
      for inline in block.facts.content.inlines where inline.kind == .citation && !inline.target.isEmpty {
        let id = draft.string(block.absolute(inline.target))
        keys.append(
          SourceKey(
            block: index, sentence: block.sentence(before: inline.range.lowerBound), relative: inline.range,
            range: block.absolute(inline.range), id: id, entry: ledger.entry(id)))
      }
    }
    return keys
  }
}

extension DraftBlock {
  /// The sentence that an offset stands in or directly behind: a key after the stop belongs to the sentence before it.
  fileprivate func sentence(before offset: Int) -> Int {
    let sentences = passage.sentences
    guard let next = sentences.firstIndex(where: { $0.range.upperBound > offset }) else {
      return max(0, sentences.count - 1)
    }
    return sentences[next].range.lowerBound > offset && next > 0 ? next - 1 : next
  }
}
