import HearsayCore
import JSON
import Workspace

extension Command {
  static let analyze = Command(
    name: "analyze", summary: "print what is understood of drafts, as data",
    discussion: """
      One JSON object a draft, one draft a line; with no PATH the draft is standard input. With --jsonl each line of \
      standard input is a draft: {"id": …, "text": …, "format"?: …, "date"?: "YYYY-MM-DD", "ledger"?: {…}}; each answer is a line in the \
      same order, {"id": …, "error": …} where the line was not such an object; memory does not grow with the number of lines.

      Exit status: 0 all was analysed; 2 wrong arguments, settings or a ledger that cannot be read, nothing was done; 3 some \
      input could not be read or was malformed (the rest was analysed).
      """,
    operand: Operand(name: DraftOptions.paths.name, isRequired: false, hint: DraftOptions.paths.hint),
    options: [
      format, jsonLines, Progress.jobs, Progress.option, DraftOptions.date, DraftOptions.standardInputName,
      DraftOptions.settings, DraftOptions.noSettings, DraftOptions.noIgnore,
    ] + LedgerOptions.all
  ) { (arguments) throws(Problem) in
    let date = try DraftOptions.date(arguments)
    if arguments.has(jsonLines) {
      try AnalyzeLinesOptions.refuseOthers(arguments)
      let lines = AnsweredLines(jobs: try Progress.jobs(arguments), progress: Progress.wanted(arguments))
      let settings = try DraftOptions.settingsOfWorkingFolder(arguments)
      return lines.run(with: LineAnalyzer(date: date, settings: settings)) { $0.answer(to: $1) }
    }
    try AnalyzeLinesOptions.refuseOwn(arguments)
    if arguments.operands.isEmpty, FileDescriptor.standardInput.isTerminal {
      throw Problem("there is no draft to read", remedy: DraftOptions.paths.hint)
    }
    let inputs = try DraftOptions.inputs(arguments)
    LedgerOptions.noteProblems(in: inputs.ledgers)
    DraftOptions.noteProblems(in: inputs.settingsFiles)
    return analyzeDrafts(inputs.drafts, date: date)
  }

  private static let format = Option(name: "format", value: .choice(["json"]), summary: "the only format there is")
  private static let jsonLines = Option(name: "jsonl", value: .none, summary: "read one draft a line, as JSON")
}

private enum AnalyzeOutcome: Sendable {
  case analysed([UInt8])
  case emptyFolder(String)
  case unusable(String, Problem)
}

private struct AnalyzeRun: Sendable {
  var output = OutputStream()
  var status = ExitStatus.clean
}

private func analyzeDrafts(_ inputs: [DraftInput], date: CalendarDate?) -> ExitStatus {
  var run = inOrder(count: inputs.count, from: AnalyzeRun()) { number in
    let path = inputs[number].path
    do throws(Problem) {
      guard let analysis = try analysis(of: inputs[number], date: date) else { return AnalyzeOutcome.emptyFolder(path) }
      var writer = JSONWriter()
      writer.value(analysis, id: path)
      return .analysed(writer.bytes)
    } catch {
      return .unusable(path, error)
    }
  } take: { run, outcome in
    switch outcome {
    case .analysed(let answer):
      run.output.write(answer)
      run.output.write([0x0A])
    case .emptyFolder(let path):
      reportFolderWithoutDrafts(path)
    case .unusable(let path, let problem):
      report(problem, about: path)
      run.status = .incomplete
    }
  }
  return run.output.finish(run.status)
}
