import HearsayCore
import ProseText
import Workspace

extension Command {
  static let lint = Command(
    name: "lint", summary: "report findings in drafts",
    discussion: """
      A folder is searched for drafts: files that end in \(draftExtensions.map { "." + $0 }.joined(separator: ", ")); \
      names that begin with a dot and symbolic links to folders are left out. A file named itself is read whatever its ending is, as plain text where the ending says \
      nothing. A draft is UTF-8 of at most \(draftSizeLimit / 1_000_000) MB.

      Settings are read from the nearest \(SettingsFile.name) in each draft's folder or above. What --select and --ignore say \
      wins over them. The nearest \(FoundLedger.name), upwards from a draft, says what its sources are and what they count. \
      Findings in a settings file or ledger are reported like those in a draft.

      Drafts that have one ledger, or without a ledger one settings file, are held against one another (HS601 to HS603): nothing is \
      printed before the last of them is read.

      Exit status: 0 no finding at or above the failing level; 1 such findings; 2 wrong arguments, settings or a ledger that \
      cannot be read, nothing was linted; 3 \
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
    format, columns, failingLevel, RuleSelection.select, RuleSelection.ignore, DraftOptions.settings,
    DraftOptions.noSettings, DraftOptions.date, DraftOptions.standardInputName, LedgerOptions.ledger,
    LedgerOptions.noLedger,
    TerminalOptions.colour, quiet,
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
  /// A draft that waits for the others of its workspace.
  case read(ReadDraft)
  /// The text is what the format says of the draft by itself; empty where all is said at the end.
  case linted(FileReport, text: String)
  case emptyFolder(String)
  case unusable(String, Problem)
}

/// What was read, and what the drafts of each workspace have in common.
private struct LintReading: Sendable {
  var workspaces = DraftWorkspaces()
  var outcomes: [LintOutcome] = []

  mutating func take(_ outcome: LintOutcome) {
    if case .read(let draft) = outcome {
      outcomes.append(.read(workspaces.take(draft)))
    } else {
      outcomes.append(outcome)
    }
  }
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
  let reading = inOrder(
    count: items.count, from: LintReading(), make: { read(items[$0], options) },
    take: { reading, outcome in reading.take(outcome) })
  var run = inOrder(
    count: items.count, from: LintRun(), make: { report(reading.outcomes[$0], reading.workspaces, options) },
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
  case settings(String, SettingsFile)
  case ledger(String, LedgerReading)

  /// The drafts, and the settings files and ledgers that have findings or are named themselves, in the order of their paths.
  static func all(of inputs: DraftInputs) -> [LintItem] {
    let named = Set(inputs.drafts.map(\.path))
    let files = inputs.settingsFiles.compactMap { found in
      found.file.flatMap { file in
        file.findings.isEmpty && !named.contains(found.path) ? nil : LintItem.settings(found.path, file)
      }
    }
    let ledgers = inputs.ledgers.compactMap { found in
      found.reading.flatMap { reading in
        reading.problems.isEmpty && !named.contains(found.path) ? nil : LintItem.ledger(found.path, reading)
      }
    }
    let others = Set((files + ledgers).map(\.path))
    let drafts = inputs.drafts.filter { !others.contains($0.path) }.map(LintItem.draft)
    return (drafts + files + ledgers).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  var path: String {
    switch self {
    case .draft(let input): input.path
    case .settings(let path, _): path
    case .ledger(let path, _): path
    }
  }
}

/// Reads and analyses what findings may stand in.
private func read(_ item: LintItem, _ options: LintOptions) -> LintOutcome {
  let isReported: (Finding) -> Bool = { options.selection.includes($0.rule) }
  switch item {
  case .settings(let path, let file):
    let report = FileReport(file.findings, in: file.text, path: path, columns: options.columns, isReported: isReported)
    return outcome(report, of: file.text, options)
  case .ledger(let path, let reading):
    let analysis = Analysis(ledger: reading)
    let report = FileReport(analysis, path: path, columns: options.columns, isReported: isReported)
    return outcome(report, of: analysis.text, options)
  case .draft(var input):
    input.settings = options.selection.applied(to: input.settings)
    do throws(Problem) {
      guard let analysis = try analysis(of: input, date: options.date) else { return .emptyFolder(input.path) }
      return .read(ReadDraft(analysis, of: input, columns: options.columns))
    } catch {
      return .unusable(input.path, error)
    }
  }
}

/// Says what is found in a draft, now that the others of its workspace are known.
private func report(_ outcome: LintOutcome, _ workspaces: DraftWorkspaces, _ options: LintOptions) -> LintOutcome {
  guard case .read(let draft) = outcome else { return outcome }
  let findings = workspaces.findings(of: draft)
  do throws(Problem) {
    let text = findings.isEmpty ? SourceText([]) : try draft.readText()
    var report = FileReport(
      findings, in: text, path: draft.input.path, columns: options.columns, elsewhere: { workspaces.place(of: $0) },
      isReported: { options.selection.includes($0.rule) })
    report.isOtherLanguage = draft.isOtherLanguage
    return HearsayCommand.outcome(report, of: text, options)
  } catch {
    return .unusable(draft.input.path, error)
  }
}

private func outcome(_ file: FileReport, of text: SourceText, _ options: LintOptions) -> LintOutcome {
  switch options.format {
  case .text: .linted(file, text: textReport(file, of: text, options.style))
  case .concise: .linted(file, text: conciseReport(file, options.style))
  case .json: .linted(file, text: "")
  }
}

extension LintRun {
  fileprivate mutating func take(_ outcome: LintOutcome, _ options: LintOptions) {
    switch outcome {
    case .read: break
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
