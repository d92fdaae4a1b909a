import ProseText

/// Boxes and arrows, before anybody says where they stand.
package struct GraphDrawing: Sendable, Equatable {
  /// What a box is drawn as; each is told from the others without colour.
  package enum Shape: String, Sendable {
    case draft, party, document, unnamed, nobody
  }

  /// A box with a name and, below it, what it is.
  package struct Box: Sendable, Equatable {
    package var name: String
    package var caption: String
    package var shape: Shape
    /// A chain ends here with somebody who speaks for themselves.
    package var isOrigin: Bool

    package init(name: String, caption: String = "", shape: Shape, isOrigin: Bool = false) {
      self.name = name
      self.caption = caption
      self.shape = shape
      self.isOrigin = isOrigin
    }
  }

  /// An arrow between two boxes, by their indices.
  package struct Arrow: Sendable, Equatable {
    package var from: Int
    package var to: Int
    /// It leads back to where it came from, and is drawn dashed.
    package var isCircular: Bool
    /// Few words beside it; empty for none.
    package var label: String

    package init(from: Int, to: Int, isCircular: Bool = false, label: String = "") {
      self.from = from
      self.to = to
      self.isCircular = isCircular
      self.label = label
    }
  }

  /// The first one is where everything begins.
  package var boxes: [Box]
  package var arrows: [Arrow]

  package init(boxes: [Box], arrows: [Arrow]) {
    self.boxes = boxes
    self.arrows = arrows
  }
}

extension GraphDrawing.Box {
  /// The box of the draft itself.
  package static let draft = GraphDrawing.Box(name: "this draft", shape: .draft)
  /// The box where nobody is given.
  package static let nobody = GraphDrawing.Box(name: "nobody is given", shape: .nobody)

  /// The box of a party known by its name alone, which comes from outside.
  package init(named name: String, caption: String) {
    self.init(name: GraphLabels.clean(name), caption: caption, shape: .party)
  }

  /// The box of a party.
  package init(_ source: Source, end: ChainEnd?) {
    let shape: GraphDrawing.Shape =
      switch source.kind {
      case .document: .document
      case .anonymous, .vague, .missing: .unnamed
      case .person, .organisation, .publication, .writer: .party
      }
    let isOrigin = end == .origin && shape != .unnamed
    self.init(
      name: GraphLabels.clean(source.name), caption: source.kind.words + (isOrigin ? ", origin" : ""), shape: shape,
      isOrigin: isOrigin)
  }
}

extension GraphDrawing {
  /// A graph of sources as boxes and arrows.
  package init(_ graph: SourceGraph) {
    var index: [SourceGraph.Place: Int] = [:]
    boxes = []
    for node in graph.nodes {
      index[node.place] = boxes.count
      switch node.place {
      case .draft: boxes.append(.draft)
      case .unknown: boxes.append(.nobody)
      case .source: boxes.append(node.source.map { Box($0, end: node.end) } ?? .nobody)
      }
    }
    arrows = graph.edges.compactMap { edge in
      guard let from = index[edge.from], let to = index[edge.to] else { return nil }
      return Arrow(from: from, to: to, isCircular: edge.isCircular)
    }
  }

  /// What an attribution's chain looks like: from the draft over whom it credits to where it ends.
  package init(_ attribution: Attribution, in analysis: Analysis) {
    boxes = [.draft]
    let chain = attribution.chain.filter(analysis.sources.indices.contains)
    for (position, source) in chain.enumerated() {
      let isLast = position == chain.count - 1
      boxes.append(Box(analysis.sources[source], end: isLast ? attribution.end : nil))
    }
    if chain.isEmpty, let range = attribution.source.first {
      boxes.append(Box(name: GraphLabels.clean(analysis.shownWords(range)), caption: "not named", shape: .unnamed))
    }
    switch attribution.end {
    case .origin, .circular: break
    case .unnamed:
      if boxes.last?.shape != .unnamed { boxes.append(Box(name: "somebody", caption: "not named", shape: .unnamed)) }
    case .unknown: boxes.append(.nobody)
    }
    arrows = boxes.indices.dropFirst().map { Arrow(from: $0 - 1, to: $0) }
    if attribution.end == .circular, boxes.count > 1 {
      arrows.append(Arrow(from: boxes.count - 1, to: boxes.count > 2 ? 1 : 0, isCircular: true))
    }
  }

  /// The drawing in words, an arrow a sentence, for who cannot see it.
  package var description: String {
    guard !arrows.isEmpty else { return "Nobody is credited." }
    let said = arrows.prefix(Self.mostSentences).map { arrow in
      let (from, to) = (boxes[arrow.from], boxes[arrow.to])
      let teller = from.shape == .draft ? "This draft" : from.name
      let caption = to.caption.isEmpty ? "" : " (\(to.caption))"
      let circle = arrow.isCircular ? ", in a circle" : ""
      let label = arrow.label.isEmpty ? "" : ": \(arrow.label)"
      return "\(teller) ← \(to.name)\(caption)\(circle)\(label)."
    }
    let more = arrows.count - said.count
    return (said + (more > 0 ? ["And \(more) more."] : [])).joined(separator: " ")
  }

  private static let mostSentences = 60
}
