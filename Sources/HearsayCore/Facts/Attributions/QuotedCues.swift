import ProseText

// Who says what inside somebody's words: "“Our survey shows that the roof leaks,” Reid said."
extension AttributionReader {
  /// Reads the attributions inside quotations, behind all others: the speaker passes them on, not the draft.
  mutating func readQuoted() {
    let outside = found
    isReadingSpoken = true
    var result: [LocalAttribution] = []
    for quote in quotations where quote.depth == 0 && (quote.kind == .quotation || quote.kind == .fragment) {
      for number in passage.sentences.indices[passage.sentence(of: quote.terms.lowerBound)...] {
        let sentence = passage.sentences[number].tokens
        guard sentence.lowerBound < quote.terms.upperBound else { break }
        let first = quote.terms.lowerBound + 1
        let end = quote.isClosed ? quote.terms.upperBound - 1 : quote.terms.upperBound
        let inner = sentence.clamped(to: first..<max(first, end))
        guard inner.count > 3, outside.count + result.count < Self.mostInBlock else { continue }
        found = []
        readSpoken(inner, number, quote)
        result += found
      }
    }
    found = outside + result
  }

  /// "X quoted Y as saying C": beside X, who quotes, Y says C.
  mutating func readQuotedAs() {
    for outer in found where outer.cited != nil && outer.cueClass == .citing {
      guard let cited = outer.cited, let content = outer.content.first else { continue }
      let cue = cited.phrase.terms.upperBound + 1
      guard passage.word(cue - 1) == .as, terms[cue].forms.contains(.gerund), terms[cue].cue != .none,
        cue + 1 < content.upperBound, !found.contains(where: { $0.principal == cue })
      else { continue }
      found.append(
        LocalAttribution(
          form: .verb, cueClass: terms[cue].cue, cue: [cue..<cue + 1], principal: cue, source: cited,
          content: [cue + 1..<content.upperBound], sentence: outer.sentence, sourceFirst: true))
    }
  }

  /// Where what is said ends: with the quotation inside the quotation that it opens.
  private func innerEnd(_ content: Range<Int>, in quote: Quotation) -> Int {
    guard let last = content.last, quoteAt[last] >= 0 else { return content.upperBound }
    let inner = quotations[Int(quoteAt[last])].terms
    return quote.terms.contains(inner.lowerBound) && inner.lowerBound > quote.terms.lowerBound
      ? min(inner.upperBound, quote.terms.upperBound - 1) : content.upperBound
  }

  private mutating func readSpoken(_ range: Range<Int>, _ number: Int, _ quote: Quotation) {
    for index in range where found.count < 8 {
      let term = terms[index]
      guard term.isWord, term.cue != .none, term.cue != .citing,
        let verb = passage.cueVerb(at: index, from: range.lowerBound), !verb.isPassive, !verb.isGerund,
        var attribution = active(verb, in: range, number), let source = attribution.source,
        attribution.sourceFirst, range.contains(source.phrase.terms.lowerBound)
      else { continue }
      attribution.content = attribution.content.compactMap { part in
        let inside = part.lowerBound..<max(part.lowerBound, innerEnd(part.clamped(to: range), in: quote))
        var end = inside.upperBound
        while end > inside.lowerBound, terms[end - 1].kind == .punctuation, !passage.isQuoteMark(end - 1) { end -= 1 }
        return inside.lowerBound < end ? inside.lowerBound..<end : nil
      }
      guard let content = attribution.content.first,
        opensClause(content.lowerBound) || content.contains(where: { passage.isQuoteMark($0) })
          || term.cue == .emotive && source.reference == .pronoun
      else { continue }
      attribution.isQuoted = true
      found.append(attribution)
    }
  }
}
