import ProseText

/// Finds what a passage says of change: how much, from what, to what.
///
/// Each quantity looks at a fixed number of words beside it, so that the work grows with the text alone.
struct ChangeReader {
  let passage: Passage
  let quantities: [Quantity]

  init(_ passage: Passage, _ quantities: [Quantity]) {
    self.passage = passage
    self.quantities = quantities
  }

  /// The changes, sentence by sentence.
  func changes() -> [Change] {
    var result: [Change] = []
    var first = 0
    while first < quantities.count {
      let sentence = quantities[first].sentence
      let end = quantities[first...].firstIndex { $0.sentence != sentence } ?? quantities.count
      result.append(contentsOf: changes(in: EndpointReader(passage, quantities, first..<end)))
      first = end
    }
    return result
  }

  private func changes(in reader: EndpointReader) -> [Change] {
    let pairs = reader.pairs().filter { !isSpread($0) }
    var result: [Change] = []
    var isUsed = [Bool](repeating: false, count: pairs.count)
    var next = 0
    for position in reader.usable.indices {
      let index = reader.usable[position]
      while next < pairs.count, pairs[next].terms.upperBound <= quantities[index].terms.lowerBound { next += 1 }
      let inside = next < pairs.count && pairs[next].terms.contains(quantities[index].terms.lowerBound)
      if inside, pairs[next].amount != index { continue }
      guard var change = change(by: index, reader) else {
        if next > 0, let change = restated(index, pairs[next - 1]) {
          result.append(change)
          isUsed[next - 1] = true
        }
        continue
      }
      if isAdjusted(quantities[index]) {
        // "from 40 to 60, an annual rise of 8 percent": the ends say nothing of it.
        change.isAdjusted = true
      } else if inside {
        (change.from, change.to) = (pairs[next].from, pairs[next].to)
        isUsed[next] = true
      } else if next < pairs.count, opens(pairs[next], behind: index, reader) {
        (change.from, change.to) = (pairs[next].from, pairs[next].to)
        isUsed[next] = true
      } else if next > 0, sumsUp(pairs[next - 1], change) {
        (change.from, change.to) = (pairs[next - 1].from, pairs[next - 1].to)
        isUsed[next - 1] = true
      } else {
        readOneEnd(&change, position, reader)
      }
      result.append(change)
    }
    for (index, pair) in pairs.enumerated() where !isUsed[index] {
      if let change = change(of: pair) { result.append(change) }
    }
    return result.sorted { $0.cue < $1.cue }
  }

  /// "would drop from 3 to 5 percent": a fall to more is none, the words say how large it is.
  private func isSpread(_ pair: EndpointPair) -> Bool {
    guard pair.from.quantity == pair.to.quantity, let cue = cue(before: pair.terms.lowerBound) else { return false }
    return (cue.direction == .rise) != (pair.to.value > pair.from.value)
  }

  // MARK: A change

  typealias Cue = (term: Int, form: Change.Form, direction: ChangeDirection)

  /// The change that a quantity measures.
  private func change(by index: Int, _ reader: EndpointReader) -> Change? {
    let quantity = quantities[index]
    if quantity.kind == .multiple,
      let direction = ChangeWords.multipleVerbs[passage.terms[quantity.terms.lowerBound].key]
    {
      return make((quantity.terms.lowerBound, .verb, direction), index)
    }
    guard let cue = cueBefore(index, reader) ?? cueBehind(index) else { return nil }
    return make(cue, index)
  }

  private func make(_ cue: Cue, _ amount: Int?) -> Change {
    Change(
      cue: cue.term, form: cue.form, direction: cue.direction, amount: amount, subject: subject(of: cue),
      sentence: passage.sentence(of: cue.term), isExpected: isExpected(cue))
  }

  // MARK: Before and after

  /// "4 percent a year", "an average rise of 4 percent", "4 percent in real terms".
  private func isAdjusted(_ quantity: Quantity) -> Bool {
    let sentence = passage.sentences[quantity.sentence].tokens
    let (first, end) = (quantity.terms.lowerBound, quantity.terms.upperBound)
    let near = max(sentence.lowerBound, first - 5)..<max(first, min(sentence.upperBound, end + 6))
    return near.contains { ChangeWords.adjustments.contains(passage.terms[$0].key) }
      || passage.has(end + 1, .timeUnit)
        && (passage.word(end) == .a || passage.word(end) == .per || passage.word(end) == .each
          || passage.word(end) == .every)
  }

  /// "went up 2.5% from 17.5% to 20%", "slipped by 3 percent, from 41 percent to 38 percent".
  private func opens(_ pair: EndpointPair, behind index: Int, _ reader: EndpointReader) -> Bool {
    guard pair.amount == nil else { return false }
    let gap =
      quantities[index].terms
      .upperBound..<max(
        quantities[index].terms.upperBound, pair.terms.lowerBound)
    return gap.count <= 9 && !gap.contains { breaks($0) }
  }

  private func breaks(_ index: Int) -> Bool {
    let term = passage.terms[index]
    if passage.isMark(index, 0x3B) || term.has([.conjunction, .subordinator]) && term.word != .since { return true }
    return term.tag.isFiniteVerb || ChangeWords.verbs[term.key] != nil || term.has(.auxiliary)
      || term.kind == .number && term.has(.percent)
  }

