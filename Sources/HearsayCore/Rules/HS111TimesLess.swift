import ProseText

extension Rule {
  static let timesLess = Rule(
    id: "HS111", name: "times-less", severity: .information,
    summary: "“Three times less” has no agreed meaning.",
    why: """
      One time less is nothing left; some readers take “three times less” for a third, some for a quarter. Say “a third as much”.
      """,
    standard: "Guardian and AP usage, plain-language guides",
    flagged: [
      Example("The illness is ⟦three times less⟧ common."),
      Example("The new seal is ⟦ten times smaller⟧."),
      Example("The tunnel is ⟦five times cheaper⟧ than a bridge, the council said."),
      Example("The crisps have ⟦200% less⟧ salt."),
      Example("The kiln uses ⟦4 times less⟧ gas than it did."),
    ],
    clean: [
      Example("The illness is a third as common."),
      Example("The illness is three times as common."),
      Example("They are three times more likely to fall ill."),
      Example("The crisps have at least 20% less salt."),
      Example("Steel hulls are eight times stronger."),
      Example("The pump failed three times, fewer than the old one."),
      Example("“It is three times cheaper,” said Ida Brandt."),
      Example("She won three times less than a year later."),
    ], reach: .block
  ) { draft, report in
    for figure in draft.readFigures where draft.isClaim(figure) {
      guard let less = comparative(figure, draft), draft.quotation(block: figure.block, term: less) == nil else {
        continue
      }
      let block = draft.blocks[figure.block]
      let range = block.absolute(figure.quantity.range).lowerBound..<block.range(less..<less + 1).upperBound
      report.add(
        range, "“\(draft.excerpt(range))” can mean more than one thing.", fixes: asMuch(figure, less, range, draft))
    }
  }

  /// The word of less behind a multiple, or behind 100 percent and more.
  private static func comparative(_ figure: DraftFigure, _ draft: Draft) -> Int? {
    let quantity = figure.quantity
    guard quantity.exemption == nil || quantity.exemption == .smallCount, let value = quantity.low, value > 1 else {
      return nil
    }
    let passage = draft.blocks[figure.block].passage
    let next = quantity.terms.upperBound
    let last = passage.terms[next - 1]
    let isMultiple =
      quantity.kind == .multiple && last.word == .times
      || quantity.kind == .count && last.word == .times
    guard isMultiple || quantity.kind == .percent && value >= 100, ChangeWords.lessWords[passage.terms[next].key] != nil
    else { return nil }
    // "won three times less than a year later"
    let isLessThan = passage.terms[next].word == .less && passage.word(next + 1) == .than
    return isLessThan && passage.has(next + 2, [.indefinite, .number, .timeUnit]) ? nil : next
  }

  /// "a third as expensive", where the words leave no doubt.
  private static func asMuch(_ figure: DraftFigure, _ less: Int, _ range: Range<Int>, _ draft: Draft) -> [Fix] {
    let block = draft.blocks[figure.block]
    let passage = block.passage
    guard figure.quantity.kind != .percent, let value = figure.quantity.low, value == figure.quantity.high,
      let part = part(value), let word = ChangeWords.lessWords[passage.terms[less].key]
    else { return [] }
    let next = passage.terms[less + 1]
    var words = "\(part) as \(word)"
    if passage.terms[less].word == .less, next.tag.isAdjective || next.tag.isAdverb {
      words = "\(part) as"
    } else if passage.terms[less].word != .less, word != "many", next.isWord, next.tag.isNoun || next.tag.isAdjective {
      return []
    }
    var edits = [TextEdit(range: range, newText: words)]
    for at in less + 1..<less + 8 {
      guard passage.terms[at].isWord else { break }
      guard passage.word(at) == .than else { continue }
      edits.append(TextEdit(range: block.range(at..<at + 1), newText: "as"))
      break
    }
    return [Fix(title: "Replace “\(draft.excerpt(range))” with “\(words)”", isPreferred: false, edits: edits)]
  }

  private static func part(_ value: Double) -> String? {
    let parts: [Double: String] = [
      2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 6: "a sixth", 7: "a seventh", 8: "an eighth", 9: "a ninth",
      10: "a tenth", 20: "a twentieth", 100: "a hundredth",
    ]
    return parts[value]
  }
}
