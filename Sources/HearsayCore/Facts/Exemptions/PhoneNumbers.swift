import ProseText

/// A telephone number or a like string of digits that names a thing.
struct DialledReading {
  /// Its terms, an opening bracket or plus before the digits included.
  var terms: Range<Int>
  var exemption: Exemption
  /// What the digits would be as an amount, where they stand in one group.
  var value: Double?
}

/// Groups of digits with nothing but telephone punctuation between them.
private struct DigitGroups {
  var terms: Range<Int>
  /// How many digits each group has.
  var lengths: [Int] = []
  /// For each group, whether its first digit is a nought and others follow.
  var opensWithZero: [Bool] = []
  /// For each gap between groups: a space, or the mark in it.
  var gaps: [UInt8] = []
  var hasPlus = false
  var hasBrackets = false
  var hasExtension = false

  var digits: Int { lengths.reduce(0, +) }
}

extension Passage {
  /// The telephone number that begins at a term, or the reference of the same shape.
  ///
  /// Shapes are those of ITU-T E.164 and E.123 and of national habits: a plus, noughts in front, an area code in brackets, groups
  /// like 3-3-4. Digits that could be an amount count as a number to dial only behind a word that says so.
  func dialled(at index: Int) -> DialledReading? {
    guard !carriesOn(index), var groups = digitGroups(at: index), groups.digits >= 6, groups.digits <= 17,
      !opensWithDate(groups)
    else { return nil }
    let value = groups.lengths.count == 1 ? number(at: groups.terms.upperBound - 1)?.low : nil
    readExtension(&groups)
    if carriesAmount(groups.terms.upperBound), !groups.hasPlus, !groups.opensWithZero[0] || groups.digits < 9 {
      return nil
    }
    if isPhoneShape(groups) || (isThousands(groups) ? isSaidToDial(groups.terms) : hasDialCue(groups.terms)) {
      return DialledReading(terms: groups.terms, exemption: .phone, value: value)
    }
    if isReferenceShape(groups) { return DialledReading(terms: groups.terms, exemption: .identifier, value: value) }
    return nil
  }

  /// "1 414 021 100": the digits before it belong to one amount with these.
  private func carriesOn(_ index: Int) -> Bool { index > 0 && terms[index - 1].kind == .number }

  /// "call 101", "phoned 911", "dial 112 for help": the short numbers of services.
  func isServiceNumber(_ first: Int, _ next: Int) -> Bool {
    guard first > 0, integer(first) != nil, terms[first].range.count <= 6,
      next >= terms.count || !terms[next].tag.isNoun && !terms[next].tag.isAdjective && terms[next].kind != .symbol
    else { return false }
    return isDialWord(first - 1) || (word(first - 1) == .on || isMark(first - 1, 0x3A)) && isDialWord(first - 2)
  }

  // MARK: Groups

  private func digitGroups(at index: Int) -> DigitGroups? {
    var groups = DigitGroups(terms: index..<index)
    var at = index
    if isMark(at, 0x2B) {
      groups.hasPlus = true
      at += 1
    }
    guard appendDigits(at, to: &groups) else { return nil }
    at += 1
    var start = index
    var depth = isMark(index - 1, 0x28) ? 1 : 0
    let isInBrackets = depth > 0
    while groups.lengths.count < 9, at < terms.count {
      var longer = groups
      var gap: UInt8 = terms[at].hasSpaceBefore ? 0x20 : 0
      var next = at
      var inside = depth
      scanning: while next - at < 3 {
        switch terms[next].kind == .punctuation || terms[next].kind == .symbol ? byte(of: next) : 0 {
        case 0x28: inside += 1
        case 0x29: inside -= 1
        case 0x2D, 0x2E, 0x2F: gap = byte(of: next)
        default: break scanning
        }
        next += 1
      }
      longer.gaps.append(gap)
      longer.hasBrackets = longer.hasBrackets || inside != depth || depth > 0 && inside > 0 && !isInBrackets
      // "in 2021. 400 barges": a stop with a space behind it ends the sentence.
      guard next > at || gap == 0x20, gap != 0x2E || !terms[next].hasSpaceBefore, appendDigits(next, to: &longer),
        gap != 0x20 || !opensDate(next)
      else { break }
      groups = longer
      if isInBrackets, inside < 1, depth > 0 { start = index - 1 }
      depth = inside
      at = next + 1
    }
    groups.terms = start..<at
    return groups
  }