  /// "…, a rise of 18 percent", "…, down 25%": the amount of the pair before it.
  private func sumsUp(_ pair: EndpointPair, _ change: Change) -> Bool {
    guard pair.amount == nil, let amount = change.amount, change.form != .verb else { return false }
    let first = min(change.cue, quantities[amount].terms.lowerBound)
    let gap = pair.terms.upperBound..<max(pair.terms.upperBound, first)
    guard gap.count <= 18, passage.word(quantities[amount].terms.upperBound) != .of else { return false }
    guard !gap.contains(where: { passage.isMark($0, 0x3B) || ChangeWords.verbs[passage.terms[$0].key] != nil }) else {
      return false
    }
    // What opens the phrase: a mark, "or", "is", "representing".
    var at = first - 1
    while at >= pair.terms.upperBound, first - at <= 4,
      passage.has(at, [.indefinite, .definite, .approximator]) || passage.terms[at].tag.isAdjective
        || passage.terms[at].tag.isAdverb || passage.terms[at].tag == .noun || passage.word(at) == .than
    {
      at -= 1
    }
    guard at >= pair.terms.upperBound else { return false }
    return passage.isComma(at) || passage.isDash(at) || passage.isMark(at, 0x28) || passage.word(at) == .or
      || passage.terms[at].tag == .presentParticiple
  }

  /// "rose from 52% to 58%, or 6%".
  private func restated(_ index: Int, _ pair: EndpointPair) -> Change? {
    let quantity = quantities[index]
    guard pair.amount == nil, quantity.kind == .percent || quantity.kind == .percentagePoints || quantity.kind == .ratio
    else { return nil }
    let at = (quantity.approximator?.lowerBound ?? quantity.terms.lowerBound) - 1
    let isAfterOr = passage.word(at) == .or && passage.isComma(at - 1)
    let isInBrackets = passage.isMark(at, 0x28) && passage.isMark(quantity.terms.upperBound, 0x29)
    guard isAfterOr || isInBrackets, !isAdjusted(quantity), at - pair.terms.upperBound <= 4,
      passage.word(quantity.terms.upperBound) != .of,
      let cue = cue(before: pair.terms.lowerBound),
      !(pair.terms.upperBound..<max(pair.terms.upperBound, at)).contains(where: { passage.terms[$0].tag.isVerb })
    else { return nil }
    var change = make(cue, index)
    (change.from, change.to) = (pair.from, pair.to)
    return change
  }

  /// A change of which both ends are said, but not by how much.
  private func change(of pair: EndpointPair) -> Change? {
    let known =
      pair.from.terms.lowerBound > pair.to.terms.lowerBound
      ? (pair.to.terms.upperBound..<pair.from.terms.lowerBound).first { isParticle($0) } : nil
    guard
      let cue = known.map({ ($0, .particle, passage.word($0) == .up ? .rise : .fall) })
        ?? cue(before: pair.terms.lowerBound)
    else { return nil }
    var change = make(cue, nil)
    (change.from, change.to) = (pair.from, pair.to)
    return change
  }

  private func isParticle(_ index: Int) -> Bool {
    passage.word(index) == .up || passage.terms[index].key == EndpointReader.down
  }

  /// "rose 5 percent to 40", "fell 6 percent from 50": one end behind the amount, or before it.
  private func readOneEnd(_ change: inout Change, _ position: Int, _ reader: EndpointReader) {
    guard let amount = change.amount, position + 1 < reader.usable.count else { return }
    let next = reader.usable[position + 1]
    let at = reader.before(next)
    guard passage.word(at) == .from || passage.word(at) == .to, at >= quantities[amount].terms.upperBound,
      at - quantities[amount].terms.upperBound <= 8,
      !(quantities[amount].terms.upperBound..<at).contains(where: { breaks($0) }), let end = reader.endpoint(next)
    else { return }
    if passage.word(at) == .from { change.from = end } else { change.to = end }
  }

  // MARK: What changed

  /// The head of the first noun phrase of the clause; of a verb with an object before "by" the object's.
  private func subject(of cue: Cue) -> Int? {
    if cue.form == .noun {
      if passage.word(cue.term + 1) == .in,
        let phrase = passage.baseNounPhrase(at: cue.term + 2, limit: min(passage.terms.count, cue.term + 10))
      {
        return phrase.head
      }
      if passage.terms[cue.term - 1].tag.isNoun { return cue.term - 1 }
    }
    if cue.form == .verb, passage.terms[cue.term + 1].tag.isDeterminer || passage.terms[cue.term + 1].tag.isNoun,
      let phrase = passage.baseNounPhrase(at: cue.term + 1, limit: min(passage.terms.count, cue.term + 8))
    {
      return phrase.head
    }
    var start = cue.term
    while start > 0, cue.term - start < 24,
      passage.terms[start - 1].kind != .punctuation || passage.isMark(start - 1, 0x2D),
      passage.word(start - 1) != .that
    {
      start -= 1
    }
    for at in start..<cue.term {
      if let phrase = passage.baseNounPhrase(at: at, limit: cue.term) { return phrase.head }
    }
    return nil
  }

  /// Whether the change is one to come.
  private func isExpected(_ cue: Cue) -> Bool {
    let start = passage.sentences[passage.sentence(of: cue.term)].tokens.lowerBound
    for at in stride(from: cue.term - 1, through: max(start, cue.term - (cue.form == .noun ? 6 : 3)), by: -1) {
      let term = passage.terms[at]
      if term.has(.modal) || term.tag == .to { return true }
      if cue.form == .verb, term.word == .to { return true }
    }
    return (max(start, cue.term - 12)..<cue.term).contains { at in
      ChangeWords.expectations.contains(passage.terms[at].key)
        || passage.terms[at].tag.isVerb && ChangeWords.expectingVerbs.contains(passage.terms[at].key)
    }
  }
}
