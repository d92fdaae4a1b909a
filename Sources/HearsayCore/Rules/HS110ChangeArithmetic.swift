import ProseText

extension Rule {
  static let changeArithmetic = Rule(
    id: "HS110", name: "change-arithmetic", severity: .error,
    summary: "A sum that the text states must be right.",
    why: """
      Readers do the sum. A change in percent is the difference divided by the value before it, whatever the value behind; rounding of \
      the stated numbers is allowed for.
      """,
    standard: "Royal Statistical Society training for journalists, Full Fact practice",
    flagged: [
      Example("Complaints went up from 40 to 50, a rise of ⟦20 percent⟧."),
      Example("The illness strikes one in 20 adults, or about ⟦8 percent⟧."),
      Example("Profits ⟦doubled⟧ from $3m to $5m."),
      Example("The yard will shed a tenth of the 400 staff, or ⟦60⟧ people."),
      Example("Rents dropped from 800 crowns to 640, a cut of ⟦25 percent⟧, the ferry line said."),
      Example("The bridge fee climbs from 3.0 to 3.6 crowns, a rise of ⟦10 percent⟧."),
      Example("The usual crossing went from 75 to 60 minutes, down ⟦25%⟧."),
      Example("The forge wasted 26.0 kg of tin, or ⟦50%⟧ more than in 2021, when it wasted 20.0 kg."),
      Example("Support rose by ⟦4 percentage points⟧, from 41 percent to 47 percent."),
      Example("The mill made 5.4 million bricks, up ⟦30 percent⟧ from 4.8 million."),
      Example("Of the staff, 90 of the 300 nurses, or ⟦20 percent⟧, have resigned."),
      Example("The 64 volunteers picked up 1,152 kg in all, an average of ⟦28 kg⟧ each."),
      Example("Of 48 hens, 12 (⟦20 percent⟧) fell ill."),
    ],
    clean: [
      Example("Output rose from 200 to 300 tonnes, an annual rise of 8 percent."),
      Example("Output rose from 200 to 300 tonnes, or 8 percent a year."),
      Example("Burglaries fell from 2,340 to 1,911, a drop of 18 percent."),
      Example("The illness strikes one in eight, or 12.5%."),
      Example("Sales nearly doubled, from 2.1m to 4.0m."),
      Example("It strikes about a third (34%) of the flock."),
      Example("Complaints went up from 40 to 50, a rise of 25 percent."),
      Example("Output rose from 2 million to 3 million tonnes, up 48 percent."),
      Example("The rate rose from 4% to 6%, a rise of 2 percentage points."),
      Example("Costs more than doubled, from 3 to 7 million crowns."),
      Example("The yard will shed a tenth of the 400 staff, or 40 people."),
      Example("Visits rose to 2,090 from 1,900, up a tenth."),
      Example("“It went up from 40 to 50, a rise of 20 percent,” said Ida Brandt."),
      Example("The 64 volunteers picked up 1,152 kg in all, an average of 18 kg each."),
      Example("Prices rose from $1.20 to $1.50, and wages by 3 percent."),
      Example("The fleet grew from 40 to 50 barges, and crews got a rise of 5 percent."),
    ], reach: .block
  ) { draft, report in
    for measured in draft.measuredChanges() { checkChange(measured, draft, &report) }
    for (index, block) in draft.readBlocks where draft.isProse(index) {
      for restatement in block.facts.restatements { checkRestatement(restatement, index, draft, &report) }
    }
  }

  private static func checkChange(_ measured: MeasuredChange, _ draft: Draft, _ report: inout Report) {
    let block = draft.blocks[measured.block]
    guard let from = measured.change.from, let to = measured.change.to,
      case .wrong(let value) = ChangeArithmetic(quantities: block.facts.quantities).outcome(measured.change)
    else { return }
    let range = block.absolute(measured.amount.range)
    let ends = "From \(draft.string(block.range(from.terms))) to \(draft.string(block.range(to.terms)))"
    let direction = to.value < from.value ? "fall" : "rise"
    let places = measured.amount.places
    let numeral = draft.numeral(of: measured.amount, in: measured.block)
    var sum = ""
    var fixes: [Fix] = []
    switch measured.amount.kind {
    case .multiple:
      sum =
        "\(Numerals.decimal(value, places: 2)) times as much, not \(Numerals.decimal(measured.amount.low ?? 0, places: 1))"
    case .ratio:
      let percent = Numerals.decimal(value * 100, places: 0) + " percent"
      sum = "a \(direction) of \(percent), not \(draft.string(range))"
      fixes = [draft.replacement(of: range, with: percent, title: "Replace “\(draft.string(range))” with “\(percent)”")]
    default:
      let right = Numerals.decimal(value, places: places)
      guard right != draft.string(numeral) else { return }
      let unit = unit(measured.amount, right)
      sum = "a \(direction) of \(right)\(unit), not \(draft.string(numeral))"
      if !measured.amount.hasScale {
        fixes = [replacing(numeral, in: range, with: right, draft)]
      }
    }
    report.add(
      range, "\(ends) is \(sum).",
      related: [
        Related(range: block.range(from.terms), message: "before"),
        Related(range: block.range(to.terms), message: "after"),
      ], fixes: fixes)
  }

