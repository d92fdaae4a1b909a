/// What the labeller found in a stretch of a passage: sentences side by side that hint at an attribution.
///
/// Between two stretches every term is outside of all spans, so that each is labelled by itself.
struct LabelledStretch: Sendable {
  var terms: Range<Int>
  /// The outermost spans.
  var outer: [LabelledSpan]
  /// What was found inside its contents.
  var nested: [LabelledContent] = []

  /// The same where it stands further on by so many terms.
  func moved(by shift: Int) -> LabelledStretch {
    LabelledStretch(
      terms: terms.moved(by: shift), outer: outer.map { $0.moved(by: shift) },
      nested: nested.map { content in
        LabelledContent(terms: content.terms.moved(by: shift), spans: content.spans.map { $0.moved(by: shift) })
      })
  }
}

/// A content with the spans inside it.
struct LabelledContent: Sendable {
  var terms: Range<Int>
  var spans: [LabelledSpan]
}

/// The labels of the block that was read last: typing in a long paragraph does not label all of it at every letter.
///
/// What is kept of a stretch is used where all that the labeller sees of it is the same, word for word (`LabellerPassage.seesSame`).
struct LabelMemory: Sendable {
  private var passage: LabellerPassage?
  private var stretches: [LabelledStretch] = []

  /// Longer passages are not kept: it would take too much room.
  private static let longest = 8192

  /// What was found in a passage that looks the same around a stretch.
  ///
  /// - Parameters:
  ///   - number: of the stretch among all of the passage.
  ///   - count: of all these.
  func stretch(_ terms: Range<Int>, of passage: LabellerPassage, number: Int, count: Int) -> LabelledStretch? {
    guard let before = self.passage else { return nil }
    // An edit leaves what stands before it, and what stands behind it.
    for place in [number, stretches.count - (count - number)] where stretches.indices.contains(place) {
      let known = stretches[place]
      if passage.seesSame(terms, as: before, known.terms) {
        return known.moved(by: terms.lowerBound - known.terms.lowerBound)
      }
    }
    return nil
  }

  /// The words of the block before an edit; nil where it was not the last that was labelled.
  func words(of change: BlockChange) -> LabellerPassage.KnownWords? {
    guard let passage, passage.source === change.before.passage else { return nil }
    return LabellerPassage.KnownWords(passage, change.common)
  }

  mutating func keep(_ passage: LabellerPassage, _ stretches: [LabelledStretch]) {
    guard passage.count <= Self.longest else { return }
    self.passage = passage
    self.stretches = stretches
  }
}

extension LabellerModel {
  /// The spans of a passage, stretch by stretch; nil where there are more than a limit.
  func stretches(
    of passage: LabellerPassage, most limit: Int, _ sums: inout LabellerSums
  ) -> [LabelledStretch]? {
    let memory = sums.memory
    let ranges = passage.stretches
    var found: [LabelledStretch] = []
    found.reserveCapacity(ranges.count)
    var fresh: [Int] = []
    var total = 0
    for (number, terms) in ranges.enumerated() {
      if let known = memory.stretch(terms, of: passage, number: number, count: ranges.count) {
        found.append(known)
      } else {
        let spans = LabelledSpan.spans(of: outer.labels(of: passage, in: terms, &sums))
        fresh.append(found.count)
        found.append(LabelledStretch(terms: terms, outer: spans.map { $0.moved(by: terms.lowerBound) }))
      }
      total += found[number].outer.count
      guard total <= limit else { return nil }
    }
    for index in fresh {
      found[index].nested = found[index].outer.compactMap { content in
        let spans = nestedSpans(in: content, of: passage, &sums)
        return spans.isEmpty ? nil : LabelledContent(terms: content.terms, spans: spans)
      }
    }
    if sums.keepsLast { sums.memory.keep(passage, found) }
    return found
  }
}

