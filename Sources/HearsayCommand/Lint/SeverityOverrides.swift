import HearsayCore
import Workspace

/// Severities that the command line gives to rules.
struct SeverityOverrides: Sendable, Equatable {
  static let severity = Option(
    name: "severity", value: .text("RULE=LEVEL"), isRepeatable: true,
    summary:
      "the severity of a rule's findings, by its id, the beginning of ids or its name (HS204=hint); wins over settings")

  /// By id or its beginning, in the order given.
  private let levels: [(prefix: String, severity: Severity)]

  init(_ values: [String] = [], rules: [Rule] = Rule.all) throws(Problem) {
    var levels: [(prefix: String, severity: Severity)] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Problem("'\(value)' names no rule and level (--severity)", remedy: "write it as RULE=LEVEL")
      }
      guard let severity = Severity(rawValue: parts[1]) else {
        let near = nearMisses(to: parts[1], among: Severity.allCases.map(\.rawValue))
        throw Problem(
          "'\(parts[1])' is no severity (--severity)",
          remedy: suggestion(near) ?? "use one of: \(Severity.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let prefix = try RuleSelection.prefix(parts[0], Self.severity, rules)
      levels.append((prefix, severity))
    }
    self.levels = levels
  }

  /// The finding with the severity that the longest beginning of its rule's id gives it, of equal ones the last.
  func applied(to finding: Finding) -> Finding {
    var finding = finding
    var longest = 0
    for (prefix, severity) in levels where finding.rule.hasPrefix(prefix) && prefix.utf8.count >= longest {
      longest = prefix.utf8.count
      finding.severity = severity
    }
    return finding
  }

  static func == (left: SeverityOverrides, right: SeverityOverrides) -> Bool {
    left.levels.elementsEqual(right.levels) { $0 == $1 }
  }
}
