/// What only the whole of a ledger shows: ids that are there twice, references that lead nowhere, sources that derive from each other.
struct LedgerChecks {
  private let ledger: Ledger
  private var places: [[UInt8]: Int] = [:]
  private(set) var problems: [LedgerProblem] = []

  init(_ ledger: Ledger) {
    self.ledger = ledger
    for (index, source) in ledger.sources.enumerated() {
      if let first = places[Array(source.id.utf8)] {
        problems.append(
          LedgerProblem(
            kind: .duplicateID, range: source.idRange,
            message: "Another source has the id “\(source.id)”; only the first counts.",
            other: ledger.sources[first].idRange))
      } else {
        places[Array(source.id.utf8)] = index
      }
    }
    for source in ledger.sources { checkReferences(of: source) }
    findCircles()
  }

  private mutating func checkReferences(of source: LedgerSource) {
    for derivation in source.derivations
    where !derivation.isUnknown && places[Array(derivation.source.utf8)] == nil {
      let near = nearest(to: derivation.source)
      problems.append(
        LedgerProblem(
          kind: .unknownReference, range: derivation.range,
          message: "No source has the id “\(derivation.source)”"
            + (near.map { "; the nearest is “\($0)”." }
              ?? "; write “unknown” for an origin that was looked for and not found.")))
    }
    var figures: [String: Range<Int>] = [:]
    for figure in source.figures {
      guard let id = figure.id else { continue }
      if let first = figures[id] {
        problems.append(
          LedgerProblem(
            kind: .duplicateID, range: figure.valueRange,
            message: "Another figure of this source has the id “\(id)”.", other: first))
      } else {
        figures[id] = figure.valueRange
      }
    }
    for figure in source.figures {
      guard let replaced = figure.supersedes, figures[replaced] == nil, !isFigure(replaced) else { continue }
      problems.append(
        LedgerProblem(
          kind: .unknownReference, range: figure.valueRange,
          message: "It supersedes “\(replaced)”, which is no figure of the ledger."))
    }
  }

  /// "source/id": a figure of another source.
  private func isFigure(_ id: String) -> Bool {
    guard let slash = id.lastIndex(of: "/"), let other = places[Array(id[..<slash].utf8)] else { return false }
    return ledger.sources[other].figures.contains { $0.id == String(id[id.index(after: slash)...]) }
  }

  private func nearest(to id: String) -> String? { ledger.nearestID(to: id) }

  /// Reports each circle once, at the edge that closes it.
  private mutating func findCircles() {
    enum State { case open, done }
    var states: [Int: State] = [:]
    for start in ledger.sources.indices where states[start] == nil {
      // A list of its own instead of recursion: a hostile ledger may chain its sources by the thousand.
      var path: [(source: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let top = path.last {
        let derivations = ledger.sources[top.source].derivations
        guard top.next < derivations.count else {
          states[top.source] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = derivations[top.next]
        guard let to = places[Array(edge.source.utf8)] else { continue }
        switch states[to] {
        case nil:
          states[to] = .open
          path.append((to, 0))
        case .open:
          let circle = path.drop { $0.source != to }.map { ledger.sources[$0.source].id } + [edge.source]
          let names = circle.count > 9 ? Array(circle.prefix(8)) + ["…"] : circle
          problems.append(
            LedgerProblem(
              kind: .circle, range: edge.range,
              message: "The sources derive from each other in a circle: \(names.joined(separator: " ← "))."))
        case .done: break
        }
      }
    }
  }
}

extension Ledger {
  /// The id that somebody who wrote another one most probably meant; nil where none is near.
  package func nearestID(to id: String) -> String? {
    let wanted = Array(id.utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let allowed = max(1, wanted.count / 4)
    var best: (distance: Int, id: String)?
    for source in sources.prefix(2_000) where abs(source.id.utf8.count - wanted.count) <= allowed {
      let distance = Self.distance(wanted, Array(source.id.utf8))
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, source.id) }
    }
    return best?.id
  }

  /// The fewest insertions, deletions and replacements that turn one into the other (Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        current.append(
          min(last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1)))
      }
      last = current
    }
    return last[right.count]
  }
}
