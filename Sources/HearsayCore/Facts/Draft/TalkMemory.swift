import ProseText

/// Which blocks of a draft introduce a talk, kept from text to text: all but those that are being written are as they were.
struct TalkMemory: Sendable {
  private var blocks: [SharedFacts] = []
  private var introduces: [Bool] = []

  /// The blocks that introduce a talk, in order.
  mutating func introductions(_ now: [DraftBlock]) -> [Int] {
    let most = min(blocks.count, now.count)
    var head = 0
    while head < most, blocks[head] === now[head].shared { head += 1 }
    var tail = 0
    while tail < most - head, blocks[blocks.count - tail - 1] === now[now.count - tail - 1].shared { tail += 1 }
    let fresh = now[head..<now.count - tail]
    introduces.replaceSubrange(head..<blocks.count - tail, with: fresh.map { Self.introducesTalk($0) })
    blocks.replaceSubrange(head..<blocks.count - tail, with: fresh.map(\.shared))
    return introduces.indices.filter { introduces[$0] }
  }

  /// "With the Ledger, Reid discussed …": whom the outlet speaks to next.
  private static func introducesTalk(_ block: DraftBlock) -> Bool {
    if block.facts.firstHand.contains(where: { !$0.isPresence }) { return true }
    let passage = block.passage
    return passage.terms.indices.contains { index in
      guard passage.word(index) == .with || passage.word(index) == .told else { return false }
      let first = passage.word(index + 1) == .the ? index + 2 : index + 1
      return (first..<first + 3).first { passage.has($0, .publicationName) && passage.terms[$0].isCapitalised }
        .map { (first..<$0).allSatisfy { passage.terms[$0].isCapitalised } } ?? false
    }
  }
}
