import ProseText

/// A list of parts that does not come to its whole.
struct WrongSum {
  /// What is marked: from the first part to the end of the last, or the whole where the sentence is about what makes it up.
  var range: Range<Int>
  /// The other of the two; nil for the hundred percent that nobody needs to state.
  var related: Related?
  var message: String
  var fix: Fix?
}

extension Draft {
  /// Every list of parts that does not add up.
  func sums() -> [WrongSum] {
    var found: [WrongSum] = []
    for index in blocks.indices where figuresOfBlock[index].count >= 3 {
      switch blocks[index].outline.kind {
      case .paragraph, .listItem: break
      default: continue
      }
      let reader = PartsReader(draft: self, block: blocks[index])
      var first = figuresOfBlock[index].lowerBound
      let end = figuresOfBlock[index].upperBound
      var earlier: Range<Int>?
      while first < end {
        let sentence = figures[first].quantity.sentence
        var last = first
        while last < end, figures[last].quantity.sentence == sentence { last += 1 }
        if let sum = reader.counts(first..<last) ?? reader.shares(first..<last, after: earlier) { found.append(sum) }
        earlier = first..<last
        first = last
      }
    }
    return found
  }
}

/// Reads the lists of parts in one block; ranges are indices into the draft's figures, of one sentence each.
private struct PartsReader {
  let draft: Draft
  let block: DraftBlock
  private var passage: Passage { block.passage }

  init(draft: Draft, block: DraftBlock) {
    self.draft = draft
    self.block = block
  }

  private func quantity(_ figure: Int) -> Quantity { draft.figures[figure].quantity }

  // MARK: Shares of a hundred

  /// Answers to one question: at least three shares, of which one is for the rest.
  func shares(_ range: Range<Int>, after earlier: Range<Int>?) -> WrongSum? {
    var parts = range.filter { isShare(quantity($0)) }
    guard parts.count >= 2 else { return nil }
    var before: [Int] = []
    if let earlier, quantity(range.lowerBound).sentence == quantity(earlier.lowerBound).sentence + 1,
      goesOn(quantity(parts[0]))
    {
      before = earlier.filter { isShare(quantity($0)) }
      // Shares of something else, of which only some stand in the list.
      guard isOneList(before, links: .any) else { return nil }
    }
    let tokens = passage.sentences[quantity(range.lowerBound).sentence].tokens
    guard before.count + parts.count >= 3, isOneList(parts, links: .commas), !isChange(tokens),
      range.allSatisfy({ quantity($0).kind == .percent || quantity($0).kind == .date || isMargin($0) })
    else { return nil }
    parts = before + parts
    let residue = parts.filter { leavesRest(of: $0, in: parts) }
    guard !residue.isEmpty || saysYesAndNo(tokens) else { return nil }
    let sum = parts.reduce(0) { $0 + (quantity($1).value ?? 0) }
    let tolerance = parts.reduce(0) { $0 + (quantity($1).isApproximate ? 2 : 0.5) }
    // Far above it is no division, far below it is not the whole of one.
    guard (sum - 100).magnitude > tolerance + 1e-9, sum < 130,
      sum > 100 || sum > 80 && residue.contains(parts[parts.count - 1])
    else { return nil }
    return wrong(parts, listed: Array(parts.dropFirst(before.count)), sum: sum, whole: 100, at: nil)
  }

  private func isShare(_ quantity: Quantity) -> Bool {
    quantity.kind == .percent && quantity.exemption == nil && quantity.value != nil && quantity.bound == nil
  }

  private func isMargin(_ figure: Int) -> Bool { quantity(figure).kind == .percentagePoints }

  /// "Another 8 percent", "The remaining 5 percent" add to what was said before.
  private func goesOn(_ first: Quantity) -> Bool {
    let before = first.terms.lowerBound - 1
    return passage.word(before) == .another || passage.terms[before].key == Self.remaining
  }

  /// The words of a part say that it holds what the others do not.
  private func leavesRest(of part: Int, in parts: [Int]) -> Bool {
    words(of: part).contains { Self.rest.contains(passage.terms[$0].key) }
  }

  private func saysYesAndNo(_ tokens: Range<Int>) -> Bool {
    tokens.contains { passage.terms[$0].key == Self.yes } && tokens.contains { passage.word($0) == .no }
  }

  /// Growth and decline are no shares.
  private func isChange(_ tokens: Range<Int>) -> Bool {
    tokens.contains { Self.changes.contains(passage.terms[$0].key) }
  }

  // MARK: Counts and money

