import HearsayCore
import ProseText
import Workspace

/// A draft of a run with its text, from which reports cut excerpts and count columns.
struct LintedDraft: Sendable {
  var report: FileReport
  let text: SourceText
  /// All facts of the text, where a page shows them.
  var analysis: Analysis?
  /// Whether a change that the run is about left the draft alone.
  var isUnchanged = false

  var path: String { report.path }

  /// The draft's places again, with columns in another unit.
  func places(of ranges: [Range<Int>], _ columns: ColumnUnit) -> [Place] {
    HearsayCommand.places(of: ranges, in: text, columns)
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
}
