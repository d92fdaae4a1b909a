import HearsayCore
import ProseText
import Testing

@testable import HearsayCore

/// What the party behind a mention is called, and what it is.
@Suite struct NameTests {
  private func check(_ text: String, _ parties: String?..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let analysis = try analysis(text)
    #expect(
      analysis.attributions.map { $0.resolved.map { analysis.sources[$0].name } } == parties,
      sourceLocation: sourceLocation)
  }

  private func kinds(_ text: String, _ kinds: SourceKind..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try analysis(text).sources.map(\.kind) == kinds, "\(text)", sourceLocation: sourceLocation)
  }

  @Test("a name with accents and without is one, by its longest form")
  func accents() throws {
    try check(
      "Şahin said it burned. Mayor Ida Şahin wept. Mayor Sahin said it was gone.", "Ida Şahin", "Ida Şahin")
    #expect(Passage.withoutAccents("Müßig Łoś Çağrı") == "Mussig los cagri")
  }

  @Test func hyphenatedNames() throws {
    try check(
      "Mayor Salim al-Berani said it burned. Al-Berani said it was gone.", "Salim al-Berani",
      "Salim al-Berani")
    try check("The director of Marsh Council Wei-lin Tam said it burned.", "Wei-lin Tam")
  }

  @Test("a person behind the body that they work for")
  func members() throws {
    try check("Inspector Ida Brandt QC said it burned.", "Ida Brandt")
    try check("The Council Leader, Ida Brandt, said it burned.", "Ida Brandt")
  }

  @Test func offices() throws {
    let two = "Prime Minister Ida Brandt and Health Minister Tom Reid met in Dorn."
    try check("\(two) The prime minister said it burned.", "Ida Brandt")
    try check("\(two) The health minister said it burned.", "Tom Reid")
    try check("\(two) The minister said it burned.", "minister")
    try check("Deputy Mayor Ida Brandt wept. The mayor said it burned.", "mayor")
    try check("Former governor Ida Brandt wept. The governor said it burned.", "governor")
    try check("The regional governor Ida Brandt wept. Dorn’s governor said it burned.", "Ida Brandt")
  }

  @Test("people who speak together")
  func several() throws {
    let row = "The court heard officers Ida Brandt and Tom Reid."
    try check("\(row) Both officers said it burned.", "Ida Brandt and Tom Reid")
    try check("\(row) The defendants said it burned.", "Ida Brandt and Tom Reid")
    try check(
      "Mayor Ida Brandt and engineer Tom Reid said it burned. They said it was gone.", "Ida Brandt and Tom Reid",
      "Ida Brandt and Tom Reid")
    // Two rows: nobody knows which pair is accused.
    try check("\(row) Clerks Ann Moss and Max Lund left. The defendants said it burned.", "defendants")
  }

  @Test("two of one surname")
  func families() throws {
    let pair = "The court heard Thomas and Anna Brandt."
    try check("\(pair) The couple said it burned.", "Thomas Brandt and Anna Brandt")
    try check("\(pair) The father said it burned.", "Thomas Brandt")
    try check("\(pair) The mother said it burned.", "Anna Brandt")
    try check("Thomas and Anna Brandt met Peter and Mary Lund. The father said it burned.", "father")
  }

  @Test("a body by the beginning of its name")
  func beginnings() throws {
    try check("The Supreme Court of Vale sat. The Supreme Court said it burned.", "Supreme Court of Vale")
    try check(
      "The Supreme Court of Vale sat. The Supreme Court of Dorn sat. The Supreme Court said it burned.",
      "Supreme Court")
  }

  @Test("a name that describes a body is not the body's")
  func describedBodies() throws {
    try check(
      "Brandt’s animal fund said it burned. Ida Brandt wept. Brandt said it was gone.",
      "Brandt’s animal fund", "Ida Brandt")
  }

  @Test func texts() throws {
    try check("She obeyed the request of Mayor Ida Brandt. Per the request, it burned.", "request of Mayor Ida Brandt")
    try kinds("The motion said it burned. The motion said it was gone.", .document)
    try check(
      "A study published on Monday in the Vale Journal made waves. The study said it burned.",
      "study published on Monday in the Vale Journal")
    try check("The Vale Council website said it burned.", "Vale Council website")
  }

  @Test func kindsOfNames() throws {
    try kinds("State media reported it burned.", .publication)
    try kinds("Agence Marne said it burned.", .publication)
    try kinds("A council spokeswoman said it burned.", .anonymous)
  }

  @Test("a spokesman without a name answers for his body, state media for nobody")
  func strengths() throws {
    let spokesman = try #require(try analysis("A council spokeswoman said it burned.").attributions.first)
    #expect(spokesman.strength == .strong && spokesman.end == .origin)
    let media = try #require(try analysis("State media reported it burned.").attributions.first)
    #expect(media.strength == .weak && media.end == .unnamed)
  }
}