  private static func unit(_ amount: Quantity, _ text: String) -> String {
    switch amount.kind {
    case .percent: " percent"
    case .percentagePoints: text == "1" ? " percentage point" : " percentage points"
    default: ""
    }
  }

  /// Replaces the digits of a figure; the title shows the figure before and after.
  private static func replacing(_ numeral: Range<Int>, in range: Range<Int>, with right: String, _ draft: Draft) -> Fix
  {
    let before = draft.string(range.lowerBound..<numeral.lowerBound)
    let behind = draft.string(numeral.upperBound..<range.upperBound)
    return draft.replacement(
      of: numeral, with: right, title: "Replace “\(draft.string(range))” with “\(before)\(right)\(behind)”",
      isPreferred: true)
  }

  // MARK: Amounts said twice

  private static func checkRestatement(
    _ restatement: Restatement, _ index: Int, _ draft: Draft, _ report: inout Report
  ) {
    let block = draft.blocks[index]
    let quantities = block.facts.quantities
    func words(_ quantity: Int) -> String { draft.string(block.absolute(quantities[quantity].range)) }
    func add(_ quantity: Int, _ right: String, _ message: String) {
      guard draft.isAsserted(quantities[quantity], in: index) else { return }
      let range = block.absolute(quantities[quantity].range)
      let numeral = draft.numeral(of: quantities[quantity], in: index)
      guard draft.string(numeral) != right else { return }
      let canReplace = quantities[quantity].kind != .ratio && !quantities[quantity].hasScale
      report.add(range, message, fixes: canReplace ? [replacing(numeral, in: range, with: right, draft)] : [])
    }
    switch restatement {
    case .same(let first, let second):
      guard !fraction(quantities[first]).overlaps(fraction(quantities[second])), let value = quantities[first].low
      else {
        return
      }
      let percent = Numerals.decimal(
        quantities[first].kind == .ratio ? value * 100 : value, places: quantities[second].places)
      if quantities[first].kind == .ratio {
        add(second, percent, "\(sentenceCase(words(first))) is \(percent) percent, not \(words(second)).")
      } else {
        add(second, "", "\(sentenceCase(words(first))) is not \(words(second)).")
      }
    case .share(let share, let whole, let part):
      guard let possible = fraction(quantities[share]).times(quantities[whole].possible),
        !possible.overlaps(quantities[part].possible), let of = quantities[whole].low, let value = quantities[part].low,
        let rate = quantities[share].low, of > 0
      else { return }
      if share > part {
        let percent = Numerals.decimal(value / of * 100, places: quantities[share].places)
        add(share, percent, "\(words(part)) of \(words(whole)) is \(percent) percent, not \(words(share)).")
      } else {
        let right = Numerals.decimal(rate * (quantities[share].kind == .percent ? 0.01 : 1) * of, places: 0)
        add(part, right, "\(sentenceCase(words(share))) of \(words(whole)) is \(right), not \(words(part)).")
      }
    case .average(let average, let total, let count):
      guard let possible = quantities[total].possible.divided(by: quantities[count].possible),
        !possible.overlaps(quantities[average].possible), let sum = quantities[total].low,
        let number = quantities[count].low
      else { return }
      let right = Numerals.decimal(sum / number, places: max(quantities[average].places, sum / number < 10 ? 1 : 0))
      add(average, right, "\(words(total)) divided by \(words(count)) is \(right), not \(words(average)).")
    }
  }

  /// A share between nothing and all of it, rounding allowed for.
  private static func fraction(_ quantity: Quantity) -> ValueRange {
    var range = quantity.possible
    if quantity.kind == .percent { return ValueRange(low: range.low / 100, high: range.high / 100) }
    guard let value = quantity.low else { return range }
    // "one in eight" and "a third" are rough, however they are written.
    range.low = min(range.low, value * 0.9)
    range.high = max(range.high, value * 1.1)
    return quantity.isApproximate || quantity.bound != nil ? range : ValueRange(value, slack: value * 0.1)
  }

  private static func sentenceCase(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
