extension SourceGraph {
  /// The graph as a Mermaid flowchart, from the draft outwards.
  package var mermaid: String {
    var lines = ["flowchart LR"]
    for node in nodes {
      let label = Self.mermaidText(GraphLabels.text(node))
      let shape =
        switch node.place {
        case .draft: ("([", "])")
        case .unknown: ("{{", "}}")
        case .source: node.source?.kind == .document ? ("[/", "/]") : ("[", "]")
        }
      lines.append("  \(GraphLabels.identifier(node.place))\(shape.0)\"\(label)\"\(shape.1)")
    }
    for edge in edges {
      let arrow = edge.isCircular ? "-. \"in a circle\" .->" : "-->"
      lines.append("  \(GraphLabels.identifier(edge.from)) \(arrow) \(GraphLabels.identifier(edge.to))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every ASCII mark that could end a string, open markup or a Markdown span becomes Mermaid's number code.
  private static func mermaidText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", " ", ",", ".", "(", ")", "'", "-": result.unicodeScalars.append(scalar)
      default:
        if scalar.isASCII { result += "#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
