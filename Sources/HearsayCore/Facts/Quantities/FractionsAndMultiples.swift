import ProseText

// Shares of a whole ("a third", "half") and multiples ("doubled", "twice as").
extension QuantityReader {
  // MARK: Fractions

  func fraction(at index: Int) -> Quantity? {
    let term = terms[index]
    if term.word == .half { return half(at: index) }
    if term.key == Self.quarter { return quarter(at: index) }
    if term.has(.fraction), passage.word(index + 1) == .of, let value = Lexicon.fractions[term.key] {
      // "a" is left out: "tenth of a gallon"
      let object = passage.has(index + 2, .indefinite) ? index + 3 : index + 2
      if index == 0, terms[object].has(.measureUnit) { return finishFraction(index..<index + 1, 1 / value, true) }
    }
    if term.kind == .symbol || term.kind == .number {
      guard let value = passage.vulgarFraction(at: index) else { return nil }
      return finishFraction(index..<index + 1, value, false)
    }
    guard term.isWord, term.has([.indefinite, .number]), let part = passage.spelledFraction(at: index),
      isShare(index, part.end)
    else { return nil }
    return finishFraction(index..<part.end, part.value, true)
  }

  /// "a third man", "a second chance" are ordinals; "a third of", "two-thirds", "one-half miles" are shares.
  private func isShare(_ index: Int, _ end: Int) -> Bool {
    let last = terms[end - 1]
    if last.word == .half { return !terms[index].has(.indefinite) || isScaleBehind(end) || terms[end].range.isEmpty }
    // "a twenty-first birthday" is an ordinal too.
    let isPlural = passage.byte(Int(last.end) - 1) | 0x20 == 0x73
    if isPlural || terms[index].word == .one, passage.isMark(index + 1, 0x2D) { return true }
    if isPlural { return true }
    guard end < terms.count else { return true }
    let next = terms[end]
    // "a third, Ida Marsh, lost": the next of several persons
    if passage.isComma(end), terms[end + 1].isName,
      let close = (end + 2..<end + 5).first(where: { !terms[$0].isName }), passage.isComma(close)
    {
      return false
    }
    // "two from Dorn and a fourth from Vale"
    if next.word == .from { return false }
    return next.word == .of || next.word == .less || next.word == .more || next.word == .as || !next.isWord
      || next.tag.isVerb || next.tag == .preposition || next.tag == .conjunction || next.tag == .to
      || next.tag == .modal
      || next.tag == .comparativeAdjective || next.tag == .determiner || next.has([.scale, .measureUnit])
  }

  private func isScaleBehind(_ end: Int) -> Bool { passage.scaleWord(at: end) != nil }

  private static let quarter = foldedKey("quarter")

