import ProseText

/// Finds figures that set one thing against another: "40 percent faster", "a third less", "twice as likely".
struct ComparisonReader {
  let passage: Passage
  let quantities: [Quantity]
  /// For each sentence.
  let scopes: [SentenceScope]

  init(_ passage: Passage, _ quantities: [Quantity], _ scopes: [SentenceScope]) {
    self.passage = passage
    self.quantities = quantities
    self.scopes = scopes
  }

  /// The comparisons, in the order of their figures.
  func comparisons() -> [Comparison] {
    quantities.indices.compactMap { comparison($0) }
  }

  private func comparison(_ index: Int) -> Comparison? {
    let quantity = quantities[index]
    guard let word = comparative(behind: quantity) else { return nil }
    return Comparison(
      amount: index, word: word, hasBaseline: hasBaseline(word, quantity), isRisk: isRisk(word),
      sentence: quantity.sentence)
  }

  /// The word behind a figure that makes it a comparison.
  func comparative(behind quantity: Quantity) -> Int? {
    let next = quantity.terms.upperBound
    switch quantity.kind {
    case .percent, .multiple: break
    case .ratio:
      if passage.terms[quantity.terms.lowerBound].word == .half { return halfOf(quantity) }
    case .measure where quantity.exemption == nil && !Self.timeUnits.contains(quantity.unit ?? ""): break
    default: return nil
    }
    let term = passage.terms[next]
    if quantity.kind == .multiple, term.word == .as { return next }
    guard term.isWord, passage.word(next + 1) != .or else { return nil }
    return isComparative(next) ? next : nil
  }

  private func isComparative(_ index: Int) -> Bool {
    let term = passage.terms[index]
    if ChangeWords.lessWords[term.key] != nil || ChangeWords.comparatives.contains(term.key) { return true }
    guard term.tag.isAdjective || term.tag.isAdverb, !term.has(.function), term.range.count >= 5,
      !ChangeWords.falseComparatives.contains(term.key)
    else { return false }
    let end = term.range.upperBound
    return passage.byte(end - 1) | 0x20 == 0x72 && passage.byte(end - 2) | 0x20 == 0x65
  }

  private static let timeUnits: Set<String> = ["s", "min", "h", "d", "wk", "mo", "a"]

  /// "uses half the water"
  private func halfOf(_ quantity: Quantity) -> Int? {
    let next = quantity.terms.upperBound
    guard ChangeWords.usingVerbs.contains(passage.terms[quantity.terms.lowerBound - 1].key), passage.word(next) == .the,
      ChangeWords.resources.contains(passage.terms[next + 1].key)
    else { return nil }
    return next + 1
  }

  private func hasBaseline(_ word: Int, _ quantity: Quantity) -> Bool {
    if scopes[quantity.sentence].contains(.base) || passage.word(word + 1) == .than { return true }
    let sentence = passage.sentences[quantity.sentence].tokens
    if passage.word(word) == .as || passage.terms[quantity.terms.lowerBound].word == .half {
      let reach = max(sentence.lowerBound, word - 14)..<max(word + 1, min(sentence.upperBound, word + 14))
      if reach.contains(where: { $0 != word && passage.word($0) == .as }) { return true }
      if passage.word(word) == .as, contrasts(word, quantity) { return true }
      if passage.terms[quantity.terms.lowerBound].word == .half, passage.word(word + 1) == .of { return true }
    }
    return (word + 1..<max(word + 1, min(sentence.upperBound, word + 20))).contains { index in
      passage.word(index) == .like || passage.word(index) == .over || passage.word(index) == .from
        || passage.word(index) == .than
    }
  }

  /// "These cost $50 each, some twice as much", "But the old one goes twice as far": the other side came before.
  private func contrasts(_ word: Int, _ quantity: Quantity) -> Bool {
    let start = passage.sentences[quantity.sentence].tokens.lowerBound
    return (max(start, word - 24)..<word - 1).contains { at in
      let term = passage.terms[at]
      return at < quantity.terms.lowerBound && (term.kind == .number || term.has([.number, .currency]))
        || term.word == .but || term.word == .while || term.word == .whereas
    }
  }

  private func isRisk(_ word: Int) -> Bool {
    ((word)..<(word + 3)).contains { ChangeWords.riskWords.contains(passage.terms[$0].key) }
  }

  // MARK: Both sides given

  /// "26 kg, or 50% more than the 20 kg of last year", "a turnout of 55% was 5% higher than the 50% of 2016".
  func changes() -> [Change] {
    quantities.indices.compactMap { index in
      guard index > 0, index + 1 < quantities.count, quantities[index].kind == .percent,
        let word = comparative(behind: quantities[index]), passage.word(word + 1) == .than
      else { return nil }
      let reader = EndpointReader(passage, quantities, max(0, index - 1)..<min(quantities.count, index + 4))
      guard let position = reader.usable.firstIndex(of: index), position > 0, position + 1 < reader.usable.count else {
        return nil
      }
      let (first, last) = (reader.usable[position - 1], reader.usable[position + 1])
      guard quantities[first].sentence == quantities[index].sentence,
        quantities[last].sentence == quantities[index].sentence, reader.areAlike(first, last),
        leads(first, index, reader), follows(last, word + 1, reader), let to = reader.endpoint(first),
        let from = reader.endpoint(last)
      else { return nil }
      let isLess = ChangeWords.lessWords[passage.terms[word].key] != nil
      return Change(
        cue: word, form: .comparison, direction: isLess ? .fall : .rise, amount: index, from: from, to: to,
        sentence: quantities[index].sentence)
    }
  }

  /// Between the first value and the figure stand only "or", a comma, a form of "be" and adverbs.
  private func leads(_ first: Int, _ index: Int, _ reader: EndpointReader) -> Bool {
    let gap = quantities[first].terms.upperBound..<max(quantities[first].terms.upperBound, reader.before(index) + 1)
    return gap.count <= 6
      && gap.allSatisfy { at in
        passage.isComma(at) || passage.word(at) == .of || passage.terms[at].tag.isNoun || passage.word(at) == .or
          || passage.has(at, .be) || passage.terms[at].tag.isAdverb
      }
  }

  /// "than the 50%", "than in 2021, when it wasted 20 kg".
  private func follows(_ last: Int, _ than: Int, _ reader: EndpointReader) -> Bool {
    let end = reader.before(last)
    guard end >= than, end - than <= 10 else { return false }
    if end == than { return true }
    return (than..<end).contains { passage.word($0) == .when } && passage.terms[end].tag.isVerb
  }
}
