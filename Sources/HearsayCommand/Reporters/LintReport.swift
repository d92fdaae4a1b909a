import HearsayCore
import ProseText
import Workspace

/// A draft of a run with what reports say of its text.
struct LintedDraft: Sendable {
  var report: FileReport
  private let extract: TextExtract
  /// All facts of the text, where a page shows them.
  @Indirect var analysis: Analysis?
  /// Whether a change that the run is about left the draft alone.
  var isUnchanged = false

  /// - Parameter needs: what will be asked of the text.
  init(report: FileReport, text: SourceText, needs: TextExtract.Needs = .all) {
    self.report = report
    extract = TextExtract(of: report.findings, in: text, needs)
    analysis = nil
  }

  var path: String { report.path }

  /// The line around a finding.
  func excerpt(of finding: Finding) -> Excerpt? { extract.excerpt(of: finding) }

  /// What a finding is known again by.
  func context(of finding: Finding) -> FindingContext? { extract.context(of: finding) }

  /// Places of the draft's findings, of what is related to them and of their fixes, with columns in another unit.
  func places(of ranges: [Range<Int>], _ columns: ColumnUnit) -> [Place] {
    ranges.compactMap { extract.place(of: $0, columns) }
  }
}

/// An input that could not be used.
struct UnusableInput: Sendable, Equatable {
  let path: String
  let problem: Problem
}

/// All that a run has to say, in the order of the paths.
struct LintReport: Sendable {
  var drafts: [LintedDraft] = []
  var unusable: [UnusableInput] = []
  /// Counts what was found, also what is not shown.
  var summary = Summary()

  /// How many of its findings are shown.
  var shown: Int { drafts.reduce(0) { $0 + $1.report.findings.count } }
}

/// What reporters want to know of the run besides its findings.
struct ReportStyle: Sendable, Equatable {
  var terminal = TerminalStyle.plain
  /// The unit of columns, where the format does not settle it.
  var columns = ColumnUnit.scalars
  /// The least severity that fails the run; nil for none.
  var failing: Severity? = .warning
  /// Whether summaries are left out of the formats for people.
  var isQuiet = false
  /// Whether a table of findings by rule is added to the formats for people.
  var withStatistics = false
  /// Whether the page of each rule that found something is added to the formats for people.
  var withExplanations = false

  /// The unit of columns in SARIF, which knows none in bytes.
  var sarifColumns: ColumnUnit { columns == .utf16 ? .utf16 : .scalars }
}