  /// "quarter million", "quarter-litre"; alone it is a share only where nothing else stands in its clause.
  private func quarter(at index: Int) -> Quantity? {
    let end = index + 1
    if isScaleBehind(end) || passage.isMark(end, 0x2D) && terms[end + 1].has(.measureUnit) && !terms[end].hasSpaceBefore
    {
      return finishFraction(index..<end, 0.25, true)
    }
    guard index == 0 || terms[index - 1].kind == .punctuation, terms[end].range.isEmpty else { return nil }
    return make(index..<end, .ratio, 0.25, 0.25, exemption: .idiom)
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
      // "a million-and-a-half"
      if passage.isMark(index - 1, 0x2D), passage.word(index - 2) == .a, passage.word(index - 4) == .and {
        guard let scale = passage.scaleWord(at: index - 6), scale.end == index - 5 else { return nil }
        return make(index - 6..<next, .count, 1.5 * scale.factor, 1.5 * scale.factor)
      }
    }
    if passage.isMark(next, 0x2D), terms[next + 1].has(.measureUnit), !terms[next].hasSpaceBefore {
      return finishFraction(index..<next, 0.5, true)
    }
    if passage.isMark(next, 0x2D) { return nil }
    // "half a million", "half a mile", "half million"
    let object = passage.has(next, .indefinite) ? next + 1 : next
    if isScaleBehind(object) { return finishFraction(index..<object, 0.5, true) }
    if terms[object].has(.measureUnit), !terms[object].has(.timeUnit), terms[object].range.count > 3 {
      return finishFraction(index..<object, 0.5, true)
    }
    if passage.has(next, .indefinite) { return make(index..<next, .ratio, 0.5, 0.5, exemption: .duration) }
    if passage.has(next, .timeUnit) || passage.has(next, .ordinal) { return nil }
    // "a half turn", "a half hour"
    if passage.has(index - 1, .indefinite), terms[next].isWord, terms[next].tag.isNoun {
      return make(index..<next, .ratio, 0.5, 0.5, exemption: .idiom)
    }
    // "half way", "half full"
    if terms[next].isWord, terms[next].tag == .adverb || terms[next].tag == .adjective, !terms[next].has(.function) {
      return nil
    }
    // "half staff", "half brother"
    if terms[next].tag.isNoun, terms[next].tag != .pluralNoun, terms[next].isWord,
      !terms[next].has([.function, .peopleNoun])
    {
      return nil
    }
    return finishFraction(index..<next, 0.5, true)
  }

  func finishFraction(_ range: Range<Int>, _ value: Double, _ isSpelled: Bool) -> Quantity {
    var quantity = make(range, .ratio, value, value)
    quantity.isSpelled = isSpelled
    var next = range.upperBound
    // "a quarter of a million", "three quarters of a billion"
    var scaleAt = next
    if passage.word(next) == .of, passage.has(next + 1, .indefinite) { scaleAt = next + 2 }
    if let scale = passage.scaleWord(at: scaleAt), terms[scale.end - 1].has(.scale) {
      let number = NumberReading(end: scale.end, value: value * scale.factor, isSpelled: isSpelled, hasScale: true)
      let unit = amountUnit(behind: scale.end, number)
      quantity = make(
        range.lowerBound..<(unit?.end ?? scale.end), unit?.kind ?? .count, number.value, number.value, unit: unit?.unit)
      quantity.isSpelled = isSpelled
      quantity.hasScale = true
      return quantity
    }
    let number = NumberReading(end: next, value: value, isSpelled: isSpelled)
    if let unit = amountUnit(behind: next, number), unit.kind == .measure || unit.kind == .currency,
      unit.exemption == nil
    {
      // "half a mile", "⅔ cup"
      return make(range.lowerBound..<unit.end, unit.kind, value * unit.factor, value * unit.factor, unit: unit.unit)
    }
    if let pair = boundedPair(range, number) { return pair }
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

  private static let folds = WordKeys(["twofold", "threefold", "fourfold"])

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
      // "to double down", "to double back"
      if Self.particles.contains(terms[index + 1].key) || next == .up { return nil }
    }
    return make(index..<index + 1, .multiple, value, value, exemption: exemption)
  }

  static let thrice = foldedKey("thrice")
  static let attributive = WordKeys(["double", "triple", "treble", "quadruple"])

  private static let particles = WordKeys(["down", "back", "over"])
  static let foldSuffix = foldedKey("fold")

  /// "three times more likely" compares; "three times" alone counts occasions.
  func times(_ index: Int, _ end: Int, _ low: Double, _ high: Double, _ number: NumberReading) -> Quantity? {
    var at = end
    if passage.isMark(at, 0x2D), !terms[at].hasSpaceBefore { at += 1 }
    let term = terms[at]
    let isSign = term.word == .x && !term.hasSpaceBefore
    guard term.word == .times || term.key == Self.foldSuffix || isSign else { return nil }
    let next = terms[at + 1]
    let compares =
      next.word == .as || next.word == .more || next.word == .less || next.word == .the || next.word == .that
      || next.word == .its || next.tag == .comparativeAdjective || next.tag == .comparativeAdverb
      || endsInComparative(at + 1) || term.key == Self.foldSuffix
    var result = make(index..<at + 1, compares ? .multiple : .count, low, high)
    if !compares {
      result.exemption = isSign ? .name : number.isSpelled && low < 10 ? .smallCount : nil
    }
    // "a thousand times better"
    if terms[index].has(.indefinite) { result.exemption = .idiom }
    return flagged(result, number)
  }

  private func endsInComparative(_ index: Int) -> Bool {
    let range = terms[index].range
    return range.count >= 5 && passage.byte(range.upperBound - 1) == 0x72 && passage.byte(range.upperBound - 2) == 0x65
      && terms[index].tag.isAdjective
  }
}
