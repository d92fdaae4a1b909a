import ProseText

/// Two values of one thing: before and after.
struct EndpointPair: Sendable, Equatable {
  var from: Endpoint
  var to: Endpoint
  /// Terms from the first of the two to the last.
  var terms: Range<Int>
  /// The pair stands around its amount: "5.4 million, up 20 percent from 4.5 million".
  var amount: Int?
}

/// Finds "from A to B", "to B from A" and "B, up from A" among the quantities of a sentence.
struct EndpointReader {
  let passage: Passage
  let quantities: [Quantity]
  /// The sentence's quantities that can be values: no dates, names and the like.
  let usable: [Int]

  init(_ passage: Passage, _ quantities: [Quantity], _ span: Range<Int>) {
    self.passage = passage
    self.quantities = quantities
    usable = span.filter { Self.isValue(quantities[$0]) }
  }

  private static func isValue(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .date, .time, .ordinal, .vague: return false
    default: break
    }
    switch quantity.exemption {
    case nil, .score, .smallCount, .arithmetic, .duration, .hypothetical, .instruction, .law, .definition: return true
    default: return false
    }
  }

  /// How a value is introduced.
  private enum Marker { case none, from, to, against }

  func pairs() -> [EndpointPair] {
    var result: [EndpointPair] = []
    var position = 0
    while position < usable.count {
      if let (pair, next) = pair(at: position) {
        result.append(pair)
        position = next
      } else {
        position += 1
      }
    }
    return result
  }

  /// The pair that a usable quantity opens or closes, and where to go on.
  private func pair(at position: Int) -> (EndpointPair, Int)? {
    let first = usable[position]
    let marker = marker(first)
    if marker == .from, let (from, to) = ends(of: first) {
      return (EndpointPair(from: from, to: to, terms: quantities[first].terms), position + 1)
    }
    if marker == .from || marker == .to, position + 1 < usable.count {
      let second = usable[position + 1]
      let other = self.marker(second)
      if marker == .from && other == .to || marker == .to && other == .from, areAlike(first, second),
        isClose(first, second), let a = endpoint(first), let b = endpoint(second)
      {
        let terms = quantities[first].terms.lowerBound..<quantities[second].terms.upperBound
        return (EndpointPair(from: marker == .from ? a : b, to: marker == .from ? b : a, terms: terms), position + 2)
      }
    }
    guard marker == .from || marker == .against, position > 0 else { return nil }
    return (marker == .from ? upFrom(position) : against(position)).map { ($0, position + 1) }
  }

  /// "5.4 million, up from 4.5 million", "5.4 million, up 20 percent from 4.5 million".
  private func upFrom(_ position: Int) -> EndpointPair? {
    let last = usable[position]
    var at = before(last) - 1
    var amount: Int?
    var previous = position - 1
    if previous > 0, quantities[usable[previous]].terms.upperBound == at + 1,
      !areAlike(usable[previous], last)
        || quantities[usable[previous]].kind == .percent
    {
      amount = usable[previous]
      at = before(usable[previous])
      previous -= 1
    }
    guard at > 0, isParticle(at), passage.isComma(at - 1) else { return nil }
    let first = usable[previous]
    guard areAlike(first, last), at - 1 - quantities[first].terms.upperBound <= 3,
      at >= quantities[first].terms.upperBound,
      !(quantities[first].terms.upperBound..<at).contains(where: { passage.terms[$0].tag.isVerb }),
      let to = endpoint(first), let from = endpoint(last)
    else { return nil }
    let terms = quantities[first].terms.lowerBound..<quantities[last].terms.upperBound
    return EndpointPair(from: from, to: to, terms: terms, amount: amount)
  }

  private func isParticle(_ index: Int) -> Bool {
    passage.word(index) == .up || passage.terms[index].key == Self.down
  }

  static let down = foldedKey("down")

  /// "rose to 40, compared with 30 the year before".
  private func against(_ position: Int) -> EndpointPair? {
    let last = usable[position]
    let first = usable[position - 1]
    guard areAlike(first, last), quantities[first].terms.upperBound <= before(last),
      isClose(first, last), let to = endpoint(first), let from = endpoint(last)
    else { return nil }
    let terms = quantities[first].terms.lowerBound..<quantities[last].terms.upperBound
    return EndpointPair(from: from, to: to, terms: terms)
  }

  /// The word right before a value, words that blur it and articles aside.
  func before(_ index: Int) -> Int {
    let quantity = quantities[index]
    var at =
      (quantity.approximator.map { min($0.lowerBound, quantity.terms.lowerBound) } ?? quantity.terms.lowerBound) - 1
    var steps = 0
    while steps < 2,
      passage.has(at, [.definite, .indefinite]) || passage.terms[at].tag.isAdverb && !isParticle(at)
    {
      at -= 1
      steps += 1
    }
    return at
  }

  private func marker(_ index: Int) -> Marker {
    let at = before(index)
    switch passage.word(at) {
    case .from: return .from
    case .to: return passage.terms[at - 1].key == Self.due || passage.word(at - 1) == .according ? .none : .to
    case .with: return passage.terms[at - 1].key == Self.compared ? .against : .none
    default: return .none
    }
  }

  private static let due = foldedKey("due")
  private static let compared = foldedKey("compared")

  /// The two ends of "4 to 16" in one quantity.
  private func ends(of index: Int) -> (Endpoint, Endpoint)? {
    let quantity = quantities[index]
    guard let low = quantity.low, let high = quantity.high, low != high, low.isFinite, high.isFinite,
      let middle = quantity.terms.first(where: { passage.word($0) == .to })
    else { return nil }
    let first = quantity.terms.lowerBound..<middle
    let second = middle + 1..<quantity.terms.upperBound
    guard !first.isEmpty, !second.isEmpty else { return nil }
    return (
      Endpoint(quantity: index, terms: first, value: low, step: step(first, low)),
      Endpoint(quantity: index, terms: second, value: high, step: step(second, high))
    )
  }

  /// What the last digit of one end is worth.
  private func step(_ terms: Range<Int>, _ value: Double) -> Double {
    guard let index = terms.first(where: { passage.terms[$0].kind == .number }), let number = passage.number(at: index),
      number.mantissa != 0
    else { return 0 }
    return (value / number.mantissa).magnitude / power(10, number.decimals)
  }

  func endpoint(_ index: Int) -> Endpoint? {
    let quantity = quantities[index]
    guard let value = quantity.low, value == quantity.high, value.isFinite else { return nil }
    return Endpoint(quantity: index, terms: quantity.terms, value: value, step: quantity.step)
  }

  /// Values of one unit, or one of them without.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (quantities[first], quantities[second])
    guard a.kind != .multiple, b.kind != .multiple else { return false }
    if a.kind == .percent || b.kind == .percent { return a.kind == b.kind }
    if a.kind == .percentagePoints || b.kind == .percentagePoints { return false }
    if a.kind == .ratio || b.kind == .ratio { return a.kind == b.kind }
    guard a.unit == b.unit || a.unit == nil || b.unit == nil else { return false }
    // "$1.2 to $1.5 million": the scale goes for both, but only one has it.
    guard let x = a.low, let y = b.low, x > 0, y > 0 else { return false }
    return a.hasScale == b.hasScale || max(x, y) / min(x, y) < 100
  }

  /// Whether nothing between two values begins another statement.
  private func isClose(_ first: Int, _ second: Int) -> Bool {
    let gap = quantities[first].terms.upperBound..<max(quantities[first].terms.upperBound, before(second))
    return gap.count <= 12
      && !gap.contains { index in
        passage.isMark(index, 0x3B) || passage.word(index) == .and || passage.word(index) == .but
          || passage.word(index) == .while || ChangeWords.verbs[passage.terms[index].key] != nil
      }
  }
}
