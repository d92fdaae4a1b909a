import HearsayCore
import JSON
import LanguageServerProtocol

extension AnalysedDraft {
  /// Who tells the draft what, and who told them: as Mermaid, and as `hearsay chain --format json` prints it.
  func chainReport() -> JSONValue {
    let graph = SourceGraph(analysis)
    var writer = JSONWriter()
    writer.value(graph, of: analysis, id: uri)
    return ["mermaid": .string(graph.mermaid), "graph": (try? JSONValue(parsing: writer.bytes)) ?? .null]
  }
}
