import ProseText

// Numbers that manuals and papers write to tell things apart: versions in a row, labels in the plural, parts of technical names,
// exponents of units, volumes and pages.
extension Passage {
  /// Why a number only tells things apart or stands for itself; nil where it may count something.
  func designation(_ quantity: Quantity) -> Exemption? {
    let first = quantity.terms.lowerBound
    let next = quantity.terms.upperBound
    switch quantity.kind {
    case .count, .range: break
    case .measure:
      // "a 16-bit word", "64 bit builds": the singular tells of which kind they are.
      if quantity.unit == "bit", terms[next - 1].key == Self.bit, quantity.low.map({ $0 > 1 }) == true { return .name }
      return isScaleBar(quantity) ? .definition : nil
    default: return nil
    }
    if quantity.isSpelled { return isZeroKind(quantity) ? .idiom : nil }
    guard terms[first].kind == .number || isSign(first) else { return nil }
    if isGluedToName(first) || isExponent(first) { return .name }
    if isTimeZone(first, next) { return .time }
    if isEarlyYear(first, next) { return .year }
    if isNoteNumber(first, next) || isVolume(first, next) || isPageBehindYear(first, next) || isBracketed(first, next)
      || isInlinePoint(first, next)
    {
      return .reference
    }
    if isRelease(first, next) || isOfficialVersion(first, next) || continuesDesignations(first, next) {
      return .version
    }
    if isPluralLabel(first, next, quantity) { return .reference }
    if isNumbered(first, next) { return .name }
    return isTied(next, quantity) ? .name : nil
  }

  // MARK: Versions

  /// "oarlock 9 or later", "3.10 and up", "2.x": versions that go on.
  private func isRelease(_ first: Int, _ next: Int) -> Bool {
    if isMark(next, 0x2E), !terms[next].hasSpaceBefore, !terms[next + 1].hasSpaceBefore,
      terms[next + 1].key == Self.any
    {
      return true
    }
    guard word(next) == .or || word(next) == .and else { return false }
    return Self.later.contains(terms[next + 1].key)
      || terms[next + 1].key == Self.up && isDecimal(first) && terms[next + 2].kind != .word
  }

  /// "Vole 3.11 source files", "before 9.0", "introduced in 2.8": nobody counts plain things in tenths.
  private func isOfficialVersion(_ first: Int, _ next: Int) -> Bool {
    guard first > 0, next == first + 1, isDecimal(first) else { return false }
    let before = terms[first - 1]
    let follower = terms[next]
    if follower.has([.percent, .scale, .measureUnit, .timeUnit, .currency]) || follower.kind == .symbol {
      return false
    }
    if before.isWord, before.isCapitalised, isInsideSentence(first - 1) || before.tag.isProperNoun,
      !before.has([.function, .approximator, .weekday, .month])
    {
      return follower.tag == .pluralNoun || follower.tag == .noun
    }
    guard next >= terms.count || follower.kind == .punctuation || follower.has([.auxiliary, .conjunction]) else {
      return false
    }
    switch word(first - 1) {
    case .before, .since, .until: return true
    case .in, .with: return Self.introduced.contains(terms[first - 2].key)
    default: return false
    }
  }

  /// "3.3" behind "Vole 2.7,", "12" behind "Gates 10 and": one more of a row whose first has the name.
  private func continuesDesignations(_ first: Int, _ next: Int) -> Bool {
    guard first > 2, next == first + 1 || terms[next - 1].kind == .number, !countsNoun(next) || isDecimal(first) else {
      return false
    }
    var at = first
    while at > 1, first - at < Self.longestRow, joinsRow(at - 1) { at -= 1 }
    guard at < first, terms[at].kind == .number, at > 0, terms[at - 1].isWord else { return false }
    // All of a row are written alike, or "The navy of Dorn 2 and 640" would be one.
    guard isDecimal(at) == isDecimal(first) || terms[first].range.count <= 2 else { return false }
    return isNamed(terms[at - 1], at: at - 1, next: at + 1, isPlain: true)
      || isDecimal(at) && isNamedVersion(at - 1)
  }

