/// A comment that silences rules in a part of the draft.
struct Suppression: Sendable, Equatable {
  /// Why it can hold for nothing.
  enum Flaw: Sendable {
    case endsNothing
    /// For the whole file, but below its beginning.
    case isNotAtTop
  }

  var directive: SuppressionDirective
  /// Where it holds: absolute bytes.
  var covered: Range<Int>
  var flaw: Flaw?
  /// The comment, where nothing but the directive is in it.
  var comment: Range<Int>?
  /// For each of its rules whether it silenced something; one for all where it names none.
  var isUsed: [Bool]

  init(_ directive: SuppressionDirective, covering covered: Range<Int>, flaw: Flaw? = nil, comment: Range<Int>? = nil) {
    self.directive = directive
    self.covered = covered
    self.flaw = flaw
    self.comment = comment
    isUsed = [Bool](repeating: false, count: max(1, directive.targets.count))
  }
}

/// Takes findings out where a comment silences them, and notes which comments did.
///
/// The comments and the findings are passed once, in the order of the text: a draft made of both must not cost their product.
struct SuppressionFilter {
  private(set) var suppressions: [Suppression]

  init(_ suppressions: [Suppression]) { self.suppressions = suppressions }

  private struct Entry {
    var covered: Range<Int>
    var suppression: Int
    var target: Int
    /// Beginning of the ids that it silences; empty for all.
    var prefix: String
  }

  /// The findings that nothing silences, in their order.
  ///
  /// Where several comments silence a finding, the one that reaches farthest is used: the others add nothing.
  mutating func remaining(_ findings: [Finding]) -> [Finding] {
    let entries = entries()
    guard !entries.isEmpty else { return findings }
    var active: [String: Entry] = [:]
    var waiting = entries[...]
    var isSilenced = [Bool](repeating: false, count: findings.count)
    for index in findings.indices.sorted(by: { findings[$0].range.lowerBound < findings[$1].range.lowerBound }) {
      let place = findings[index].range.lowerBound
      while let entry = waiting.first, entry.covered.lowerBound <= place {
        waiting = waiting.dropFirst()
        if let known = active[entry.prefix], known.covered.upperBound >= entry.covered.upperBound { continue }
        active[entry.prefix] = entry
      }
      guard let entry = entry(for: findings[index].rule, at: place, active) else { continue }
      isSilenced[index] = true
      suppressions[entry.suppression].isUsed[entry.target] = true
    }
    return findings.indices.filter { !isSilenced[$0] }.map { findings[$0] }
  }

  private func entry(for rule: String, at place: Int, _ active: [String: Entry]) -> Entry? {
    var prefix = rule[...]
    // What a comment about nothing in particular silences is the text, not the remarks on comments.
    let shortest = rule.hasPrefix("HS90") ? 3 : 0
    while prefix.utf8.count >= shortest {
      if let entry = active[String(prefix)], entry.covered.contains(place) { return entry }
      if prefix.isEmpty { break }
      prefix = prefix.dropLast()
    }
    return nil
  }

  private func entries() -> [Entry] {
    var entries: [Entry] = []
    for (index, suppression) in suppressions.enumerated() where !suppression.covered.isEmpty {
      if suppression.directive.targets.isEmpty {
        entries.append(Entry(covered: suppression.covered, suppression: index, target: 0, prefix: ""))
      }
      for (target, rule) in suppression.directive.targets.enumerated() {
        guard let prefix = rule.prefix else { continue }
        entries.append(Entry(covered: suppression.covered, suppression: index, target: target, prefix: prefix))
      }
    }
    return entries.sorted { ($0.covered.lowerBound, $0.suppression) < ($1.covered.lowerBound, $1.suppression) }
  }
}
