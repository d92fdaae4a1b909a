import HearsayCore
import Workspace

extension Command {
  static let explain = Command(
    name: "explain", summary: "say what a rule asks, why, and what it marks",
    discussion: "A rule is named by its id (HS101) or its name (unsupported-figure), in any case.",
    operand: Operand(name: "RULE", hint: "name a rule; `\(program) rules` lists them"),
    options: [TerminalOptions.colour]
  ) { (arguments) throws(Problem) in
    var rules: [Rule] = []
    for name in arguments.operands { rules.append(try rule(named: name, in: Rule.all)) }
    let style = TerminalOptions.style(arguments)
    return printed(rules.map { ruleText($0, style) }.joined(separator: "\n"))
  }
}

/// The rule with the id or name, in any case.
func rule(named name: String, in rules: [Rule]) throws(Problem) -> Rule {
  let wanted = name.lowercased()
  if let rule = rules.first(where: { $0.id.lowercased() == wanted || $0.name == wanted }) { return rule }
  let near = nearMisses(to: name, among: rules.flatMap { [$0.id, $0.name] })
  throw Problem("there is no rule '\(name)'", remedy: suggestion(near) ?? "`\(program) rules` lists them")
}

/// A rule's page for people.
func ruleText(_ rule: Rule, _ style: TerminalStyle) -> String {
  var lines = ["\(style.bold("\(rule.id) \(rule.name)")) (\(style.of(rule.severity, rule.severity.rawValue)))", ""]
  lines += wrapped(rule.summary, width: pageWidth) + [""]
  lines += wrapped(rule.why, width: pageWidth) + [""]
  lines += wrapped("Standards: \(rule.standard)", width: pageWidth)
  lines += section("Marked:", rule.flagged, style)
  lines += section("Left alone:", rule.clean, style)
  return lines.joined(separator: "\n") + "\n"
}

private let pageWidth = 90

private func section(_ title: String, _ examples: [Example], _ style: TerminalStyle) -> [String] {
  guard !examples.isEmpty else { return [] }
  return ["", style.bold(title)] + examples.flatMap { lines(of: $0, style) }
}

/// An example's own lines, kept as they are where there are several: they show markup or paragraphs.
private func lines(of example: Example, _ style: TerminalStyle) -> [String] {
  var remarks: [String] = []
  if let severity = example.severity { remarks.append(severity.rawValue) }
  if let date = example.date { remarks.append("in a draft of \(date)") }
  for (_, text) in example.drafts.sorted(by: { $0.key < $1.key }) {
    remarks.append("beside a draft that says: \(text.split(whereSeparator: \.isNewline).joined(separator: " "))")
  }
  let remark = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
  let parts = example.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let body = parts.count > 1 ? parts : wrapped(example.text, width: pageWidth - 4)
  return body.enumerated().map { index, line in
    let bullet = index == 0 ? "  • " : "    "
    return line.isEmpty ? "" : bullet + withMarks(line, style) + (index == body.count - 1 ? remark : "")
  }
}

/// Underlines what stands between the marks; without colours the marks stay.
private func withMarks(_ line: String, _ style: TerminalStyle) -> String {
  guard style.isColoured else { return line }
  var result = ""
  var rest = line[...]
  while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
    result += rest[..<open] + style.underlined(String(rest[rest.index(after: open)..<close]))
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
