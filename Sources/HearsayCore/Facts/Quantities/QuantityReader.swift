import ProseText

/// Finds every quantity expression of a passage.
///
/// One scan over the terms; what begins at each is tried from the most to the least particular form.
struct QuantityReader {
  let passage: Passage
  /// The passage's own, held apart: asking the passage at each look costs a reference count.
  let terms: Terms

  init(_ passage: Passage) {
    self.passage = passage
    terms = passage.terms
  }

  /// The quantities in order, exempt ones included, without counted nouns and windows.
  func quantities() -> [Quantity] { quantities(in: terms.indices) }

  /// Those among some terms, whole sentences.
  func quantities(in range: Range<Int>) -> [Quantity] {
    guard !range.isEmpty, !passage.sentences.isEmpty else { return [] }
    var result: [Quantity] = []
    var index = range.lowerBound
    var sentence = range.lowerBound == 0 ? 0 : passage.sentence(of: index)
    var end = passage.sentences[sentence].tokens.upperBound
    while index < range.upperBound {
      while sentence + 1 < passage.sentences.count, end <= index {
        sentence += 1
        end = passage.sentences[sentence].tokens.upperBound
      }
      let term = terms[index]
      if mayBegin(term, index), inSentence(result, sentence) < Self.mostInSentence, var quantity = quantity(at: index) {
        quantity.sentence = sentence
        quantity.range = passage.range(quantity.terms)
        passage.readPrecision(of: &quantity)
        passage.readApproximator(of: &quantity)
        result.append(quantity)
        index = quantity.terms.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// No sentence of prose has more; text made to be hostile must not cost the square of its length.
  static let mostInSentence = 256

  /// How many of the figures found last stand in a sentence, as far as it matters.
  private func inSentence(_ found: [Quantity], _ sentence: Int) -> Int {
    guard found.count >= Self.mostInSentence, found[found.count - Self.mostInSentence].sentence == sentence else {
      return 0
    }
    return Self.mostInSentence
  }

  static let openers: WordClasses = [
    .number, .scale, .fraction, .vaguePlural, .multiple, .month, .weekday, .ordinal, .indefinite, .quantifier, .percent,
    .measureUnit, .currency,
  ]

  /// Whether a quantity can begin with this term; asked of every term, so it looks at nothing else but neighbours of marks.
  @inline(__always)
  private func mayBegin(_ term: Term, _ index: Int) -> Bool {
    switch term.kind {
    case .number, .symbol: true
    case .word:
      if term.has(Self.openers) || term.shape.contains(.hasDigit) {
        true
      } else if term.end - term.start <= 4 {
        // "US$", "Rs 20", "us $5", "the vast majority"
        term.word == .the
          ? terms[index + 2].word == .majority : term.word == .noon || terms[index + 1].kind.isNumberOrSymbol
      } else if term.shape.contains(.allCaps) {
        true
      } else {
        term.word == .minus || term.word == .negative || term.word == .point || term.word == .midnight
          || term.key == Self.single
      }
    case .punctuation: terms[index + 1].kind.isNumberOrSymbol || passage.isMark(index + 1, 0x2E)
    case .opaque: false
    }
  }

  func quantity(at index: Int) -> Quantity? {
    if let dialled = passage.dialled(at: index) {
      return make(dialled.terms, .count, dialled.value, dialled.value, exemption: dialled.exemption)
    }
    if let range = rangeOfNoYears(at: index) { return range }
    if let reading = passage.calendar(at: index) {
      let kind: FigureKind = reading.exemption == .time ? .time : .date
      let year = reading.exemption == .year ? reading.date.year.map(Double.init) : nil
      return make(index..<reading.end, kind, year, year, exemption: reading.exemption)
    }
    if let vague = vague(at: index) { return vague }
    if let fraction = fraction(at: index) { return fraction }
    if let multiple = multiple(at: index) { return multiple }
    if let numbered = numbered(at: index) { return numbered }
    if terms[index].has(.ordinal), terms[index].word != .second || index == 0 || !passage.has(index - 1, .number) {
      if let range = ordinalRange(at: index) { return range }
      let value = Lexicon.ordinals[terms[index].key]
      return make(index..<index + 1, .ordinal, value, value, exemption: .ordinal)
    }
    return unitAlone(at: index)
  }

  /// "1000–5000": what looks like a year opens a range whose end is none.
  private func rangeOfNoYears(at index: Int) -> Quantity? {
    guard terms[index].kind == .number, passage.year(at: index) != nil else { return nil }
    if passage.word(index + 1) == .over, passage.over(passage.numeral(at: index)) != nil { return numbered(at: index) }
    guard passage.isMark(index + 1, 0x2D) || passage.isDash(index + 1), let upper = passage.integer(index + 2),
      terms[index + 2].range.count >= 4, upper > 2199
    else { return nil }
    return numbered(at: index)
  }

  func make(
    _ range: Range<Int>, _ kind: FigureKind, _ low: Double?, _ high: Double?, unit: String? = nil,
    exemption: Exemption? = nil
  ) -> Quantity {
    Quantity(
      terms: range, range: 0..<0, kind: kind, low: low, high: high, unit: unit, exemption: exemption, sentence: 0)
  }
}

extension TermKind {
  /// What a number can begin with.
  fileprivate var isNumberOrSymbol: Bool { self == .number || self == .symbol }
}
