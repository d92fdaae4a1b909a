import ProseText

/// Holds a draft against the ledger around it.
///
/// A source is meant where its key stands in the sentence, or where the draft credits it by name; else a figure can only find support.
struct LedgerMatching {
  private let draft: Draft
  private let opened: OpenedLedger
  private var facts: LedgerFacts
  /// For each source of the draft the entries that its name may mean.
  private var entriesOfSource: [[Int]] = []

  static func facts(of draft: Draft, _ opened: OpenedLedger) -> LedgerFacts {
    var matching = LedgerMatching(draft, opened)
    matching.match()
    return matching.facts
  }

  private init(_ draft: Draft, _ opened: OpenedLedger) {
    self.draft = draft
    self.opened = opened
    facts = LedgerFacts(opened: opened, keys: SourceKey.all(in: draft, opened.index))
    entriesOfSource = draft.sources.map { source in
      switch source.kind {
      case .person, .organisation, .publication, .document:
        opened.index.names.entries(named: source.words).filter { opened.ledger.sources[$0].status != .retired }
      case .anonymous, .vague, .writer, .missing: []
      }
    }
  }

  private mutating func match() {
    for index in draft.figures.indices where draft.isClaim(draft.figures[index]) { match(index) }
    for index in draft.attributions.indices { followLedger(index) }
  }

  // MARK: Figures

  private mutating func match(_ index: Int) {
    let figure = draft.figures[index]
    let isExempt = figure.quantity.exemption != nil
    if isExempt, figure.quantity.exemption != .duration, figure.quantity.exemption != .smallCount { return }
    guard let sense = FigureSense(index, in: draft) else { return }
    let keys = keys(of: figure)
    let covering = draft.attributionsOfBlock[figure.block].filter {
      draft.attributions[$0].local.covers(figure.quantity.terms.lowerBound)
        && !draft.attributions[$0].local.isNegated
    }
    if !keys.isEmpty {
      matchKeys(keys, index, sense, covering, isExempt: isExempt)
      return
    }
    // A link or note in the sentence is another source, which is not read.
    guard !isExempt else { return }
    let named = named(by: covering)
    if !named.isEmpty {
      matchNames(named, index, sense)
    } else if covering.isEmpty, !draft.blocks[figure.block].isCited(sentence: figure.quantity.sentence) {
      matchNobody(index, sense)
    }
  }

  /// The keys of a figure's sentence that resolve: the nearest behind it first, then the others.
  private func keys(of figure: DraftFigure) -> [Int] {
    let all = facts.keys(block: figure.block, sentence: figure.quantity.sentence).filter {
      guard let entry = facts.keys[$0].entry else { return false }
      return opened.ledger.sources[entry].status != .retired
    }
    let end = figure.quantity.range.upperBound
    return all.filter { facts.keys[$0].relative.lowerBound >= end }
      + all.filter { facts.keys[$0].relative.lowerBound < end }
  }

  private mutating func matchKeys(
    _ keys: [Int], _ index: Int, _ sense: FigureSense, _ covering: [Int], isExempt: Bool
  ) {
    let figure = draft.figures[index]
    let verdicts = keys.compactMap { key -> (key: Int, verdict: LedgerVerdict)? in
      guard let entry = facts.keys[key].entry else { return nil }
      let comparison = FigureComparison(
        sense: sense, opened: opened, entry: entry, isKeyed: true, isExempt: isExempt)
      return comparison.verdict().map { (key, $0) }
    }
    if let agreeing = verdicts.first(where: { $0.verdict.kind == .agrees }) {
      facts.verdicts[index] = agreeing.verdict
      if let archived = agreeing.verdict.archived {
        follow(archived, agreeing.verdict, covering, key: agreeing.key)
      }
      return
    }
    guard var first = verdicts.first?.verdict else { return }
    // A second source that was not read may have it.
    let isSure = verdicts.count == keys.count && !hasOtherCitation(figure)
    if first.kind == .absent {
      guard isSure, verdicts.allSatisfy({ $0.verdict.kind == .absent }) || keys.count == 1 else { return }
      first = verdicts[0].verdict
    }
    facts.verdicts[index] = first
  }

  /// A link, note or the like beside the keys.
  private func hasOtherCitation(_ figure: DraftFigure) -> Bool {
    let block = draft.blocks[figure.block]
    let sentence = block.passage.sentences[figure.quantity.sentence].range
    return block.facts.content.inlines.contains {
      ($0.kind == .link || $0.kind == .footnote || $0.kind == .address) && $0.range.overlaps(sentence)
    }
  }

  /// The entries that the parties behind a figure may mean.
  private func named(by covering: [Int]) -> [Int] {
    var found: [Int] = []
    for index in covering {
      guard let source = draft.attributions[index].resolved else { continue }
      for entry in entriesOfSource[source] where !found.contains(entry) { found.append(entry) }
    }
    return found
  }

