import HearsayCore
import Workspace

extension Command {
  static let lint = Command(
    name: "lint", summary: "report findings in drafts",
    discussion: """
      A folder is searched for drafts: files that end in \(draftExtensions.map { "." + $0 }.joined(separator: ", ")); \
      names that begin with a dot and symbolic links to folders are left out. A file named itself is read whatever its ending is, as plain text where the ending says \
      nothing. A draft is UTF-8 of at most \(draftSizeLimit / 1_000_000) MB.

      The nearest \(FoundLedger.name), upwards from a draft, says what its sources are and what they count; findings in it \
      stand under its own path.

      Exit status: 0 no finding at or above the failing level; 1 such findings; 2 wrong arguments or a ledger that cannot be read, nothing was linted; 3 \
      some input could not be read (the rest was; 3 wins over 1).
      """,
    operand: DraftOptions.paths, options: LintOptions.all
  ) { (arguments) throws(Problem) in lintDrafts(try LintOptions(arguments), try DraftOptions.inputs(arguments)) }
}

/// How reports are written.
enum ReportFormat: String, Sendable, CaseIterable { case text, json, concise }

/// The worst finding that a run may bring and still count as clean.
enum FailingLevel: String, Sendable, CaseIterable {
  case error, warning, information, hint, never

  /// Findings as bad as this fail the run; nil for none.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// How `lint` is to run.
struct LintOptions: Sendable, Equatable {
  static let format = Option(
    name: "format", value: .choice(ReportFormat.allCases.map(\.rawValue)),
    summary: "for people (text, the default), one JSON object, or one line a finding")
  static let columns = Option(
    name: "columns", value: .choice(ColumnUnit.allCases.map(\.rawValue)),
    summary: "what columns count: Unicode scalars (the default), bytes or UTF-16 units")
  static let failingLevel = Option(
    name: "fail-on", value: .choice(FailingLevel.allCases.map(\.rawValue)),
    summary: "the least severity that makes the exit status 1; warning by default")
  static let quiet = Option(
    name: "quiet", short: "q", value: .none, summary: "print findings and problems only: no summary, no notes")
  static let all = [
    format, columns, failingLevel, RuleSelection.select, RuleSelection.ignore, DraftOptions.date,
    DraftOptions.standardInputName, LedgerOptions.ledger, LedgerOptions.noLedger, TerminalOptions.colour, quiet,
  ]

  var format: ReportFormat
  var columns: ColumnUnit
  var failingLevel: FailingLevel
  var selection: RuleSelection
  var date: CalendarDate?
  var style: TerminalStyle
  var isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(Problem) {
    format = arguments.choice(of: Self.format, default: .text)
    columns = arguments.choice(of: Self.columns, default: .scalars)
    failingLevel = arguments.choice(of: Self.failingLevel, default: .warning)
    selection = try RuleSelection(
      select: arguments.values(of: RuleSelection.select), ignore: arguments.values(of: RuleSelection.ignore),
      rules: Rule.all)
    date = try DraftOptions.date(arguments)
    style = TerminalOptions.style(arguments)
    isQuiet = arguments.has(Self.quiet)
  }
}

/// What came of one input.
private enum LintOutcome: Sendable {
  /// The text is what the format says of the draft by itself; empty where all is said at the end.
  case linted(FileReport, text: String)
  case emptyFolder(String)
  case unusable(String, Problem)
}

/// What a run has said and still has to say.
private struct LintRun: Sendable {
  var output = OutputStream()
  var summary = Summary()
  /// Kept for the end where the format is one JSON value.
  var files: [FileReport] = []
  var problems: [(path: String, problem: Problem)] = []
}

/// Lints the inputs and writes the report.
func lintDrafts(_ options: LintOptions, _ inputs: DraftInputs) -> ExitStatus {
  let items = LintItem.all(of: inputs)
  var run = inOrder(
    count: items.count, from: LintRun(), make: { lint(items[$0], options) },
    take: { run, outcome in run.take(outcome, options) })
  switch options.format {
  case .json:
    run.output.write(jsonReport(run.files, problems: run.problems, run.summary))
    run.output.write("\n")
  case .text where !options.isQuiet && run.summary.files > 0:
    run.output.write(run.summary.sentence + "\n")
  case .text, .concise: break
  }
  let fails = options.failingLevel.severity.map { run.summary.hasFindings(atOrAbove: $0) } ?? false
  let status: ExitStatus = !run.problems.isEmpty ? .incomplete : fails ? .findings : .clean
  return run.output.finish(status)
}

/// Something that findings may stand in.
private enum LintItem: Sendable {
  case draft(DraftInput)
  case ledger(String, LedgerReading)

  /// The drafts, and the ledgers in which something is wrong, in the order of their paths.
  static func all(of inputs: DraftInputs) -> [LintItem] {
    let ledgers = inputs.ledgers.compactMap { found in
      found.reading.flatMap { $0.problems.isEmpty ? nil : LintItem.ledger(found.path, $0) }
    }
    return (inputs.drafts.map(LintItem.draft) + ledgers).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  var path: String {
    switch self {
    case .draft(let input): input.path
    case .ledger(let path, _): path
    }
  }

  /// What is understood of it; nil for a folder without drafts.
  func analysis(date: CalendarDate?) throws(Problem) -> Analysis? {
    switch self {
    case .draft(let input): try HearsayCommand.analysis(of: input, date: date)
    case .ledger(_, let reading): Analysis(ledger: reading)
    }
  }
}

private func lint(_ input: LintItem, _ options: LintOptions) -> LintOutcome {
  do throws(Problem) {
    guard let analysis = try input.analysis(date: options.date) else { return .emptyFolder(input.path) }
    let file = FileReport(analysis, path: input.path, columns: options.columns) {
      options.selection.includes($0.rule)
    }
    return switch options.format {
    case .text: .linted(file, text: textReport(file, of: analysis.text, options.style))
    case .concise: .linted(file, text: conciseReport(file, options.style))
    case .json: .linted(file, text: "")
    }
  } catch {
    return .unusable(input.path, error)
  }
}

extension LintRun {
  fileprivate mutating func take(_ outcome: LintOutcome, _ options: LintOptions) {
    switch outcome {
    case .linted(let file, let text):
      summary.add(file)
      output.write(text)
      if options.format == .json { files.append(file) }
      if file.isOtherLanguage, !options.isQuiet { say { note(otherLanguageNote, about: file.path) } }
    case .emptyFolder(let path):
      say { reportFolderWithoutDrafts(path) }
    case .unusable(let path, let problem):
      problems.append((path, problem))
      say { report(problem, about: path) }
    }
  }

  /// Standard output first, so that on a terminal both come in the order of the paths.
  private mutating func say(_ message: () -> Void) {
    output.flush()
    message()
  }
}
