/// What settings say of a rule.
package enum RuleLevel: String, Sendable, CaseIterable {
  /// It reports nothing.
  case off
  /// It reports, each finding with its own severity.
  case on
  /// It reports, all findings with this severity.
  case error, warning, information, hint

  /// The severity of all its findings, nil where each keeps its own.
  package var severity: Severity? { Severity(rawValue: rawValue) }
}

/// Levels of rules by their id or its beginning: the longest that fits counts, of two equal ones the later.
package struct RuleLevels: Sendable, Equatable {
  private var levels: [String: RuleLevel] = [:]

  package init() {}

  /// Sets the level of all rules whose id begins so.
  package mutating func set(_ level: RuleLevel, for prefix: String) { levels[prefix] = level }

  /// The level of the rule with an id.
  package func level(of rule: String) -> RuleLevel {
    guard !levels.isEmpty else { return .on }
    var prefix = rule[...]
    while !prefix.isEmpty {
      if let level = levels[String(prefix)] { return level }
      prefix = prefix.dropLast()
    }
    return .on
  }

  /// A finding with the severity that was settled, nil where its rule is off.
  func applied(to finding: Finding) -> Finding? {
    let level = level(of: finding.rule)
    guard level != .off else { return nil }
    var finding = finding
    if let severity = level.severity { finding.severity = severity }
    return finding
  }
}
