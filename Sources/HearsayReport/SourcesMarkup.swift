import HearsayCore

/// Writes who stands behind how many of a draft's figures: a graph of the largest parties, and a table of all.
struct SourcesMarkup {
  private let analysis: Analysis
  /// By the way from the draft outwards: how many figures take it.
  private var ways: [(way: [Stop], count: Int)] = []

  /// A party on the way.
  private enum Stop: Hashable {
    case source(Int, ChainEnd?)
    /// Words that answer for figures without being a party of the draft: an entry of the ledger, links, the writer.
    case words(String, String)
    case nobody

    static let writer = Stop.words("the writer", "own figures")
  }

  private static let mostDrawn = 8
  private static let mostListed = 200

  init(_ draft: ReportedDraft, _ claims: [Claim]) {
    analysis = draft.analysis
    var counts: [[Stop]: Int] = [:]
    var order: [[Stop]] = []
    for claim in claims {
      guard let figure = claim.figure, analysis.figures[figure].support.status != .exempt else { continue }
      let way = way(of: analysis.figures[figure].support)
      if counts[way] == nil { order.append(way) }
      counts[way, default: 0] += 1
    }
    ways = order.map { ($0, counts[$0, default: 0]) }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
  }

  private func way(of support: Support) -> [Stop] {
    if let index = support.attribution, analysis.attributions.indices.contains(index) {
      let attribution = analysis.attributions[index]
      let chain = attribution.chain.filter(analysis.sources.indices.contains)
      var way = chain.enumerated().map { position, source -> Stop in
        if analysis.sources[source].kind == .writer { return Stop.writer }
        return Stop.source(source, position == chain.count - 1 ? attribution.end : nil)
      }
      if attribution.end == .unknown || chain.isEmpty { way.append(.nobody) }
      return way
    }
    switch support.status {
    case .selfMeasured: return [.writer]
    case .derived: return [.words("other figures", "sums of the draft")]
    case .cited: return [.words(Wording.oneLine(support.by ?? "links and notes", limit: 60), "cited")]
    case .ledger: return [.words(Wording.oneLine(support.by ?? "the ledger", limit: 60), "ledger")]
    case .exempt, .inSentence, .carried, .late, .weak, .hedgeOnly, .none:
      return support.by.map { [.words($0, "")] } ?? [.nobody]
    }
  }

  /// Writes the graph and the table; nothing where there is no figure.
  func write(to page: inout PageWriter, id: String) {
    guard !ways.isEmpty else { return }
    page.markup(
      "<div class=\"sources\"><h3 id=\"\(id)-sources\">Who stands behind the figures</h3>\n")
    page.markup(SVGDrawing(drawing).element(titled: "Who stands behind how many figures", id: id + "sources"))
    page.markup(
      "\n<details><summary>As a table</summary><table><thead><tr><th scope=\"col\">From the draft outwards</th>")
    page.markup("<th scope=\"col\">Figures</th></tr></thead><tbody>")
    for (way, count) in ways.prefix(Self.mostListed) {
      page.markup("<tr><th scope=\"row\">")
      page.text(way.map(words).joined(separator: " ← "))
      page.markup("</th><td class=\"n\">\(count)</td></tr>")
    }
    if ways.count > Self.mostListed {
      let rest = ways.dropFirst(Self.mostListed).reduce(0) { $0 + $1.count }
      page.markup("<tr><th scope=\"row\">\(ways.count - Self.mostListed) others</th><td class=\"n\">\(rest)</td></tr>")
    }
    page.markup("</tbody></table></details></div>\n")
  }

  private func words(_ stop: Stop) -> String {
    let box = box(stop)
    return box.caption.isEmpty ? box.name : "\(box.name) (\(box.caption))"
  }

  private func box(_ stop: Stop) -> GraphDrawing.Box {
    switch stop {
    case .source(let index, let end): GraphDrawing.Box(analysis.sources[index], end: end)
    case .words(let name, let caption): GraphDrawing.Box(named: name, caption: caption)
    case .nobody: .nobody
    }
  }

  private var drawing: GraphDrawing {
    var drawing = GraphDrawing(boxes: [.draft], arrows: [])
    var boxes: [Stop: Int] = [:]
    var arrows: [[Int]: (index: Int, count: Int)] = [:]
    func place(_ stop: Stop) -> Int {
      // A party is one box, however its chains end.
      let key: Stop = if case .source(let index, _) = stop { .source(index, nil) } else { stop }
      if let known = boxes[key] { return known }
      boxes[key] = drawing.boxes.count
      drawing.boxes.append(box(stop))
      return drawing.boxes.count - 1
    }
    for (way, count) in ways.prefix(Self.mostDrawn) {
      var from = 0
      for stop in way {
        let to = place(stop)
        if to == from { continue }
        if let known = arrows[[from, to]] {
          arrows[[from, to]] = (known.index, known.count + count)
        } else {
          arrows[[from, to]] = (drawing.arrows.count, count)
          drawing.arrows.append(GraphDrawing.Arrow(from: from, to: to))
        }
        from = to
      }
    }
    for (_, arrow) in arrows { drawing.arrows[arrow.index].label = Wording.counted(arrow.count, "figure") }
    let rest = ways.dropFirst(Self.mostDrawn)
    if !rest.isEmpty {
      drawing.boxes.append(GraphDrawing.Box(name: "\(rest.count) others", caption: "in the table", shape: .party))
      drawing.arrows.append(
        GraphDrawing.Arrow(
          from: 0, to: drawing.boxes.count - 1, label: Wording.counted(rest.reduce(0) { $0 + $1.count }, "figure")))
    }
    return drawing
  }
}
