import ProseText

/// Blocks that an attribution before them introduces: "The ministry listed:", "Reid rejected the argument:" (D5 of the domain's rules).
///
/// What follows is its content too: the items of one list, the paragraphs of one block quote, or one paragraph that begins
/// no attribution of its own outside quotation marks.
enum IntroducedBlocks {
  /// Finds what some blocks introduce.
  static func read(_ draft: inout Draft, _ blocks: Range<Int>) {
    for index in blocks {
      for attribution in draft.attributionsOfBlock[index] where !draft.attributions[attribution].introduces.isEmpty {
        draft.attributions[attribution].introduces = 0..<0
      }
      guard let attribution = introducing(index, draft) else { continue }
      draft.attributions[attribution].introduces = introduced(by: index, draft)
    }
  }

  /// The attribution whose colon ends a block.
  private static func introducing(_ index: Int, _ draft: Draft) -> Int? {
    guard draft.blocks[index].shared.marks.contents.contains(.announcement) else { return nil }
    let block = draft.blocks[index]
    guard block.outline.kind == .paragraph, block.facts.isEnglish, let last = block.passage.terms.indices.last,
      block.passage.isMark(last, 0x3A), let sentence = block.passage.sentences.indices.last
    else { return nil }
    return draft.attributionsOfBlock[index].last { candidate in
      let attribution = draft.attributions[candidate]
      return attribution.local.source != nil && attribution.local.sentence == sentence && attribution.nestedIn == nil
        && !attribution.local.isNegated && attribution.local.form != .credit
    }
  }

  private static func introduced(by index: Int, _ draft: Draft) -> Range<Int> {
    let first = index + 1
    guard draft.blocks.indices.contains(first) else { return first..<first }
    var end = first
    switch draft.blocks[first].outline.kind {
    case .listItem, .quote:
      let kind = draft.blocks[first].outline.kind
      while end < draft.blocks.count, draft.blocks[end].outline.kind == kind,
        end == first || draft.blocks[end].outline.container == draft.blocks[first].outline.container
      { end += 1 }
    case .paragraph where !speaksForItself(first, draft): end += 1
    default: break
    }
    return first..<end
  }

  private static func speaksForItself(_ index: Int, _ draft: Draft) -> Bool {
    let facts = draft.blocks[index].facts
    return draft.attributionsOfBlock[index].contains { candidate in
      let local = draft.attributions[candidate].local
      return local.source != nil && facts.quoteAt[local.principal] < 0
    }
  }
}
