import ProseText

extension Draft {
  /// The words at an absolute range as a reader sees them: without the markup between them, as written where no prose is.
  func string(_ range: Range<Int>) -> String {
    shown(range).reduce(into: "") { $0 += text.string($1) }
  }

  /// The parts of an absolute range that a reader sees, in order; all of it where no prose is.
  func shown(_ range: Range<Int>) -> [Range<Int>] {
    guard let index = blocks.lastPosition(where: { $0.origin <= range.lowerBound }) else { return [range] }
    let block = blocks[index]
    return block.facts.prose.lazy.map { block.absolute($0) }.parts(of: range)
  }
}

extension Analysis {
  /// The words at an absolute UTF-8 byte range as a reader sees them: without the markup between them, as written where no
  /// prose is.
  package func shownWords(_ range: Range<Int>) -> String {
    guard let index = blocks.lastPosition(where: { $0.range.lowerBound <= range.lowerBound }) else {
      return text.string(range)
    }
    return blocks[index].prose.parts(of: range).reduce(into: "") { $0 += text.string($1) }
  }
}

extension RandomAccessCollection where Element == Range<Int>, Index == Int {
  /// What of a range lies in these ranges, which are in rising order; all of it where nothing does.
  fileprivate func parts(of range: Range<Int>) -> [Range<Int>] {
    let first = lastPosition { $0.lowerBound <= range.lowerBound } ?? startIndex
    var parts: [Range<Int>] = []
    for piece in self[first...] {
      guard piece.lowerBound < range.upperBound else { break }
      let shown = piece.clamped(to: range)
      if !shown.isEmpty { parts.append(shown) }
    }
    return parts.isEmpty ? [range] : parts
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the last element for which the condition holds, where it holds for none behind the first that it fails.
  fileprivate func lastPosition(where isBefore: (Element) -> Bool) -> Int? {
    let place = firstPlace { !isBefore($0) }
    return place > startIndex ? place - 1 : nil
  }
}
