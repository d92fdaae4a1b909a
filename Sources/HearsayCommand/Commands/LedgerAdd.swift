import HearsayCore
import JSON
import ProseText
import Workspace

/// `ledger add`: a figure of a draft goes into the ledger.
enum LedgerAdd {
  static let source = Option(
    name: "source", value: .text("ID"), summary: "of add: the source that gives the figure")
  static let place = Option(
    name: "at", value: .text("LINE[:COLUMN]"),
    summary: "of add: where the figure stands, both from 1, columns in Unicode scalars")
  static let what = Option(
    name: "what", value: .text("WORDS"), summary: "of add: what the figure counts; else the draft's own words")

  static func run(_ arguments: ParsedArguments, _ rest: [String]) throws(Problem) -> ExitStatus {
    guard let path = rest.first, rest.count == 1 else {
      throw Problem("'ledger add' takes one draft", remedy: "name the draft that has the figure")
    }
    guard let id = arguments.value(of: source) else {
      throw Problem("'ledger add' needs --source", remedy: "name a source of the ledger by its id")
    }
    guard let place = arguments.value(of: place), let (line, column) = numbers(place) else {
      throw Problem("'ledger add' needs --at LINE or --at LINE:COLUMN", remedy: "say where the figure stands")
    }
    let found = try namedLedger(arguments, from: folder(of: path))
    try LedgerOptions.refuseUnreadable([found])
    var edits = LedgerEdits(found)
    let bytes: [UInt8]
    do throws(Problem) { bytes = try readDraft(path) } catch {
      report(error, about: path)
      return .incomplete
    }
    var analyzer = Analyzer()
    guard let analysis = analyzer.analyze(SourceText(bytes), format: DraftFormat(fileName: path)) else {
      return .incomplete
    }
    let figure = try figure(of: analysis, line: line, column: column)
    var entry = LedgerFigureEntry(figure, in: analysis)
    if let words = arguments.value(of: what) { entry.what = words }
    try edits.append(figure: entry.json, toSource: id)
    try edits.write()
    return printed("“\(analysis.text.string(figure.range))” added to '\(id)' in \(found.path)\n")
  }

  private static func numbers(_ text: String) -> (line: Int, column: Int?)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let line = parts[0], line > 0 else { return nil }
    if parts.count == 1 { return (line, nil) }
    guard let column = parts[1], column > 0 else { return nil }
    return (line, column)
  }

  /// The figure at a place; with a line alone, the only one on it.
  private static func figure(of analysis: Analysis, line: Int, column: Int?) throws(Problem) -> Figure {
    var cursor = PositionCursor(analysis.text, .utf32)
    var found: [Figure] = []
    for figure in analysis.figures where figure.exemption == nil && figure.low != nil {
      let start = cursor.position(of: figure.range.lowerBound)
      let end = cursor.position(of: figure.range.upperBound)
      guard start.line + 1 == line else { continue }
      if let column, !(start.character + 1...end.character + 1).contains(column) { continue }
      found.append(figure)
    }
    guard let only = found.first else {
      throw Problem("no figure stands at line \(line)", remedy: "see `\(program) analyze` for the draft's figures")
    }
    guard found.count == 1 else {
      throw Problem("\(found.count) figures stand on line \(line)", remedy: "say which with --at LINE:COLUMN")
    }
    return only
  }
}
