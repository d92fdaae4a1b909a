import HearsayCore
import Workspace

/// The report as commands of GitHub's workflows, one a line, which become annotations of the changed files; piece by piece.
///
/// Columns are left out where a finding goes on over lines: GitHub then refuses them.
func githubReport(_ report: LintReport, _ take: (String) -> Void) {
  for draft in report.drafts {
    for reported in draft.report.findings {
      let finding = reported.finding
      let place = reported.place
      var properties = [("file", draft.path), ("line", String(place.line)), ("endLine", String(place.endLine))]
      if place.line == place.endLine {
        properties += [("col", String(place.column)), ("endColumn", String(place.endColumn))]
      }
      properties.append(("title", "\(finding.rule) \(finding.name)"))
      take(command(level(finding.severity), properties, finding.message))
    }
  }
  for input in report.unusable {
    take(command("error", [("file", input.path)], "\(input.problem.message); \(input.problem.remedy)"))
  }
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information, .hint: "notice"
  }
}

private func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
  let written = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
  return "::\(name) \(written)::\(escaped(message, isProperty: false))\n"
}

/// What the runner reads back as the text; what a terminal would obey is made visible first.
private func escaped(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    default: result.unicodeScalars.append(visible(scalar))
    }
  }
  return result
}