extension LabellerPassage {
  /// Runs of sentences that hint at an attribution.
  fileprivate var stretches: [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for index in 0..<count {
      if self[index].isInIdleSentence {
        if let first = start { result.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { result.append(first..<count) }
    return result
  }

  /// Whether all that the labeller weighs of some terms is the same as of terms of another passage.
  ///
  /// It looks at three words on either side of a term, of its sentence and of its quotation, and at the marks, verbs and cues between
  /// the term and the ends of its sentence.
  fileprivate func seesSame(_ terms: Range<Int>, as other: LabellerPassage, _ others: Range<Int>) -> Bool {
    guard terms.count == others.count, isHeading == other.isHeading else { return false }
    let shift = others.lowerBound - terms.lowerBound
    for index in (terms.lowerBound - Self.padding)..<(terms.upperBound + Self.padding) {
      guard self[index].looksSame(as: other[index + shift]) else { return false }
    }
    for index in terms {
      let (here, there) = (self[index], other[index + shift])
      guard (here.quote < 0) == (there.quote < 0),
        here.hasSamePlaces(as: there, shift: Int32(shift))
          || LabellerSurroundings(here, at: index) == LabellerSurroundings(there, at: index + shift)
      else { return false }
      guard here.quote >= 0 else { continue }
      let (quote, otherQuote) = (quotes[Int(here.quote)], other.quotes[Int(there.quote)])
      guard quote.kind == otherQuote.kind, quote.terms.moved(by: shift) == otherQuote.terms,
        quote.terms.lowerBound >= terms.lowerBound, quote.terms.upperBound <= terms.upperBound
      else { return false }
    }
    return true
  }
}

extension LabellerWord {
  /// Whether the word itself is the same, wherever it stands.
  fileprivate func looksSame(as other: LabellerWord) -> Bool {
    key == other.key && lastThree == other.lastThree && tag == other.tag && shape == other.shape
      && sourceClasses == other.sourceClasses && grammarClasses == other.grammarClasses && cue == other.cue
      && cueForms == other.cueForms && speech == other.speech && mark == other.mark && anchor == other.anchor
      && quoteState == other.quoteState && rules == other.rules && depth == other.depth
  }
}

extension LabellerWord {
  /// Whether all that it knows of others stands in the same places, further on by a shift: then it stands as far off too.
  fileprivate func hasSamePlaces(as other: LabellerWord, shift: Int32) -> Bool {
    sentenceStart + shift == other.sentenceStart && sentenceEnd + shift == other.sentenceEnd
      && (sentenceStart == 0) == (other.sentenceStart == 0)
      && Self.isMoved(anchorBefore, other.anchorBefore, shift) && Self.isMoved(anchorAfter, other.anchorAfter, shift)
      && Self.isMoved(lastComma, other.lastComma, shift) && Self.isMoved(nextComma, other.nextComma, shift)
      && Self.isMoved(lastQuoteMark, other.lastQuoteMark, shift)
      && Self.isMoved(nextQuoteMark, other.nextQuoteMark, shift)
      && Self.isMoved(lastVerb, other.lastVerb, shift) && Self.isMoved(lastThat, other.lastThat, shift)
  }

  /// A place that is none stays none.
  private static func isMoved(_ place: Int32, _ other: Int32, _ shift: Int32) -> Bool {
    place < 0 || place == .max ? place == other : place &+ shift == other && other >= 0
  }
}

/// How far off the labeller sees things from a word; what is further off than it looks counts as absent.
private struct LabellerSurroundings: Equatable {
  var isInFirstSentence: Bool
  var sentenceStart: Int
  var sentenceEnd: Int
  var anchorBefore: Int
  var anchorAfter: Int
  var comma: Int
  var nextComma: Int
  var quoteMark: Int
  var nearQuoteMark: Int
  var nextQuoteMark: Int
  var verb: Int
  var that: Int

  /// The distance of quotation marks that are weighed.
  private static let farthestMark = 6
  private static let absent = Int.max

  init(_ word: LabellerWord, at index: Int) {
    let (start, end) = (Int(word.sentenceStart), Int(word.sentenceEnd))
    func before(_ place: Int32, from lower: Int) -> Int { Int(place) >= lower ? index - Int(place) : Self.absent }
    isInFirstSentence = start == 0
    sentenceStart = index - start
    sentenceEnd = end - index
    anchorBefore = before(word.anchorBefore, from: start)
    anchorAfter = word.anchorAfter >= 0 ? Int(word.anchorAfter) - index : Self.absent
    comma = before(word.lastComma, from: start)
    nextComma = Int(word.nextComma) < end ? Int(word.nextComma) - index : Self.absent
    quoteMark = before(word.lastQuoteMark, from: start)
    nearQuoteMark = min(Self.farthestMark, index - Int(word.lastQuoteMark))
    nextQuoteMark = min(Self.farthestMark, Int(word.nextQuoteMark) - index)
    verb = before(word.lastVerb, from: start)
    that = before(word.lastThat, from: start)
  }
}
