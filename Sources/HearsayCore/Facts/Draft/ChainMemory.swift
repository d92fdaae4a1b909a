import ProseText

/// Where the attributions of a draft lead, with what that depends on: while one block is being written, those of the others are taken
/// over.
///
/// A chain stays inside its block, but for labels that open somebody's turn, for what is known of its parties and for circles among them.
struct ChainMemory: Sendable {
  /// What an outlet's own text is told by.
  private let firstHandOutlets: Set<UInt64>
  private let edges: [ChainReader.Edge]
  private let relays: [RelayShape]
  private let suspects: CircularSources.Suspects

  /// Follows each attribution of a draft to where it ends, and finds what shapes the chains have.
  ///
  /// - Parameter memory: that of an earlier text of the draft, and then of this one; nil where the next text has to be read anew.
  static func read(_ draft: inout Draft, _ memory: inout ChainMemory?) {
    let known = memory
    memory = nil
    guard let change = draft.onlyChange, let known, known.firstHandOutlets == draft.firstHandOutlets,
      HouseParties(surroundings: draft.surroundings).isEmpty
    else { return readAll(&draft, &memory) }
    let changed = draft.allAttributions(of: change.block)
    // What a label opens stands in the blocks below.
    if changed.contains(where: { draft.attributions[$0].local.form == .label }) { return readAll(&draft, &memory) }
    let own = draft.attributionsOfBlock[change.block]
    let quoted = changed.dropFirst(own.count)
    let isOther: (Int) -> Bool = { !own.contains($0) && !quoted.contains($0) }
    let edges = merged(known.edges.filter { isOther($0.cause) }, ChainReader.edges(of: changed, in: draft)) {
      $0.cause < $1.cause
    }
    let circular = ChainReader.circles(among: edges)
    guard circular == ChainReader.circles(among: known.edges) else { return readAll(&draft, &memory) }
    IntroducedBlocks.read(&draft, max(0, change.block - 1)..<change.block + 1)
    ChainReader.read(&draft, changed, circular)
    let places = MovedPlaces(before: change.before, now: draft.blocks[change.block].outline.range)
    var relays: [RelayShape] = []
    for relay in known.relays where isOther(relay.attribution) {
      guard let moved = places.moved(relay) else { return readAll(&draft, &memory) }
      relays.append(moved)
    }
    draft.relays = merged(relays, draft.relayShapes(of: changed)) { $0.attribution < $1.attribution }
    var suspects = CircularSources.Suspects(known.suspects, where: isOther)
    suspects.add(CircularSources.Suspects(among: changed, in: draft))
    memory = finish(&draft, edges, suspects)
  }

  private static func readAll(_ draft: inout Draft, _ memory: inout ChainMemory?) {
    let edges = ChainReader.edges(of: draft.attributions.indices, in: draft)
    IntroducedBlocks.read(&draft, draft.blocks.indices)
    ChainReader.read(&draft, draft.attributions.indices, ChainReader.circles(among: edges))
    if let opened = draft.surroundings.ledger {
      draft.ledger = LedgerMatching.facts(of: draft, opened)
      LedgerChains.extend(&draft)
    }
    draft.relays = draft.relayShapes(of: draft.attributions.indices)
    let found = finish(&draft, edges, CircularSources.Suspects(among: draft.attributions.indices, in: draft))
    let house = HouseParties(surroundings: draft.surroundings)
    if draft.ledger == nil, house.isEmpty { memory = found }
  }

  private static func finish(
    _ draft: inout Draft, _ edges: [ChainReader.Edge], _ suspects: CircularSources.Suspects
  ) -> ChainMemory {
    draft.circles = CircularSources.find(in: draft, edges, suspects)
    draft.brokenChains = BrokenChains.find(in: draft)
    return ChainMemory(
      firstHandOutlets: draft.firstHandOutlets, edges: edges, relays: draft.relays, suspects: suspects)
  }

  /// Two sorted lists as one.
  private static func merged<Element>(
    _ first: [Element], _ second: [Element], by isBefore: (Element, Element) -> Bool
  ) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(first.count + second.count)
    var rest = second[...]
    for element in first {
      while let next = rest.first, isBefore(next, element) {
        result.append(next)
        rest = rest.dropFirst()
      }
      result.append(element)
    }
    return result + rest
  }
}

extension Draft {
  /// Indices of the attributions of a block, those inside somebody's words too.
  func allAttributions(of block: Int) -> [Int] {
    attributionsOfBlock[block] + (ownCount..<attributions.count).filter { attributions[$0].block == block }
  }
}

extension MovedPlaces {
  /// A shape as it stands now; nil where it points into the block that has changed.
  fileprivate func moved(_ relay: RelayShape) -> RelayShape? {
    var relay = relay
    guard move(&relay.range) else { return nil }
    for index in relay.hops.indices {
      guard move(&relay.hops[index].range) else { return nil }
    }
    switch relay.origin {
    case .named(var range):
      guard move(&range) else { return nil }
      relay.origin = .named(range)
    case .unnamed(var range?):
      guard move(&range) else { return nil }
      relay.origin = .unnamed(range)
    case .unnamed, .missing, .told: break
    }
    return relay
  }
}
