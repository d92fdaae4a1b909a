/// What the labeller weighs of a term: about fifty features, after the recipes for quotation and attribution extraction of
/// Pareti et al. (2013) and Scheible, Klinger and Padó (2016).
///
/// A view over a passage's words, which must outlive it; three empty words stand on both sides.
struct LabellerFeatures {
  /// Where the word of index 0 stands, or would.
  let words: UnsafePointer<LabellerWord>
  let terms: Range<Int>
  let quotes: [LabellerQuote]
  let isHeading: Bool

  /// Adds the rows of a term.
  func add(_ index: Int, to rows: inout LabellerRows) {
    for group in Group.allCases where has(group, index) { add(group, index, to: &rows) }
    addWords(index, &rows, withOwn: true)
    addClasses(index, &rows, withOwn: true)
    addSurroundings(index, &rows)
  }

  /// Adds the rows of the features that are in no group and not of the term alone.
  @inline(__always)
  func addOthers(_ index: Int, to rows: inout LabellerRows) {
    addWords(index, &rows, withOwn: false)
    addClasses(index, &rows, withOwn: false)
    addSurroundings(index, &rows)
  }

  @inline(__always)
  private func addSurroundings(_ index: Int, _ rows: inout LabellerRows) {
    addQuotation(index, &rows)
    addCommas(index, &rows)
    addAnchors(index, &rows)
  }

  @inline(__always)
  private func word(_ index: Int) -> UnsafePointer<LabellerWord> {
    words + min(terms.upperBound + 2, max(terms.lowerBound - 3, index))
  }

  // MARK: Words

  @inline(__always)
  private func addWords(_ index: Int, _ rows: inout LabellerRows, withOwn: Bool) {
    let here = words + index
    let tag = here.pointee.tag
    if withOwn {
      rows.add(0, 0)
      rows.add(1, here.pointee.key)
    }
    rows.add(2, here[-1].key)
    rows.add(3, here[1].key)
    rows.add(4, here[-2].key)
    if withOwn { rows.add(8, tag, 1) }
    rows.add(13, here[-1].key, here.pointee.key)
    rows.add(14, here.pointee.key, here[1].key)
    if withOwn {
      rows.add(20, here.pointee.lastThree)
      rows.add(21, here.pointee.lastThree & 0xFFFF)
      rows.add(23, here.pointee.shape, tag)
    }
    rows.add(24, here[-1].key, tag)
    rows.add(25, here[1].key, tag)
    rows.add(72, word(Int(here.pointee.sentenceStart)).pointee.key)
    let rules = here.pointee.rules
    rows.add(115, rules, here.pointee.key)
    rows.add(120, rules << 16 | here[1].rules, here[1].key)
    rows.add(121, rules << 16 | here[-1].rules, here[-1].key)
  }

  // MARK: Lexicon

  @inline(__always)
  private func addClasses(_ index: Int, _ rows: inout LabellerRows, withOwn: Bool) {
    let here = words + index
    let tag = here.pointee.tag
    let follower = here[1].mark.rawValue
    rows.add(29, here.pointee.cue << 8 | here[1].tag, here[-1].sourceClasses)
    if withOwn {
      rows.add(30, here.pointee.sourceClasses, tag)
      rows.add(33, here.pointee.cueForms, tag)
    }
    rows.add(35, here[1].cueForms)
    rows.add(37, here[1].grammarClasses, here.pointee.cue)
    rows.add(38, here.pointee.cue, follower)
    rows.add(39, here[2].cue << 4 | here[1].cue, here.pointee.sourceClasses)
    if withOwn { rows.add(40, here.pointee.speech, tag) }
    rows.add(43, here.pointee.speech, follower << 8 | here[1].tag)
  }

  // MARK: The term alone

  /// What the features of a term alone depend on: all of a word that `addOwn` reads.
  struct Own: Equatable {
    var key: UInt64
    var sourceClasses: UInt64
    /// The last three bytes, the tag, how it is written, and what the lexicon knows of verbs.
    var parts: UInt64
  }

  @inline(__always)
  func own(_ index: Int) -> Own {
    let word = words + index
    let spelling = word.pointee.lastThree << 40 | word.pointee.tag << 32 | word.pointee.shape << 24
    return Own(
      key: word.pointee.key, sourceClasses: word.pointee.sourceClasses,
      parts: spelling | word.pointee.cueForms << 8 | word.pointee.speech)
  }

  /// Adds the rows of the features of a term alone, those that `addOthers` leaves out.
  func addOwn(_ index: Int, to rows: inout LabellerRows) {
    let word = words[index]
    rows.add(0, 0)
    rows.add(1, word.key)
    rows.add(8, word.tag, 1)
    rows.add(20, word.lastThree)
    rows.add(21, word.lastThree & 0xFFFF)
    rows.add(23, word.shape, word.tag)
    rows.add(30, word.sourceClasses, word.tag)
    rows.add(33, word.cueForms, word.tag)
    rows.add(40, word.speech, word.tag)
  }

  // MARK: Quotation marks