  /// "(555) 349-0142 03/07/2021 09:15": what follows the number is when, not more of it.
  private func opensDate(_ index: Int) -> Bool { isMark(index + 1, 0x2F) || isMark(index + 1, 0x3A) }

  /// Plain digits, or groups of them with dots between ("837.824.1482").
  private func appendDigits(_ index: Int, to groups: inout DigitGroups) -> Bool {
    guard index < terms.count, terms[index].kind == .number else { return false }
    var run = 0
    var first: UInt8 = 0
    for offset in terms[index].range {
      let value = byte(offset)
      if value &- 0x30 < 10 {
        if run == 0 { first = value }
        run += 1
      } else if value == 0x2E, run > 0 {
        add(run, first, to: &groups)
        groups.gaps.append(0x2E)
        run = 0
      } else if value >= 0x80 {
        // A space at which no line breaks.
        if run > 0 {
          add(run, first, to: &groups)
          groups.gaps.append(0x20)
          run = 0
        }
      } else {
        return false
      }
    }
    add(run, first, to: &groups)
    return true
  }

  private func add(_ run: Int, _ first: UInt8, to groups: inout DigitGroups) {
    groups.lengths.append(run)
    groups.opensWithZero.append(first == 0x30 && run > 1)
  }

  /// "ext. 123", "x068", "extension 12".
  private func readExtension(_ groups: inout DigitGroups) {
    guard groups.digits >= 7 else { return }
    var at = groups.terms.upperBound
    guard at < terms.count, terms[at].isWord else { return }
    let range = terms[at].range
    if byte(of: at) | 0x20 == 0x78, range.count > 1, range.dropFirst().allSatisfy({ byte($0) &- 0x30 < 10 }) {
      groups.terms = groups.terms.lowerBound..<at + 1
      groups.hasExtension = true
      return
    }
    guard Self.extensions.contains(terms[at].key) else { return }
    at += 1
    if isMark(at, 0x2E) { at += 1 }
    guard at < terms.count, terms[at].kind == .number, integer(at) != nil else { return }
    groups.terms = groups.terms.lowerBound..<at + 1
    groups.hasExtension = true
  }

  private static let extensions = WordKeys(["ext", "ext.", "extension", "x", "extn"])

  // MARK: Shapes

  private func isPhoneShape(_ groups: DigitGroups) -> Bool {
    let lengths = groups.lengths
    if groups.hasExtension { return true }
    if groups.hasPlus { return groups.digits >= 7 }
    // "0176 1234 5678", "0039 3122411111", "012234": no amount opens with a nought.
    if groups.opensWithZero[0], groups.gaps.first != 0x2E { return true }
    if groups.hasBrackets, lengths.count > 1, groups.digits >= 7, lengths[0] != 4 { return true }
    // North American: 3-3-4, with the country's 1 before it or not.
    if lengths == [3, 3, 4] || lengths == [1, 3, 3, 4] { return true }
    // A group that opens with a nought carries on what stands before it: "555 0130".
    if lengths == [3, 4], groups.opensWithZero[1], groups.gaps != [0x2E] { return true }
    // Pairs: "12-34-56-78".
    return lengths.count >= 4 && lengths.allSatisfy { $0 == 2 } && Set(groups.gaps).count == 1 && groups.gaps[0] != 0x20
  }

