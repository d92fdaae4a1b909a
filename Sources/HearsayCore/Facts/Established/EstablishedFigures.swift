import ProseText

// Figures without support that no editor asks a source for: what anybody can measure, look up in the public record, or finds sourced
// elsewhere in the same draft.
extension Draft {
  /// Whether a figure states what is established: what anybody can measure, or what a chamber or court decided.
  func isEstablished(_ figure: DraftFigure) -> Bool {
    isMeasurable(figure) || isMentioned(figure) || isDesignation(figure) || isTakenUp(figure)
      || blocks[figure.block].passage.isMisstated(figure.quantity)
      || blocks[figure.block].passage.isPublicRecord(figure.quantity)
  }

  /// Whether a figure stands in one of a list of examples: "For example:" above it mentions and does not assert.
  func isMentioned(_ figure: DraftFigure) -> Bool {
    guard blocks[figure.block].outline.kind == .listItem else { return false }
    var above = figure.block
    while above > 0, figure.block - above < 40, blocks[above].outline.kind == .listItem { above -= 1 }
    return blocks[above].outline.kind == .paragraph && blocks[above].passage.announcesExamples
  }

  /// "the 707 hit a fence" behind "a Boeing 707": the number by which the draft has named a thing before.
  func isDesignation(_ figure: DraftFigure) -> Bool {
    let quantity = figure.quantity
    let passage = blocks[figure.block].passage
    let name = passage.terms[max(0, quantity.terms.lowerBound - 1)]
    guard quantity.kind == .count, !quantity.isSpelled, !quantity.hasScale, quantity.terms.count == 1,
      name.has(.definite) || name.isCapitalised, passage.terms[quantity.terms.upperBound].tag != .pluralNoun
    else { return false }
    let digits = passage.string(quantity.range)
    let before = figuresOfBlock[figure.block].upperBound
    return figures[max(0, before - Self.mostNamed)..<before].contains { other in
      guard other.quantity.exemption == .name || other.quantity.exemption == .identifier,
        other.quantity.low == quantity.low
      else { return false }
      let named = blocks[other.block].passage
      // "Lot 52 sailed" behind "the Lot 52 team"
      return named.string(other.quantity.range) == digits
        && (name.has(.definite)
          || other.quantity.terms.lowerBound > 0
            && named.terms[other.quantity.terms.lowerBound - 1].key == name.key)
    }
  }

  /// Whether a figure says how a thing is built, how far places lie apart, what a rate is per.
  func isMeasurable(_ figure: DraftFigure) -> Bool {
    let passage = blocks[figure.block].passage
    let quantity = figure.quantity
    if passage.isDenominator(quantity) || passage.isBuild(quantity) || passage.isDistance(quantity) { return true }
    // "one crown is worth": what the other amounts of the sentence are for.
    if quantity.kind == .currency, quantity.isSpelled, quantity.low == 1, quantity.high == 1,
      passage.has(quantity.terms.upperBound, .be)
    {
      return true
    }
    if passage.isListed(quantity) || isPrice(figure) { return true }
    if passage.isPartOfGroup(quantity) || passage.isCommonKnowledge(quantity) { return true }
    // "- $500 - $999": an item of amounts alone names a class.
    if blocks[figure.block].outline.kind == .listItem || figuresOfBlock[figure.block].count > 2,
      !passage.terms.contains(where: { $0.isWord && ($0.tag.isNoun || $0.tag.isVerb) })
    {
      return true
    }
    return false
  }
}

extension Passage {
  /// "He misspoke that 120 million had died": told as a mistake, not as a fact.
  func isMisstated(_ quantity: Quantity) -> Bool {
    (sentences[quantity.sentence].tokens.lowerBound..<quantity.terms.lowerBound).suffix(12).contains {
      Self.mistakes.contains(terms[$0].key)
    }
  }

  private static let mistakes = foldedKeys(
    "misstatement misstatements misspoke misstated mistakenly erroneously incorrectly wrongly falsely misreported")

  /// "per 100,000 people": what a rate is per.
  fileprivate func isDenominator(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    return quantity.kind == .count && (word(first - 1) == .per || word(first - 1) == .every)
  }

