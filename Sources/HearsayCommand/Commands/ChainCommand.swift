import HearsayCore
import JSON
import Workspace

extension Command {
  static let chain = Command(
    name: "chain", summary: "draw who tells a draft what, and who told them",
    discussion: """
      Draws one draft's sources from the draft outwards: whom it credits, whom they cite, and where each chain ends: with a \
      party that speaks for itself, with somebody unnamed, with nobody, or in a circle (dashed).

      Exit status: 0 the graph was drawn; 2 wrong arguments, settings or a ledger that cannot be read; 3 the draft could not \
      be read.
      """,
    operand: Operand(name: "FILE", isRepeatable: false, hint: "name a file, or - for standard input"),
    options: [
      format, DraftOptions.date, DraftOptions.standardInputName, DraftOptions.settings, DraftOptions.noSettings,
    ] + LedgerOptions.all
  ) { (arguments) throws(Problem) in
    let date = try DraftOptions.date(arguments)
    let inputs = try DraftOptions.inputs(arguments)
    guard let input = inputs.drafts.first, let name = arguments.operands.first, inputs.drafts.count == 1,
      isItself(input.found, name)
    else { throw Problem("'chain' draws one draft, not a folder", remedy: "name a file in it") }
    LedgerOptions.noteProblems(in: inputs.ledgers)
    DraftOptions.noteProblems(in: inputs.settingsFiles)
    return draw(input, as: arguments.choice(of: format, default: GraphFormat.mermaid), date: date)
  }

  private static let format = Option(
    name: "format", value: .choice(GraphFormat.allCases.map(\.rawValue)),
    summary: "mermaid (the default), dot for Graphviz, svg for a picture, or json")
}

/// Whether an input is what was named, not something in it.
private func isItself(_ input: FoundInput, _ name: String) -> Bool {
  input.kind == .standardInput
    || input.kind == .draft && input.path.split(separator: "/").last == name.split(separator: "/").last
}

private enum GraphFormat: String, CaseIterable {
  case mermaid, dot, svg, json
}

private func draw(_ input: DraftInput, as format: GraphFormat, date: CalendarDate?) -> ExitStatus {
  do throws(Problem) {
    guard let analysis = try analysis(of: input, date: date) else { return .incomplete }
    let graph = SourceGraph(analysis)
    switch format {
    case .mermaid: return printed(graph.mermaid)
    case .dot: return printed(graph.dot)
    case .svg: return printed(graph.svg(of: input.path))
    case .json:
      var writer = JSONWriter()
      writer.value(graph, of: analysis, id: input.path)
      return printed(String(decoding: writer.bytes, as: UTF8.self) + "\n")
    }
  } catch {
    report(error, about: input.path)
    return .incomplete
  }
}
