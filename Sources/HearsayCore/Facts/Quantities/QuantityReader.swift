import ProseText

/// Finds every quantity expression of a passage.
///
/// One scan over the terms; what begins at each is tried from the most to the least particular form.
struct QuantityReader {
  let passage: Passage
  var terms: Terms { passage.terms }

  init(_ passage: Passage) { self.passage = passage }

  /// The quantities in order, exempt ones included, without counted nouns and windows.
  func quantities() -> [Quantity] {
    var result: [Quantity] = []
    var index = 0
    var sentence = 0
    while index < passage.terms.count {
      while sentence + 1 < passage.sentences.count, passage.sentences[sentence].tokens.upperBound <= index {
        sentence += 1
      }
      let term = passage.terms[index]
      if mayBegin(term), inSentence(result, sentence) < Self.mostInSentence, var quantity = quantity(at: index) {
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
    .number, .scale, .fraction, .vaguePlural, .multiple, .month, .weekday, .ordinal, .indefinite, .currency,
    .quantifier,
  ]

  func mayBegin(_ term: Term) -> Bool {
    switch term.kind {
    case .number, .symbol: true
    case .word: term.has(Self.openers) || term.word == .noon || term.word == .midnight || term.isCapitalised
    case .punctuation, .opaque: false
    }
  }

  func quantity(at index: Int) -> Quantity? {
    if let dialled = passage.dialled(at: index) {
      return make(dialled.terms, .count, dialled.value, dialled.value, exemption: dialled.exemption)
    }
    if let reading = passage.calendar(at: index) {
      let kind: FigureKind = reading.exemption == .time ? .time : .date
      return make(index..<reading.end, kind, nil, nil, exemption: reading.exemption)
    }
    if let money = money(at: index) { return money }
    if let vague = vague(at: index) { return vague }
    if let fraction = fraction(at: index) { return fraction }
    if let multiple = multiple(at: index) { return multiple }
    if let number = passage.number(at: index) { return counted(from: index, number) }
    if terms[index].has(.ordinal), terms[index].word != .second || index == 0 || !passage.has(index - 1, .number) {
      return make(index..<index + 1, .ordinal, nil, nil, exemption: .ordinal)
    }
    return nil
  }

  func make(
    _ range: Range<Int>, _ kind: FigureKind, _ low: Double?, _ high: Double?, unit: String? = nil,
    exemption: Exemption? = nil
  ) -> Quantity {
    Quantity(
      terms: range, range: 0..<0, kind: kind, low: low, high: high, unit: unit, exemption: exemption, sentence: 0)
  }
}
