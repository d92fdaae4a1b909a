/// A large value behind one reference: drafts pass it about by the hundred at every keystroke.
package final class Shared<Value: Sendable>: Sendable {
  package let value: Value

  package init(_ value: Value) { self.value = value }
}

/// Facts of a block behind one reference.
final class SharedFacts: Sendable {
  let facts: BlockFacts
  /// The block's attributions by where the source or the cue begins, whichever comes first.
  let attributions: [Shared<LocalAttribution>]
  /// What passes over the whole draft ask of it.
  let marks: BlockMarks

  /// - Parameter isPacked: whether no later text of the draft will be read, and room counts for more than time.
  init(_ facts: BlockFacts, isPacked: Bool = false) {
    marks = BlockMarks(facts)
    attributions = Self.inOrder(facts.sharedAttributions)
    self.facts = isPacked ? facts.inLittleRoom() : facts
  }

  /// Attributions by their beginning; the list itself where they stand so, as in most blocks.
  private static func inOrder(_ attributions: [Shared<LocalAttribution>]) -> [Shared<LocalAttribution>] {
    let isSorted = zip(attributions, attributions.dropFirst()).allSatisfy { $0.value.beginning <= $1.value.beginning }
    return isSorted ? attributions : attributions.sorted { $0.value.beginning < $1.value.beginning }
  }

  /// The same where quantities that need a source need none, because they stand in a heading.
  func asHeadline() -> SharedFacts {
    guard facts.quantities.contains(where: { $0.exemption == nil }) else { return self }
    var facts = facts
    for index in facts.quantities.indices where facts.quantities[index].exemption == nil {
      facts.quantities[index].exemption = .headline
    }
    return SharedFacts(facts)
  }
}
