import HearsayCore
import JSON
import Workspace

extension Command {
  static let claims = Command(
    name: "claims", summary: "print the figures of texts as a flat table",
    discussion: """
      One row for each figure that is not exempt, those of tables and quotations too: the text, its date, the figure's value, unit and noun, its period, its status, whom the text \
      credits, where the chain ends, and how many hands it went through. With --jsonl each line of standard input is a draft as for \
      `\(program) analyze --jsonl`, or an analysis that it printed; a line that is neither becomes a row with an error. Else the PATHs are drafts.

      Exit status: 0 all was read; 2 wrong arguments, settings or a ledger that cannot be read, nothing was done; 3 some input could not be \
      read or was malformed (the rest was done).
      """,
    operand: Operand(name: DraftOptions.paths.name, isRequired: false, hint: DraftOptions.paths.hint),
    options: [
      format, jsonLines, Progress.jobs, Progress.option, DraftOptions.date, DraftOptions.standardInputName,
      DraftOptions.settings, DraftOptions.noSettings,
    ] + LedgerOptions.all
  ) { (arguments) throws(Problem) in
    let date = try DraftOptions.date(arguments)
    let format = arguments.choice(of: format, default: TableFormat.jsonl)
    if arguments.has(jsonLines) {
      try AnalyzeLinesOptions.refuseOthers(arguments)
      let lines = AnsweredLines(jobs: try Progress.jobs(arguments), progress: Progress.wanted(arguments))
      let settings = try DraftOptions.settingsOfWorkingFolder(arguments)
      if format == .csv, case let status = printed(String(decoding: ClaimRow.csvHeader, as: UTF8.self)),
        status != .clean
      {
        return status
      }
      return lines.run(with: LineAnalyzer(date: date, settings: settings)) { claimAnswer(to: $1, &$0, as: format) }
    }
    try AnalyzeLinesOptions.refuseOwn(arguments)
    if arguments.operands.isEmpty, FileDescriptor.standardInput.isTerminal {
      throw Problem("there is no draft to read", remedy: DraftOptions.paths.hint)
    }
    let inputs = try DraftOptions.inputs(arguments)
    LedgerOptions.noteProblems(in: inputs.ledgers)
    DraftOptions.noteProblems(in: inputs.settingsFiles)
    return printClaims(of: inputs.drafts, date: date, as: format)
  }

  private static let format = Option(
    name: "format", value: .choice(TableFormat.allCases.map(\.rawValue)),
    summary: "JSON Lines (jsonl, the default), or comma-separated values with a header (csv)")
  private static let jsonLines = Option(
    name: "jsonl", value: .none, summary: "read one draft or analysis a line, as JSON")
}

/// How rows are written.
enum TableFormat: String, Sendable, CaseIterable {
  case jsonl, csv

  func bytes(_ rows: [ClaimRow]) -> [UInt8] { rows.flatMap { self == .csv ? $0.csvLine : $0.jsonLine } }
}

/// The rows of one line: of an analysis, of a draft, or of what is wrong with it.
func claimAnswer(
  to line: InputLines.Line, _ analyzer: inout LineAnalyzer, as format: TableFormat
) -> LineAnswer {
  if case .bytes(let bytes) = line, let value = try? JSONValue(parsing: bytes), value["text"] == nil,
    let rows = value.object.flatMap({ ClaimRow.all(inReport: $0) })
  {
    return LineAnswer(bytes: format.bytes(rows), isError: value["error"]?.string != nil)
  }
  switch analyzer.analysis(of: line) {
  case .success(let (id, analysis)):
    return LineAnswer(bytes: format.bytes(ClaimRow.all(in: analysis, id: id)), isError: false)
  case .failure(let error):
    return LineAnswer(bytes: format.bytes([ClaimRow(error: error.message, text: error.id)]), isError: true)
  }
}

private func printClaims(of inputs: [DraftInput], date: CalendarDate?, as format: TableFormat) -> ExitStatus {
  var output = OutputStream()
  if format == .csv { output.write(ClaimRow.csvHeader) }
  var run = inOrder(count: inputs.count, from: (output: output, status: ExitStatus.clean)) { number in
    let path = inputs[number].path
    do throws(Problem) {
      let analysis = try analysis(of: inputs[number], date: date)
      return (path, Result<[UInt8]?, Problem>.success(analysis.map { format.bytes(ClaimRow.all(in: $0, id: path)) }))
    } catch {
      return (path, Result<[UInt8]?, Problem>.failure(error))
    }
  } take: { run, outcome in
    switch outcome.1 {
    case .success(let rows?): run.output.write(rows)
    case .success(nil): reportFolderWithoutDrafts(outcome.0)
    case .failure(let problem):
      report(problem, about: outcome.0)
      run.output.write(format.bytes([ClaimRow(error: problem.message, text: outcome.0)]))
      run.status = .incomplete
    }
  }
  return run.output.finish(run.status)
}
