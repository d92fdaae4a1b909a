import ProseText

// The word that says a change: before its amount, behind it, or before the two values.
extension ChangeReader {
  /// The word of change before an amount.
  func cueBefore(_ index: Int, _ reader: EndpointReader) -> Cue? {
    let quantity = quantities[index]
    let at = reader.before(index)
    switch passage.word(at) {
    case .of: return nounCue(endingAt: at - 1)
    case .by: return verbCue(before: at, reach: 8)
    case .up: return isPhrasal(at) ? nil : (at, .particle, .rise)
    default: break
    }
    if passage.terms[at].key == EndpointReader.down { return isPhrasal(at) ? nil : (at, .particle, .fall) }
    guard
      quantity.kind == .percent || quantity.kind == .percentagePoints || quantity.kind == .multiple
        || quantity.kind == .currency || quantity.kind == .measure || quantity.kind == .ratio,
      passage.word(quantity.terms.upperBound) != .of
    else { return nil }
    if let direction = ChangeWords.verbs[passage.terms[at].key], isVerb(at) { return (at, .verb, direction) }
    // "cut costs 20 percent"
    guard quantity.kind == .percent, passage.terms[at].tag.isNoun else { return nil }
    for back in stride(from: at - 1, through: max(0, at - 3), by: -1) {
      if let direction = ChangeWords.verbs[passage.terms[back].key], isVerb(back) { return (back, .verb, direction) }
      guard passage.terms[back].tag.isNoun || passage.terms[back].tag.isNounModifier else { return nil }
    }
    return nil
  }

  /// "a rise of", "an increase in the rent of".
  private func nounCue(endingAt index: Int) -> Cue? {
    if let direction = ChangeWords.nouns[passage.terms[index].key], passage.terms[index].tag.isNoun {
      return (index, .noun, direction)
    }
    for at in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      if passage.word(at) == .in, let direction = ChangeWords.nouns[passage.terms[at - 1].key],
        passage.terms[at - 1].tag.isNoun
      {
        return (at - 1, .noun, direction)
      }
      guard passage.terms[at].isWord, !passage.terms[at].tag.isVerb else { return nil }
    }
    return nil
  }

  /// The verb before "by", with its object between.
  private func verbCue(before end: Int, reach: Int) -> Cue? {
    for at in stride(from: end - 1, through: max(0, end - reach), by: -1) {
      let term = passage.terms[at]
      if let direction = ChangeWords.verbs[term.key] {
        if isVerb(at) { return (at, .verb, direction) }
        if let direction = ChangeWords.nouns[term.key], term.tag.isNoun { return (at, .noun, direction) }
        return (at, .verb, direction)
      }
      if at == end - 1, term.word == .up { return (at, .particle, .rise) }
      if at == end - 1, term.key == EndpointReader.down { return (at, .particle, .fall) }
      guard term.isWord, !term.tag.isFiniteVerb, !term.has([.conjunction, .subordinator]) else { return nil }
    }
    return nil
  }

  /// "a 60% increase", "a 5 percent price rise", "5% up on".
  func cueBehind(_ index: Int) -> Cue? {
    let quantity = quantities[index]
    guard quantity.kind == .percent || quantity.kind == .percentagePoints || quantity.kind == .multiple else {
      return nil
    }
    var at = quantity.terms.upperBound
    if passage.word(at) == .up || passage.terms[at].key == EndpointReader.down,
      passage.word(at + 1) == .on || passage.word(at + 1) == .from
    {
      return (at, .particle, passage.word(at) == .up ? .rise : .fall)
    }
    for _ in 0..<5 {
      let term = passage.terms[at]
      if let direction = ChangeWords.nouns[term.key], term.tag.isNoun, passage.terms[at + 1].tag != .noun {
        return (at, .noun, direction)
      }
      guard
        term.isWord && (term.tag.isNoun || term.tag.isAdjective || term.tag == .presentParticiple || term.word == .on)
          || passage.isMark(at, 0x2D)
      else { return nil }
      at += 1
    }
    return nil
  }

  private func isVerb(_ index: Int) -> Bool {
    let term = passage.terms[index]
    if term.tag.isVerb { return true }
    // Forms that are never nouns.
    return ChangeWords.nouns[term.key] == nil
  }

  /// "made up 5 percent", "put down 20 percent".
  private func isPhrasal(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { ChangeWords.phrasalVerbs.contains(passage.terms[$0].key) }
  }

  /// The word of change that a pair belongs to.
  func cue(before start: Int) -> Cue? {
    for at in stride(from: start - 1, through: max(0, start - 12), by: -1) {
      let term = passage.terms[at]
      if passage.isMark(at, 0x2E) || passage.isMark(at, 0x3B) { return nil }
      if let direction = ChangeWords.multipleVerbs[term.key] { return (at, .verb, direction) }
      if let direction = ChangeWords.verbs[term.key], isVerb(at) { return (at, .verb, direction) }
      if let direction = ChangeWords.nouns[term.key], term.tag.isNoun { return (at, .noun, direction) }
      if term.word == .up, !isPhrasal(at) { return (at, .particle, .rise) }
      if term.key == EndpointReader.down, !isPhrasal(at) { return (at, .particle, .fall) }
    }
    return nil
  }
}
