import ProseText

/// Carries the chains of a draft on beyond the draft: through the copies of its sources, and by what the ledger says.
enum LedgerChains {
  /// Adds to each attribution the parties behind its own.
  static func extend(_ draft: inout Draft) {
    guard let facts = draft.ledger else { return }
    for (index, trail) in facts.trails.sorted(by: { $0.key < $1.key }) {
      // Where the draft itself tells who stands behind, the draft counts.
      guard draft.attributions[index].nestedIn == nil, ChainReader.continuation(of: index, in: draft) == nil else {
        continue
      }
      var chain = draft.attributions[index].chain
      for party in trail.parties {
        let source = draft.source(for: party)
        if chain.last != source, !chain.contains(source) { chain.append(source) }
      }
      draft.attributions[index].chain = chain
      draft.attributions[index].hand = chain.count
      switch trail.end {
      case .named:
        let isRelay = trail.parties.last?.isRelay == true
        draft.attributions[index].end = isRelay ? .unknown : .origin
        draft.attributions[index].isAtLeast = isRelay
      case .unnamed:
        draft.attributions[index].end = .unnamed
        draft.attributions[index].hand = chain.count + 1
      case .missing:
        draft.attributions[index].end = .unknown
        draft.attributions[index].hand = chain.count + 1
        draft.attributions[index].isAtLeast = true
      case .circular:
        draft.attributions[index].end = .circular
        draft.attributions[index].isAtLeast = true
      }
    }
  }
}

extension Draft {
  /// The source that a party behind the draft is, added where the draft does not mention it.
  fileprivate mutating func source(for party: ArchivedParty) -> Int {
    if let known = known(party) { return known }
    sources.append(
      DraftSource(
        name: party.name, kind: party.kind, words: party.words, initials: nil, mentions: [], isRelay: party.isRelay))
    return sources.count - 1
  }

  /// The source of the draft that a party behind it is.
  func known(_ party: ArchivedParty) -> Int? {
    sources.firstIndex { source in
      switch source.kind {
      case .vague, .anonymous, .missing, .writer: false
      case .person, .organisation, .publication, .document: PartyNames.isSame(source.words, party.words)
      }
    }
  }

  /// Gives figures for which the draft names nobody the support that the ledger has for them.
  mutating func takeSupport(from facts: LedgerFacts) {
    for (index, entry) in facts.supports {
      switch figures[index].support.status {
      case .derived, .carried, .late, .weak, .hedgeOnly, .none:
        let name = entry < 0 ? "common knowledge" : facts.ledger.sources[entry].name
        figures[index].support = Support(status: .ledger, by: name)
      case .exempt, .selfMeasured, .cited, .inSentence, .ledger: break
      }
    }
  }
}
