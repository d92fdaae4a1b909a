import ProseText
import Testing

@testable import HearsayCore

/// Who pronouns, surnames, offices and short forms stand for.
struct PeopleTests {
  private func analysis(of text: String) throws -> Analysis {
    var analyzer = Analyzer()
    let result = analyzer.analyze(SourceText(Array(text.utf8)), format: .plainText)
    return try #require(result)
  }

  /// The names of the parties that the attributions of a text lead to, in order; "-" where to nobody.
  private func credited(_ text: String) throws -> [String] {
    let analysis = try analysis(of: text)
    return analysis.attributions.map { $0.resolved.map { analysis.sources[$0].name } ?? "-" }
  }

  private func kinds(_ text: String) throws -> [String] {
    let analysis = try analysis(of: text)
    return analysis.attributions.map { $0.resolved.map { analysis.sources[$0].kind.rawValue } ?? "-" }
  }

  @Test(arguments: [
    ("Potter Ida Holt opened a kiln in Marrow. She said it burns wood.", ["Ida Holt"]),
    ("Potter Ida Holt met Tom Reid at the lock. He said it was shut.", ["Tom Reid"]),
    ("The kiln was built by Ida Holt, 54, in spring.\n\nHolt said it burns wood.", ["Ida Holt"]),
    ("Holt said the kiln burns wood.\n\nMarrow’s potter, Ida Holt, opened it in spring.", ["Ida Holt"]),
    ("Governor Ida Holt signed the bill. The governor said it was late.", ["Ida Holt"]),
  ])
  func peopleAreWhomTheDraftIntroduced(text: String, names: [String]) throws {
    #expect(try credited(text) == names)
  }

  @Test func aPronounOfTheOtherGenderIsNotResolved() throws {
    #expect(try credited("Potter Ida Holt opened a kiln. He said it burns wood.") == ["-"])
  }

  @Test(arguments: [
    ("Transport for Marrow (TfM) shut the lock. TfM said it leaks.", "Transport for Marrow"),
    ("TfM said the lock leaks. Transport for Marrow (TfM) shut it.", "Transport for Marrow"),
    ("Dornex Motor Company shut its mill. Dornex said it was old.", "Dornex Motor Company"),
    ("The Ministry of Looms shut a mill. The ministry said it was old.", "Ministry of Looms"),
  ])
  func shortFormsAreTheBodyNamedInFull(text: String, name: String) throws {
    #expect(try credited(text) == [name])
    #expect(try kinds(text) == ["organisation"])
  }

  @Test(arguments: [
    ("Marrow Council official Ida Holt said it leaks.", "person", "Ida Holt"),
    ("Ida Holt of the Marrow Council said it leaks.", "person", "Ida Holt"),
    ("Ida Holt QC said it leaks.", "person", "Ida Holt"),
    ("Iceland said the lock leaks.", "organisation", "Iceland"),
    ("Researchers from Marrow University said it leaks.", "organisation", "Researchers from Marrow University"),
    ("One of the bargemen said it leaks.", "anonymous", "One of the bargemen"),
  ])
  func kindsOfSources(text: String, kind: String, name: String) throws {
    #expect(try kinds(text) == [kind])
    #expect(try credited(text) == [name])
  }

  @Test func theStudyIsTheOneNamedBefore() throws {
    let text = "A new study in the Marrow Review followed six kilns. The study found that they leak."
    #expect(try credited(text).last == "study in the Marrow Review")
  }
}
