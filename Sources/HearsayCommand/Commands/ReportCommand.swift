import HearsayCore
import HearsayReport
import Workspace

extension Command {
  static let report = Command(
    name: "report", summary: "write the fact-checker's page of drafts",
    discussion: """
      One HTML file that loads nothing: the drafts with their claims marked in place, and beside them each figure with its value, period, \
      status, source and chain, what the ledger says of it, and the findings, to be narrowed, ticked, noted and printed.

      Paths, settings and ledgers are read as by `\(program) lint`, and the findings are the same.

      Exit status: 0 the page was written, whatever was found; 2 wrong arguments, settings or a ledger that cannot be read; 3 some input \
      could not be read, or the page could not be written.
      """,
    operand: DraftOptions.paths,
    options: [
      output, RuleSelection.select, RuleSelection.ignore, DraftOptions.settings, DraftOptions.noSettings,
      DraftOptions.date, DraftOptions.standardInputName,
    ] + LedgerOptions.all
  ) { (arguments) throws(Problem) in
    let selection = try RuleSelection(
      select: arguments.values(of: RuleSelection.select), ignore: arguments.values(of: RuleSelection.ignore),
      rules: Rule.all)
    let date = try DraftOptions.date(arguments)
    let run = reportedDrafts(try DraftOptions.inputs(arguments), date: date, selection)
    return written(run, to: arguments.value(of: output))
  }

  private static let output = Option(
    name: "output", short: "o", value: .file, summary: "where to write the page, instead of standard output")
}

/// What a report is made of.
struct ReportRun: Sendable {
  var drafts: [ReportedDraft] = []
  var problems: [(path: String, message: String)] = []
}

/// Analyses the inputs: the drafts, and the settings files and ledgers that have findings, in the order of their paths.
func reportedDrafts(_ inputs: DraftInputs, date: CalendarDate?, _ selection: RuleSelection) -> ReportRun {
  let isReported: @Sendable (Finding) -> Bool = { selection.includes($0.rule) }
  var run = inOrder(count: inputs.drafts.count, from: ReportRun()) {
    number -> (path: String, Result<ReportedDraft?, Problem>) in
    var input = inputs.drafts[number]
    input.settings = selection.applied(to: input.settings)
    do throws(Problem) {
      let analysis = try analysis(of: input, date: date)
      return (
        input.path,
        .success(analysis.map { ReportedDraft(path: input.path, analysis: $0, isReported: isReported) })
      )
    } catch {
      return (input.path, .failure(error))
    }
  } take: { run, outcome in
    run.take(outcome.1, outcome.path)
  }
  run.compare(Dictionary(inputs.drafts.map { ($0.path, $0.workspace) }) { first, _ in first }, isReported)
  for file in inputs.settingsFiles {
    guard let settings = file.file, !settings.findings.isEmpty else { continue }
    run.drafts.append(
      ReportedDraft(path: file.path, analysis: Analysis(settings: settings), isReported: isReported))
  }
  for file in inputs.ledgers {
    guard let reading = file.reading, !reading.problems.isEmpty else { continue }
    run.drafts.append(ReportedDraft(path: file.path, analysis: Analysis(ledger: reading), isReported: isReported))
  }
  run.drafts.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  return run
}

extension ReportRun {
  /// Adds what the drafts of a workspace say against one another; `workspaces` holds that of each path.
  fileprivate mutating func compare(_ workspaces: [String: String], _ isReported: (Finding) -> Bool) {
    var indices: [String: DraftIndex] = [:]
    let counts = Dictionary(drafts.map { (workspaces[$0.path] ?? "", 1) }, uniquingKeysWith: +)
    for draft in drafts where counts[workspaces[draft.path] ?? ""] ?? 0 > 1 {
      indices[workspaces[draft.path] ?? "", default: DraftIndex()].update(draft.path, draft.analysis.digest())
    }
    for place in drafts.indices where drafts[place].analysis.openFindings.asksWorkspace {
      let path = drafts[place].path
      let crossing = indices[workspaces[path] ?? ""]?.findings(in: path) ?? []
      var analysis = drafts[place].analysis
      analysis.findings = analysis.openFindings.all(with: crossing)
      drafts[place] = ReportedDraft(path: path, analysis: analysis, isReported: isReported)
    }
  }

  fileprivate mutating func take(_ outcome: Result<ReportedDraft?, Problem>, _ path: String) {
    switch outcome {
    case .success(let draft?): drafts.append(draft)
    case .success(nil):
      reportFolderWithoutDrafts(path)
    case .failure(let problem):
      HearsayCommand.report(problem, about: path)
      problems.append((path, problem.message))
    }
  }
}

private func written(_ run: ReportRun, to path: String?) -> ExitStatus {
  let page = ReportPage(run.drafts, problems: run.problems).bytes
  let status: ExitStatus = run.problems.isEmpty ? .clean : .incomplete
  guard let path else {
    var output = OutputStream()
    output.write(page)
    return output.finish(status)
  }
  do throws(SystemError) {
    try replaceFile(path, with: page)
    return status
  } catch {
    report(
      Problem("the page could not be written: \(error.name)", remedy: "name another file with --output"), about: path)
    return .incomplete
  }
}
