import ProseText
import Testing

@testable import HearsayCore

/// Which places of a draft state the same figure.
@Suite struct FigureIndexTests {
  /// `⟦f:` marks a figure, `⟦s:` those that are the same.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain)
    let place = try #require(draft.ranges("f").first, sourceLocation: sourceLocation)
    let figure = try #require(analysis.figures.firstIndex { $0.range == place }, sourceLocation: sourceLocation)
    let same = analysis.figureIndex.same(as: figure, limit: 9).map { analysis.figures[$0].range }
    #expect(same == draft.ranges("s"), "found \(same.map(analysis.words))", sourceLocation: sourceLocation)
  }

  @Test func sameValueAndNoun() throws {
    try check("Police made ⟦f:412⟧ arrests. One of the ⟦s:412⟧ arrests was in Dorn.")
    try check("Police made ⟦f:412⟧ arrests. There were 412 fires. There were 421 arrests.")
    try check("Police made ⟦f:412⟧ arrests. By night there were ⟦s:412⟧.")
    try check("The club has ⟦f:12⟧ boats. By night there were 12.")
  }

  @Test func withinRounding() throws {
    try check(
      "It carried ⟦f:2.3 million⟧ passengers. Exactly ⟦s:2,314,552⟧ passengers came. Then 2,390,000 passengers came.")
    try check("Police made ⟦f:412⟧ arrests, about ⟦s:410⟧ arrests. Then 450 arrests came.")
    try check("It carried ⟦f:1,048,000⟧ passengers, or ⟦s:1.05 million⟧ passengers.")
  }

  @Test func acrossUnits() throws {
    try check("The road is ⟦f:12 miles⟧ long, or ⟦s:19 km⟧, not 25 km.")
    try check("The road costs ⟦f:$12 million⟧, not €12 million.")
  }

  @Test("a long draft costs its length, not its square")
  func linearTime() throws {
    let text = String(repeating: "Police made 412 arrests in Dorn and 17 fires.\n\n", count: 4000)
    let analysis = try analysis(text)
    #expect(analysis.figureIndex.same(as: 0, limit: 5).count == 5)
  }
}
