// Features that depend on the same few properties of a term, so that what their rows add up to can be kept (`LabellerSums`).
extension LabellerFeatures {
  enum Group: UInt64, CaseIterable {
    case tags, outside, place, rules
  }

  /// Whether a term has the features of a group.
  @inline(__always)
  func has(_ group: Group, _ index: Int) -> Bool {
    switch group {
    case .outside: words[index].quote < 0
    default: true
    }
  }

  /// Stands for all that a group's features of a term depend on.
  @inline(__always)
  func signature(_ group: Group, _ index: Int) -> UInt64 {
    let here = words + index
    let tag = here.pointee.tag
    switch group {
    case .tags: return here[-1].tag << 16 | tag << 8 | here[1].tag
    case .outside:
      let marks = quoteMarks(index)
      let sides = here[-1].quoteState.rawValue << 4 | here[1].quoteState.rawValue
      return here.pointee.quoteState.rawValue << 40 | sides << 32 | marks.before << 24 | marks.after << 16 | tag
    case .place:
      let place = place(index)
      return place.fromStart << 24 | place.toEnd << 16 | place.flags << 8 | tag
    case .rules:
      let rules = here[-1].rules << 32 | here.pointee.rules << 16 | here[1].rules
      return here.pointee.depth << 56 | here.pointee.quoteState.rawValue << 48 | rules
    }
  }

  /// Adds the rows of a group's features.
  func add(_ group: Group, _ index: Int, to rows: inout LabellerRows) {
    switch group {
    case .tags: addTags(index, &rows)
    case .outside: addOutside(index, &rows)
    case .place: addPlace(index, &rows)
    case .rules: addRules(index, &rows)
    }
  }

  private func addTags(_ index: Int, _ rows: inout LabellerRows) {
    let (before, tag, after) = (words[index - 1].tag, words[index].tag, words[index + 1].tag)
    rows.add(9, before)
    rows.add(10, after)
    rows.add(15, before << 8 | tag)
    rows.add(18, before << 16 | tag << 8 | after)
  }

  private func addOutside(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    let marks = quoteMarks(index)
    rows.add(
      50, here.pointee.quoteState.rawValue, here[-1].quoteState.rawValue << 4 | here[1].quoteState.rawValue)
    rows.add(52, marks.before << 4 | marks.after)
    rows.add(53, marks.before, here.pointee.tag)
    rows.add(54, marks.after, here.pointee.tag)
  }

  private func addPlace(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    let tag = here.pointee.tag
    let place = place(index)
    let isFirst: UInt64 = index == Int(here.pointee.sentenceStart) ? 1 : 0
    let heading: UInt64 = isHeading ? 1 : 0
    rows.add(70, place.fromStart, tag)
    rows.add(71, place.toEnd, tag)
    rows.add(73, isFirst, heading)
    rows.add(74, here.pointee.sentenceStart == 0 ? 0 : 1, isFirst)
    rows.add(75, heading, tag)
  }

  private func addRules(_ index: Int, _ rows: inout LabellerRows) {
    let here = words + index
    let rules = here.pointee.rules
    let (before, after) = (here[-1].rules, here[1].rules)
    rows.add(110, rules)
    rows.add(111, rules, before)
    rows.add(112, rules, after)
    rows.add(114, rules << 16 | before, after)
    rows.add(116, here.pointee.depth, rules)
    rows.add(117, rules, here.pointee.quoteState.rawValue)
  }

  // MARK: What a group depends on

  /// How far the quotation marks before and behind a term are.
  @inline(__always)
  private func quoteMarks(_ index: Int) -> (before: UInt64, after: UInt64) {
    (
      UInt64(min(6, index - Int(words[index].lastQuoteMark))), UInt64(min(6, Int(words[index].nextQuoteMark) - index))
    )
  }

  /// Where a term stands in its sentence, and the sentence in the block.
  @inline(__always)
  private func place(_ index: Int) -> (fromStart: UInt64, toEnd: UInt64, flags: UInt64) {
    let start = Int(words[index].sentenceStart)
    let end = Int(words[index].sentenceEnd)
    let flags: UInt64 = (index == start ? 1 : 0) | (start == 0 ? 2 : 0) | (isHeading ? 4 : 0)
    return (LabellerRows.step(index - start), LabellerRows.step(end - index), flags)
  }
}
