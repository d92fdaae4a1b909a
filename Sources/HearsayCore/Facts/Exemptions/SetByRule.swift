import ProseText

// Figures that a text does not find out but repeats: limits, bounds of a class, the words of a charge.
extension Passage {
  /// "incomes below $10,000", "values under 1", "ships exceeding 300 tons": the bound of a class that the sentence says
  /// something else of.
  func isThreshold(_ quantity: Quantity) -> Bool {
    if isOpenBound(quantity) { return true }
    guard
      quantity.kind == .currency || quantity.kind == .measure || quantity.kind == .percent || quantity.kind == .count,
      quantity.kind != .count || quantity.counted == nil && countedNoun(after: quantity) == nil
    else { return false }
    var at = bound(before: quantity.terms.lowerBound)
    guard at > 0 else { return false }
    // "the share of skippers earning over $25,000"
    if Self.ranging.contains(terms[at - 1].key), at > 1 { at -= 1 }
    if joinsBounds(at) { return true }
    // "grains under 2.5 µm in diameter"
    if quantity.kind == .measure, terms[at - 1].tag == .pluralNoun, word(quantity.terms.upperBound) == .in,
      Self.dimensions.contains(terms[quantity.terms.upperBound + 1].key)
    {
      return true
    }
    let noun = terms[at - 1]
    guard noun.tag == .pluralNoun || noun.has(.peopleNoun), !Self.totals.contains(noun.key),
      !noun.has(.casualty)
    else { return false }
    let follower = quantity.terms.upperBound
    if quantity.kind == .count, terms[follower].tag.isFiniteVerb || has(follower, .auxiliary) { return true }
    var first = at - 1
    while first > 0, terms[first - 1].tag.isNounModifier || terms[first - 1].tag.isNoun { first -= 1 }
    let next = quantity.terms.upperBound
    let opens = first == 0 || !isInsideSentence(first) || isComma(first - 1) || isMark(first - 1, 0x28)
    if opens || has(first - 1, [.conjunction, .subordinator]) || word(first - 1) == .that {
      return terms.indices.contains(next) && (terms[next].tag.isFiniteVerb || terms[next].has(.auxiliary))
    }
    if has(first - 1, .quantifier) || has(first - 1, .number) || terms[first - 1].kind == .number { return true }
    switch word(first - 1) {
    case .for, .between, .on, .to, .from, .of: return true
    default: return terms[first - 1].key == Self.among
    }
  }

  /// "Mills that earn $750,000 or more must file": from where on a duty holds.
  private func isOpenBound(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    guard word(next) == .or, Self.openings.contains(terms[next + 1].key) else { return false }
    return sentences[quantity.sentence].tokens.contains { Self.duties.contains(terms[$0].key) }
  }

  private static let openings = foldedKeys("more less fewer above below over under greater higher")
  private static let duties = foldedKeys("must shall required requires obliged eligible qualify qualifies exempt")

  /// The place of "below", "over", "exceeding" in front of a figure; 0 where there is none.
  private func bound(before first: Int) -> Int {
    var at = first - 1
    // "over magnitude 4.5"
    if at > 0, Self.scales.contains(terms[at].key) { at -= 1 }
    return at > 0 && Self.bounds.contains(terms[at].key) ? at : 0
  }

  /// "farms under 12 acres against those over 90": the second of two bounds.
  private func joinsBounds(_ at: Int) -> Bool {
    guard word(at - 1) == .and || word(at - 1) == .or || Self.versus.contains(terms[at - 1].key) else { return false }
    return (max(1, at - 8)..<at - 1).contains { index in
      Self.bounds.contains(terms[index].key) && terms[index - 1].tag == .pluralNoun
        && !Self.totals.contains(terms[index - 1].key)
    }
  }

  /// "limits a letter to 400 words", "a maximum of 12 boats", "capped at 40%".
  func isLimit(_ quantity: Quantity) -> Bool {
    if isDefaultSetting(quantity) || isStep(quantity) { return true }
    var before = quantity.terms.lowerBound - 1
    while before > 0,
      terms[before].has(.approximator) || terms[before].has(.indefinite) || terms[before].tag == .adjective
    {
      before -= 1
    }
    guard before > 1 else { return false }
    switch word(before) {
    case .of where Self.ceilings.contains(terms[before - 1].key): return true
    case .at where Self.capped.contains(terms[before - 1].key): return true
    case .to:
      for index in stride(from: before - 1, through: max(0, before - 6), by: -1) {
        if isComma(index) || isMark(index, 0x2E) { return false }
        if Self.limiting.contains(terms[index].key) { return terms[index].tag.isFiniteVerb || index < before - 1 }
      }
      return false
    default: return false
    }
  }

  /// "convicted of holding 4 kg of powder": how much the charge says.
  func isCharge(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    let isOpen = word(next) == .or && word(next + 1) == .more
    guard quantity.kind == .measure || quantity.kind == .currency || quantity.kind == .count && isOpen else {
      return false
    }
    let first = quantity.terms.lowerBound
    for index in stride(from: first - 1, through: max(1, first - 16), by: -1) {
      if isComma(index) || isMark(index, 0x2E) || isMark(index, 0x3B) { return false }
      if Self.convicted.contains(terms[index - 1].key) {
        return word(index) == .of || word(index) == .with || word(index) == .on || word(index) == .for
      }
    }
    return false
  }

  /// "a first-team selection 11 times", "four times as best player": honours of a career, which their givers list.
  func isCareerRecord(_ quantity: Quantity) -> Bool {
    let next = quantity.terms.upperBound
    guard word(next) == .times || word(next - 1) == .times, quantity.high.map({ $0 < 100 }) == true else {
      return false
    }
    let end = word(next) == .times ? next + 1 : next
    let first = quantity.terms.lowerBound
    if word(end) == .as {
      return (end + 1..<min(terms.count, end + 6)).contains { isHonour($0) }
    }
    guard end >= terms.count || terms[end].kind == .punctuation || word(end) == .and else { return false }
    return (max(0, first - 6)..<first).contains { index in
      isHonour(index) && !(index..<first).contains { isComma($0) }
    }
  }

  private func isHonour(_ index: Int) -> Bool {
    Self.honours.contains(terms[index].key)
  }

  private static let bounds = foldedKeys("below under above over exceeding")
  private static let dimensions = WordKeys(["diameter", "length", "width", "height", "size", "depth"])
  private static let ranging = foldedKeys("earning making weighing measuring costing scoring aged")
  private static let scales = foldedKeys("magnitude level grade strength category")
  private static let versus = foldedKeys("versus vs vs. than against")
  private static let among = foldedKey("among")
  /// What one party has, makes or suffers: "debts over $40 million" says how much.
  private static let totals = foldedKeys(
    """
    debts losses profits sales revenues damages costs earnings savings temperatures speeds winds deaths proceeds assets
    liabilities fines fees rates levels gusts
    """)
  private static let ceilings = foldedKeys("limit maximum cap ceiling minimum")
  private static let capped = foldedKeys("capped")
  private static let limiting = foldedKeys("limits limit limited restricts restricted caps")
  private static let convicted = foldedKeys("convicted charged indicted guilty accused acquitted")
  private static let honours = foldedKeys(
    """
    champion champions championship selection award awards winner mvp all-star medallist medalist medal captain cup player
    laureate nominee
    """)
}
