import ProseText

// Who says what inside somebody's words: "“Our survey shows that the roof leaks,” Reid said."
extension AttributionReader {
  /// Reads the attributions inside quotations, behind all others: the speaker passes them on, not the draft.
  mutating func readQuoted() {
    let outside = found
    var result: [LocalAttribution] = []
    for quote in quotations where quote.kind == .quotation && quote.depth == 0 && quote.isClosed {
      for number in passage.sentences.indices[passage.sentence(of: quote.terms.lowerBound)...] {
        let sentence = passage.sentences[number].tokens
        guard sentence.lowerBound < quote.terms.upperBound else { break }
        let inner = sentence.clamped(to: quote.terms.lowerBound + 1..<max(quote.terms.lowerBound + 1, quote.terms.upperBound - 1))
        guard inner.count > 3, outside.count + result.count < Self.mostInBlock else { continue }
        found = []
        readSpoken(inner, number)
        result += found
      }
    }
    found = outside + result
  }

  private mutating func readSpoken(_ range: Range<Int>, _ number: Int) {
    for index in range where found.count < 8 {
      let term = terms[index]
      guard term.isWord, term.cue != .none, term.cue != .emotive, term.cue != .citing,
        let verb = passage.cueVerb(at: index, from: range.lowerBound), !verb.isPassive, !verb.isGerund,
        var attribution = active(verb, in: range, number), let source = attribution.source,
        source.kind != .writer, attribution.sourceFirst, range.contains(source.phrase.terms.lowerBound)
      else { continue }
      attribution.content = attribution.content.compactMap { part in
        let inside = part.clamped(to: range)
        return inside.isEmpty ? nil : inside
      }
      guard let content = attribution.content.first,
        opensClause(content.lowerBound) || content.contains(where: { passage.isQuoteMark($0) })
      else { continue }
      attribution.isQuoted = true
      found.append(attribution)
    }
  }
}