  /// A number of a row, or what stands between two.
  private func joinsRow(_ index: Int) -> Bool {
    let term = terms[index]
    switch term.kind {
    case .number: return terms[index + 1].kind != .number
    case .punctuation: return isComma(index) || isMark(index, 0x2B) || isMark(index, 0x2D) || isDash(index)
    case .symbol: return isMark(index, 0x2B) || isMark(index, 0x26)
    case .word:
      return term.word == .and || term.word == .or || term.word == .to || Self.through.contains(term.key)
    case .opaque: return false
    }
  }

  /// "Vole" in "Vole 2.7 and 3.5 oars", where what follows would count for a whole number.
  private func isNamedVersion(_ index: Int) -> Bool {
    terms[index].isCapitalised && !terms[index].has([.function, .approximator, .weekday, .month])
  }

  private func countsNoun(_ next: Int) -> Bool {
    guard terms.indices.contains(next) else { return false }
    let follower = terms[next]
    return follower.kind == .symbol && !isMark(next, 0x2B) || follower.tag.isNoun && follower.isWord
      || follower.tag.isAdjective || follower.has([.percent, .scale, .measureUnit, .timeUnit, .currency, .peopleNoun])
  }

  /// Digits, a point and digits.
  private func isDecimal(_ index: Int) -> Bool {
    guard terms[index].kind == .number, terms[index].range.count >= 3 else { return false }
    return bytes[terms[index].range].contains(0x2E)
  }

  // MARK: Labels

  /// "lines 8-10", "items 2 and 4", "bugs: 4821, 1407": a plural for things that bear numbers, in front of more than one of these.
  private func isPluralLabel(_ first: Int, _ next: Int, _ quantity: Quantity) -> Bool {
    guard first > 0, !countsNoun(next) else { return false }
    var at = first
    while at > 1, first - at < Self.longestRow, joinsRow(at - 1) { at -= 1 }
    // "New cases: 640, 512": behind a colon most plurals are counted.
    if isMark(at - 1, 0x3A), Self.listed.contains(terms[at - 2].key) { at -= 1 }
    guard at > 0, Self.labels.contains(terms[at - 1].key), !has(at - 2, .number) else { return false }
    return quantity.kind == .range || at < first || joinsRow(next) && terms[next + 1].kind == .number
  }

  /// "on day 14", "for month 7 only", "a case numbered 5": one of several that go by their numbers.
  private func isNumbered(_ first: Int, _ next: Int) -> Bool {
    guard first > 0, !countsNoun(next) else { return false }
    if terms[first - 1].key == Self.numbered { return true }
    return first > 1 && has(first - 1, .timeUnit) && terms[first - 1].tag != .pluralNoun
      && has(first - 2, .preposition) && word(first - 2) != .per && next == first + 1
  }

  /// "here: 1. that the mill runs, and 2. that": points of a list inside the sentence.
  private func isInlinePoint(_ first: Int, _ next: Int) -> Bool {
    guard next == first + 1, terms[first].range.count <= 2, isMark(next, 0x2E), !terms[next].hasSpaceBefore,
      terms[next + 1].isWord, terms[next + 1].hasSpaceBefore
    else { return false }
    return isMark(first - 1, 0x3A) || isMark(first - 1, 0x3B)
      || (word(first - 1) == .and || word(first - 1) == .or) && (isComma(first - 2) || isMark(first - 2, 0x3B))
  }

  // MARK: Parts of names

