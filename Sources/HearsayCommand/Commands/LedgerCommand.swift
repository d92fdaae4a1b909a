import HearsayCore
import JSON
import Workspace

extension Command {
  static let ledger = Command(
    name: "ledger", summary: "check the source ledger, add to it, import and export",
    discussion: """
      `ledger check` reports what is wrong in the ledger itself, and saved copies that cannot be read. `ledger add DRAFT` puts a figure of a \
      draft, named by --at, into the source named by --source, and keeps the file's comments and order. `ledger import FILE` \
      adds the sources of a CSL-JSON (.json) or BibTeX (.bib) file whose ids the ledger does not have. `ledger export` prints who has what \
      from whom as PROV-JSON. Without --ledger the nearest \(FoundLedger.name) counts, from the draft's folder or the working folder upwards.

      Exit status: 0 done, or nothing wrong; 1 something is wrong in the ledger; 2 wrong arguments or a ledger that cannot be read; 3 a \
      draft or file could not be read or written.
      """,
    operand: Operand(name: "check|add|import|export", hint: "say what to do: check, add DRAFT, import FILE or export"),
    options: [LedgerOptions.ledger, LedgerAdd.source, LedgerAdd.place, LedgerAdd.what, ledgerFormat]
  ) { (arguments) throws(Problem) in
    let rest = Array(arguments.operands.dropFirst())
    switch arguments.operands.first {
    case "check": return try checkLedger(arguments, rest)
    case "add": return try LedgerAdd.run(arguments, rest)
    case "import": return try importSources(arguments, rest)
    case "export": return try exportLedger(arguments, rest)
    case let name?:
      let near = nearMisses(to: name, among: ["check", "add", "import", "export"])
      throw Problem("unknown action '\(name)'", remedy: suggestion(near) ?? "use check, add, import or export")
    case nil: throw Problem("no action is given", remedy: "use check, add, import or export")
    }
  }

  static let ledgerFormat = Option(
    name: "format", value: .choice(ReportFormat.allCases.map(\.rawValue)),
    summary: "of check: how the report is written (text by default)")
}

/// The ledger that the arguments mean, from a folder upwards.
func namedLedger(_ arguments: ParsedArguments, from folder: String = ".") throws(Problem) -> FoundLedger {
  var store = LedgerStore(try LedgerOptions.choice(arguments))
  guard let found = store.ledger(in: folder) else {
    throw Problem(
      "there is no \(FoundLedger.name) here or above", remedy: "`\(program) init --ledger` makes one here")
  }
  return found
}

/// Throws where an action is given operands that it does not take.
func takeNoOperands(_ rest: [String], _ action: String) throws(Problem) {
  if let first = rest.first { throw Problem("'ledger \(action)' does not take '\(first)'", remedy: "leave it out") }
}

/// `ledger check`: what is wrong in the ledger and its copies.
private func checkLedger(_ arguments: ParsedArguments, _ rest: [String]) throws(Problem) -> ExitStatus {
  try takeNoOperands(rest, "check")
  let found = try namedLedger(arguments)
  guard let reading = found.reading else {
    throw found.problem ?? Problem("the ledger cannot be read", remedy: "check the file")
  }
  let analysis = Analysis(ledger: reading.with(problems: found.problemsOfCopies()))
  let file = FileReport(analysis, path: found.path, columns: .scalars)
  var report = LintReport(drafts: [LintedDraft(report: file, text: analysis.text)])
  report.summary.add(file)
  let format = arguments.choice(of: Command.ledgerFormat, default: ReportFormat.text)
  let style = ReportStyle(terminal: TerminalOptions.style(arguments), failing: .hint)
  return report.write(
    to: [ReportTarget(format: format, file: nil)], style, file.findings.isEmpty ? .clean : .findings)
}

/// `ledger export`: who has what from whom.
private func exportLedger(_ arguments: ParsedArguments, _ rest: [String]) throws(Problem) -> ExitStatus {
  try takeNoOperands(rest, "export")
  let found = try namedLedger(arguments)
  try LedgerOptions.refuseUnreadable([found])
  let document = found.reading?.ledger.map { ProvenanceDocument($0).json } ?? .object([:])
  return printed(String(decoding: document.serialized(pretty: true), as: UTF8.self) + "\n")
}

/// `ledger import`: the sources of a bibliography.
private func importSources(_ arguments: ParsedArguments, _ rest: [String]) throws(Problem) -> ExitStatus {
  guard let path = rest.first, rest.count == 1 else {
    throw Problem("'ledger import' takes one file", remedy: "name a .json (CSL-JSON) or .bib (BibTeX) file")
  }
  let found = try namedLedger(arguments)
  try LedgerOptions.refuseUnreadable([found])
  let bytes: [UInt8]
  do throws(Problem) { bytes = try readText(path, limit: LedgerReading.sizeLimit) } catch {
    report(error, about: path)
    return .incomplete
  }
  let sources: [JSONObject]
  if path.lowercased().hasSuffix(".bib") {
    sources = BibTeXReader(bytes).sources()
  } else {
    do { sources = citationSources(try JSONValue(parsing: bytes)) } catch {
      let place = error.place(in: bytes)
      report(
        Problem(
          "line \(place.line), column \(place.column): \(error.description)", remedy: "name a CSL-JSON or .bib file"),
        about: path)
      return .incomplete
    }
  }
  var edits = LedgerEdits(found)
  var count = 0
  for source in sources where try edits.append(source) { count += 1 }
  if count > 0 { try edits.write() }
  let skipped = sources.count - count
  return printed(
    "\(count) source\(count == 1 ? "" : "s") added to \(found.path)"
      + (skipped > 0 ? ", \(skipped) left out that the ledger has or that have no usable id\n" : "\n"))
}
