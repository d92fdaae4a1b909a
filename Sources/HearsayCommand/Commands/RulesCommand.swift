import HearsayCore
import JSON
import Workspace

extension Command {
  static let rules = Command(
    name: "rules", summary: "list every rule", options: [rulesFormat]
  ) { (arguments) throws(Problem) in
    switch arguments.choice(of: rulesFormat, default: RulesFormat.text) {
    case .text: printed(rulesTable(Rule.all))
    case .json: printed(String(decoding: rulesReport(Rule.all), as: UTF8.self) + "\n")
    }
  }

  private static let rulesFormat = Option(
    name: "format", value: .choice(RulesFormat.allCases.map(\.rawValue)),
    summary: "a table for people (the default) or an array of objects")
}

private enum RulesFormat: String, CaseIterable { case text, json }

/// One line a rule: id, severity, name, summary.
func rulesTable(_ rules: [Rule]) -> String {
  let severityWidth = rules.map(\.severity.rawValue.count).max() ?? 0
  let nameWidth = rules.map(\.name.count).max() ?? 0
  return rules.map {
    "\($0.id)  \(padded($0.severity.rawValue, to: severityWidth))  \(padded($0.name, to: nameWidth))  \($0.summary)\n"
  }.joined()
}

/// An array with everything that a rule says of itself, as JSON.
func rulesReport(_ rules: [Rule]) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginArray()
  for rule in rules {
    writer.beginObject()
    writer.member("id", rule.id)
    writer.member("name", rule.name)
    writer.member("severity", rule.severity.rawValue)
    writer.member("summary", rule.summary)
    writer.member("why", rule.why)
    writer.member("standard", rule.standard)
    for (key, examples) in [("flagged", rule.flagged), ("clean", rule.clean)] {
      writer.key(named: key)
      writer.beginArray()
      for example in examples { writer.value(example.text) }
      writer.endArray()
    }
    writer.endObject()
  }
  writer.endArray()
  return writer.bytes
}
