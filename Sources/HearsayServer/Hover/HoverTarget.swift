import HearsayCore

/// What stands at a place of the draft: indices into the analysis.
enum HoverTarget: Sendable, Equatable {
  case figure(Int)
  /// The cue or the source of an attribution.
  case attribution(Int)
  /// A source at a place where it is named without being quoted.
  case source(Int)
  case quote(Int)
  /// A key of the ledger.
  case key(Int)
}

/// A place that a hover speaks of.
struct HoverPlace: Sendable, Equatable {
  var target: HoverTarget?
  /// Indices of the findings that mark it.
  var findings: [Int]
  var range: Range<Int>
}

extension Analysis {
  /// What stands at a byte offset; where nothing does, what ends there; nil for neither.
  func place(at offset: Int) -> HoverPlace? {
    place { $0.contains(offset) } ?? place { $0.upperBound == offset && !$0.isEmpty }
  }

  private func place(where holds: (Range<Int>) -> Bool) -> HoverPlace? {
    let marked = findings.indices.filter { holds(findings[$0].range) }
    if let (target, range) = target(where: holds) {
      return HoverPlace(target: target, findings: marked, range: range)
    }
    guard let smallest = marked.map({ findings[$0].range }).min(by: { $0.count < $1.count }) else { return nil }
    return HoverPlace(target: nil, findings: marked, range: smallest)
  }

  /// The most telling thing at a place: a figure, a key, a cue or source, a name, words in quotation marks, in this order.
  private func target(where holds: (Range<Int>) -> Bool) -> (HoverTarget, Range<Int>)? {
    if let index = figures.firstIndex(where: { holds($0.range) }) { return (.figure(index), figures[index].range) }
    if let index = keys.firstIndex(where: { $0.entry != nil && holds($0.range) }) {
      return (.key(index), keys[index].range)
    }
    for (index, attribution) in attributions.enumerated() {
      if let range = attribution.cue.first(where: holds) { return (.attribution(index), range) }
    }
    // Of sources inside one another the smallest is meant.
    var best: (HoverTarget, Range<Int>)?
    for (index, attribution) in attributions.enumerated() {
      for range in attribution.source where holds(range) && range.count < best?.1.count ?? .max {
        best = (.attribution(index), range)
      }
    }
    if let best { return best }
    for (index, source) in sources.enumerated() {
      if let range = source.mentions.first(where: holds) { return (.source(index), range) }
    }
    // The innermost quotation begins last.
    return quotes.lastIndex { holds($0.range) }.map { (.quote($0), quotes[$0].range) }
  }
}
