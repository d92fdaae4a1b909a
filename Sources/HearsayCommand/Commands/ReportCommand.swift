import HearsayCore
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
    var options = try LintOptions(arguments)
    options.keepsAnalyses = true
    // What is worth a note stands on the page.
    options.style.isQuiet = true
    let report = lintReport(options, try DraftOptions.inputs(arguments), changes: nil)
    let status: ExitStatus = report.unusable.isEmpty ? .clean : .incomplete
    if let file = arguments.value(of: output) { return report.writePage(to: file, status) }
    var output = OutputStream()
    output.write(report.page)
    return output.finish(status)
  }

  private static let output = Option(
    name: "output", short: "o", value: .file, summary: "where to write the page, instead of standard output")
}