  /// "a ten-storey block", "the 55-member union", "the 75 m ship": tied to a noun, a number says what kind of thing it is.
  fileprivate func isBuild(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    if quantity.kind == .count, isMark(next, 0x2D), !terms[next].hasSpaceBefore, !terms[next + 1].hasSpaceBefore,
      terms[next + 1].tag != .pluralNoun, terms[next + 1].isWord, terms[next + 2].tag.isNoun
    {
      return true
    }
    // "a 20 line function", "40 page forms": a noun in the singular behind more than one tells of which kind they are.
    if quantity.kind == .count, quantity.low.map({ $0 > 1 }) == true, Self.parts.contains(terms[next].key),
      terms[next + 1].tag.isNoun, !terms[next + 1].isCapitalised
    {
      return true
    }
    guard quantity.kind == .measure else { return false }
    // "a race of 10 kilometres"
    if word(quantity.terms.lowerBound - 1) == .of, Self.courses.contains(terms[quantity.terms.lowerBound - 2].key) {
      return true
    }
    // "five-inch-thick binders"
    if isMark(next, 0x2D), Self.directions.contains(terms[next + 1].key) { return true }
    // "a 48-acre field"
    if isMark(quantity.terms.upperBound - 2, 0x2D), terms[next].tag.isNoun { return true }
    // "450°F glue guns", "12 V lamps": a sign in front of things says of which kind they are. How fast a wind blows does not.
    if let unit = quantity.unit, !unit.contains("/"), !terms[next - 1].isWord || terms[next - 1].range.count <= 2,
      isThings(behindConversion(next))
    {
      return true
    }
    // "the 400 megawatt cable", "the 900 sq. ft. shed"
    if let unit = quantity.unit, Self.ratings.contains(unit),
      has(quantity.terms.lowerBound - 1, [.definite, .indefinite]),
      isAttributive(next)
    {
      return true
    }
    guard Self.lengths.contains(quantity.unit ?? ""), has(quantity.terms.lowerBound - 1, [.definite, .indefinite])
    else {
      return false
    }
    return terms[next].tag == .noun || isMark(next, 0x28)
  }

  /// One common noun in the plural, or a noun in front of it.
  private func isThings(_ index: Int) -> Bool {
    guard terms[index].isWord, !terms[index].isCapitalised, !terms[index].has([.preposition, .timeUnit]) else {
      return false
    }
    if terms[index].tag == .pluralNoun { return true }
    return terms[index].tag == .noun && terms[index + 1].tag == .pluralNoun && !terms[index + 1].isCapitalised
  }

  /// Behind "(232 °C)", where it stands at an index.
  private func behindConversion(_ index: Int) -> Int {
    guard isMark(index, 0x28) else { return index }
    return (index..<min(terms.count, index + 8)).first { isMark($0, 0x29) }.map { $0 + 1 } ?? index
  }

  /// Whether a noun follows that the measure describes, behind a stop of "sq. ft."; a finite verb or a preposition does not.
  private func isAttributive(_ index: Int) -> Bool {
    let at = isMark(index, 0x2E) && !terms[index].hasSpaceBefore ? index + 1 : index
    guard terms[at].isWord, !isSentenceStart(at), !terms[at].has([.preposition, .conjunction, .auxiliary]) else {
      return false
    }
    return terms[at].tag.isNoun || terms[at].tag.isNounModifier || !terms[at].tag.isFiniteVerb
      || terms[at + 1].tag.isFiniteVerb || terms[at + 1].has(.auxiliary)
  }

  /// "one of them", "three of the victims": part of those whom the draft has counted.
  fileprivate func isPartOfGroup(_ quantity: Quantity) -> Bool {
    // "None of the twelve had": they were counted where they came in.
    if quantity.kind == .count, quantity.counted == nil, word(quantity.terms.lowerBound - 1) == .the,
      word(quantity.terms.lowerBound - 2) == .of,
      terms[quantity.terms.upperBound].tag.isFiniteVerb
        || has(quantity.terms.upperBound, .auxiliary)
    {
      return true
    }
    guard quantity.kind == .count, quantity.isSpelled, !quantity.hasScale, let high = quantity.high else {
      return false
    }
    guard high < 10 else { return false }
    let next = quantity.terms.upperBound
    return high == 1 || word(next) == .of && (has(next + 1, .definite) || word(next + 1) == .them)
  }

  /// "ten kilometres from Dorn", "700 miles to the coast", "50 m apart", "fourteen feet tall".
  fileprivate func isDistance(_ quantity: Quantity) -> Bool {
    // "50 light-years away"
    if quantity.unit == "[ly]" { return true }
    guard quantity.kind == .measure, Self.lengths.contains(quantity.unit ?? "") else { return false }
    let next = behindConversion(quantity.terms.upperBound)
    // "within six miles of one another"
    if word(quantity.terms.lowerBound - 1) == .within, word(next) == .of { return true }
    // "half a mile to the south of the mill"
    if word(next) == .to, word(next + 1) == .the, Self.directions.contains(terms[next + 2].key) { return true }
    if word(next) == .from || Self.directions.contains(terms[next].key) { return true }
    // "was hauled more than 500 miles": how far places lie apart.
    var before = quantity.terms.lowerBound - 1
    while has(before, .approximator) || word(before) == .than || word(before) == .some { before -= 1 }
    return quantity.unit == "km" || quantity.unit == "[mi_i]"
      ? Self.travels.contains(terms[before].key)
        || word(before) == .more && Self.travels.contains(terms[before - 1].key)
      : false
  }

