extension FigureClaim: Storable {
  func store(into writer: inout StoreWriter) {
    range.store(into: &writer)
    phrase.store(into: &writer)
    sense.store(into: &writer)
    names.store(into: &writer)
    spelledNames.store(into: &writer)
    deeds.store(into: &writer)
    period.store(into: &writer)
    digits.store(into: &writer)
    hasScale.store(into: &writer)
    isToll.store(into: &writer)
    isQualified.store(into: &writer)
    teller.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      range: try Range(from: &reader), phrase: try String(from: &reader), sense: try FigureSense(from: &reader),
      names: try Set(from: &reader), spelledNames: try Set(from: &reader), deeds: try Set(from: &reader),
      period: try WindowExpression.Period?(from: &reader), digits: try Int(from: &reader),
      hasScale: try Bool(from: &reader), isToll: try Bool(from: &reader), isQualified: try Bool(from: &reader),
      teller: try [UInt64](from: &reader))
  }
}

extension FigureSense: Storable {
  func store(into writer: inout StoreWriter) {
    kind.store(into: &writer)
    unit.store(into: &writer)
    low.store(into: &writer)
    high.store(into: &writer)
    rounding.store(into: &writer)
    bound.store(into: &writer)
    counted.head.store(into: &writer)
    counted.words.store(into: &writer)
    counted.isPeople.store(into: &writer)
    clause.store(into: &writer)
    from.store(into: &writer)
    to.store(into: &writer)
    isFlow.store(into: &writer)
    rateDays.store(into: &writer)
    text.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      kind: try FigureKind(from: &reader), unit: try String?(from: &reader), low: try Double(from: &reader),
      high: try Double(from: &reader), rounding: try Double(from: &reader), bound: try Bound?(from: &reader),
      counted: CountedPhrase(
        head: try UInt64?(from: &reader), words: try Set(from: &reader), isPeople: try Bool(from: &reader)),
      clause: try Set(from: &reader), from: try CalendarDate?(from: &reader), to: try CalendarDate?(from: &reader),
      isFlow: try Bool(from: &reader), rateDays: try Double?(from: &reader), text: try String(from: &reader))
  }
}

extension PartialDate: Storable {
  func store(into writer: inout StoreWriter) { [year, month, day, weekday].forEach { $0.store(into: &writer) } }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      year: try Int?(from: &reader), month: try Int?(from: &reader), day: try Int?(from: &reader),
      weekday: try Int?(from: &reader))
  }
}

extension WindowExpression.Period: Storable {
  func store(into writer: inout StoreWriter) {
    switch self {
    case .since(let date): Self.store(0, [date], into: &writer)
    case .within(let date): Self.store(1, [date], into: &writer)
    case .relative(let days, let shift): Self.store(2, [days, shift], into: &writer)
    case .until(let date): Self.store(3, [date], into: &writer)
    case .ending(let date, let months, let days):
      Self.store(4, [date], into: &writer)
      [months, days].forEach { $0.store(into: &writer) }
    case .trailing(let months, let days): Self.store(5, [months, days], into: &writer)
    case .yearToDate: writer.write(byte: 6)
    case .between(let from, let to): Self.store(7, [from, to], into: &writer)
    case .rate(let days): Self.store(8, [days], into: &writer)
    case .length(let days): Self.store(9, [days], into: &writer)
    }
  }

  private static func store(_ kind: UInt8, _ values: [some Storable], into writer: inout StoreWriter) {
    writer.write(byte: kind)
    for value in values { value.store(into: &writer) }
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    switch try reader.byte() {
    case 0: self = .since(try PartialDate(from: &reader))
    case 1: self = .within(try PartialDate(from: &reader))
    case 2: self = .relative(days: try Int(from: &reader), shift: try Int(from: &reader))
    case 3: self = .until(try PartialDate(from: &reader))
    case 4:
      self = .ending(try PartialDate(from: &reader), months: try Int(from: &reader), days: try Int(from: &reader))
    case 5: self = .trailing(months: try Int(from: &reader), days: try Int(from: &reader))
    case 6: self = .yearToDate
    case 7: self = .between(try PartialDate(from: &reader), try PartialDate(from: &reader))
    case 8: self = .rate(days: try Double(from: &reader))
    case 9: self = .length(days: try Double(from: &reader))
    default: throw StoreMalformation()
    }
  }
}
