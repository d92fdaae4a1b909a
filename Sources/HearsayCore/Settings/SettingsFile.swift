package import JSON
package import ProseText

/// A settings file as it was read: what it settles, and what is wrong in it.
///
/// Where a key or a value is not known, the rest still holds.
package struct SettingsFile: Sendable {
  /// The name by which it is found, in a draft's folder or above.
  package static let name = ".hearsay.jsonc"

  /// Its text.
  package let text: SourceText
  package let settings: Settings
  /// In the order of the text; ranges are bytes of `text`.
  package let findings: [Finding]

  /// Reads JSON with comments and trailing commas.
  /// - Throws: where the text is not JSON at all, so that nothing is settled.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    let root = try JSONNode(parsing: bytes, options: .jsonc)
    text = SourceText(bytes)
    var reader = SettingsReader()
    reader.read(root)
    settings = reader.settings
    findings = Self.findings(of: reader.problems, reader.settings)
  }

  /// The settings file that a broken one stands for: nothing settled, and one finding where the text stops making sense.
  package init(unreadable bytes: [UInt8], _ error: JSONError) {
    text = SourceText(bytes)
    settings = Settings()
    let start = max(0, min(error.offset, bytes.count - 1))
    let problem = SettingsProblem(
      kind: .invalid, range: start..<min(bytes.count, start + 1), message: "This is not JSON: \(error.description).")
    findings = Self.findings(of: [problem], settings)
  }

  private static func findings(of problems: [SettingsProblem], _ settings: Settings) -> [Finding] {
    let found = Rule.all.flatMap { rule in
      var report = Report(rule)
      rule.checkSettings(problems, &report)
      return report.findings
    }
    return found.compactMap { settings.rules.applied(to: $0) }.sorted {
      ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule)
    }
  }
}

/// Something in a settings file that says nothing.
struct SettingsProblem: Sendable, Equatable {
  enum Kind: Sendable {
    case invalid, unknownRule
  }

  var kind: Kind
  var range: Range<Int>
  var message: String
  /// What to write there instead, quotation marks included.
  var replacement: String?
}

extension Analysis {
  /// The findings of a settings file, as the analysis of its text.
  package init(settings file: SettingsFile) {
    text = file.text
    format = .plainText
    findings = file.findings
  }
}
