import HearsayCore

/// The pages under `Protocol/Rules/`: one a rule, and a table of all.
enum RulePages {
  static let folder = "Protocol/Rules"

  /// The pages by file name, whose text depends on the rules alone.
  static func files(for rules: [Rule]) -> [GeneratedFile] {
    [GeneratedFile(name: "README.md", text: table(of: rules))]
      + rules.map { GeneratedFile(name: "\($0.id).md", text: page(of: $0)) }
  }

  private static let note = "<!-- Written by `swift run hearsay-dev generate` from Sources/HearsayCore/Rules. -->\n"

  private static func table(of rules: [Rule]) -> String {
    var text = """
      \(note)
      # Rules

      Each page says what a rule asks, why, which standards ask for it, and shows texts that it marks and texts that it \
      leaves alone. `hearsay explain HS101` prints the same in a terminal.

      | rule | name | severity | asks |
      |---|---|---|---|

      """
    for rule in rules {
      text += "| [\(rule.id)](\(rule.id).md) | \(rule.name) | \(rule.severity.rawValue) | "
      text += "\(MarkdownText.escaped(rule.summary)) |\n"
    }
    return text
  }

  private static func page(of rule: Rule) -> String {
    var text = """
      \(note)
      # \(rule.id) \(rule.name)

      \(MarkdownText.escaped(rule.summary))

      Severity: **\(rule.severity.rawValue)**

      ## Why

      \(MarkdownText.escaped(rule.why))

      ## Standards

      \(MarkdownText.escaped(rule.standard))

      """
    text += section("Marked", "What stands in bold is marked.", rule.flagged)
    text += section("Left alone", "", rule.clean)
    return text
  }

  private static func section(_ title: String, _ introduction: String, _ examples: [Example]) -> String {
    guard !examples.isEmpty else { return "" }
    let parts = ["\n## \(title)"] + (introduction.isEmpty ? [] : [introduction]) + examples.map(text(of:))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// An example as a quotation; Markdown, whose signs matter, as code.
  private static func text(of example: Example) -> String {
    var lines: [String]
    let isCode = example.isMarkdown || example.isSettings || example.isLedger
    if isCode {
      lines = code(example.text, example.isMarkdown ? "markdown" : "jsonc")
    } else {
      lines = MarkdownText.escaped(example.text).split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      lines = lines.map { $0.replacing("⟦", with: "<b>").replacing("⟧", with: "</b>") }
    }
    var remarks: [String] = []
    if let severity = example.severity { remarks.append(severity.rawValue) }
    if let date = example.date { remarks.append("in a draft of \(date)") }
    if example.ledger != nil { remarks.append("with the ledger below") }
    if isCode, example.text.contains("⟦") { remarks.append("marked between ⟦ and ⟧") }
    if !remarks.isEmpty { lines += ["", "*\(remarks.joined(separator: ", "))*"] }
    lines += surroundings(of: example)
    return lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  /// The ledger, the saved copies and the other drafts around an example.
  private static func surroundings(of example: Example) -> [String] {
    var lines: [String] = []
    if let ledger = example.ledger { lines += [""] + code(ledger, "jsonc") }
    for (name, text) in example.copies.sorted(by: { $0.key < $1.key }) {
      lines += ["", "Saved as `\(name)`:", ""] + code(text, "text")
    }
    for (name, text) in example.drafts.sorted(by: { $0.key < $1.key }) {
      lines += ["", "Beside the draft `\(name)`:", ""] + code(text, example.isMarkdown ? "markdown" : "text")
    }
    return lines
  }

  private static func code(_ text: String, _ language: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return ["````\(language)"] + lines + ["````"]
  }
}

/// Plain text as Markdown that shows it unchanged.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(escapedLine).joined(separator: "\n")
  }

  private static func escapedLine(_ line: Substring) -> String {
    var result = ""
    for (index, character) in line.enumerated() {
      if signs.contains(character) || index == 0 && openingSigns.contains(character) { result.append("\\") }
      result.append(character)
    }
    // "12." or "12)" would open a list.
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let behind = result.dropFirst(digits.count).prefix(2)
    if !digits.isEmpty, [".", ")", ". ", ") "].contains(behind) {
      result.insert("\\", at: digits.endIndex)
    }
    return result
  }

  private static let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&"]
  private static let openingSigns: Set<Character> = ["#", "-", "+", "="]
}
