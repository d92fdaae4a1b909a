/// Who tells the draft what, and who told them: the graph of a draft's sources.
///
/// It begins at the draft and ends where the draft shows nobody further: with a party that speaks for itself, with somebody unnamed, with
/// nobody, or where it began.
package struct SourceGraph: Sendable, Equatable {
  /// A place in the graph.
  package enum Place: Sendable, Hashable {
    case draft
    /// Index into the sources.
    case source(Int)
    /// Nobody is given.
    case unknown
  }

  /// A party of the graph.
  package struct Node: Sendable, Equatable {
    package var place: Place
    /// Nil for the draft and for nobody.
    package var source: Source?
    /// Where a chain ends here: with an origin, or with somebody unnamed.
    package var end: ChainEnd?
  }

  /// One party passes on what another said.
  package struct Edge: Sendable, Equatable {
    package var from: Place
    package var to: Place
    /// It leads back to where it came from.
    package var isCircular: Bool
    /// The attributions that say so, in the order of the text.
    package var attributions: [Int]
  }

  /// The draft first, then the sources in their order, then nobody.
  package private(set) var nodes: [Node] = []
  /// In the order of the attributions that show them.
  package private(set) var edges: [Edge] = []

  /// Reads the graph off an analysis.
  package init(_ analysis: Analysis) {
    var known: [EdgeKey: Int] = [:]
    var ends: [Int: ChainEnd] = [:]
    for (index, attribution) in analysis.attributions.enumerated() {
      var from = Place.draft
      for source in attribution.chain where from != .source(source) {
        add(from, .source(source), index, &known)
        from = .source(source)
      }
      switch attribution.end {
      case .unknown: add(from, .unknown, index, &known)
      case .origin, .unnamed:
        if let last = attribution.chain.last { ends[last] = attribution.end }
      case .circular: break
      }
    }
    for citation in analysis.citations where citation.from != citation.to {
      add(.source(citation.from), .source(citation.to), citation.attribution, &known)
    }
    markCircles()
    addNodes(analysis, ends)
  }

  private struct EdgeKey: Hashable {
    var from: Place
    var to: Place
  }

  private mutating func add(_ from: Place, _ to: Place, _ attribution: Int, _ known: inout [EdgeKey: Int]) {
    let key = EdgeKey(from: from, to: to)
    if let index = known[key] {
      if edges[index].attributions.last != attribution { edges[index].attributions.append(attribution) }
    } else {
      known[key] = edges.count
      edges.append(Edge(from: from, to: to, isCircular: false, attributions: [attribution]))
    }
  }

  /// An edge is circular where the place that it leads to leads back: both stand in one strongly connected part.
  private mutating func markCircles() {
    var outward: [Place: [Place]] = [:]
    for edge in edges { outward[edge.from, default: []].append(edge.to) }
    let parts = StronglyConnectedParts(outward, from: .draft).parts
    for index in edges.indices {
      edges[index].isCircular = parts[edges[index].from] == parts[edges[index].to]
    }
  }

  private mutating func addNodes(_ analysis: Analysis, _ ends: [Int: ChainEnd]) {
    let reached = Set(edges.flatMap { [$0.from, $0.to] })
    nodes.append(Node(place: .draft))
    for (index, source) in analysis.sources.enumerated() where reached.contains(.source(index)) {
      nodes.append(Node(place: .source(index), source: source, end: ends[index]))
    }
    if reached.contains(.unknown) { nodes.append(Node(place: .unknown)) }
  }
}
