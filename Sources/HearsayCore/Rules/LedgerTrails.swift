import ProseText

// What the chain rules ask of the trails that the ledger and the saved copies show.
extension Draft {
  /// The shape of an attribution whose trail goes on outside the draft; nil where the draft itself tells more.
  func relay(at index: Int, along trail: SourceTrail) -> RelayShape? {
    let attribution = attributions[index]
    guard let source = attribution.resolved, let range = sourceRange(attribution), !attribution.local.isNegated,
      !attribution.local.content.isEmpty, children(of: index).isEmpty
    else { return nil }
    let origin: RelayShape.Origin
    switch trail.end {
    case .named(let name): origin = .told(name)
    case .unnamed: origin = .unnamed(nil)
    case .missing: origin = .missing
    case .circular: return nil
    }
    return RelayShape(
      attribution: index, source: source, range: range, origin: origin, hops: [], name: sources[source].name)
  }

  /// What is said of a relay whose own text, or the ledger, names the origin.
  func toldMessage(_ relay: RelayShape, _ name: String) -> String {
    let witness = ledger?.trails[relay.attribution]?.sentence == nil ? "the ledger says" : "its saved copy says"
    return "“\(excerpt(relay.range))” passes on “\(name)”, as \(witness)."
  }

  /// The ledger says that the origin behind an attribution was looked for and not found.
  func isUnknownOrigin(_ attribution: Int) -> Bool {
    guard let trail = ledger?.trails[attribution] else { return false }
    return trail.end == .missing && trail.sentence == nil
  }

  /// What messages call a source of the ledger.
  func entryName(_ entry: Int) -> String { ledger?.ledger.sources[entry].name ?? "" }

  /// The trails of figures that only a key answers for, at the keys, in order.
  var keyTrails: [(range: Range<Int>, trail: SourceTrail)] {
    guard let ledger else { return [] }
    return ledger.keyTrails.sorted { $0.key < $1.key }.map { (ledger.keys[$0.key].range, $0.value) }
  }

  /// The outlet of the draft that an attribution goes back to by the ledger or the saved copies; nil where it goes back to no other.
  func root(behind index: Int) -> Int? {
    guard let trail = ledger?.trails[index] else { return nil }
    let relays = trail.parties.compactMap { party in known(party).map { (source: $0, party: party) } }
    return relays.last { relay in
      (sources[relay.source].isRelay || relay.party.isRelay) && relay.source != attributions[index].resolved
    }?.source
  }
}
