import HearsayCore
import JSON
import ProseText
import Testing

@testable import HearsayServer

/// What a hover says of a figure beside its value and its source.
struct FigureHoverTests {
  /// Hovers at `^`: the lines of the first list that are neither the value nor the support.
  private func check(
    _ marked: String, _ expected: [String], markup: HoverMarkup = .plainText,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let parts = marked.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    let offset = parts[0].utf8.count
    let analysis = try freshAnalysis(parts.joined(), .markdown)
    let index = try #require(analysis.figures.firstIndex { $0.range.contains(offset) })
    let page = FigureHover(analysis: analysis, markup: markup).paragraphs(index)
    let lines = try #require(page.first).split(separator: "\n").map { String($0.dropFirst(2)) }
    let shown = lines.dropFirst().filter { line in
      !["attributed", "needs no source", "derived", "a source", "hedged", "the writer"].contains { line.hasPrefix($0) }
    }
    #expect(shown == expected, sourceLocation: sourceLocation)
  }

  @Test func ratesADay() throws {
    try check("Trains carry ^7 million passengers a week.", ["“a week”: 1,000,000 a day"])
    try check("Trains carry ^7 million passengers a day.", ["“a day”"])
    try check(
      "date 2024-05-15\n\nThe clinic treated ^310 patients in March.",
      ["“in March”: 2024-03-01 to 2024-03-31, 31 days, 10 a day"])
  }

  @Test func ratesAHead() throws {
    try check("The poll found that ^62 percent of 1,004 adults want it.", ["of 1,004: about 622"])
    try check("Some ^412 of 2,000 drivers ignored the sign.", ["of 2,000: 20.6%"])
    try check(
      "The line carries ^9 million passengers a year in a city of 2 million.",
      ["“a year”: 24,641 a day", "for each of 2,000,000: 4.5 a year, 0.0123 a day"])
    try check("The town counted ^412 drivers.", [])
  }

  @Test func conversions() throws {
    try check("The road is ^3 miles long.", ["about 5 km"])
    try check("The road is ^100 miles long.", ["about 160 km"])
    try check("The road is ^12 km long.", ["about 7.5 miles"])
    try check("The mast is ^40 feet high.", ["about 12 m"])
    try check("The board is ^8 inches wide.", ["about 20 cm"])
    try check("The farm has ^250 acres.", ["about 100 hectares"])
    try check("The lake covers ^40 square miles.", ["about 100 km²"])
    try check("The tank holds ^50 gallons.", ["about 190 litres"])
    try check("The bell weighs ^300 kg.", ["about 660 pounds"])
    try check("The ship carries ^12 tons of sand.", ["about 11 tonnes"])
    try check("The wind blew at ^75 mph.", ["about 120 km per hour"])
    try check("The ship made ^20 knots.", ["about 37 km per hour"])
    try check("The kiln reached ^212°F that night.", ["about 100 °C"])
    try check("It was ^5°C that night.", ["about 41 °F"])
    try check("The pool holds ^40 joules.", [])
  }

  @Test func lakhAndCrore() throws {
    try check("Some ^12 lakh people live there.", ["1.2 million"])
    try check("The dam cost ₹^450 million.", ["45 crore"])
    try check("The town has ^450,000 people.", [])
  }

  @Test func theSameFigureElsewhere() throws {
    try check(
      "Police made ^412 arrests.\n\nOf the 412 arrests, most were in Dorn.\n\nAbout 400 fires burned.",
      ["the same figure: line 3 “412 arrests, most were in”"])
    try check(
      "The road is ^12 miles long.\n\nThe 19.3 km of road are new.\n\nA 12-mile road is long.",
      ["about 19 km", "the same figure: lines 3 “19.3 km of road are new”, 5 “12-mile road is long”"])
    try check(
      "Police made ^412 arrests.\n\n" + (1...7).map { "Day \($0): the 412 arrests held.\n\n" }.joined(),
      [
        "the same figure: lines " + [3, 5, 7, 9, 11].map { "\($0) “412 arrests held”" }.joined(separator: ", ") + " …"
      ])
  }

  @Test func wordsOfTheDraftStayWords() throws {
    try check(
      "Police made ^412 arrests.\n\nThe 412 **arrests** in [Dorn] [x] held.",
      ["the same figure: line 3 “412 arrests in \\[Dorn\\] \\[x\\]”"], markup: .markdown)
  }

  @Test(arguments: [(4.828, 1, 5.0), (160.9, 1, 160), (3.2187, 1, 3.2), (19.312, 2, 19), (999.7, 3, 1000), (0, 1, 0)])
  func roundedNoMoreExactlyThanStated(value: Double, digits: Int, rounded: Double) {
    #expect(FigureConversions.sensible(value, digits: digits) == rounded)
  }
}
