import HearsayCore
import ProseText

/// How well the whole analysis agrees with annotated texts: spans, relations, chains and the status of figures.
///
/// The measures of attribution follow Wang et al. (COLING 2022), on bytes instead of tokens: exact spans by role, and the
/// share of bytes for contents. A relation is found where the contents overlap by half (Jaccard) and the sources overlap
/// or are both missing.
struct AttributionEvaluation {
  private(set) var exact: [AttributionLabel.Role: Tally] = [:]
  private(set) var contentBytes = Tally()
  private(set) var relation = Tally()
  private(set) var chains = ChainEvaluation()
  private(set) var support = SupportEvaluation()

  /// Adds a text with its analysis.
  mutating func add(_ record: AttributionRecord, _ analysis: Analysis) {
    let gold = record.attributions.map { SpanSets($0) }
    let found = analysis.attributions.map { SpanSets($0) }
    for role in AttributionLabel.Role.allCases {
      exact[role, default: Tally()].add(
        gold.reduce(into: []) { $0.formUnion($1[role]) }, found.reduce(into: []) { $0.formUnion($1[role]) })
    }
    let goldBytes = gold.reduce(into: Set<Int>()) { $0.formUnion($1.contentBytes) }
    let foundBytes = found.reduce(into: Set<Int>()) { $0.formUnion($1.contentBytes) }
    let both = goldBytes.intersection(foundBytes).count
    contentBytes =
      contentBytes + Tally(right: both, wrong: foundBytes.count - both, missed: goldBytes.count - both)
    let pairs = pair(gold, found)
    let paired = pairs.compactMap { $0 }.count
    relation = relation + Tally(right: paired, wrong: found.count - paired, missed: gold.count - paired)
    chains.add(record.attributions, pairs, analysis)
    support.add(record, analysis)
  }

  /// For each annotated attribution the found one of the largest overlap that no other has.
  private func pair(_ gold: [SpanSets], _ found: [SpanSets]) -> [Int?] {
    var used = Set<Int>()
    return gold.map { want in
      var best: (share: Double, index: Int)?
      for (index, have) in found.enumerated() where !used.contains(index) {
        let union = want.contentBytes.union(have.contentBytes).count
        let share = union > 0 ? Double(want.contentBytes.intersection(have.contentBytes).count) / Double(union) : 0
        let isSource =
          want.sourceBytes.isEmpty && have.sourceBytes.isEmpty || !want.sourceBytes.isDisjoint(with: have.sourceBytes)
        if share >= 0.5, isSource, share > best?.share ?? 0 { best = (share, index) }
      }
      if let best { used.insert(best.index) }
      return best?.index
    }
  }

  /// The figures, a line a kind.
  var lines: [String] {
    let roles = AttributionLabel.Role.allCases.map { "\($0) \(exact[$0, default: Tally()].line)" }
    return [
      "exact: " + roles.joined(separator: ", "),
      "content bytes \(contentBytes.line), relation \(relation.line)",
    ] + chains.lines + support.lines
  }

  /// The figures that a learning curve shows.
  var summary: String {
    let roles = AttributionLabel.Role.allCases.map { percent(exact[$0, default: Tally()].score) }
    return "exact \(roles.joined(separator: "/")), content bytes \(percent(contentBytes.score)), relation "
      + "\(percent(relation.score)), none \(support.none.line)"
  }
}

/// The spans of one attribution.
private struct SpanSets {
  var source: Set<Range<Int>>
  var cue: Set<Range<Int>>
  var content: Set<Range<Int>>
  var contentBytes: Set<Int>
  var sourceBytes: Set<Int>

  init(_ annotated: AnnotatedAttribution) {
    self.init(
      annotated.source.map { $0[0]..<$0[1] }, annotated.cue.map { $0[0]..<$0[1] },
      annotated.content.map { $0[0]..<$0[1] })
  }

  init(_ attribution: Attribution) { self.init(attribution.source, attribution.cue, attribution.content) }

  private init(_ source: [Range<Int>], _ cue: [Range<Int>], _ content: [Range<Int>]) {
    self.source = Set(source)
    self.cue = Set(cue)
    self.content = Set(content)
    contentBytes = content.reduce(into: []) { $0.formUnion($1) }
    sourceBytes = source.reduce(into: []) { $0.formUnion($1) }
  }

  subscript(role: AttributionLabel.Role) -> Set<Range<Int>> {
    switch role {
    case .source: source
    case .cue: cue
    case .content: content
    }
  }
}
