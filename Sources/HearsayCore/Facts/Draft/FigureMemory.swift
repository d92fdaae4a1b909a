import ProseText

/// The figures of a draft with their support, and what both depend on beside the blocks around: while one block is being written, the
/// others' are taken over.
struct FigureMemory: Sendable {
  /// What the whole draft says of its writers and its documents.
  struct Context: Sendable, Equatable {
    var voice: OwnVoice
    var isEyewitness: Bool
    var manner: TextManner
    var firstDocument: Int?
    /// What the house has settled of parties, which answer for their figures by it.
    var house: HouseParties
  }

  var date: CalendarDate?
  var context: Context
  var figures: [DraftFigure]
  /// For each block the indices of its figures.
  var ofBlock: [Range<Int>]
}

extension Draft {
  /// Figures before one among which it is looked for by its number alone (`isDesignation`).
  static let mostNamed = 256
  /// Blocks whose figures are given their support at a time.
  private static let readTogether = 256

  /// Takes the figures of all blocks but one from memory; false where they may be others now.
  mutating func takeFigures(from memory: FigureMemory?) -> Bool {
    guard let change = onlyChange, let known = memory, known.date == date else { return false }
    let before = known.ofBlock[change.block]
    figures = known.figures
    figuresOfBlock = known.ofBlock
    let now = figures(in: change.block, from: before.lowerBound)
    figures.replaceSubrange(before, with: now)
    let shift = now.count - before.count
    figuresOfBlock[change.block] = before.lowerBound..<before.lowerBound + now.count
    guard shift != 0 else { return true }
    for index in figuresOfBlock.indices.dropFirst(change.block + 1) {
      figuresOfBlock[index] = figuresOfBlock[index].moved(by: shift)
    }
    for index in figures.indices.dropFirst(before.lowerBound + now.count) { figures[index].population? += shift }
    return true
  }

  /// Reads the figures of all blocks.
  mutating func readAllFigures() {
    figures.reserveCapacity(blocks.indices.reduce(0) { $0 + blocks[$1].facts.quantities.count })
    for index in blocks.indices {
      let first = figures.count
      figures += figures(in: index, from: first)
      figuresOfBlock.append(first..<figures.count)
    }
  }

  /// - Parameter first: the index of the block's first figure.
  private func figures(in index: Int, from first: Int) -> [DraftFigure] {
    let block = blocks[index]
    guard !block.facts.quantities.isEmpty else { return [] }
    // What is marked up as a heading labels the text below; in plain text a heading is a guess from the line's shape.
    let isHeadline = format != .plainText && block.outline.kind == .heading
    let facts = isHeadline ? block.shared.asHeadline() : block.shared
    return block.facts.quantities.indices.map { number in
      var figure = DraftFigure(block: index, facts, number: number)
      figure.population = block.facts.populations[number].map { first + $0 }
      (figure.from, figure.to) = block.facts.quantities[number].window?.days(asOf: date) ?? (nil, nil)
      return figure
    }
  }

  /// Decides who answers for each figure, and which of those that nobody answers for need no answer.
  ///
  /// - Parameters:
  ///   - isTaken: the figures of all blocks but the one that changed are those in memory.
  ///   - memory: that of an earlier text of the draft, and then of this one.
  mutating func readSupport(_ voice: OwnVoice, isTaken: Bool, _ memory: inout FigureMemory?) {
    let context = FigureMemory.Context(
      voice: voice, isEyewitness: isEyewitness, manner: manner,
      firstDocument: blocks.indices.first { !blocks[$0].facts.documentNouns.isEmpty },
      house: HouseParties(surroundings: surroundings))
    var read = blocks.indices
    var settled = figures.indices
    if isTaken, let change = onlyChange, let known = memory, known.context == context {
      read = supported(by: change.block)
      settled = figures(of: read)
      let now = figuresOfBlock[change.block]
      let before = known.figures[known.ofBlock[change.block]]
      if now.count != before.count || (before + figures[now]).contains(where: \.namesThing) {
        settled = settled.lowerBound..<min(figures.count, max(settled.upperBound, now.upperBound + Self.mostNamed))
      }
    }
    // What was kept goes: figures are changed in place then.
    memory = nil
    for first in stride(from: read.lowerBound, to: read.upperBound, by: Self.readTogether) {
      let part = first..<min(read.upperBound, first + Self.readTogether)
      let supports = SupportReader.supports(of: part, in: self, context)
      for (index, support) in zip(figures(of: part), supports) { figures[index].support = support }
    }
    if let facts = ledger { takeSupport(from: facts) }
    for index in ledger == nil ? settled : figures.indices {
      figures[index].isSettled =
        figures[index].support.status == .none && figures[index].needsAnswer && figures[index].quantity.kind != .vague
        && (isEstablished(figures[index]) || isOwnDoing(figures[index]) || isValueOfText(figures[index]))
    }
    if ledger == nil { memory = FigureMemory(date: date, context: context, figures: figures, ofBlock: figuresOfBlock) }
  }
}

extension Draft {
  /// Lists the figures that rules look at.
  mutating func listClaims() {
    claimIndices.reserveCapacity(figures.count)
    for index in figures.indices where figures[index].needsAnswer {
      claimIndices.append(index)
      if figures[index].quantity.kind == .vague {
        vagueClaims.append(index)
      } else if figures[index].support.status == .none, !figures[index].isSettled {
        openClaims.append(index)
      } else if figures[index].support.isThin {
        thinClaims.append(index)
      }
    }
  }
}

extension DraftFigure {
  /// Whether another figure may be that name or those people again (`Draft.isDesignation`, `Draft.isTakenUp`).
  fileprivate var namesThing: Bool {
    quantity.exemption == .name || quantity.exemption == .identifier
      || quantity.kind == .count && quantity.counted != nil
  }
}