  /// "the fifty states", "the population of Dorn is about 90,000", "Dorn's roughly 90,000 residents": what an atlas says.
  func isCommonKnowledge(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count else { return false }
    let noun = quantity.counted.map { terms[$0].key } ?? 0
    var before = quantity.terms.lowerBound - 1
    // "one of the 27 Vale Institutes": how many members a body has.
    if word(before) == .the, word(before - 1) == .of, word(before - 2) == .one,
      terms[quantity.terms.upperBound].isCapitalised
    {
      return true
    }
    // "in all fifty states"
    let noun50 = isMark(quantity.terms.upperBound, 0x2B) ? quantity.terms.upperBound + 1 : quantity.terms.upperBound
    if quantity.low == 50, noun == Self.states || terms[noun50].key == Self.states, terms[before].key == Self.all {
      return true
    }
    // "the 16 German states"
    if Self.divisions.contains(noun), has(before, .definite), word(before) != .that, let counted = quantity.counted,
      (quantity.terms.upperBound..<counted).allSatisfy({ terms[$0].isCapitalised })
    {
      return !has(counted + 1, .relative) && word(counted + 1) != .that
    }
    while before > 0, terms[before].has(.approximator) { before -= 1 }
    guard before > 0 else { return false }
    // "a town with a population of around 90"
    if word(before) == .of, terms[before - 1].key == Self.population,
      quantity.counted == nil || Self.inhabitants.contains(noun)
    {
      return true
    }
    // "of the island's roughly 90,000 residents"
    if word(before) == .clitic || terms[before].tag == .possessiveEnding, Self.inhabitants.contains(noun),
      terms[before - 1].isName || terms[before - 1].has(.placeNoun) || terms[before - 1].tag == .noun
    {
      return true
    }
    // "Dorn has 12,300 inhabitants"
    if terms[before].key == Self.has, terms[before - 1].isName || terms[before - 1].has(.placeNoun),
      Self.residents.contains(noun)
    {
      return true
    }
    guard terms[before].has(.be), quantity.counted == nil || Self.inhabitants.contains(noun) else { return false }
    let sentence = sentences[quantity.sentence].tokens
    return (max(sentence.lowerBound, before - 8)..<before).contains { index in
      terms[index].key == Self.population && word(index + 1) == .of
        && (terms[index + 2].isName || has(index + 2, .definite))
    }
  }

  /// "For example:", "variations of the text:": what follows shows and does not say.
  fileprivate var announcesExamples: Bool {
    guard let last = terms.indices.last, isMark(last, 0x3A), let sentence = sentences.last else { return false }
    return sentence.tokens.contains { Self.examples.contains(terms[$0].key) }
      || word(last - 1) == .as && terms[max(0, last - 2)].key == Self.such
  }

  private static let parts = foldedKeys("line page word character column row step question item seat bed room person")
  private static let courses = foldedKeys("race marathon course track lap route run relay distance")
  private static let travels = foldedKeys(
    """
    travel travelled traveled travels travelling traveling drove drive driven drives driving walked walk walks walking flew fly
    flown rode ride ridden sailed sail hauled haul transported transport marched march moved shipped carried
    """)
  private static let lengths: Set<String> = ["m", "km", "cm", "mm", "[mi_i]", "[ft_i]", "[in_i]", "[yd_i]"]
  private static let directions = foldedKeys(
    """
    off north south east west northeast northwest southeast southwest northern southern away apart inland offshore upstream
    downstream long wide tall high deep across thick below above down up
    """)
  private static let divisions = foldedKeys("states provinces cantons counties regions departments prefectures oblasts")
  private static let inhabitants = foldedKeys("residents inhabitants people citizens islanders")
  private static let residents = foldedKeys("residents inhabitants")
  private static let has = foldedKey("has")
  private static let all = foldedKey("all")
  private static let states = foldedKey("states")
  private static let population = foldedKey("population")
  private static let examples = foldedKeys("example examples instance variations versions variants samples")
  private static let such = foldedKey("such")
  private static let ratings: Set<String> = [
    "W", "kW", "MW", "GW", "TW", "V", "kV", "MV", "A", "Hz", "MHz", "GHz", "kHz", "[HP]", "MB", "GB", "TB", "By",
    "[sft_i]", "[ft_i]2", "m2",
    "[acr_us]", "har", "km2", "{pixel}", "{pixel}.10*6", "MBy", "GBy", "TBy",
  ]
}
