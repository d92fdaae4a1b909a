import HearsayCore

/// Writes the numbers of a whole page: how claims stand, which rules found what.
struct SummaryMarkup {
  let drafts: [(draft: ReportedDraft, claims: [Claim])]

  /// Statuses in the order in which a checker wants to see them, with how many claims have each.
  var statuses: [(status: SupportStatus, count: Int)] {
    var counts: [SupportStatus: Int] = [:]
    for (draft, claims) in drafts {
      for claim in claims { if let status = claim.status(in: draft.analysis) { counts[status, default: 0] += 1 } }
    }
    return SupportStatus.allCases.reversed().compactMap { status in counts[status].map { (status, $0) } }
  }

  /// Claims that are words, not figures.
  var wordsCount: Int { drafts.reduce(0) { $0 + $1.claims.count { $0.figure == nil } } }

  /// Rules by id, with how many findings each brought.
  var rules: [(rule: String, name: String, count: Int)] {
    var counts: [String: (name: String, count: Int)] = [:]
    for finding in drafts.flatMap(\.draft.findings) {
      counts[finding.rule, default: (finding.name, 0)].count += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.name, $0.value.count) }
  }

  /// One sentence about everything.
  var sentence: String {
    let findings = drafts.flatMap(\.draft.findings)
    let severities = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return severity == .information ? "\(count) information" : Wording.counted(count, severity.rawValue)
    }
    let figures = drafts.reduce(0) { $0 + $1.claims.count { $0.figure != nil } }
    let all = "\(Wording.counted(figures, "figure")) to check, \(Wording.counted(findings.count, "finding"))"
    return all + (severities.isEmpty ? "" : " (\(severities.joined(separator: ", ")))") + "."
  }

  /// Writes the tables.
  func write(to page: inout PageWriter) {
    page.markup("<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n<div class=\"tables\">\n<div>")
    page.markup("<table><caption>How the figures stand</caption><thead><tr><th scope=\"col\">Status</th>")
    page.markup("<th scope=\"col\">Figures</th></tr></thead><tbody>")
    for (status, count) in statuses { row(Wording.status(status), count, &page) }
    page.markup("</tbody></table>\n")
    let exempt = exemptions
    if !exempt.isEmpty {
      page.markup(
        "<details><summary>\(Wording.counted(exempt.reduce(0) { $0 + $1.count }, "figure")) that need no source")
      page.markup("</summary><table><thead><tr><th scope=\"col\">Because it is</th><th scope=\"col\">Figures</th></tr>")
      page.markup("</thead><tbody>")
      for (reason, count) in exempt { row(reason, count, &page) }
      page.markup("</tbody></table></details>\n")
    }
    page.markup("</div>\n")
    if !rules.isEmpty {
      page.markup("<table id=\"rules\"><caption>What the rules found</caption><thead><tr><th scope=\"col\">Rule</th>")
      page.markup("<th scope=\"col\">Findings</th></tr></thead><tbody>")
      for (rule, name, count) in rules { row("\(rule) \(name)", count, &page) }
      page.markup("</tbody></table>\n")
    }
    if let only = drafts.first, drafts.count == 1 {
      SourcesMarkup(only.draft, only.claims).write(to: &page, id: "d1")
    }
    page.markup("</div></section>\n")
  }

  private func row(_ words: String, _ count: Int, _ page: inout PageWriter) {
    page.markup("<tr><th scope=\"row\">")
    page.text(words)
    page.markup("</th><td class=\"n\">\(count)</td></tr>")
  }

  private var exemptions: [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for figure in drafts.flatMap(\.draft.analysis.figures) {
      guard let exemption = figure.exemption else { continue }
      counts[exemption.rawValue.split(separator: "-").joined(separator: " "), default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
