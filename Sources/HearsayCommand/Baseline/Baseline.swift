import HearsayCore
import ProseText
import Workspace

/// Findings that a team knows of and lives with for now, so that only new ones are reported.
struct Baseline: Sendable, Equatable {
  /// A finding as the file keeps it.
  struct Entry: Sendable, Hashable {
    /// From the folder of the baseline.
    let path: String
    let rule: String
    let context: FindingContext
  }

  /// How often each stands in the drafts.
  private(set) var counts: [Entry: Int] = [:]

  mutating func add(_ entry: Entry, count: Int = 1) { counts[entry, default: 0] += count }

  /// Takes an entry at the larger of two counts: what two branches added may stand in a merged file twice.
  mutating func merge(_ entry: Entry, count: Int) { counts[entry] = max(counts[entry] ?? 0, count) }

  /// The entries of each path, to be used up as findings are known again.
  var byPath: [String: BaselineMatching] {
    var result: [String: BaselineMatching] = [:]
    for (entry, count) in counts { result[entry.path, default: BaselineMatching()].add(entry, count) }
    return result
  }

  /// The entries that a condition holds for.
  func filtered(_ isKept: (Entry) -> Bool) -> Baseline {
    var result = Baseline()
    for (entry, count) in counts where isKept(entry) { result.counts[entry] = count }
    return result
  }
}

/// Knows the findings of one draft again.
struct BaselineMatching: Sendable {
  private var left: [Baseline.Entry: Int] = [:]

  fileprivate mutating func add(_ entry: Baseline.Entry, _ count: Int) { left[entry] = count }

  /// How many entries met no finding.
  var unused: Int { left.values.reduce(0, +) }

  /// For each finding, whether it is an old one.
  ///
  /// First those are known whose words agree on both sides. Then each entry that is left stands for one finding of the
  /// same words that agrees on one side: somebody edited the other.
  mutating func known(_ entries: [Baseline.Entry]) -> [Bool] {
    var isKnown = entries.map { take($0) }
    for index in entries.indices where !isKnown[index] {
      let entry = entries[index]
      let near = left.filter { $0.value > 0 && $0.key.isNear(entry) }.keys
      // Any order will do, as long as it is always the same.
      guard let first = near.min(by: { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }) else { continue }
      isKnown[index] = take(first)
    }
    return isKnown
  }

  private mutating func take(_ entry: Baseline.Entry) -> Bool {
    guard let count = left[entry], count > 0 else { return false }
    left[entry] = count - 1
    return true
  }
}

extension Baseline.Entry {
  /// What entries are sorted by, in the file and where one of several is taken.
  var sortKey: [String] {
    [path, rule, context.words, context.marked, context.before ?? "", context.after ?? ""]
  }

  /// Whether the same words of the same rule have the same words on one side.
  fileprivate func isNear(_ other: Baseline.Entry) -> Bool {
    path == other.path && rule == other.rule && context.isNear(other.context)
  }
}
