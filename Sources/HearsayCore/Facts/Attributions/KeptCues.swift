import ProseText

// What cues say by themselves is taken over for sentences that an edit left alone: it depends on the words around them, on which words
// stand with a capital elsewhere, and on the quotations.
extension BlockChange {
  /// What cues in front of the changed sentences say, and behind these; nil where something reaches into them, or quotation marks pair
  /// otherwise than before.
  ///
  /// - Parameter quotations: those of the block now.
  func keptCues(_ quotations: [Quotation]) -> (head: [LocalAttribution], tail: [LocalAttribution])? {
    guard !before.cues.isEmpty, before.cues.count < AttributionReader.mostInBlock, leavesQuotations(quotations) else {
      return nil
    }
    var head: [LocalAttribution] = []
    var tail: [LocalAttribution] = []
    for cue in before.cues where !earlierSentences.contains(cue.sentence) {
      guard let moved = cue.moved({ place(of: $0) }) else { return nil }
      if cue.sentence < earlierSentences.lowerBound { head.append(moved) } else { tail.append(moved) }
    }
    let first = before.cues.count - tail.count
    for index in tail.indices {
      tail[index].sentence += shift.sentences
      if let parent = tail[index].citedBy {
        // Whoever cites stands in the same sentence.
        guard parent >= first else { return nil }
        tail[index].citedBy = parent - first
      }
    }
    return (head, tail)
  }

  /// Where a term stands now, or the end of some; nil for one that the edit may have changed.
  private func place(of term: Int) -> Int? {
    if term <= earlierTerms.lowerBound { return term }
    return term >= earlierTerms.upperBound ? term + shift.terms : nil
  }

  /// Whether the quotations beside the changed sentences are those that stood there.
  private func leavesQuotations(_ quotations: [Quotation]) -> Bool {
    joined(before.quotations, at: \.terms) { quotation, shift in
      quotation.terms = quotation.terms.moved(by: shift.terms)
      quotation.range = quotation.range.moved(by: shift.bytes)
      quotation.sentence += shift.sentences
    } read: { changed in
      quotations.filter { $0.terms.overlaps(changed) }
    } == quotations
  }
}

extension LocalAttribution {
  /// The same where its terms stand elsewhere; nil where one of them has no place.
  fileprivate func moved(_ place: (Int) -> Int?) -> LocalAttribution? {
    func moved(_ range: Range<Int>) -> Range<Int>? {
      guard let lower = place(range.lowerBound), let upper = place(range.upperBound) else { return nil }
      return lower <= upper ? lower..<upper : nil
    }
    func moved(_ source: SourceDescription) -> SourceDescription? {
      guard let terms = moved(source.phrase.terms), let base = moved(source.phrase.base),
        let head = place(source.phrase.head)
      else { return nil }
      var result = source
      result.phrase = NounPhrase(terms: terms, base: base, head: head)
      result.name = source.name.flatMap(moved)
      result.issuer = source.issuer.flatMap(moved)
      result.apposition = source.apposition.flatMap(moved)
      let hasAll =
        (result.name == nil) == (source.name == nil) && (result.issuer == nil) == (source.issuer == nil)
        && (result.apposition == nil) == (source.apposition == nil)
      return hasAll ? result : nil
    }
    guard let principal = place(principal) else { return nil }
    var result = self
    result.principal = principal
    result.cue = cue.compactMap(moved)
    result.content = content.compactMap(moved)
    result.source = source.flatMap(moved)
    if let cited { result.cited = moved(cited) }
    if let hearer { result.hearer = moved(hearer) }
    let hasAll =
      result.cue.count == cue.count && result.content.count == content.count
      && (result.source == nil) == (source == nil) && (result.cited == nil) == (cited == nil)
      && (result.hearer == nil) == (hearer == nil)
    return hasAll ? result : nil
  }
}
