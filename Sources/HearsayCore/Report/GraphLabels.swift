/// What a drawing calls the places of a graph, whatever its format.
struct GraphLabels {
  /// A name of one letter and a number, safe in every format.
  static func identifier(_ place: SourceGraph.Place) -> String {
    switch place {
    case .draft: "draft"
    case .source(let index): "s\(index + 1)"
    case .unknown: "unknown"
    }
  }

  /// The words in a node.
  static func text(_ node: SourceGraph.Node) -> String {
    switch node.place {
    case .draft: return "this draft"
    case .unknown: return "nobody is given"
    case .source:
      guard let source = node.source else { return "" }
      return "\(clean(source.name)) (\(source.kind.words))"
    }
  }

  private static let longest = 80

  /// A name on one line, of bounded length, without controls that change or reorder what is read.
  static func clean(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        if result.last != " " { result.append(" ") }
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      if result.count >= longest {
        result.append("…")
        break
      }
    }
    return String(result)
  }
}
