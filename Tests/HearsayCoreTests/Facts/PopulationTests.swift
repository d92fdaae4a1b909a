import Testing

@testable import HearsayCore

/// The group that a figure is a part of.
@Suite struct PopulationTests {
  /// `⟦f:` marks the figure, `⟦p:` its population, where it has one.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain)
    let place = try #require(draft.ranges("f").first, sourceLocation: sourceLocation)
    let figure = try #require(analysis.figures.first { $0.range == place }, sourceLocation: sourceLocation)
    #expect(
      figure.population.map { [analysis.figures[$0].range] } ?? [] == draft.ranges("p"),
      "found \(figure.population.map { analysis.words(analysis.figures[$0].range) } ?? "none")",
      sourceLocation: sourceLocation)
  }

  @Test func ofTheFigureBefore() throws {
    try check("Some ⟦f:62 percent⟧ of ⟦p:1,004⟧ adults want it.")
    try check("Some ⟦f:412⟧ of the ⟦p:2,000⟧ drivers ignored it.")
    try check("Some ⟦f:62 percent⟧ of adults want it.")
    try check("Some ⟦f:2,000⟧ of 412 drivers ignored it.")
  }

  @Test func ofTheSample() throws {
    try check("A survey of ⟦p:1,004⟧ voters found that ⟦f:62 percent⟧ want it.")
    try check("The survey (n = ⟦p:812⟧) found that ⟦f:70%⟧ ignore the sign.")
    try check("Among ⟦p:2,000⟧ drivers, ⟦f:8 percent⟧ had no belt.")
    try check("Of the ⟦p:2,040⟧ adults asked, ⟦f:41%⟧ would pay.")
    try check("The mill sold 1,004 boats, and ⟦f:62 percent⟧ want more.")
  }

  @Test func ofThePlace() throws {
    try check("The line carries ⟦f:9 million⟧ passengers a year in a city of ⟦p:2 million⟧.")
    try check("The line carried ⟦f:9 million⟧ passengers in a city of 2 million.")
  }

  @Test func inTheSameSentenceAlone() throws {
    try check("A survey of 1,004 voters was held. Some ⟦f:62 percent⟧ want it.")
  }
}