  private mutating func matchNames(_ entries: [Int], _ index: Int, _ sense: FigureSense) {
    let verdicts = entries.prefix(8).compactMap {
      FigureComparison(sense: sense, opened: opened, entry: $0, isKeyed: false, isExempt: false).verdict()
    }
    if let agreeing = verdicts.first(where: { $0.kind == .agrees }) {
      facts.verdicts[index] = agreeing
      if let archived = agreeing.archived {
        let figure = draft.figures[index]
        let covering = draft.attributionsOfBlock[figure.block].filter {
          draft.attributions[$0].local.covers(figure.quantity.terms.lowerBound)
        }
        follow(archived, agreeing, covering, key: nil)
      }
    } else if entries.count == 1 || verdicts.count == entries.count {
      facts.verdicts[index] = verdicts.first
    }
  }

  /// The draft names nobody: an entry that says just this supports the figure, one that says otherwise contradicts it.
  private mutating func matchNobody(_ index: Int, _ sense: FigureSense) {
    guard draft.blocks[draft.figures[index].block].facts.quoteAt[draft.figures[index].quantity.terms.lowerBound] < 0
    else { return }
    if opened.index.common.contains(where: { sense.hasValue(of: $0) && sense.likeness(to: $0) == .same }) {
      facts.supports[index] = -1
      return
    }
    var contradiction: LedgerVerdict?
    for entry in opened.index.entries(about: sense) where opened.ledger.sources[entry].status == .active {
      let comparison = FigureComparison(sense: sense, opened: opened, entry: entry, isKeyed: false, isExempt: false)
      guard let verdict = comparison.listVerdict() else { continue }
      if verdict.kind == .agrees {
        guard comparison.isSupported() else { continue }
        facts.supports[index] = entry
        return
      }
      contradiction = contradiction ?? verdict
    }
    if let contradiction { facts.verdicts[index] = contradiction }
  }

  // MARK: Chains

  /// Notes whom the entry's own text has a figure from.
  private mutating func follow(_ figure: ArchivedFigure, _ verdict: LedgerVerdict, _ covering: [Int], key: Int?) {
    let trails = SourceTrails(opened)
    let parties = covering.filter { draft.attributions[$0].resolved != nil && draft.attributions[$0].nestedIn == nil }
    let teller = parties.first { isParty(draft.attributions[$0], verdict.entry, isKeyed: key != nil) }
    guard var trail = trails.trail(of: figure, in: verdict.entry) else {
      if let teller, trails.isOwnCount(figure, in: verdict.entry) { facts.ownCounts.insert(teller) }
      return
    }
    if let teller {
      if let party = trail.parties.first(where: { isCiting($0, draft.attributions[teller]) }) {
        trail.end = .circular(party.name)
      }
      if facts.trails[teller] == nil { facts.trails[teller] = trail }
      return
    }
    // Somebody else is credited, most often the origin itself.
    guard parties.isEmpty, let key else { return }
    if facts.keyTrails[key] == nil { facts.keyTrails[key] = trail }
  }

  /// The draft itself says that a party behind the teller has its matter from the teller.
  private func isCiting(_ party: ArchivedParty, _ teller: DraftAttribution) -> Bool {
    guard let source = draft.known(party), source != teller.resolved else { return false }
    return ChainReader.citations(in: draft).contains { $0.from == source && $0.to == teller.resolved }
  }

  private func isParty(_ attribution: DraftAttribution, _ entry: Int, isKeyed: Bool) -> Bool {
    guard let source = attribution.resolved else { return false }
    if entriesOfSource[source].contains(entry) { return true }
    return isKeyed && opened.index.names.mayName(entry, draft.sources[source].words)
  }

  /// What the ledger's own `derivedFrom` says of an attribution's party.
  private mutating func followLedger(_ index: Int) {
    let attribution = draft.attributions[index]
    guard let source = attribution.resolved, let entry = entry(of: attribution, source) else { return }
    facts.entries[index] = entry
    guard facts.trails[index] == nil, !facts.ownCounts.contains(index),
      let trail = SourceTrails(opened).trail(of: entry)
    else { return }
    facts.trails[index] = trail
  }

  /// The one entry that an attribution means: the one whose key stands beside it, else the only one of the name.
  private func entry(of attribution: DraftAttribution, _ source: Int) -> Int? {
    let keyed = facts.keys(block: attribution.block, sentence: attribution.local.sentence).compactMap {
      facts.keys[$0].entry
    }
    if let entry = keyed.first(where: { isParty(attribution, $0, isKeyed: true) }) { return entry }
    let entries = entriesOfSource[source]
    return entries.count == 1 ? entries[0] : nil
  }
}
