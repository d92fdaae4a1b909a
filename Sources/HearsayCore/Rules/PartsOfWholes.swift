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
    for index in focus ?? blocks.indices where figuresOfBlock[index].count >= 3 {
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
struct PartsReader {
  let draft: Draft
  let block: DraftBlock
  var passage: Passage { block.passage }

  init(draft: Draft, block: DraftBlock) {
    self.draft = draft
    self.block = block
  }

  func quantity(_ figure: Int) -> Quantity { draft.figures[figure].quantity }

  // MARK: Lists

  /// "Another 8 percent", "The remaining 5 percent" add to what was said before.
  func goesOn(_ first: Quantity) -> Bool {
    let before = first.terms.lowerBound - 1
    return passage.word(before) == .another || passage.terms[before].key == Self.remaining
  }

  enum Links { case commas, any }

  /// Whether figures stand close together with a comma, a semicolon or "and" between each two.
  func isOneList(_ parts: [Int], links: Links) -> Bool {
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
  func words(of part: Int) -> Range<Int> {
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

  func wrong(
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

  static let remaining = foldedKey("remaining")
  static let rest = foldedKeys(
    "other others undecided unsure rest remaining remainder neither none abstained unknown undeclared nobody elsewhere opinion"
  )
}
