import HearsayCore
import Workspace

/// How `lint` is to run.
struct LintOptions: Sendable {
  static let columns = Option(
    name: "columns", value: .choice(ColumnUnit.allCases.map(\.rawValue)),
    summary:
      "what columns count: Unicode scalars (the default), bytes or UTF-16 units; formats that settle it ignore this")
  static let failingLevel = Option(
    name: "fail-on", value: .choice(FailingLevel.allCases.map(\.rawValue)),
    summary: "the least severity that makes the exit status 1; warning by default")
  static let quiet = Option(
    name: "quiet", short: "q", value: .none, summary: "print findings and problems only: no summary, no notes")
  static let mostFindings = Option(
    name: "max-findings", value: .text("N"), summary: "report so many findings at most; all count for the exit status")
  static let statistics = Option(
    name: "statistics", value: .none, summary: "count the findings of each rule, behind them (text, concise, markdown)")
  static let explain = Option(
    name: "explain", value: .none,
    summary: "say of each rule that found something what it asks and why, behind the findings (text, concise, markdown)"
  )
  static let jobs = Option(
    name: "jobs", short: "j", value: .text("N"),
    summary: "how many drafts are read at a time; as many as there are cores by default")

  static let page = Option(
    name: "report", value: .file,
    summary: "also write the fact-checker's page (`hearsay report`) into this file, with the findings of this run")

  static let all =
    [
      ReportTarget.format, ReportTarget.output, page, columns, failingLevel, RuleSelection.select, RuleSelection.ignore,
      SeverityOverrides.severity, mostFindings, statistics, explain, BaselineOptions.baseline, BaselineOptions.update,
      ChangedFindings.since, ChangedFindings.diff,
    ] + FixMode.all + DraftOptions.search + [
      DraftOptions.settings, DraftOptions.noSettings, DraftOptions.date, DraftOptions.standardInputName,
      LedgerOptions.ledger, LedgerOptions.noLedger, TerminalOptions.colour, quiet, ProgressLine.none, jobs,
      LintCache.folder,
    ]

  var targets: [ReportTarget]
  /// The file that the fact-checker's page goes into; nil for none.
  var page: String?
  /// Whether all facts of a draft are kept until the end of the run.
  var keepsAnalyses: Bool
  var style: ReportStyle
  var selection: RuleSelection
  var severities: SeverityOverrides
  var date: CalendarDate?
  var baseline: BaselineOptions?
  /// The most findings that are reported; nil for all.
  var mostFindings: Int?
  /// What earlier runs found; nil where nothing is kept.
  var cache: LintCache?
  /// Whether somebody at a terminal is told how far the run is.
  var showsProgress: Bool
  /// The most drafts that are read at a time; nil for one a core.
  var jobs: Int?

  init(_ arguments: ParsedArguments) throws(Problem) {
    targets = try ReportTarget.all(arguments)
    page = arguments.value(of: Self.page)
    keepsAnalyses = page != nil
    if let page, targets.contains(where: { $0.file == page }) {
      throw Problem("a report and the page would go to '\(page)'", remedy: "give --\(Self.page.name) another file")
    }
    selection = try RuleSelection(
      select: arguments.values(of: RuleSelection.select), ignore: arguments.values(of: RuleSelection.ignore),
      rules: Rule.all)
    severities = try SeverityOverrides(arguments.values(of: SeverityOverrides.severity))
    date = try DraftOptions.date(arguments)
    baseline = try BaselineOptions(arguments)
    style = ReportStyle(
      terminal: TerminalOptions.style(arguments), columns: arguments.choice(of: Self.columns, default: .scalars),
      failing: arguments.choice(of: Self.failingLevel, default: FailingLevel.warning).severity,
      isQuiet: arguments.has(Self.quiet), withStatistics: arguments.has(Self.statistics),
      withExplanations: arguments.has(Self.explain))
    for option in [Self.statistics, Self.explain] where arguments.has(option) {
      guard !targets.contains(where: \.format.isForPeople) else { continue }
      throw Problem(
        "--\(option.name) has no place in '\(targets[0].format.rawValue)'",
        remedy: "choose text, concise or markdown, or leave it out")
    }
    mostFindings = try Self.number(Self.mostFindings, in: arguments, from: 0)
    cache = try arguments.value(of: LintCache.folder).map { path throws(Problem) in try LintCache(path) }
    showsProgress = !arguments.has(ProgressLine.none) && !arguments.has(Self.quiet)
    jobs = try Self.number(Self.jobs, in: arguments, from: 1)
  }

  /// The whole number that an option gives; nil where it was not given.
  static func number(_ option: Option, in arguments: ParsedArguments, from least: Int) throws(Problem) -> Int? {
    guard let text = arguments.value(of: option) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number >= least else {
      throw Problem("'\(text)' is not a value of '--\(option.name)'", remedy: "write a whole number from \(least) on")
    }
    return number
  }
}