  /// "Of 100 seats, …", "The 300 dead include …", "The $10m budget is …".
  func counts(_ range: Range<Int>) -> WrongSum? {
    for whole in range.prefix(3) {
      let total = quantity(whole)
      guard total.kind == .count || total.kind == .currency, let value = total.value, value > 2, total.bound == nil,
        total.exemption == nil || total.exemption == .smallCount, block.facts.traits[total.sentence].isPlain,
        let opening = opening(total, next: range.filter { $0 > whole }.first)
      else { continue }
      let parts = parts(of: total, in: whole + 1..<range.upperBound)
      guard parts.count >= 2, isOneList(parts, links: .commas) else { continue }
      if opening == .people, !isPartition(parts) { continue }
      let sum = parts.reduce(0) { $0 + (quantity($1).value ?? 0) }
      var tolerance = value * 1e-9
      for part in parts + [whole] {
        if quantity(part).isApproximate { tolerance += quantity(part).rounding }
        // Errors of rounding in part cancel out.
        if quantity(part).hasScale { tolerance += quantity(part).rounding / 4 }
      }
      guard (sum - value).magnitude > tolerance else { return nil }
      if sum > value {
        guard sum < value * 1.6 else { return nil }
      } else {
        guard sum > value * 0.6, opening != .some || isPartition(parts) else { return nil }
      }
      return wrong(parts, listed: parts, sum: sum, whole: value, at: whole, marksWhole: opening == .composed)
    }
    return nil
  }

  private enum Opening {
    /// The words promise all of it: "The $10m budget is".
    case whole
    /// They promise all of it and are about the total: "is made up of".
    case composed
    /// They do if the parts are those of people: "The 300 guests were 180 men, …".
    case people
    /// They do not: "Of 6,000 jobs, …", "include".
    case some
  }

  /// How the words around a total open a list of its parts; nil where they do not.
  private func opening(_ total: Quantity, next: Int?) -> Opening? {
    guard let next else { return nil }
    let tokens = passage.sentences[total.sentence].tokens
    var first = total.terms.lowerBound
    if let words = total.approximator, words.upperBound == first { first = words.lowerBound }
    if passage.has(first - 1, .definite) { first -= 1 }
    let part = quantity(next).terms.lowerBound
    let between = total.terms.upperBound..<max(part, total.terms.upperBound)
    guard between.count <= 16 else { return nil }
    if passage.word(first - 1) == .of, first - 1 == tokens.lowerBound || passage.isComma(first - 2) {
      return between.contains { passage.isComma($0) } ? .some : nil
    }
    // The total is the subject, or all that stands before the list.
    guard first - tokens.lowerBound <= 1 else { return nil }
    guard
      let verb = between.last(where: {
        Self.including.contains(passage.terms[$0].key) || Self.composing.contains(passage.terms[$0].key)
          || passage.has($0, .be)
      })
    else { return nil }
    let rest = verb + 1..<part
    if Self.including.contains(passage.terms[verb].key) { return rest.count <= 2 ? .some : nil }
    if Self.composing.contains(passage.terms[verb].key) { return rest.count <= 5 ? .composed : nil }
    // "The $10m budget is $6m for roads"; "The 300 boats were 20 feet long" is no list, "The 300 guests were 180 men …" is.
    guard rest.isEmpty else { return nil }
    return total.kind == .currency ? .whole : .people
  }

  /// The figures behind a total that are of its kind, up to where another list begins inside.
  private func parts(of total: Quantity, in range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var depth = total.terms.upperBound
    for figure in range {
      let part = quantity(figure)
      // "of which 9 are new", "including 4 children", "(40 of them women)": parts of a part.
      let between = depth..<part.terms.lowerBound
      if between.contains(where: { isNested($0) }) { return [] }
      depth = part.terms.upperBound
      guard part.kind == total.kind, part.unit == total.unit, part.value != nil, part.bound == nil else {
        // Another kind of figure in the middle: dates and shares in brackets do no harm.
        if part.kind == .date || part.kind == .percent || part.kind == .ordinal { continue }
        return []
      }
      switch part.exemption {
      case nil, .smallCount, .name: result.append(figure)
      default: return []
      }
    }
    return result
  }

  private func isNested(_ index: Int) -> Bool {
    switch passage.word(index) {
    case .which, .them, .including: true
    default: passage.isMark(index, 0x28) || passage.terms[index].key == Self.whom
    }
  }

  /// "men … women … children", or a part for the others.
  private func isPartition(_ parts: [Int]) -> Bool {
    guard let last = parts.last else { return false }
    if words(of: last).contains(where: { Self.rest.contains(passage.terms[$0].key) }) { return true }
    let nouns = Set(parts.compactMap { quantity($0).counted.map { passage.terms[$0].key } })
    return nouns.isSuperset(of: Self.sexes) || nouns.isSuperset(of: Self.ages)
  }

