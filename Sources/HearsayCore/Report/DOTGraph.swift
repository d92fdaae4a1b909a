extension SourceGraph {
  /// The graph in the DOT language of Graphviz, from the draft outwards.
  package var dot: String {
    var lines = ["digraph sources {", "  rankdir=LR;", "  node [shape=box];"]
    for node in nodes {
      let shape =
        switch node.place {
        case .draft: ", shape=oval"
        case .unknown: ", shape=hexagon"
        case .source: node.source?.kind == .document ? ", shape=note" : ""
        }
      lines.append(
        "  \(GraphLabels.identifier(node.place)) [label=\"\(Self.dotText(GraphLabels.text(node)))\"\(shape)];")
    }
    for edge in edges {
      let style = edge.isCircular ? " [style=dashed, label=\"in a circle\"]" : ""
      lines.append("  \(GraphLabels.identifier(edge.from)) -> \(GraphLabels.identifier(edge.to))\(style);")
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Quotation marks and backslashes end or change a string, an ampersand begins an entity.
  private static func dotText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