  /// "02-03-2021", "2023/07/19", "0900-1700": a date or hours, not a number to dial.
  private func opensWithDate(_ groups: DigitGroups) -> Bool {
    guard !groups.hasPlus, !groups.hasBrackets else { return false }
    let lengths = groups.lengths
    if lengths == [4, 4], groups.gaps == [0x2D], groups.opensWithZero[0] { return true }
    guard lengths.count == 3 || lengths.count > 3 && groups.gaps[2] == 0x20, groups.gaps[0] == groups.gaps[1],
      groups.gaps[0] != 0x20, lengths[1] <= 2
    else { return false }
    return lengths[0] == 4 && lengths[2] <= 2 || lengths[0] <= 2 && (lengths[2] == 4 || lengths[2] == 2)
  }

  /// Three or more groups tied by hyphens, or more digits without a separator than anyone counts: "978-3-16-148410-0".
  private func isReferenceShape(_ groups: DigitGroups) -> Bool {
    let isTied = groups.lengths.count >= 3 && groups.gaps.allSatisfy { $0 == 0x2D }
    return isTied || groups.lengths.count == 1 && !groups.hasPlus && groups.digits >= 11
  }

  /// "12 300 000": groups of three behind one to three digits are thousands.
  private func isThousands(_ groups: DigitGroups) -> Bool {
    groups.lengths.count > 1 && groups.lengths[0] <= 3 && !groups.opensWithZero[0]
      && groups.lengths.dropFirst().allSatisfy { $0 == 3 } && groups.gaps.allSatisfy { $0 == 0x20 || $0 == 0x2E }
  }

  /// What follows makes the digits an amount: a unit, a scale, a percent sign, a noun that they count.
  private func carriesAmount(_ index: Int) -> Bool {
    guard index < terms.count else { return false }
    let term = terms[index]
    if term.kind == .symbol { return !isMark(index, 0x23) }
    guard term.isWord else { return false }
    return term.has([.scale, .percent, .currency, .timeUnit]) && term.range.count > 1 || term.tag == .pluralNoun
      || term.has(.peopleNoun)
  }

  // MARK: Words that say so

  /// "phone number is", "call", "fax:" shortly before, "area code" shortly behind.
  private func hasDialCue(_ range: Range<Int>) -> Bool {
    var steps = 0
    var at = range.lowerBound - 1
    while at >= 0, steps < 8 {
      let term = terms[at]
      if isMark(at, 0x2E), steps > 1 || terms[at + 1].hasSpaceBefore && terms[at + 1].isCapitalised { break }
      if term.isWord, isDialWord(at) { return true }
      at -= 1
      steps += 1
    }
    let next = range.upperBound
    return (next..<min(terms.count, next + 8)).contains {
      Self.codes.contains(terms[$0].key) && terms[$0 - 1].key == Self.area
    }
  }

  /// "phone number is 555 014 221": nothing but little words between the noun and the digits.
  private func isSaidToDial(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    while at >= 0, range.lowerBound - at < 5 {
      if Self.dialNouns.contains(terms[at].key) { return true }
      // "Night line: 555 014": with a colon it is one to call.
      if terms[at].key == Self.line, isMark(at + 1, 0x3A) { return true }
      guard
        terms[at].word == .number || terms[at].word == .no || terms[at].has([.be, .preposition])
          || terms[at].kind == .punctuation
      else { return false }
      at -= 1
    }
    return false
  }

  private func isDialWord(_ index: Int) -> Bool {
    let term = terms[index]
    if Self.dialNouns.contains(term.key) { return true }
    // "call 555 0130", "called on 555 0130"; a "phone call" that took 1 200 000 minutes is neither.
    return Self.dialVerbs.contains(term.key) && (!term.tag.isNoun || isSentenceOpening(index))
  }

  private func isSentenceOpening(_ index: Int) -> Bool {
    sentences[sentence(of: index)].tokens.lowerBound == index
  }

  private static let dialNouns = foldedKeys(
    "phone telephone tel tel. fax mobile cellphone landline hotline helpline switchboard whatsapp")
  private static let dialVerbs = foldedKeys("call calling dial dialling dialing dialled dialed phoned ring ringing")
  private static let codes = WordKeys(["code", "codes"])
  private static let area = foldedKey("area")
  private static let line = foldedKey("line")
}
