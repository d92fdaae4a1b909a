import HearsayCore
import ProseText
import Testing

@testable import HearsayCore

/// Which party each mention stands for, and how it was found.
@Suite struct SourceTests {
  /// The parties behind the attributions, in the order of their sources.
  private func check(_ text: String, _ parties: String?..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let analysis = try analysis(text)
    #expect(
      analysis.attributions.map { $0.resolved.map { analysis.sources[$0].name } } == parties,
      sourceLocation: sourceLocation)
  }

  private func kinds(_ text: String, _ kinds: SourceKind..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let analysis = try analysis(text)
    #expect(analysis.sources.map(\.kind) == kinds, "\(text)", sourceLocation: sourceLocation)
  }

  /// How the last attribution found its party.
  private func resolution(_ text: String) throws -> DraftAttribution.Resolution {
    var analyzer = Analyzer()
    let draft = analyzer.draft(SourceText(text), format: .plainText, in: DraftSurroundings(), isCancelled: { false })
    return try #require(draft?.attributions.last).resolution
  }

  @Test func shortForms() throws {
    try check("Ana Reid said it burned. Reid said it was gone.", "Ana Reid", "Ana Reid")
    try check("Reid said it was gone. Ana Reid said it burned.", "Ana Reid", "Ana Reid")
    try check("Dr. Ana Reid said it burned. Ana Moss said it stood.", "Dr. Ana Reid", "Ana Moss")
  }

  @Test("a short form of two is a party of its own")
  func ambiguousShortForms() throws {
    let text = "Ana Reid said it burned. Tom Reid said it was gone. Reid said that she wept."
    try check(text, "Ana Reid", "Tom Reid", "Reid")
  }

  @Test func acronyms() throws {
    try check(
      "The World Barge Union said it burned. The WBU said it was gone.", "World Barge Union", "World Barge Union")
    try check(
      "The World Barge Union (WBU) said it burned. The WBU said it was gone.", "World Barge Union", "World Barge Union")
    try check("The World Barge Union said it burned. The WBF said it was gone.", "World Barge Union", "WBF")
  }

  @Test func pronouns() throws {
    try check("Ana Reid said it burned. She said it was gone.", "Ana Reid", "Ana Reid")
    try check("The Ministry of Tides said it burned. It said it was sad.", "Ministry of Tides", "Ministry of Tides")
    try check("Experts said it burned. They said it was gone.", "Experts", "Experts")
    try check("She said it was gone.", nil)
  }

  @Test("a pronoun is as weak as its party")
  func weakPronouns() throws {
    #expect(
      try analysis("Experts said it burned. They said it was gone.").attributions.map(\.strength) == [.weak, .weak])
  }

  @Test func commonNouns() throws {
    try check(
      "The Ministry of Tides said it burned. The ministry said it was gone.", "Ministry of Tides", "Ministry of Tides")
    try check("Vale University said it burned. The ministry said it was gone.", "Vale University", "ministry")
    let two =
      "The Ministry of Tides said it burned. The Ministry of Roads said it stood. The ministry said it was gone."
    try check(two, "Ministry of Tides", "Ministry of Roads", "ministry")
    try check(
      "The World Barge Union said it burned. The union said it was gone.", "World Barge Union", "World Barge Union")
  }

  @Test func papers() throws {
    try check("The Dorn Ledger said it burned. The paper said it was gone.", "Dorn Ledger", "Dorn Ledger")
    guard case .near = try resolution("The Dorn Ledger said it burned. The paper said it was gone.") else {
      Issue.record("one outlet in the same paragraph is near")
      return
    }
    guard
      case .ambiguous(let candidates) = try resolution(
        "The Dorn Ledger said it burned. The Vale Post said it stood. The paper said it was gone.")
    else {
      Issue.record("two outlets make “the paper” ambiguous")
      return
    }
    #expect(candidates.count == 2)
  }

  @Test func reports() throws {
    let named = "The ministry’s report said it burned. The report said it was gone."
    try check(named, "ministry’s report", "ministry’s report")
    guard case .near = try resolution(named) else {
      Issue.record("a report in the sentence before is near")
      return
    }
    let distant = "The ministry’s report said it burned.\n\nThe fair opened.\n\nThe report said it was gone."
    try check(distant, "ministry’s report", "ministry’s report")
    guard case .distant = try resolution(distant) else {
      Issue.record("a report two paragraphs up is distant")
      return
    }
    let rival = "The ministry’s report said it burned. Its study said it stood. The report said it was gone."
    guard case .distant = try resolution(rival) else {
      Issue.record("a report behind another document is distant")
      return
    }
  }

  @Test func bridgedAndUnresolved() throws {
    guard case .bridged = try resolution("The Dorn Ledger said it burned.\n\nThe report said it was gone.") else {
      Issue.record("the report of an outlet is bridged")
      return
    }
    #expect(try resolution("The mill burned.\n\nThe report said it was gone.") == .unresolved)
  }

  @Test("an outlet's own report is the outlet, its survey a document of its own")
  func ownReports() throws {
    try check(
      "The Dorn Ledger said it burned. Its survey found that 40 homes were flooded.", "Dorn Ledger",
      "Dorn Ledger survey")
    try check(
      "The Dorn Ledger said it burned. Its report said it was gone. The Dorn Ledger’s report said that it stood.",
      "Dorn Ledger",
      "Dorn Ledger", "Dorn Ledger")
  }

  @Test("a piece of research goes by several nouns")
  func research() throws {
    guard
      case .near = try resolution(
        "A study was published in the journal Vale Tides. The research paper noted that it burned.")
    else {
      Issue.record("the one study is the paper")
      return
    }
    #expect(
      try resolution("A study was published in May. An article was published in June. The paper noted that it burned.")
        == .unresolved)
    try check(
      "A study was published in May. Ana Reid shared the findings with Dr Tom Moss. The study noted that it burned.",
      "study")
    try check("A study led by Dr. Ana Reid found that it burned.", "Ana Reid study")
  }

  @Test("a document that goes by its own noun again is not led back to that noun")
  func sameNoun() throws {
    let text =
      "A study of the mill was read.\n\nThe mill fell.\n\nIt rained.\n\nIt was late.\n\nThe study said 340 homes burned."
    let message = try analysis(text).findings.first { $0.rule == "HS205" }?.message
    #expect(message == "“The study” was last named paragraphs or other documents away.")
  }

  @Test("what an outlet brings out is its report")
  func pieces() throws {
    let published =
      "The Vale Post said it stood.\n\nIt rained when the Dorn Ledger published allegations about the mill. The reports said it burned."
    guard case .near = try resolution(published) else {
      Issue.record("what was published last is near")
      return
    }
    guard case .bridged = try resolution(published.replacing("Dorn Ledger", with: "mayor")) else {
      Issue.record("what is no outlet publishes no report")
      return
    }
  }

  @Test("a person who writes for an outlet is that person")
  func roles() throws {
    try kinds("Tom Bell of Vale Hospital and adviser to the Dorn Ledger wrote that it burned.", .person)
    try kinds("Tom Bell, an adviser to the Dorn Ledger, wrote that it burned.", .person)
    try kinds("The Dorn Ledger wrote that it burned.", .publication)
  }

  @Test func mentions() throws {
    let draft = MarkedDraft("⟦Ana Reid⟧ said it burned. ⟦Reid⟧ said it was gone.\n\n⟦Reid⟧ said she wept.")
    let sources = try analysis(draft.plain).sources
    #expect(sources.map(\.mentions) == [draft.ranges])
  }

  @Test func kindsOfParties() throws {
    try kinds("Ana Reid said it burned.", .person)
    try kinds("Mayor Ana Reid said it burned.", .person)
    try kinds("The mill’s owner, Ana Reid, said it burned.", .person)
    try kinds("The Ministry of Tides said it burned.", .organisation)
    try kinds("A spokesman for the Ministry of Tides said it burned.", .anonymous)
    try kinds("The company said it burned.", .organisation)
    try kinds("The Dorn Ledger said it burned.", .publication)
    try kinds("Reuters said it burned.", .publication)
    try kinds("A study by Vale University found that it burned.", .document)
    try kinds("Police figures show that it burned.", .document)
    try kinds("A viral post said that it burned.", .document)
    try kinds("A source said it burned.", .anonymous)
    try kinds("Two people familiar with the matter said it burned.", .anonymous)
    try kinds("Experts said it burned.", .vague)
    try kinds("According to media reports, it burned.", .vague)
    try kinds("Local press said it burned.", .vague)
    try kinds("According to local news, it burned.", .vague)
    try kinds("According to state television, it burned.", .publication)
    try kinds("The Dorn News said it burned.", .publication)
    try kinds("One MP said it burned.", .anonymous)
    try check("One MP said it burned.", "One MP")
    try kinds("One NGO said it burned.", .organisation)
    try kinds("The rules brought limits which analysts say will ruin it.", .vague)
    try kinds("The study made claims which analysts say will ruin it.", .vague)
    try kinds("Economists predict a slump.", .vague)
    try kinds("According to witness accounts, it burned.", .vague)
    try kinds("The ministry’s accounts show that it burned.", .document)
    try kinds("Numbers compiled by Vale University show that it burned.", .document)
    try kinds("Numbers show that it burned.")
    try kinds("A source within the Ministry of Tides said it burned.", .anonymous)
    try kinds("We found that it burned.", .writer)
    try kinds("It reportedly burned.")
  }
}
