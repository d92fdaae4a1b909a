/// Which places of a graph lead to one another (Tarjan 1972), without recursion: a chain may be as long as a draft.
struct StronglyConnectedParts {
  typealias Place = SourceGraph.Place

  /// For each place the number of its part.
  private(set) var parts: [Place: Int] = [:]
  private let outward: [Place: [Place]]
  private var order: [Place: Int] = [:]
  private var lowest: [Place: Int] = [:]
  private var open: [Place] = []

  /// - Parameter start: where to begin; every place is reached from here or begins a walk of its own.
  init(_ outward: [Place: [Place]], from start: Place) {
    self.outward = outward
    walk(from: start)
    for place in outward.keys where order[place] == nil { walk(from: place) }
  }

  private mutating func walk(from start: Place) {
    var path: [(place: Place, next: Int)] = [(start, 0)]
    enter(start)
    while let (place, next) = path.last {
      let targets = outward[place] ?? []
      if next < targets.count {
        path[path.count - 1].next += 1
        let target = targets[next]
        if order[target] == nil {
          enter(target)
          path.append((target, 0))
        } else if parts[target] == nil {
          lower(place, to: order[target])
        }
        continue
      }
      path.removeLast()
      if lowest[place] == order[place] { close(place) }
      if let parent = path.last?.place { lower(parent, to: lowest[place]) }
    }
  }

  private mutating func enter(_ place: Place) {
    order[place] = order.count
    lowest[place] = order[place]
    open.append(place)
  }

  private mutating func lower(_ place: Place, to value: Int?) {
    lowest[place] = min(lowest[place] ?? Int.max, value ?? Int.max)
  }

  private mutating func close(_ place: Place) {
    let part = order[place] ?? 0
    while let last = open.popLast() {
      parts[last] = part
      if last == place { break }
    }
  }
}
