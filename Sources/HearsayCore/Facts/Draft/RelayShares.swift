import ProseText

/// How much of what a draft passes on comes through which outlet.
struct RelayShares: Sendable, Equatable {
  /// By outlet, an index into the draft's sources, the attributions that go back to it.
  var counts: [Int: Int] = [:]
  /// All attributions to somebody who can be asked.
  var strong = 0

  /// The outlet that most go back to: more than half by some distance.
  var main: (source: Int, count: Int)? {
    guard let (source, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 5 >= strong * 3
    else { return nil }
    return (source, count)
  }
}

extension Draft {
  /// Counts the draft's own attributions by the outlet behind them.
  func countedRelayShares() -> RelayShares {
    var shares = RelayShares()
    var last: (block: Int, sentence: Int, source: Int)?
    for index in 0..<ownCount
    where attributions[index].resolved != nil && attributions[index].nestedIn == nil
      && !attributions[index].local.isGuessed
    {
      let attribution = attributions[index]
      switch attribution.local.cueClass {
      case .neutral, .factive, .loaded, .hedged: break
      case .citing:
        // Who cites whom adds nobody who would know.
        if attribution.resolved.map({ !sources[$0].isRelay }) ?? true { continue }
        if attribution.resolution == .direct, attribution.resolved.map({ shares.counts[$0] == nil }) ?? true {
          continue
        }
      case .none, .emotive, .mental: continue
      }
      guard let source = attribution.resolved else { continue }
      // "The Ledger reported …, saying …" is one attribution with two verbs.
      if let last, last == (attribution.block, attribution.local.sentence, source) { continue }
      last = (attribution.block, attribution.local.sentence, source)
      let kind = sources[source].kind
      if kind == .writer || attribution.resolution == .unresolved { continue }
      if let root = root(behind: index) {
        shares.counts[root, default: 0] += 1
        shares.strong += 1
      } else if let outlet = hearer(of: attribution) {
        shares.counts[outlet, default: 0] += 1
        shares.strong += 1
      } else if attribution.strength == .strong {
        shares.strong += 1
        if sources[source].isRelay || isListedAsRelay(index) { shares.counts[source, default: 0] += 1 }
      }
    }
    return shares
  }

  /// The ledger has what an attribution's party says from others.
  private func isListedAsRelay(_ attribution: Int) -> Bool {
    ledger.flatMap { facts in facts.entries[attribution].map { facts.ledger.sources[$0].isRelay } } ?? false
  }

  /// The outlet that an interview was given to: "An insider told the Observer".
  func hearer(of attribution: DraftAttribution) -> Int? {
    guard attribution.local.form == .verb else { return nil }
    let passage = blocks[attribution.block].passage
    guard Self.telling.contains(passage.terms[attribution.local.principal].key),
      attribution.local.principal + 1 < passage.terms.count,
      let phrase = passage.baseNounPhrase(at: attribution.local.principal + 1, limit: passage.terms.count),
      phrase.terms.contains(where: { passage.terms[$0].isName })
    else { return nil }
    let words = phrase.terms.filter { passage.terms[$0].isName }.map { passage.terms[$0].key }
    return sources.firstIndex { $0.isRelay && !words.isEmpty && $0.words.suffix(words.count).elementsEqual(words) }
  }

  private static let telling = WordKeys(["tell", "tells", "told"])
}