  /// "ASN.1", "Rowlv1.3", "OS/2", "C++11", "U+0061", "S/390": close behind a mark that is close behind a name.
  private func isGluedToName(_ first: Int) -> Bool {
    guard first > 1, !terms[first].hasSpaceBefore, !terms[first - 1].hasSpaceBefore else { return false }
    switch byte(of: first - 1) {
    case 0x2E, 0x2F:
      let name = terms[first - 2]
      return name.isWord && name.isCapitalised
        && (name.shape.contains(.allCaps) || name.shape.contains(.hasDigit) || name.range.count == 1)
    case 0x3D: return terms[first - 2].isWord
    case 0x2B:
      let name = isMark(first - 2, 0x2B) ? first - 3 : first - 2
      return name >= 0 && terms[name].isWord && !terms[name + 1].hasSpaceBefore
    default: return false
    }
  }

  /// "ha−1", "s−1", "tan−1": an exponent lowered to the line.
  private func isExponent(_ first: Int) -> Bool {
    var at = first
    if terms[at].kind == .number, !terms[at].hasSpaceBefore, at > 0, isMathematicalMinus(at - 1) { at -= 1 }
    guard at > 0, isMathematicalMinus(at), !terms[at].hasSpaceBefore else { return false }
    return terms[at - 1].isWord && terms[at - 1].range.count <= 5
  }

  /// "21:17:40 -0300": how far a clock is from the world's.
  private func isTimeZone(_ first: Int, _ next: Int) -> Bool {
    guard first > 2, terms[next - 1].range.count == 4, terms[next - 1].kind == .number else { return false }
    let sign = next - 2
    guard isMark(sign, 0x2B) || isMark(sign, 0x2D), terms[sign].hasSpaceBefore, !terms[next - 1].hasSpaceBefore else {
      return false
    }
    return terms[sign - 1].kind == .number && (isMark(sign - 2, 0x3A) || bytes[terms[sign - 1].range].contains(0x3A))
  }

  /// "(c. 314 – 368)", "died circa 373,": a year of three digits, which no noun behind it makes a count.
  private func isEarlyYear(_ first: Int, _ next: Int) -> Bool {
    guard terms[first].range.count == 3, integer(first) != nil, first > 0 else { return false }
    let before = isMark(first - 1, 0x2E) ? first - 2 : first - 1
    return before >= 0 && Self.circa.contains(terms[before].key) && !countsNoun(next)
  }

  /// "a 2-tuple", "the 51-bp deletion": what more than one are tied to stands in the plural unless it names a kind.
  private func isTied(_ next: Int, _ quantity: Quantity) -> Bool {
    guard quantity.kind == .count, !quantity.hasScale, quantity.low.map({ $0 > 1 }) == true, isMark(next, 0x2D),
      !terms[next].hasSpaceBefore, !terms[next + 1].hasSpaceBefore, terms[next + 1].isWord
    else { return false }
    let noun = terms[next + 1]
    return noun.tag == .noun && !noun.has([.scale, .percent, .multiple, .fraction])
      && !has(quantity.terms.lowerBound - 1, .approximator)
  }

  /// "zero width", "a non zero exit", "should zero the counter".
  private func isZeroKind(_ quantity: Quantity) -> Bool {
    guard quantity.low == 0, quantity.high == 0, quantity.terms.count == 1 else { return false }
    let next = quantity.terms.upperBound
    if terms[quantity.terms.lowerBound - 1].key == Self.non || has(next, .definite) { return true }
    return terms[next].tag == .noun && terms[next + 1].tag.isNoun && terms[next + 1].isWord
  }

  /// "(scale bar: 50 µm)", "The scale bars represent 10 µm".
  private func isScaleBar(_ quantity: Quantity) -> Bool {
    let first = quantity.terms.lowerBound
    return (max(1, first - 10)..<max(1, first)).contains {
      Self.bars.contains(terms[$0].key) && terms[$0 - 1].key == Self.scale
    }
  }

  // MARK: Literature

