extension SourceGraph {
  /// The graph as a picture of its own: Scalable Vector Graphics, from the draft outwards, for a light or a dark page.
  ///
  /// - Parameter name: what the draft is called.
  package func svg(of name: String) -> String {
    SVGDrawing(GraphDrawing(self)).picture(titled: "Sources of \(GraphLabels.clean(name))") + "\n"
  }
}

/// Writes a drawing as SVG: shapes tell parties apart, so that nothing hangs on colour.
package struct SVGDrawing: Sendable {
  private let drawing: GraphDrawing
  private let layout: GraphLayout

  package init(_ drawing: GraphDrawing) {
    self.drawing = drawing
    layout = GraphLayout(drawing)
  }

  /// A file of its own, with its style.
  package func picture(titled title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(layout.width)" height="\(layout.height)" \
    viewBox="0 0 \(layout.width) \(layout.height)" role="img" aria-labelledby="title description">
    <title id="title">\(escapedMarkup(title))</title>
    <desc id="description">\(escapedMarkup(drawing.description))</desc>
    <style>\(Self.style)</style>
    <rect class="ground" width="100%" height="100%" fill="#fff"/>
    \(content)
    </svg>
    """
  }

  /// A part of a page, whose style sheet says what the classes look like.
  ///
  /// - Parameter id: a name that no other element of the page has.
  package func element(titled title: String, id: String) -> String {
    """
    <svg class="graph" width="\(layout.width)" height="\(layout.height)" viewBox="0 0 \(layout.width) \
    \(layout.height)" role="img" aria-labelledby="\(id)-t \(id)-d"><title id="\(id)-t">\(escapedMarkup(title))</title>\
    <desc id="\(id)-d">\(escapedMarkup(drawing.description))</desc>
    \(content)
    </svg>
    """
  }

  /// Colours with a contrast of at least 4.5 to 1 for words and 3 to 1 for lines, on both grounds.
  private static let style = """
    text{fill:#1c1e21}.c{fill:#50555c}.b,.a{stroke:#50555c}.h{fill:#50555c}.f{fill:#f4f5f7}\
    @media (prefers-color-scheme:dark){.ground{fill:#15171a}text{fill:#eceef1}.c{fill:#b4bac2}.b,.a{stroke:#a5abb3}\
    .h{fill:#a5abb3}.f{fill:#23262b}.l{stroke:#15171a}}
    """

  private var content: String {
    var lines = ["<g font-family=\"system-ui,sans-serif\" font-size=\"13\" text-anchor=\"middle\">"]
    // Words over all arrows, so that none crosses them out.
    var labels: [String] = []
    for (index, arrow) in drawing.arrows.enumerated() { lines.append(self.arrow(arrow, index, &labels)) }
    lines += labels
    for index in drawing.boxes.indices { lines.append(box(index)) }
    lines.append("</g>")
    return lines.joined(separator: "\n")
  }

  // MARK: Boxes

  private func box(_ index: Int) -> String {
    let box = drawing.boxes[index]
    let placed = layout.boxes[index]
    var result = "<g>" + (placed.lines.last?.hasSuffix("…") == true ? "<title>\(escapedMarkup(box.name))</title>" : "")
    let stroke = box.isOrigin ? "2.5" : "1.25"
    result += "<path class=\"b f\" fill=\"#f4f5f7\" stroke=\"#50555c\" stroke-width=\"\(stroke)\""
    result += box.shape == .unnamed ? " stroke-dasharray=\"5 3\"" : ""
    result += " d=\"\(outline(box.shape, placed))\"/>"
    var y = placed.y + 7 + 13
    for line in placed.lines {
      result += text(line, x: placed.x + placed.width / 2, y: y)
      y += LabelMetrics.lineHeight
    }
    if !box.caption.isEmpty {
      result += text(box.caption, x: placed.x + placed.width / 2, y: y, class: " class=\"c\" font-size=\"11.5\"")
    }
    return result + "</g>"
  }

  private func text(_ words: String, x: Int, y: Int, class attributes: String = "") -> String {
    "<text\(attributes) x=\"\(x)\" y=\"\(y)\">\(escapedMarkup(words))</text>"
  }

  private func outline(_ shape: GraphDrawing.Shape, _ box: GraphLayout.PlacedBox) -> String {
    let (x, y, width, height) = (box.x, box.y, box.width, box.height)
    switch shape {
    case .draft: return rounded(box, radius: height / 2)
    case .party: return rounded(box, radius: 6)
    case .unnamed: return "M\(x) \(y)h\(width)v\(height)h\(-width)z"
    case .document: return "M\(x) \(y)h\(width - 12)l12 12v\(height - 12)h\(-width)zM\(x + width - 12) \(y)v12h12"
    case .nobody:
      let tip = 12
      return "M\(x) \(y + height / 2)L\(x + tip) \(y)H\(x + width - tip)L\(x + width) \(y + height / 2)"
        + "L\(x + width - tip) \(y + height)H\(x + tip)z"
    }
  }

  private func rounded(_ box: GraphLayout.PlacedBox, radius: Int) -> String {
    let (width, height) = (box.width - 2 * radius, box.height - 2 * radius)
    let corner = "a\(radius) \(radius) 0 0 1 "
    return "M\(box.x + radius) \(box.y)h\(width)\(corner)\(radius) \(radius)v\(height)\(corner)\(-radius) \(radius)"
      + "h\(-width)\(corner)\(-radius) \(-radius)v\(-height)\(corner)\(radius) \(-radius)z"
  }

  // MARK: Arrows

  private func arrow(_ arrow: GraphDrawing.Arrow, _ index: Int, _ labels: inout [String]) -> String {
    let dashes = arrow.isCircular ? " stroke-dasharray=\"5 3\"" : ""
    let way = layout.ranks.backward.contains(index) ? backwardWay(arrow) : forwardWay(arrow, index)
    var result = "<path class=\"a\" fill=\"none\" stroke=\"#50555c\" stroke-width=\"1.25\"\(dashes) d=\"\(way.line)\"/>"
    result += "<path class=\"h\" fill=\"#50555c\" d=\"\(way.head)\"/>"
    let words =
      arrow.label.isEmpty && arrow.isCircular && layout.ranks.backward.contains(index) ? "in a circle" : arrow.label
    if !words.isEmpty {
      let halo = " class=\"c l\" font-size=\"11.5\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\""
      labels.append(text(words, x: way.label.x, y: way.label.y, class: halo))
    }
    return result
  }

  private typealias Way = (line: String, head: String, label: (x: Int, y: Int))

  private func forwardWay(_ arrow: GraphDrawing.Arrow, _ index: Int) -> Way {
    let (from, to) = (layout.boxes[arrow.from], layout.boxes[arrow.to])
    var line = "M\(from.right) \(from.middle)"
    var (x, y) = (from.right, from.middle)
    func curve(to nextX: Int, _ nextY: Int) {
      let bend = (nextX - x) / 2
      line += "C\(x + bend) \(y) \(nextX - bend) \(nextY) \(nextX) \(nextY)"
    }
    for point in layout.wayPoints[index, default: []] {
      curve(to: point.x, point.y)
      line += "H\(point.x + point.width)"
      (x, y) = (point.x + point.width, point.y)
    }
    curve(to: to.x - 6, to.middle)
    let head = "M\(to.x) \(to.middle)l-9 -4.5v9z"
    // Beside the end that no other arrow shares: many begin at one box, and few end at one.
    let half = LabelMetrics.width(of: arrow.label) / 2 + 10
    let isFirst = arrow.label.isEmpty || drawing.arrows.firstIndex { $0.to == arrow.to } == index
    return (line, head, isFirst ? (to.x - half, to.middle - 5) : (from.right + half, from.middle - 5))
  }

  private func backwardWay(_ arrow: GraphDrawing.Arrow) -> Way {
    let (from, to) = (layout.boxes[arrow.from], layout.boxes[arrow.to])
    let (start, end) = (from.x + from.width / 2, to.x + to.width / 2)
    let lane = layout.lane(of: arrow)
    let line = "M\(start) \(from.bottom)C\(start) \(lane) \(end) \(lane) \(end) \(to.bottom + 6)"
    let head = "M\(end) \(to.bottom)l-4.5 9h9z"
    return (line, head, ((start + end) / 2, lane + 5))
  }
}

/// A text for the content or an attribute of XML and HTML; its controls were made harmless before.
package func escapedMarkup(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
