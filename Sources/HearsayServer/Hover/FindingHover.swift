import HearsayCore

/// Says what is marked, and by which rule.
struct FindingHover: Sendable {
  let markup: HoverMarkup

  /// A bold line a finding, the worst first.
  func headlines(_ findings: [Finding]) -> [String] {
    findings.sorted { $0.severity < $1.severity }.map { markup.bold("\($0.rule) \($0.message)") }
  }

  /// What each rule asks, and where its page is.
  func rules(_ findings: [Finding]) -> [String] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.rule).inserted }.map { finding in
      let summary = Rule.named(finding.rule)?.summary ?? ""
      return markup.text(summary) + " " + markup.link(finding.rule, to: Rule.documentation(of: finding.rule))
    }
  }
}
