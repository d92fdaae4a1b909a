import ProseText

// Shares of a whole ("a third", "half") and multiples ("doubled", "twice as").
extension QuantityReader {
  // MARK: Fractions

  func fraction(at index: Int) -> Quantity? {
    let term = terms[index]
    if term.word == .half { return half(at: index) }
    var numerator = 1.0
    var at = index
    var isSpelled = true
    if term.has(.indefinite) || term.word == .one {
      at += 1
    } else if let value = Lexicon.numbers[term.key], term.isWord, value < 10 {
      numerator = value
      at += 1
    } else if term.kind == .symbol || term.kind == .number {
      guard let value = vulgarFraction(index) else { return nil }
      isSpelled = false
      return finishFraction(index..<index + 1, value, isSpelled)
    } else {
      return nil
    }
    if passage.isMark(at, 0x2D) { at += 1 }
    guard at < terms.count, at > index, terms[at].has(.fraction), let denominator = Lexicon.fractions[terms[at].key]
    else { return nil }
    if denominator == 2 { return nil }
    let isPlural = passage.byte(Int(terms[at].end) - 1) | 0x20 == 0x73
    // "a third man", "a second chance" are ordinals.
    if !isPlural, at + 1 < terms.count, !(terms[at - 1].word == .one && passage.isMark(at - 1, 0x2D)) {
      let next = terms[at + 1]
      let isShare =
        next.word == .of || next.word == .less || next.word == .more || next.word == .as || !next.isWord
        || next.tag.isVerb || next.tag == .preposition || next.tag == .conjunction || next.tag == .to
        || next.tag == .modal
        || next.tag == .comparativeAdjective || next.tag == .determiner
      if !isShare { return nil }
    }
    if numerator != 1, !isPlural { return nil }
    return finishFraction(index..<at + 1, numerator / denominator, isSpelled)
  }

  func half(at index: Int) -> Quantity? {
    let next = index + 1
    if index > 0 {
      switch terms[index - 1].word {
      case .first, .second, .and, .last, .other: return nil
      default: break
      }
      if terms[index - 1].has([.ordinal]) { return nil }
      if passage.word(index - 1) == .a, passage.word(index - 2) == .and { return nil }
    }
    if passage.isMark(next, 0x2D) { return nil }
    if passage.has(next, .indefinite), passage.has(next + 1, .scale), next + 1 < terms.count,
      let factor = Lexicon.scales[terms[next + 1].key], terms[next + 1].range.count > 3
    {
      return make(index..<next + 2, .count, factor / 2, factor / 2)
    }
    if passage.has(next, .indefinite) { return make(index..<next, .ratio, 0.5, 0.5, exemption: .duration) }
    if passage.has(next, .timeUnit) || passage.has(next, .ordinal) { return nil }
    // "half staff", "half brother"
    if next < terms.count, terms[next].tag.isNoun, terms[next].isWord, !terms[next].has(.function) { return nil }
    return finishFraction(index..<next, 0.5, true)
  }

  func vulgarFraction(_ index: Int) -> Double? {
    switch passage.string(terms[index].range) {
    case "½": 0.5
    case "⅓": 1 / 3
    case "⅔": 2 / 3
    case "¼": 0.25
    case "¾": 0.75
    default: nil
    }
  }

  func finishFraction(_ range: Range<Int>, _ value: Double, _ isSpelled: Bool) -> Quantity {
    // "a quarter of a million"
    if passage.word(range.upperBound) == .of, passage.has(range.upperBound + 1, .indefinite),
      passage.has(range.upperBound + 2, .scale),
      let factor = Lexicon.scales[terms[range.upperBound + 2].key]
    {
      return make(range.lowerBound..<range.upperBound + 3, .count, value * factor, value * factor)
    }
    var quantity = make(range, .ratio, value, value)
    quantity.isSpelled = isSpelled
    var next = range.upperBound
    if passage.isMark(next, 0x2D) { next += 1 }
    // "a two-thirds majority" is a rule of procedure.
    if passage.word(next) == .majority || passage.word(next) == .vote || passage.word(next) == .votes {
      quantity.exemption = .law
    }
    return quantity
  }

  // MARK: Multiples

  static let multiples: [UInt64: Double] = {
    let values: [String: Double] = [
      "twice": 2, "thrice": 3, "doubled": 2, "doubles": 2, "doubling": 2, "tripled": 3, "triples": 3, "tripling": 3,
      "trebled": 3, "quadrupled": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5, "twofold": 2, "threefold": 3,
      "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
      "double": 2, "triple": 3, "treble": 3, "quadruple": 4,
    ]
    return Dictionary(uniqueKeysWithValues: values.map { (foldedKey($0.key), $0.value) })
  }()

  private static let folds = Set(["twofold", "threefold", "fourfold"].map(foldedKey))

  func multiple(at index: Int) -> Quantity? {
    let term = terms[index]
    guard term.has(.multiple), let value = Self.multiples[term.key] else { return nil }
    let next = passage.word(index + 1)
    // "The lessons are twofold" counts nothing that grew.
    let isFold = Self.folds.contains(term.key)
    var exemption: Exemption? = isFold && passage.has(index - 1, .be) ? .idiom : nil
    if term.word == .twice || term.key == Self.thrice {
      // "twice as many" compares, "froze twice" counts occasions.
      if next != .as && next != .the && next != .that && next != .what && next != .its { exemption = .smallCount }
    } else if Self.attributive.contains(term.key) {
      // "double the price" compares, "a double room" does not; "to double" is a change.
      guard next == .the || next == .that || next == .its || next == .what || term.tag.isVerb else { return nil }
    }
    return make(index..<index + 1, .multiple, value, value, exemption: exemption)
  }

  static let thrice = foldedKey("thrice")
  static let attributive = Set(["double", "triple", "treble", "quadruple"].map(foldedKey))

}