  /// "in the mill. 9 For example", "and tar.23 Open": a note's number behind a stop, in front of another sentence.
  private func isNoteNumber(_ first: Int, _ next: Int) -> Bool {
    // "(Λx)2 when", "in the mill (1998)3 and"
    if next == first + 1, terms[first].range.count <= 2, isMark(first - 1, 0x29), !terms[first].hasSpaceBefore,
      !countsNoun(next)
    {
      return true
    }
    guard next == first + 1, terms[first].range.count <= 3, first > 1, terms.indices.contains(next),
      terms[next].isWord, terms[next].isCapitalised, terms[next].hasSpaceBefore
    else { return false }
    let isStop = isMark(first - 1, 0x2E) || isMark(first - 1, 0x3F) || isMark(first - 1, 0x21)
    guard isStop, !terms[first - 1].hasSpaceBefore else { return false }
    return !terms[first].hasSpaceBefore && terms[first - 2].isWord && terms[first - 2].range.count > 2
      || isSentenceStart(next) && !isSentenceStart(first)
  }

  /// "92 (6): 1087", "34(12), 10": a volume with its issue, and the page behind it.
  private func isVolume(_ first: Int, _ next: Int) -> Bool {
    if isMark(next, 0x28), terms[next + 1].kind == .number, isMark(next + 2, 0x29),
      isMark(next + 3, 0x3A) || isComma(next + 3), terms[next + 4].kind == .number
    {
      return true
    }
    return first > 4 && (isMark(first - 1, 0x3A) || isComma(first - 1)) && isMark(first - 2, 0x29)
      && terms[first - 3].kind == .number && isMark(first - 4, 0x28) && terms[first - 5].kind == .number
  }

  /// "(Moss 1998, 136–137)": the page behind a year.
  private func isPageBehindYear(_ first: Int, _ next: Int) -> Bool {
    guard isMark(next, 0x29) || isMark(next, 0x3B), isComma(first - 1) || isMark(first - 1, 0x3A) else { return false }
    // "(§ VI, 67)"
    if isMark(first - 4, 0x28), string(terms[first - 3].range) == "§" { return true }
    return year(at: first - 2) != nil && terms[first - 3].isWord
  }

  /// "[27–30]": notes from the one to the other.
  private func isBracketed(_ first: Int, _ next: Int) -> Bool {
    guard isMark(first - 1, 0x5B) || isComma(first - 1), isMark(next, 0x5D) || isComma(next) else { return false }
    var at = first - 1
    while at > 0, first - at < Self.longestRow, joinsRow(at), !isMark(at, 0x5B) { at -= 1 }
    guard isMark(at, 0x5B) else { return false }
    return (next..<min(terms.count, next + Self.longestRow)).first { !joinsRow($0) }.map { isMark($0, 0x5D) } ?? false
  }

  private func isSign(_ index: Int) -> Bool {
    isMark(index, 0x2D) || isMark(index, 0x2B) || isMathematicalMinus(index)
  }

  /// Terms of the longest row of numbers that is read: what is longer is a table.
  private static let longestRow = 24
  private static let numbered = foldedKey("numbered")
  private static let circa = foldedKeys("c c. ca ca. circa")
  private static let bit = foldedKey("bit")
  private static let any = foldedKey("x")
  private static let up = foldedKey("up")
  private static let non = foldedKey("non")
  private static let scale = foldedKey("scale")
  private static let bars = foldedKeys("bar bars")
  private static let later = foldedKeys("later newer earlier older upward upwards")
  private static let through = foldedKeys("through via")
  private static let introduced = foldedKeys(
    "introduced added broken fixed removed deprecated dropped new changed available released")
  private static let listed = foldedKeys("lines pages bugs tickets issues ports")
  private static let labels = foldedKeys(
    """
    lines items steps rows columns pages chapters sections figures tables equations examples extracts groups cases samples
    specimens stages phases versions releases levels bugs tickets issues bits ports channels volumes articles clauses
    paragraphs rules notes appendices parts lots gates platforms rooms routes questions eqs figs exercises
    """)
}
