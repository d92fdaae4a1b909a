/// What the labeller found in a stretch of a block: sentences side by side that hint at an attribution.
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
/// What is kept of a stretch is used where its words and those beside it were left by the edit, and all else that the labeller sees of
/// it is the same.
struct LabelMemory: Sendable {
  fileprivate struct Kept {
    var stretch: LabelledStretch
    let look: Shared<LabellerLook>
  }

  private var passage: Passage?
  /// For each sentence of the block whether some term of it hints at a report.
  private var hints: [Bool] = []
  private var stretches: [Kept] = []

  /// The change where what is kept is of the block before it, else nil.
  func known(_ change: BlockChange?) -> BlockChange? {
    change.flatMap { passage === $0.before.passage ? $0 : nil }
  }

  /// For each sentence whether some term of it hints at a report.
  func hints(in block: LabellerInput, _ change: BlockChange?) -> [Bool] {
    known(change)?.joined(hints) { block.hasHint($0) } ?? block.passage.sentences.indices.map { block.hasHint($0) }
  }

  /// What was found in a stretch before an edit that left its words, and all else that is seen of it.
  ///
  /// - Parameters:
  ///   - number: of the stretch among all of the block.
  ///   - count: of all these.
  ///   - edit: the terms that the edit changed, and by how many it moved those behind them.
  fileprivate func stretch(
    _ terms: Range<Int>, in block: LabellerInput, number: Int, count: Int, _ edit: (terms: Range<Int>, shift: Int)
  ) -> Kept? {
    let near = terms.lowerBound - LabellerPassage.padding..<terms.upperBound + LabellerPassage.padding
    let isAhead = near.upperBound <= edit.terms.lowerBound
    guard isAhead || near.lowerBound >= edit.terms.upperBound else { return nil }
    let place = isAhead ? number : stretches.count - (count - number)
    let shift = isAhead ? 0 : edit.shift
    guard stretches.indices.contains(place), stretches[place].stretch.terms == terms.moved(by: -shift),
      block.sees(stretches[place].look.value, in: terms)
    else { return nil }
    var kept = stretches[place]
    if shift != 0 { kept.stretch = kept.stretch.moved(by: shift) }
    return kept
  }

  fileprivate mutating func keep(_ block: LabellerInput, _ hints: [Bool], _ stretches: [Kept]) {
    passage = block.passage
    self.hints = hints
    self.stretches = stretches
  }
}

extension LabellerModel {
  /// The spans of a block, stretch by stretch; nil where there are more than a limit.
  ///
  /// - Parameter change: nil where all of it has to be labelled.
  func stretches(
    of block: LabellerInput, most limit: Int, _ change: BlockChange?, _ sums: inout LabellerSums
  ) -> [LabelledStretch]? {
    let memory = sums.memory
    let hints = memory.hints(in: block, change)
    let edit = memory.known(change).map { change in
      (terms: change.common.head..<block.passage.terms.count - change.common.tail, shift: change.shift.terms)
    }
    let ranges = block.stretches(hints)
    var found: [LabelledStretch] = []
    var seen: [LabelMemory.Kept] = []
    found.reserveCapacity(ranges.count)
    var total = 0
    for (number, terms) in ranges.enumerated() {
      if let edit, let kept = memory.stretch(terms, in: block, number: number, count: ranges.count, edit) {
        found.append(kept.stretch)
        if sums.keepsLast { seen.append(kept) }
      } else {
        found.append(stretch(LabellerPassage(terms, of: block), &sums))
        if sums.keepsLast { seen.append(LabelMemory.Kept(stretch: found[number], look: Shared(block.look(of: terms)))) }
      }
      total += found[number].outer.count
      guard total <= limit else { return nil }
    }
    if sums.keepsLast { sums.memory.keep(block, hints, seen) }
    return found
  }

  private func stretch(_ passage: LabellerPassage, _ sums: inout LabellerSums) -> LabelledStretch {
    let outer = outerSpans(of: passage, &sums)
    let nested = outer.compactMap { content in
      let spans = nestedSpans(in: content, of: passage, &sums)
      return spans.isEmpty ? nil : LabelledContent(terms: content.terms, spans: spans)
    }
    return LabelledStretch(terms: passage.terms, outer: outer, nested: nested)
  }
}