  // MARK: Lists

  private enum Links { case commas, any }

  /// Whether figures stand close together with a comma, a semicolon or "and" between each two.
  private func isOneList(_ parts: [Int], links: Links) -> Bool {
    guard parts.count > 1 || links == .any else { return false }
    for (one, next) in zip(parts, parts.dropFirst()) {
      let between =
        quantity(one).terms.upperBound..<max(quantity(next).terms.lowerBound, quantity(one).terms.upperBound)
      guard between.count <= 12 else { return false }
      if links == .any { continue }
      guard
        between.contains(where: {
          passage.isComma($0) || passage.isMark($0, 0x3B) || passage.word($0) == .and || passage.word($0) == .while
        })
      else { return false }
    }
    return true
  }

  /// The words of a part: from the part before it, or the comma, to the one behind it or the stop.
  private func words(of part: Int) -> Range<Int> {
    let tokens = passage.sentences[quantity(part).sentence].tokens
    var first = quantity(part).terms.lowerBound
    while first > tokens.lowerBound, !passage.isComma(first - 1), passage.word(first - 1) != .and,
      passage.terms[first - 1].kind != .number, quantity(part).terms.lowerBound - first < 6
    {
      first -= 1
    }
    return first..<end(of: part)
  }

  /// One past the last term of a part.
  private func end(of part: Int) -> Int {
    let tokens = passage.sentences[quantity(part).sentence].tokens
    var end = quantity(part).terms.upperBound
    while end < tokens.upperBound, end - quantity(part).terms.upperBound < 12 {
      let term = passage.terms[end]
      if term.kind == .number || passage.word(end) == .and
        || term.kind == .punctuation && !passage.isMark(end, 0x2D) && !passage.isMark(end, 0xE2)
      {
        break
      }
      end += 1
    }
    return end
  }

  private func wrong(
    _ parts: [Int], listed: [Int], sum: Double, whole: Double, at total: Int?, marksWhole: Bool = false
  ) -> WrongSum? {
    guard let first = listed.first, let last = listed.last else { return nil }
    var start = quantity(first).terms.lowerBound
    if goesOn(quantity(first)) { start -= 1 }
    let list = block.range(start..<max(end(of: last), quantity(last).terms.upperBound))
    let terms = parts.map { Numerals.exact(quantity($0).value ?? 0) }.joined(separator: " + ")
    let message = "\(terms) is \(Numerals.exact(sum)), not \(Numerals.exact(whole))."
    guard let total else {
      let note = " [sum: \(Numerals.exact(sum))%]"
      return WrongSum(
        range: list, related: nil, message: message,
        fix: draft.insertion(after: list, note, title: "Insert “\(note.dropFirst())”"))
    }
    let range = draft.range(draft.figures[total])
    return marksWhole
      ? WrongSum(
        range: range, related: Related(range: list, message: "the parts"), message: message, fix: fix(total, sum))
      : WrongSum(
        range: list, related: Related(range: range, message: "the whole"), message: message, fix: fix(total, sum))
  }

  /// Writes the sum in the place of the whole, where its digits can be replaced as they stand.
  private func fix(_ total: Int, _ sum: Double) -> Fix? {
    let terms = quantity(total).terms
    guard let value = quantity(total).value, let index = terms.last(where: { passage.terms[$0].kind == .number }),
      let number = passage.number(at: index), number.mantissa > 0
    else { return nil }
    let range = block.range(index..<index + 1)
    let written = draft.string(range)
    let digits = Numerals.plain(sum / (value / number.mantissa), grouped: written.contains(",") || written.count < 4)
    return draft.replacement(of: range, with: digits, title: "Replace “\(written)” with “\(digits)”")
  }

  private static let whom = foldedKey("whom")
  private static let yes = foldedKey("yes")
  private static let remaining = foldedKey("remaining")
  private static let rest = foldedKeys(
    "other others undecided unsure rest remaining remainder neither none abstained unknown undeclared nobody elsewhere opinion"
  )
  private static let changes = foldedKeys(
    """
    rose rise rises risen rising fell fall falls fallen falling grew grow grown growth gained gain gains lost down up
    increase increased increases decrease decreased decline declined dropped drop jumped cut cuts higher lower
    """)
  private static let including = foldedKeys("include includes included including")
  private static let composing = foldedKeys(
    "made consist consists consisted comprise comprises comprised comprising composed split divided")
  private static let sexes = foldedKeys("men women")
  private static let ages = foldedKeys("adults children")
}

extension SentenceTraits {
  /// It states something: no instruction, supposition or sum worked out aloud.
  fileprivate var isPlain: Bool { isDisjoint(with: [.instruction, .hypothetical, .arithmetic, .question]) }
}
