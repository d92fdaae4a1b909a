import HearsayCore
import Testing

/// Value, unit, kind, approximation, counted noun and exact span of one figure: the mark holds number, scale and unit or
/// sign, neither the approximator nor the noun.
@Suite struct QuantityTests {
  private func check(
    _ marked: String, _ kind: FigureKind, _ low: Double?, to high: Double? = nil, unit: String? = nil,
    isOpen: Bool = false, isApproximate: Bool = false, counts counted: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain)
    let figures = analysis.figures.filter { $0.exemption == nil }
    #expect(
      figures.map(\.range) == draft.ranges, "found \(analysis.words(figures.map(\.range)))",
      sourceLocation: sourceLocation)
    guard let figure = figures.first else { return }
    #expect(figure.kind == kind, sourceLocation: sourceLocation)
    #expect(near(figure.low, low), "low \(String(describing: figure.low))", sourceLocation: sourceLocation)
    let highest = isOpen ? nil : high ?? low
    #expect(near(figure.high, highest), "high \(String(describing: figure.high))", sourceLocation: sourceLocation)
    #expect(figure.unit == unit, sourceLocation: sourceLocation)
    #expect(figure.isApproximate == isApproximate, sourceLocation: sourceLocation)
    #expect(figure.counted.map(analysis.words) == counted, sourceLocation: sourceLocation)
  }

  private func near(_ value: Double?, _ wanted: Double?) -> Bool {
    guard let value, let wanted else { return value == nil && wanted == nil }
    return abs(value - wanted) <= 1e-9 * max(1, abs(wanted))
  }

  @Test func digits() throws {
    try check("The mill made ⟦640⟧ bricks.", .count, 640, counts: "bricks")
    try check("The mill made ⟦1,250,000⟧ bricks.", .count, 1_250_000, counts: "bricks")
    try check("The mill made ⟦1.250.000⟧ bricks.", .count, 1_250_000, counts: "bricks")
    try check("The mill made ⟦2.75 tonnes⟧ of steel.", .measure, 2.75, unit: "t", counts: "steel")
    try check("The mill made ⟦2,75 tonnes⟧ of steel.", .measure, 2.75, unit: "t", counts: "steel")
    try check("⟦640⟧ barges sank.", .count, 640, counts: "barges")
  }

  @Test func noBreakSpaces() throws {
    try check("The mill made ⟦1\u{A0}250\u{A0}000⟧ bricks.", .count, 1_250_000, counts: "bricks")
    try check("The mill made ⟦1\u{202F}250⟧ bricks.", .count, 1250, counts: "bricks")
    try check("The mill made ⟦3\u{A0}million⟧ bricks.", .count, 3e6, counts: "bricks")
    try check("Rents rose ⟦4\u{A0}%⟧.", .percent, 4, unit: "%")
    try check("Rents rose ⟦4\u{202F}percent⟧.", .percent, 4, unit: "%")
    try check("It cost ⟦30\u{A0}€⟧.", .currency, 30, unit: "EUR")
  }

  @Test func numberWords() throws {
    try check("They planted ⟦twelve⟧ cedars.", .count, 12, counts: "cedars")
    try check("They planted ⟦twenty five⟧ cedars.", .count, 25, counts: "cedars")
    try check("They planted ⟦forty-two thousand⟧ cedars.", .count, 42_000, counts: "cedars")
    try check("They planted ⟦one hundred and five⟧ cedars.", .count, 105, counts: "cedars")
    try check("They planted ⟦a hundred⟧ cedars.", .count, 100, counts: "cedars")
    try check("They planted ⟦a dozen⟧ cedars.", .count, 12, counts: "cedars")
    try check("They planted ⟦three dozen⟧ cedars.", .count, 36, counts: "cedars")
    try check("They planted ⟦two and a half million⟧ cedars.", .count, 2.5e6, counts: "cedars")
    try check("They planted ⟦half a million⟧ cedars.", .count, 5e5, counts: "cedars")
    try check("They planted ⟦a quarter of a million⟧ cedars.", .count, 2.5e5, counts: "cedars")
  }

  @Test func scales() throws {
    try check("They planted ⟦3.4 million⟧ cedars.", .count, 3.4e6, counts: "cedars")
    try check("They planted ⟦40k⟧ cedars.", .count, 40_000, counts: "cedars")
    try check("They planted ⟦12 lakh⟧ cedars.", .count, 1.2e6, counts: "cedars")
    try check("They planted ⟦3 crore⟧ cedars.", .count, 3e7, counts: "cedars")
    try check("They lost ⟦2.3 million hours⟧ of work.", .measure, 2.3e6, unit: "h", counts: "work")
  }

  @Test func money() throws {
    try check("It cost ⟦$4.5 million⟧.", .currency, 4.5e6, unit: "USD")
    try check("It cost ⟦US$30bn⟧.", .currency, 30e9, unit: "USD")
    try check("It cost ⟦A$30 million⟧.", .currency, 30e6, unit: "AUD")
    try check("It cost ⟦€18m⟧ a year.", .currency, 18e6, unit: "EUR")
    try check("It cost ⟦₹12 crore⟧.", .currency, 1.2e8, unit: "INR")
    try check("It cost ⟦EUR 300⟧.", .currency, 300, unit: "EUR")
    try check("It cost ⟦30 USD⟧.", .currency, 30, unit: "USD")
    try check("It cost ⟦30 euros⟧.", .currency, 30, unit: "EUR")
    try check("It cost ⟦30 €⟧.", .currency, 30, unit: "EUR")
    try check("It cost ⟦12 million crowns⟧.", .currency, 12e6, unit: "crowns")
    try check("It cost ⟦45 pence⟧.", .currency, 45, unit: "pence")
    try check("It cost ⟦$2-3 million⟧.", .currency, 2e6, to: 3e6, unit: "USD")
  }

  @Test func percentAndPoints() throws {
    try check("Rents rose ⟦4.5%⟧.", .percent, 4.5, unit: "%")
    try check("Rents rose ⟦4.5 percent⟧.", .percent, 4.5, unit: "%")
    try check("Rents rose ⟦4.5 per cent⟧.", .percent, 4.5, unit: "%")
    try check("Rents rose ⟦4 to 6 percent⟧.", .percent, 4, to: 6, unit: "%")
    try check("⟦70%⟧ of drivers ignore it.", .percent, 70, unit: "%", counts: "drivers")
    try check("Turnout fell ⟦3 percentage points⟧.", .percentagePoints, 3, unit: "%")
    try check("Turnout fell ⟦three points⟧.", .percentagePoints, 3, unit: "points")
    try check("The rate rose ⟦25 basis points⟧.", .percentagePoints, 0.25, unit: "bp")
  }

  @Test func ratiosAndFractions() throws {
    try check("⟦One in five⟧ voters agreed.", .ratio, 0.2, counts: "voters")
    try check("⟦Three out of four⟧ voters agreed.", .ratio, 0.75, counts: "voters")
    try check("⟦1 in 12⟧ voters agreed.", .ratio, 1 / 12, counts: "voters")
    try check("⟦Two-thirds⟧ of the members left.", .ratio, 2 / 3, counts: "members")
    try check("⟦A third⟧ of the members left.", .ratio, 1 / 3, counts: "members")
    try check("⟦Half⟧ of the ferries stopped.", .ratio, 0.5, counts: "ferries")
    try check("⟦½⟧ of the ferries stopped.", .ratio, 0.5, counts: "ferries")
  }

  @Test func multiples() throws {
    try check("Profits ⟦doubled⟧.", .multiple, 2)
    try check("Fares grew ⟦tenfold⟧.", .multiple, 10)
    try check("Fares are ⟦three times⟧ as high as in Dorn.", .multiple, 3)
    try check("Fares are ⟦twice⟧ as high as in Dorn.", .multiple, 2)
  }

  @Test func ranges() throws {
    try check("They lost ⟦20 to 30⟧ barges.", .range, 20, to: 30, counts: "barges")
    try check("They lost ⟦20–30⟧ barges.", .range, 20, to: 30, counts: "barges")
    try check("They lost ⟦20-30⟧ barges.", .range, 20, to: 30, counts: "barges")
    try check("They lost ⟦2 to 3 million⟧ barges.", .range, 2e6, to: 3e6, counts: "barges")
    try check("The wall is ⟦20–30 metres⟧ long.", .measure, 20, to: 30, unit: "m")
  }

  @Test func vaguePlurals() throws {
    try check("⟦Dozens⟧ of barges sank.", .vague, 24, isOpen: true, counts: "barges")
    try check("⟦Hundreds⟧ of cedars fell.", .vague, 200, isOpen: true, counts: "cedars")
    try check("⟦Tens of thousands⟧ of cedars fell.", .vague, 20_000, isOpen: true, counts: "cedars")
    try check("⟦Scores⟧ of barges sank.", .vague, 40, isOpen: true, counts: "barges")
    try check("⟦Millions⟧ have left.", .vague, 2e6, isOpen: true)
    try check("⟦Several hundred⟧ cedars fell.", .vague, 200, isOpen: true, counts: "cedars")
    try check("⟦A vast majority⟧ of growers object.", .vague, nil, counts: "growers")
  }

  @Test func units() throws {
    try check("The wall is ⟦400 metres⟧ long.", .measure, 400, unit: "m")
    try check("The wall is ⟦3.5 km⟧ long.", .measure, 3.5, unit: "km")
    try check("A ⟦12-mile⟧ tunnel opened.", .measure, 12, unit: "[mi_i]")
    try check("A ⟦40-tonne⟧ crane fell.", .measure, 40, unit: "t")
    try check("The estate covers ⟦30 hectares⟧.", .measure, 30, unit: "har")
    try check("The plant makes ⟦40 megawatts⟧.", .measure, 40, unit: "MW")
    try check("The gale blew at ⟦90 km/h⟧.", .measure, 90, unit: "km/h")
    try check("The gale blew at ⟦90 miles per hour⟧.", .measure, 90, unit: "[mi_i]/h")
    try check("The pit uses ⟦40 litres per day⟧.", .measure, 40, unit: "L/d")
    try check("The estate covers ⟦12 square kilometres⟧.", .measure, 12, unit: "km2")
    try check("The estate covers ⟦12 km²⟧.", .measure, 12, unit: "km2")
  }

  @Test func temperatures() throws {
    try check("It was ⟦31°C⟧ at dawn.", .measure, 31, unit: "Cel")
    try check("It was ⟦31 °C⟧ at dawn.", .measure, 31, unit: "Cel")
    try check("It was ⟦88°F⟧ at dawn.", .measure, 88, unit: "[degF]")
    try check("It was ⟦31 degrees Celsius⟧ at dawn.", .measure, 31, unit: "Cel")
    try check("It turned ⟦31 degrees⟧ at dawn.", .measure, 31, unit: "deg")
  }

  @Test func approximators() throws {
    for words in ["About", "Around", "Roughly", "Nearly", "Almost", "Some", "An estimated"] {
      try check("\(words) ⟦700⟧ drivers ignore it.", .count, 700, isApproximate: true, counts: "drivers")
    }
    for words in ["Exactly", "The", "Only"] {
      try check("\(words) ⟦700⟧ drivers ignore it.", .count, 700, counts: "drivers")
    }
    try check("The lake drew ~⟦700⟧ drivers.", .count, 700, isApproximate: true, counts: "drivers")
    try check("The lake drew close to ⟦700⟧ drivers.", .count, 700, isApproximate: true, counts: "drivers")
  }

  @Test("words that leave a figure open on one side")
  func bounds() throws {
    func check(_ marked: String, _ bound: Bound?, _ low: Double?, _ high: Double?) throws {
      let draft = MarkedDraft(marked)
      let figure = try analysis(draft.plain).figures.first { $0.range == draft.ranges.first }
      #expect(figure?.bound == bound, "\(marked)")
      #expect(figure?.low == low, "\(marked)")
      #expect(figure?.high == high, "\(marked)")
    }
    try check("More than ⟦700⟧ drivers ignore it.", .above, 700, nil)
    try check("At least ⟦700⟧ drivers ignore it.", .atLeast, 700, nil)
    try check("No fewer than ⟦700⟧ drivers ignore it.", .atLeast, 700, nil)
    try check("Fewer than ⟦700⟧ drivers ignore it.", .below, nil, 700)
    try check("Up to ⟦700⟧ drivers ignore it.", .atMost, nil, 700)
    try check("No more than ⟦700⟧ drivers ignore it.", .atMost, nil, 700)
    try check("Crews of ⟦700⟧ or more ignore it.", .atLeast, 700, nil)
    try check("It drew ⟦700⟧+ drivers.", .atLeast, 700, nil)
    try check("It drew ⟦700⟧ drivers or more.", nil, 700, 700)
  }

  @Test func countedNouns() throws {
    try check("It drew ⟦640⟧ paying visitors from Dorn.", .count, 640, counts: "visitors")
    try check("It drew ⟦640⟧ of the visitors.", .count, 640, counts: "visitors")
    try check("It made ⟦400⟧ arrests yesterday.", .count, 400, counts: "arrests")
    try check("It runs ⟦640⟧ U.S. public schools.", .count, 640, counts: "schools")
    try check("It hired ⟦640⟧ state and federal inspectors.", .count, 640, counts: "inspectors")
    try check("The storm drowned ⟦34⟧ Thai and Malay sailors.", .count, 34, counts: "sailors")
    try check("She held ⟦14⟧ county planning hearings.", .count, 14, counts: "hearings")
    try check("It sold ⟦640⟧ red and blue boats.", .count, 640, counts: "boats")
    try check("It employs ⟦640⟧ staff and several drivers.", .count, 640, counts: "staff")
    try check("It treated ⟦640⟧ people and wild birds.", .count, 640, counts: "people")
    try check("They met in ALL ⟦640⟧ towns.", .count, 640, counts: "towns")
    try check("It cost ⟦TRY 640 million⟧ in May.", .currency, 640_000_000, unit: "TRY")
    try check("Profit was down from ⟦402 million⟧ a year earlier.", .count, 402_000_000)
    try check("The toll stood at ⟦400⟧.", .count, 400)
  }
}
