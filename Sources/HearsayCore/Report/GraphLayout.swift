/// Where each box of a drawing stands, in pixels, columns from left to right.
struct GraphLayout: Sendable {
  /// A box with its place and the lines in it.
  struct PlacedBox: Sendable {
    var x = 0
    var y = 0
    var width = 0
    var height = 0
    var lines: [String] = []
    var caption: String = ""
    /// Room below it for arrows that lead back.
    var reserve = 0

    var middle: Int { y + height / 2 }
    var right: Int { x + width }
    var bottom: Int { y + height }
  }

  private(set) var boxes: [PlacedBox] = []
  /// By forward arrow: the places it passes between its ends.
  private(set) var wayPoints: [Int: [(x: Int, width: Int, y: Int)]] = [:]
  let ranks: GraphRanks
  private(set) var width = 0
  private(set) var height = 0

  static let margin = 12
  private static let widest = 170
  private static let gap = 16
  private static let wayPointHeight = 6
  private static let passes = 6
  private static let laneHeight = 36

  init(_ drawing: GraphDrawing) {
    ranks = GraphRanks(drawing)
    boxes = drawing.boxes.map { box in
      var placed = PlacedBox()
      placed.lines = LabelMetrics.wrapped(box.name, width: Self.widest, lines: 3)
      placed.caption = box.caption
      let widths = placed.lines.map { LabelMetrics.width(of: $0) } + [LabelMetrics.width(of: box.caption) * 9 / 10]
      placed.width = max(72, (widths.max() ?? 0) + 24)
      placed.height = (placed.lines.count + (box.caption.isEmpty ? 0 : 1)) * LabelMetrics.lineHeight + 14
      return placed
    }
    for index in ranks.backward {
      boxes[drawing.arrows[index].from].reserve = Self.laneHeight
      boxes[drawing.arrows[index].to].reserve = Self.laneHeight
    }
    let labels = drawing.arrows.map { LabelMetrics.width(of: $0.label) }.max() ?? 0
    place(between: max(48, labels + 24))
    let lanes = ranks.backward.map { lane(of: drawing.arrows[$0]) }
    height = max(boxes.map(\.bottom).max() ?? 0, lanes.max() ?? 0) + Self.margin
  }

  /// How far down an arrow that leads back goes to pass below what stands between its ends.
  func lane(of arrow: GraphDrawing.Arrow) -> Int {
    let (first, last) = (ranks.ranks[arrow.to], ranks.ranks[arrow.from])
    var lowest = max(boxes[arrow.from].bottom, boxes[arrow.to].bottom)
    if first + 1 < last {
      for column in ranks.columns[(first + 1)..<last] {
        for case .box(let index) in column { lowest = max(lowest, boxes[index].bottom) }
      }
    }
    return lowest + Self.laneHeight
  }

  private mutating func place(between gap: Int) {
    var x = Self.margin
    var columnX: [Int] = []
    var columnWidth: [Int] = []
    for column in ranks.columns {
      let widest =
        column.map { item -> Int in
          if case .box(let index) = item { boxes[index].width } else { 0 }
        }.max() ?? 0
      columnX.append(x)
      columnWidth.append(widest)
      x += widest + gap
    }
    width = x - gap + Self.margin
    let middles = middles()
    for (rank, column) in ranks.columns.enumerated() {
      for item in column {
        let middle = middles[item] ?? 0
        switch item {
        case .box(let index):
          boxes[index].x = columnX[rank]
          boxes[index].y = middle - boxes[index].height / 2
        case .wayPoint(let arrow, _): wayPoints[arrow, default: []].append((columnX[rank], columnWidth[rank], middle))
        }
      }
    }
  }

  private func height(of item: GraphRanks.Item) -> Int {
    if case .box(let index) = item { boxes[index].height } else { Self.wayPointHeight }
  }

  private func reserve(of item: GraphRanks.Item) -> Int {
    if case .box(let index) = item { boxes[index].reserve } else { 0 }
  }

  /// The middle of every item: near the middle of its neighbours, in the order of its column, without overlaps.
  private func middles() -> [GraphRanks.Item: Int] {
    var result: [GraphRanks.Item: Int] = [:]
    for column in ranks.columns {
      var y = Self.margin
      for item in column {
        result[item] = y + height(of: item) / 2
        y += height(of: item) + reserve(of: item) + Self.gap
      }
    }
    var before: [GraphRanks.Item: [GraphRanks.Item]] = [:]
    var behind = before
    for link in ranks.links {
      before[link.to, default: []].append(link.from)
      behind[link.from, default: []].append(link.to)
    }
    for pass in 0..<Self.passes {
      let isForward = pass % 2 == 0
      let order = isForward ? Array(ranks.columns.indices) : ranks.columns.indices.reversed()
      for rank in order { settle(ranks.columns[rank], isForward ? before : behind, &result) }
    }
    let top = ranks.columns.joined().map { (result[$0] ?? 0) - height(of: $0) / 2 }.min() ?? 0
    return result.mapValues { $0 - top + Self.margin }
  }

  /// Moves a column's items towards their neighbours: pushed down and pushed up, and half-way between the two.
  private func settle(
    _ column: [GraphRanks.Item], _ neighbours: [GraphRanks.Item: [GraphRanks.Item]],
    _ middles: inout [GraphRanks.Item: Int]
  ) {
    let wanted = column.map { item -> Int in
      let places = neighbours[item, default: []].compactMap { middles[$0] }
      return places.isEmpty ? middles[item] ?? 0 : places.reduce(0, +) / places.count
    }
    var down = wanted
    var up = wanted
    for index in column.indices.dropFirst() {
      down[index] = max(down[index], down[index - 1] + distance(column[index - 1], column[index]))
    }
    for index in column.indices.dropLast().reversed() {
      up[index] = min(up[index], up[index + 1] - distance(column[index], column[index + 1]))
    }
    for (index, item) in column.enumerated() { middles[item] = (down[index] + up[index]) / 2 }
  }

  private func distance(_ upper: GraphRanks.Item, _ lower: GraphRanks.Item) -> Int {
    (height(of: upper) + height(of: lower) + 1) / 2 + reserve(of: upper) + Self.gap + 1
  }
}
