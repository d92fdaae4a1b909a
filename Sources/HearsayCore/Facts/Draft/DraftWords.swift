import ProseText

extension Draft {
  /// The words at an absolute range as a reader sees them: without the markup between them, as written where no prose is.
  func string(_ range: Range<Int>) -> String {
    shown(range).reduce(into: "") { $0 += text.string($1) }
  }

  /// The parts of an absolute range that a reader sees, in order, made one by one; all of it where no prose is.
  func shown(_ range: Range<Int>) -> some Sequence<Range<Int>> {
    let block = blocks.lastPosition { $0.origin <= range.lowerBound }.map { blocks[$0] }
    let prose = block?.facts.content.prose ?? []
    let first = prose.lastPosition { block?.absolute($0).lowerBound ?? 0 <= range.lowerBound } ?? 0
    let parts = prose[first...].lazy.map { block?.absolute($0) ?? $0 }
      .prefix { $0.lowerBound < range.upperBound }.map { $0.clamped(to: range) }
    let isProse = parts.contains { !$0.isEmpty }
    return sequence(state: (parts.makeIterator(), isProse ? nil : range)) { state in
      guard let whole = state.1 else { return isProse ? state.0.next() : nil }
      state.1 = nil
      return whole
    }
  }
}

extension Array {
  /// The index of the last element for which the condition holds, where it holds for none behind the first that it fails.
  fileprivate func lastPosition(where isBefore: (Element) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
