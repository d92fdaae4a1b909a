import Testing

@testable import HearsayCore

/// Drawings: nothing lies on anything else, and arrows lead from column to column.
struct GraphLayoutTests {
  /// Draft, some parties in a random order of arrows.
  private static func drawing(parties: Int, arrows: Int, seed: UInt64) -> GraphDrawing {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let boxes = (1...parties).map { number in
      GraphDrawing.Box(
        name: String(repeating: "Vale Office ", count: 1 + random(5)) + String(number), caption: "organisation",
        shape: .party)
    }
    var drawn = (1...parties).map { GraphDrawing.Arrow(from: random($0), to: $0) }
    for _ in 0..<arrows {
      let (from, to) = (random(parties + 1), 1 + random(parties))
      if from != to { drawn.append(GraphDrawing.Arrow(from: from, to: to)) }
    }
    return GraphDrawing(boxes: [.draft] + boxes, arrows: drawn)
  }

  @Test(arguments: [(1, 0), (6, 3), (12, 20), (40, 10), (60, 90)])
  func boxesDoNotOverlapAndStandInside(_ parties: Int, _ arrows: Int) {
    for seed in 1...10 as ClosedRange<UInt64> {
      let layout = GraphLayout(Self.drawing(parties: parties, arrows: arrows, seed: seed))
      for (index, box) in layout.boxes.enumerated() {
        #expect(box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height)
        for other in layout.boxes[(index + 1)...] {
          let isApart = box.right <= other.x || other.right <= box.x || box.bottom <= other.y || other.bottom <= box.y
          #expect(isApart, "seed \(seed): \(box) and \(other)")
        }
      }
    }
  }

  @Test func arrowsLeadOnUnlessTheyCloseACircle() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let drawing = Self.drawing(parties: 15, arrows: 15, seed: seed)
      let ranks = GraphRanks(drawing)
      for (index, arrow) in drawing.arrows.enumerated() where !ranks.backward.contains(index) {
        #expect(ranks.ranks[arrow.from] < ranks.ranks[arrow.to])
      }
    }
    let chain = GraphDrawing(
      boxes: [.draft, .nobody, .nobody],
      arrows: [.init(from: 0, to: 1), .init(from: 1, to: 2), .init(from: 2, to: 1)])
    #expect(GraphRanks(chain).backward == [2])
  }

  @Test func longNamesAreCutToTheirBox() {
    let name = String(repeating: "Unendingly", count: 40)
    let lines = LabelMetrics.wrapped(name, width: 170, lines: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
    #expect(lines.allSatisfy { LabelMetrics.width(of: $0) <= 170 })
    #expect(LabelMetrics.wrapped("the Vale Post", width: 170, lines: 3) == ["the Vale Post"])
    #expect(LabelMetrics.wrapped("", width: 170, lines: 3) == [""])
  }

  @Test func aLongChainOfPartiesIsDrawnInTime() {
    let count = 3000
    let boxes = [GraphDrawing.Box.draft] + (0..<count).map { .init(named: "party \($0)", caption: "") }
    let arrows =
      (0..<count).map { GraphDrawing.Arrow(from: $0, to: $0 + 1) } + (2..<count).map { .init(from: 0, to: $0) }
    let picture = SVGDrawing(GraphDrawing(boxes: boxes, arrows: arrows)).picture(titled: "long")
    #expect(picture.hasSuffix("</svg>"))
  }
}