  @inline(__always)
  private func addQuotation(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    guard here.pointee.quote >= 0 else { return }
    let state = here.pointee.quoteState.rawValue
    rows.add(50, state, here[-1].quoteState.rawValue << 4 | here[1].quoteState.rawValue)
    let quote = quotes[Int(here.pointee.quote)]
    let (low, high) = (quote.terms.lowerBound, quote.terms.upperBound)
    let (before, secondBefore) = (word(low - 1), word(low - 2))
    let (after, secondAfter) = (word(high), word(high + 1))
    let last = word(high - 2).pointee.mark
    let ending: UInt64 = last == .comma ? 1 : last == .stop ? 2 : last == .question ? 3 : 0
    let part = state << 4 | ending
    rows.add(55, before.pointee.key, state)
    rows.add(56, after.pointee.key, state)
    rows.add(57, LabellerRows.step((high - low) / 2), part)
    let cues =
      before.pointee.cue | after.pointee.cue << 4 | secondAfter.pointee.cue << 8 | secondBefore.pointee.cue << 12
    rows.add(59, cues, state)
    rows.add(61, secondAfter.pointee.key, part)
    rows.add(62, LabellerRows.step(index - low), LabellerRows.step(high - index))
    let introduction: UInt64 =
      before.pointee.mark == .comma || before.pointee.mark == .colon
      ? 1 : after.pointee.cue != 0 || secondAfter.pointee.cue != 0 ? 2 : before.pointee.cue != 0 ? 3 : 0
    rows.add(63, ending << 8 | quote.kind, introduction)
  }

  // MARK: Commas

  @inline(__always)
  private func addCommas(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    let comma = Int(words[index - 1].lastComma)
    let before = comma >= Int(here.pointee.sentenceStart) ? min(12, index - comma) : 12
    let next = Int(here.pointee.nextComma)
    let after = LabellerRows.step(next < Int(here.pointee.sentenceEnd) ? min(12, next - index) : 12)
    rows.add(76, LabellerRows.step(before), after)
    rows.add(77, after, here.pointee.tag)
  }

  // MARK: Cues near by

  @inline(__always)
  private func addAnchors(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    let tag = here.pointee.tag
    let left = Int(here.pointee.anchorBefore)
    let right = Int(here.pointee.anchorAfter)
    let leftBetween = left >= 0 ? between(left, index) : 15
    let rightBetween = right >= 0 ? between(index, right) : 15
    addAnchor(left, LabellerRows.step(index - left), leftBetween, tag, template: 80, &rows)
    addAnchor(right, LabellerRows.step(right - index), rightBetween, tag, template: 90, &rows)
    rows.add(
      100, left >= 0 ? words[left].anchor + 1 : 0, right >= 0 ? words[right].anchor + 1 : 0)
    rows.add(101, leftBetween << 8 | rightBetween, tag)
    guard here.pointee.anchor != 0 else { return }
    let sides = here[-1].tag << 8 | here[1].tag
    rows.add(102, here.pointee.key, sides)
    rows.add(103, here.pointee.cue << 8 | tag, sides)
    rows.add(104, here.pointee.key, here[-1].sourceClasses)
    rows.add(105, here.pointee.key, here[-1].quoteState.rawValue << 4 | here[1].quoteState.rawValue)
    rows.add(106, here.pointee.anchor, here[1].mark == .that ? 1 : 0)
    let isSetOff: UInt64 = here[-1].mark == .comma || here[-1].mark == .quote ? 1 : 0
    let hasSource: UInt64 = here[1].sourceClasses != 0 || here[1].shape & 2 != 0 ? 2 : 0
    rows.add(107, tag << 8 | here.pointee.cue, isSetOff | hasSource)
  }

  @inline(__always)
  private func addAnchor(
    _ anchor: Int, _ distance: UInt64, _ between: UInt64, _ tag: UInt64, template: UInt64, _ rows: inout LabellerRows
  ) {
    guard anchor >= 0 else {
      rows.add(template, 0, tag)
      return
    }
    let there = words + anchor
    let kind = there.pointee.anchor << 8 | between
    rows.add(template + 1, there.pointee.key, distance)
    rows.add(template + 3, kind, tag)
    rows.add(template + 4, there.pointee.key, between << 8 | tag)
    rows.add(template + 6, there.pointee.tag << 8 | there.pointee.anchor, tag << 8 | distance)
  }

  /// Whether a comma, a quotation mark, a finite verb or "that" stands between two terms, a bit each.
  @inline(__always)
  private func between(_ low: Int, _ high: Int) -> UInt64 {
    guard high - low > 1 else { return 0 }
    let last = words + (high - 1)
    let low = Int32(low)
    return (last.pointee.lastComma > low ? 1 : 0) | (last.pointee.lastQuoteMark > low ? 2 : 0)
      | (last.pointee.lastVerb > low ? 4 : 0) | (last.pointee.lastThat > low ? 8 : 0)
  }

  // MARK: Transitions

  /// Which of the sixteen tables of transitions leads to a term.
  @inline(__always)
  func transitionClass(_ index: Int) -> Int {
    let here = words + index
    switch here.pointee.mark {
    case .quote: return here.pointee.quoteState == .opening ? 1 : 2
    case .comma: return 3
    case .stop, .question: return 4
    case .other: return 5
    case .colon: return 14
    case .that: return 11
    case .none: break
    }
    let tag = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: here.pointee.tag &- 1)) ?? .other
    if here.pointee.anchor != 0 { return tag.isVerb ? 6 : 7 }
    if index == Int(here.pointee.sentenceStart) { return 8 }
    if tag.isNoun { return 9 }
    if tag.isVerb || tag == .modal { return 10 }
    if tag == .preposition || tag == .pronoun { return 12 }
    return here.pointee.grammarClasses != 0 ? 13 : 0
  }
}
