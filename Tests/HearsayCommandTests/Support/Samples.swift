import ProseText

@testable import HearsayCommand
@testable import HearsayCore

/// An analysis with a finding for each pair of marks `⟦…⟧` in the text, made by hand.
func analysis(
  marked text: String, rule: String = "HS101", severity: Severity = .warning, message: String = "Nobody is named.",
  related: [Related] = [], fixes: [Fix] = []
) -> Analysis {
  var bytes: [UInt8] = []
  var starts: [Int] = []
  var ranges: [Range<Int>] = []
  for character in text {
    switch character {
    case "⟦": starts.append(bytes.count)
    case "⟧": ranges.append(starts.removeLast()..<bytes.count)
    default: bytes += Array(String(character).utf8)
    }
  }
  var analysis = Analysis(text: SourceText(bytes), format: .plainText)
  analysis.findings = ranges.map {
    Finding(
      rule: rule, name: "unsupported-figure", severity: severity, range: $0, message: message, related: related,
      fixes: fixes)
  }
  return analysis
}

/// The report of `analysis(marked:)`.
func fileReport(_ analysis: Analysis, path: String = "draft.txt", columns: ColumnUnit = .scalars) -> FileReport {
  FileReport(analysis, path: path, columns: columns)
}

/// The report of a run over drafts whose texts do not matter.
func lintReport(_ files: [FileReport], unusable: [UnusableInput] = []) -> LintReport {
  var report = LintReport(drafts: files.map { LintedDraft(report: $0, text: SourceText([])) }, unusable: unusable)
  for file in files { report.summary.add(file) }
  return report
}

/// A rule that marks nothing, for what only reads its words.
func sampleRule(
  _ id: String, _ name: String, severity: Severity = .warning, flagged: [Example] = [], clean: [Example] = []
) -> Rule {
  Rule(
    id: id, name: name, severity: severity, summary: "Say who counted.", why: "A reader wants to ask.",
    standard: "The house", flagged: flagged, clean: clean
  ) { _, _ in }
}
