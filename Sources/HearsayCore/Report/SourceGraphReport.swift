package import JSON
import ProseText

extension JSONWriter {
  /// Writes the graph of a draft's sources as the object that `hearsay chain --format json` prints.
  ///
  /// Ids are those of `hearsay analyze`; offsets are UTF-8 bytes into the draft.
  ///
  /// - Parameter id: the caller's name for the draft.
  package mutating func value(_ graph: SourceGraph, of analysis: Analysis, id: String) {
    beginObject()
    member("id", id)
    key("nodes")
    beginArray()
    for node in graph.nodes { value(node, analysis) }
    endArray()
    key("edges")
    beginArray()
    for edge in graph.edges { value(edge, analysis) }
    endArray()
    endObject()
  }

  private mutating func value(_ node: SourceGraph.Node, _ analysis: Analysis) {
    beginObject()
    member("id", GraphLabels.identifier(node.place))
    switch node.place {
    case .draft: member("kind", "draft")
    case .unknown: member("kind", "unknown")
    case .source: member("kind", node.source?.kind.rawValue)
    }
    member("name", node.source?.name)
    member("end", node.end?.rawValue)
    key("mentions")
    beginArray()
    for range in node.source?.mentions ?? [] { words(range, analysis) }
    endArray()
    endObject()
  }

  private mutating func value(_ edge: SourceGraph.Edge, _ analysis: Analysis) {
    beginObject()
    member("from", GraphLabels.identifier(edge.from))
    member("to", GraphLabels.identifier(edge.to))
    member("circular", edge.isCircular)
    key("attributions")
    beginArray()
    for index in edge.attributions where analysis.attributions.indices.contains(index) {
      let attribution = analysis.attributions[index]
      beginObject()
      member("id", "a\(index + 1)")
      key("cue")
      beginArray()
      for range in attribution.cue { words(range, analysis) }
      endArray()
      member("hand", attribution.hand)
      member("atLeast", attribution.isAtLeast)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func words(_ range: Range<Int>, _ analysis: Analysis) {
    beginObject()
    member("start", range.lowerBound)
    member("end", range.upperBound)
    member("text", analysis.text.string(range))
    endObject()
  }
}
