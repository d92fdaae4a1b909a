import HearsayCore

/// How many findings of which severity a run brought, in how many drafts.
struct Summary: Sendable, Equatable {
  private(set) var files = 0
  private(set) var filesWithFindings = 0
  private var counts: [Severity: Int] = [:]
  private var counted: [String: Int] = [:]

  mutating func add(_ file: FileReport) {
    files += 1
    if !file.findings.isEmpty { filesWithFindings += 1 }
    for reported in file.findings {
      counts[reported.finding.severity, default: 0] += 1
      counted["\(reported.finding.rule) \(reported.finding.name)", default: 0] += 1
    }
  }

  /// How many findings each rule brought, most first, then by id.
  var byRule: [(rule: String, count: Int)] {
    counted.map { (rule: $0.key, count: $0.value) }.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  var findings: Int { counts.values.reduce(0, +) }

  func count(of severity: Severity) -> Int { counts[severity] ?? 0 }

  /// Whether there is a finding as bad as `level` or worse.
  func hasFindings(atOrAbove level: Severity) -> Bool { counts.contains { $0.key <= level && $0.value > 0 } }

  /// "4 findings in 2 files (3 warnings, 1 information)".
  var sentence: String {
    guard findings > 0 else { return "no findings in \(counted(files, "file"))" }
    let parts = Severity.allCases.filter { count(of: $0) > 0 }.map { severity in
      severity == .information ? "\(count(of: severity)) information" : counted(count(of: severity), severity.rawValue)
    }
    let place = filesWithFindings == files ? counted(files, "file") : "\(filesWithFindings) of \(files) files"
    return "\(counted(findings, "finding")) in \(place) (\(parts.joined(separator: ", ")))"
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
