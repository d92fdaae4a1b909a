import HearsayCore
import Testing

/// Values of the forms in which people write quantities, family by family.
@Suite struct QuantityFormTests {
  /// The marked span is a quantity with these ends, exempt or not; in a draft that may show its number format elsewhere.
  private func check(
    _ marked: String, _ low: Double?, to high: Double? = nil, unit: String? = nil, isMarkdown: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for prefix in ["", "Zoë’s café 🙂: "] {
      let draft = MarkedDraft(prefix + marked)
      let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
      let figure = analysis.figures.first { $0.range == draft.ranges.first }
      #expect(
        figure != nil, "\(prefix + marked): found \(analysis.words(analysis.figures.map(\.range)))",
        sourceLocation: sourceLocation)
      guard let figure else { continue }
      #expect(near(figure.low, low), "\(marked): low \(String(describing: figure.low))", sourceLocation: sourceLocation)
      #expect(
        near(figure.high, high ?? low), "\(marked): high \(String(describing: figure.high))",
        sourceLocation: sourceLocation)
      if let unit { #expect(figure.unit == unit, "\(marked)", sourceLocation: sourceLocation) }
    }
  }

  /// Nothing in the text is a quantity that needs a source.
  private func checkNone(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let analysis = try analysis(text)
    let figures = analysis.figures.filter { $0.exemption == nil }
    #expect(figures.isEmpty, "\(text): \(analysis.words(figures.map(\.range)))", sourceLocation: sourceLocation)
  }

  private func near(_ value: Double?, _ wanted: Double?) -> Bool {
    guard let value, let wanted else { return value == nil && wanted == nil }
    return abs(value - wanted) <= 1e-9 * max(1, abs(wanted))
  }

  @Test("a draft's own use decides what points and commas mean")
  func numberFormats() throws {
    try check("It sold ⟦1,250⟧ looms.", 1250)
    try check("It sold ⟦1.250⟧ looms.", 1.25)
    try check("It sold ⟦1.250⟧ looms at a price of 2,50 and 3,75 each.", 1250)
    try check("It sold ⟦1.250⟧ looms and 1.250.000 reeds.", 1250)
    try check("It sold ⟦2,5 tons⟧ of yarn.", 2.5)
    try check("It sold ⟦12,34,567⟧ looms.", 1_234_567)
    try check("It sold ⟦1 234 567⟧ looms.", 1_234_567)
    try check("It sold ⟦40 000⟧ looms.", 40_000)
    try check("It sold 1,250 looms in ⟦40⟧ 000-seat halls.", 40)
  }

  @Test("a number that could be read two ways says so")
  func ambiguousFormats() throws {
    func isAmbiguous(_ text: String) throws -> Bool? { try analysis(text).figures.first?.isAmbiguous }
    #expect(try isAmbiguous("It sold 1.250 looms.") == true)
    #expect(try isAmbiguous("It sold 1,250 looms.") == false)
    #expect(try isAmbiguous("It sold 1.250 looms for 3.5 crowns.") == false)
    #expect(try isAmbiguous("It sold 1.250 looms for 3,50 crowns.") == false)
    #expect(try isAmbiguous("It sold 1,250 looms for 3,50 crowns.") == false)
    #expect(try isAmbiguous("It sold 0.125 of a loom.") == false)
  }

  @Test("number words of any size")
  func words() throws {
    try check("It sold ⟦four million six hundred thousand and seven⟧ looms.", 4_600_007)
    try check("It sold ⟦two million five hundred thousand⟧ looms.", 2_500_000)
    try check("It sold ⟦nineteen hundred⟧ looms.", 1900)
    try check("It sold ⟦three lakh crore⟧ reeds.", 3e12)
    try check("It sold ⟦two point five million⟧ looms.", 2.5e6)
    try check("It sold ⟦nine point zero four tonnes⟧.", 9.04)
    try check("It sold ⟦three crore twelve lakh⟧ reeds.", 31_200_000)
  }

  @Test("digits with words and letters of scale")
  func scales() throws {
    try check("It cost ⟦$2.3bn⟧.", 2.3e9, unit: "USD")
    try check("It cost ⟦€10M⟧.", 1e7, unit: "EUR")
    try check("It cost ⟦$2.174T⟧.", 2.174e12, unit: "USD")
    try check("It sold ⟦3 dozen⟧ looms.", 36)
    try check("It sold ⟦6 thousand 2 hundred and 15⟧ looms.", 6215)
    try check("It sold ⟦30 bn⟧ reeds.", 3e10)
    try check("It sold ⟦5 lakh⟧ reeds.", 5e5)
    try check("It cost ⟦48.5 MGBP⟧.", 4.85e7, unit: "GBP")
    try check("It cost ⟦75 USD million⟧.", 7.5e7, unit: "USD")
    try checkNone("The 3M tape and the 18F team met on the 5G stage.")
  }

  @Test("signs, exponents and powers")
  func signs() throws {
    try check("It fell to ⟦-12.5 °C⟧ there.", -12.5, unit: "Cel")
    try check("It fell to ⟦−12 °C⟧ there.", -12, unit: "Cel")
    try check("It fell to ⟦minus five degrees⟧ there.", -5, unit: "deg")
    try check("It lost ⟦-$40⟧ there.", -40, unit: "USD")
    try check("It erred by plus or minus ⟦3 points⟧.", 3, unit: "points")
    try check("It shines at ⟦4e14 Hz⟧ there.", 4e14, unit: "Hz")
    try check("It shines at ⟦1.3×10^6 Hz⟧ there.", 1.3e6, unit: "Hz")
    try check("It shines at ⟦2.48×10−5⟧ of that.", 2.48e-5)
    try check("It weighs ⟦.25 kg⟧ there.", 0.25, unit: "kg")
    try check("The lake — ⟦12 km⟧ long — froze.", 12, unit: "km")
  }

  @Test("fractions, alone and behind whole numbers")
  func fractions() throws {
    try check("Nearly ⟦two-thirds⟧ of them left.", 2.0 / 3)
    try check("About ⟦3/4⟧ of them left.", 0.75)
    try check("Some ⟦⅙⟧ of them left.", 1.0 / 6)
    try check("It is ⟦2 1/2 miles⟧ off.", 2.5, unit: "[mi_i]")
    try check("It is ⟦2½ miles⟧ off.", 2.5, unit: "[mi_i]")
    try check("It is ⟦half a mile⟧ off.", 0.5, unit: "[mi_i]")
    try check("It cost ⟦a quarter of a million dollars⟧.", 250_000, unit: "USD")
    try check("It cost ⟦half a million dollars⟧.", 500_000, unit: "USD")
    try check("It sold ⟦three and a half million⟧ reeds.", 3.5e6)
    try check("It sold ⟦one million and a half⟧ reeds.", 1.5e6)
    try check("It took ⟦twenty-three fifths⟧ of it.", 4.6)
    try checkNone("He met a third man at the half way house.")
  }

  @Test("ranges of numbers, of amounts, and between two bounds")
  func ranges() throws {
    try check("It takes ⟦20 to 30⟧ looms.", 20, to: 30)
    try check("It takes ⟦20–30⟧ looms.", 20, to: 30)
    try check("It takes between ⟦20 and 30⟧ looms.", 20, to: 30)
    try check("It takes ⟦30 mg to 45 mg⟧ of dye.", 30, to: 45, unit: "mg")
    try check("It takes between ⟦30 and 45 mg⟧ of dye.", 30, to: 45, unit: "mg")
    try check("It costs ⟦$10–$20⟧ there.", 10, to: 20, unit: "USD")
    try check("It costs ⟦$2 to 3 million⟧ there.", 2e6, to: 3e6, unit: "USD")
    try check("It costs ⟦£3,000–£4,000⟧ there.", 3000, to: 4000, unit: "GBP")
    try check("It has an ⟦8- to 16-metre⟧ beam.", 8, to: 16, unit: "m")
    try check("It seats more than ⟦20 and fewer than 30⟧ of them.", 20, to: 30)
    try check("It seats at least ⟦20 but no more than 30⟧ of them.", 20, to: 30)
  }

  @Test("the ends of a change are two figures")
  func changes() throws {
    try check("Rents rose from ⟦4%⟧ to 6%.", 4, unit: "%")
    try check("Rents rose from 4% to ⟦6%⟧.", 6, unit: "%")
    try check("The fee fell from ⟦$40⟧ to $30.", 40, unit: "USD")
  }

  @Test("parts of a unit behind the unit")
  func compounds() throws {
    try check("The beam is ⟦4 feet 7 inches⟧ long.", 55, unit: "[in_i]")
    try check("The beam is ⟦2 yards and 1 foot⟧ long.", 7, unit: "[ft_i]")
    try check("It cost ⟦20 dollars and 43 cents⟧ there.", 20.43, unit: "USD")
    try check("It cost ⟦3 pounds 50 pence⟧ there.", 3.5, unit: "GBP")
    try check("It cost ⟦20 dollars⟧ and 43 people paid.", 20, unit: "USD")
  }

  @Test("money by sign, code and name, before and after")
  func money() throws {
    try check("It cost ⟦US$4.7 billion⟧ there.", 4.7e9, unit: "USD")
    try check("It cost ⟦HK$300⟧ there.", 300, unit: "HKD")
    try check("It cost ⟦CHF 40⟧ there.", 40, unit: "CHF")
    try check("It cost ⟦40 CHF⟧ there.", 40, unit: "CHF")
    try check("It cost ⟦USD115⟧ there.", 115, unit: "USD")
    try check("It cost ⟦Rs 20⟧ there.", 20, unit: "INR")
    try check("It cost ⟦40 Swiss francs⟧ there.", 40, unit: "CHF")
    try check("It cost ⟦90 Hong Kong dollars⟧ there.", 90, unit: "HKD")
    try check("It cost ⟦125 million Australian dollars⟧ there.", 1.25e8, unit: "AUD")
    try check("It cost ⟦50 cents⟧ there.", 50, unit: "cents")
    try check("It weighs ⟦40 pounds⟧ here.", 40, unit: "[lb_av]")
    try check("The fee was ⟦40 pounds⟧ there.", 40, unit: "GBP")
    try check("The chest held ⟦ten dimes⟧ then.", 1, unit: "USD")
  }

  @Test("units of measure, plain and compound")
  func units() throws {
    try check("It covers ⟦12 sq km⟧ there.", 12, unit: "km2")
    try check("It covers ⟦12 km2⟧ there.", 12, unit: "km2")
    try check("It made ⟦27 kilowatt-hours⟧ there.", 27, unit: "kW.h")
    try check("It made ⟦27 kWh⟧ there.", 27, unit: "kW.h")
    try check("It made ⟦40 MW⟧ there.", 40, unit: "MW")
    try check("It made ⟦40 mW⟧ there.", 40, unit: "mW")
    try check("It holds ⟦8 GB⟧ there.", 8, unit: "GBy")
    try check("It lies ⟦40 nautical miles⟧ out.", 40, unit: "[nmi_i]")
    try check("It lies ⟦4 light years⟧ out.", 4, unit: "[ly]")
    try check("It loads ⟦300 metric tons⟧ a day.", 300, unit: "t")
    try check("It uses ⟦12 litres per square metre⟧ there.", 12, unit: "L/m2")
    try check("It falls at ⟦9.8 m/s²⟧ there.", 9.8, unit: "m/s2")
    try check("It runs at ⟦2.80 GHz⟧ there.", 2.8, unit: "GHz")
    try check("It was ⟦31 °C⟧ there.", 31, unit: "Cel")
    try check("It was ⟦2 degrees below zero⟧ there.", -2, unit: "deg")
  }

  @Test("percentages, points and shares")
  func shares() throws {
    try check("Rents rose ⟦4 pct⟧ there.", 4, unit: "%")
    try check("Rents rose by ⟦2 percentage points⟧ there.", 2, unit: "%")
    try check("Rents rose by ⟦25 basis points⟧ there.", 0.25, unit: "bp")
    try check("Rents rose by ⟦25 bps⟧ there.", 0.25, unit: "bp")
    try check("Some ⟦one in five⟧ of them left.", 0.2)
    try check("Some ⟦3 out of 4⟧ of them left.", 0.75)
  }

  @Test("vague quantities keep the least that they can mean")
  func vague() throws {
    func check(_ marked: String, _ low: Double) throws {
      let draft = MarkedDraft(marked)
      let figure = try analysis(draft.plain).figures.first { $0.range == draft.ranges.first }
      #expect(figure?.kind == .vague, "\(marked)")
      #expect(figure?.low == low, "\(marked)")
      #expect(figure?.high == nil, "\(marked)")
    }
    try check("⟦Millions⟧ left.", 2e6)
    try check("⟦Tens of thousands⟧ left.", 20_000)
    try check("⟦Several hundred⟧ left.", 200)
    try check("⟦Hundreds or even thousands⟧ left.", 200)
    try check("⟦A few⟧ left.", 3)
  }

  @Test("lists of numbers are no single number")
  func lists() throws {
    try check("See notes ⟦22⟧,24,26.", 22)
    try check("He plays ⟦four⟧-four-two.", 4)
  }
}
