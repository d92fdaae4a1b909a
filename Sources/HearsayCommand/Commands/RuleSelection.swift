import HearsayCore
import Workspace

/// Which rules a run reports.
///
/// The longest prefix of a rule's id that was given decides; of two equal ones, ignoring wins.
struct RuleSelection: Sendable, Equatable {
  static let select = Option(
    name: "select", value: .text("PREFIX,…"), isRepeatable: true,
    summary: "report only rules whose id begins so (HS1,HS204)")
  static let ignore = Option(
    name: "ignore", value: .text("PREFIX,…"), isRepeatable: true,
    summary: "leave out rules whose id begins so; the longer prefix counts")

  /// Prefixes of ids, in capitals; empty for all rules.
  private(set) var selected: [String]
  private(set) var ignored: [String]

  /// - Parameter rules: those that exist; a prefix of none of them is an error.
  init(select: [String] = [], ignore: [String] = [], rules: [Rule]) throws(Problem) {
    selected = try Self.prefixes(select, Self.select, rules)
    ignored = try Self.prefixes(ignore, Self.ignore, rules)
  }

  /// Whether findings of the rule are reported.
  func includes(_ rule: String) -> Bool {
    func longest(_ prefixes: [String]) -> Int? { prefixes.filter { rule.hasPrefix($0) }.map(\.utf8.count).max() }
    guard let selecting = selected.isEmpty ? 0 : longest(selected) else { return false }
    return longest(ignored).map { $0 < selecting } ?? true
  }

  /// Switches on what was selected and the settings switch off, as who names a rule wants to hear it; drafts are not
  /// compared where nobody would hear of it.
  func applied(to settings: Settings) -> Settings {
    var settings = settings
    for rule in Rule.all {
      if !selected.isEmpty, includes(rule.id), settings.rules.level(of: rule.id) == .off {
        settings.rules.set(.on, for: rule.id)
      } else if rule.comparesDrafts, !includes(rule.id) {
        settings.rules.set(.off, for: rule.id)
      }
    }
    return settings
  }

  private static func prefixes(_ values: [String], _ option: Option, _ rules: [Rule]) throws(Problem) -> [String] {
    var prefixes: [String] = []
    for word in values.flatMap({ $0.split(separator: ",") }) {
      prefixes.append(try prefix(String(word), option, rules))
    }
    return prefixes
  }

  /// The beginning of ids that a word of an option means: in capitals, or the id of the rule with that name.
  static func prefix(_ word: String, _ option: Option, _ rules: [Rule]) throws(Problem) -> String {
    let prefix = word.filter { $0 != " " }.uppercased()
    let named = rules.first { $0.name.uppercased() == prefix }?.id
    guard named != nil || !prefix.isEmpty && rules.contains(where: { $0.id.hasPrefix(prefix) }) else {
      let near = nearMisses(to: word, among: rules.flatMap { [$0.id, $0.name] })
      throw Problem(
        "no rule begins with '\(word)' (--\(option.name))", remedy: suggestion(near) ?? "`\(program) rules` lists them")
    }
    return named ?? prefix
  }
}
