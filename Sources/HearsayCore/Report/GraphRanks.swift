/// Which column each box of a drawing stands in, and in which order within it.
///
/// Layers after Sugiyama: arrows that lead back are set aside, the others lead at least one column on; long arrows pass
/// through a way point in each column between, so that they do not run through boxes.
struct GraphRanks: Sendable {
  /// A box, or a way point of an arrow.
  enum Item: Sendable, Hashable {
    case box(Int)
    case wayPoint(arrow: Int, rank: Int)
  }

  /// By box.
  private(set) var ranks: [Int]
  /// Indices of the arrows that lead back to a column before or to their own.
  private(set) var backward: Set<Int> = []
  /// From the first column to the last, each from top to bottom.
  private(set) var columns: [[Item]] = []
  /// Pairs of neighbours, from one column to the next.
  private(set) var links: [(from: Item, to: Item)] = []
  /// By forward arrow: the items it passes, both ends included.
  private(set) var ways: [Int: [Item]] = [:]

  /// A hostile draft's arrows do not all get way points.
  private static let mostWayPoints = 4000
  private static let sweeps = 4

  init(_ drawing: GraphDrawing) {
    ranks = [Int](repeating: 0, count: drawing.boxes.count)
    findBackward(drawing)
    rank(drawing)
    place(drawing)
    for _ in 0..<Self.sweeps {
      sweep(links.map { ($0.to, $0.from) }, columns.indices.dropFirst())
      sweep(links.map { ($0.from, $0.to) }, columns.indices.dropLast().reversed())
    }
  }

  /// Walks in depth without recursion; an arrow to a box that is still open leads back.
  private mutating func findBackward(_ drawing: GraphDrawing) {
    var outward = [[Int]](repeating: [], count: drawing.boxes.count)
    for (index, arrow) in drawing.arrows.enumerated() { outward[arrow.from].append(index) }
    var isSeen = [Bool](repeating: false, count: drawing.boxes.count)
    var isOpen = isSeen
    for root in drawing.boxes.indices where !isSeen[root] {
      var stack: [(box: Int, next: Int)] = [(root, 0)]
      (isSeen[root], isOpen[root]) = (true, true)
      while let (box, next) = stack.last {
        guard next < outward[box].count else {
          isOpen[box] = false
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let arrow = outward[box][next]
        let to = drawing.arrows[arrow].to
        if isOpen[to] {
          backward.insert(arrow)
        } else if !isSeen[to] {
          (isSeen[to], isOpen[to]) = (true, true)
          stack.append((to, 0))
        }
      }
    }
  }

  /// The longest way from the beginning, along the arrows that lead on.
  private mutating func rank(_ drawing: GraphDrawing) {
    var waiting = [Int](repeating: 0, count: drawing.boxes.count)
    var outward = [[Int]](repeating: [], count: drawing.boxes.count)
    for (index, arrow) in drawing.arrows.enumerated() where !backward.contains(index) {
      waiting[arrow.to] += 1
      outward[arrow.from].append(arrow.to)
    }
    var ready = drawing.boxes.indices.filter { waiting[$0] == 0 }
    var done = 0
    while done < ready.count {
      let box = ready[done]
      done += 1
      for to in outward[box] {
        ranks[to] = max(ranks[to], ranks[box] + 1)
        waiting[to] -= 1
        if waiting[to] == 0 { ready.append(to) }
      }
    }
  }

  private mutating func place(_ drawing: GraphDrawing) {
    columns = [[Item]](repeating: [], count: (ranks.max() ?? 0) + 1)
    for box in drawing.boxes.indices { columns[ranks[box]].append(.box(box)) }
    var wayPoints = 0
    for (index, arrow) in drawing.arrows.enumerated() where !backward.contains(index) {
      let (first, last) = (ranks[arrow.from], ranks[arrow.to])
      var way = [Item.box(arrow.from)]
      wayPoints += last - first - 1
      if wayPoints <= Self.mostWayPoints {
        for rank in (first + 1)..<last {
          columns[rank].append(.wayPoint(arrow: index, rank: rank))
          way.append(.wayPoint(arrow: index, rank: rank))
        }
      }
      way.append(.box(arrow.to))
      if way.count == last - first + 1 { for (from, to) in zip(way, way.dropFirst()) { links.append((from, to)) } }
      ways[index] = way
    }
  }

  /// Puts the items of each column in the order of the middle of their neighbours' places.
  private mutating func sweep(_ pairs: [(of: Item, by: Item)], _ order: some Sequence<Int>) {
    var neighbours: [Item: [Item]] = [:]
    for pair in pairs { neighbours[pair.of, default: []].append(pair.by) }
    var place: [Item: Int] = [:]
    for column in columns { for (index, item) in column.enumerated() { place[item] = index } }
    for column in order {
      let keyed = columns[column].enumerated().map { index, item -> (Double, Int, Item) in
        let places = neighbours[item, default: []].compactMap { place[$0] }
        let middle = places.isEmpty ? Double(index) : Double(places.reduce(0, +)) / Double(places.count)
        return (middle, index, item)
      }
      columns[column] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      for (index, item) in columns[column].enumerated() { place[item] = index }
    }
  }
}
