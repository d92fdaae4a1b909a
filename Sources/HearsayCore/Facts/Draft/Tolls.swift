import ProseText

/// How many were killed, hurt, arrested or lost by the draft's sources, and where.
struct Tolls {
  private var blocks: [Amount: [Int]] = [:]

  init(_ draft: Draft) {
    for index in draft.blocks.indices where !draft.blocks[index].facts.harms.isEmpty {
      for figure in draft.figuresOfBlock[index] where draft.figures[figure].support.isSourced {
        if let toll = draft.toll(figure) { blocks[toll, default: []].append(index) }
      }
    }
  }

  /// Whether a toll has its source in the paragraphs around: an hour's reading away it is another accident.
  func hasSource(_ toll: Amount, near block: Int) -> Bool {
    let next = blocks[toll]?.from(block - Self.farthest).first
    return next.map { $0 <= block + Self.farthest } ?? false
  }

  private static let farthest = 8
}

extension Draft {
  /// What befell as many as a figure says, to be compared with others; nil where nobody came to harm.
  func toll(_ index: Int) -> Amount? {
    let figure = figures[index]
    guard let value = figure.quantity.value,
      let harm = blocks[figure.block].facts.harms[index - figuresOfBlock[figure.block].lowerBound]
    else { return nil }
    return Amount(low: value, high: value, kind: .count, unit: nil, counted: harm)
  }
}
