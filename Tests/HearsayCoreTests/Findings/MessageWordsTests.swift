import ProseText
import Testing

@testable import HearsayCore

/// Messages quote what a reader sees, not how it is marked up.
struct MessageWordsTests {
  private func messages(_ text: String, _ format: DraftFormat) throws -> [String] {
    var analyzer = Analyzer()
    let analysis = analyzer.analyze(SourceText(text), format: format)
    return try #require(analysis).findings.map(\.message)
  }

  @Test(
    arguments: [
      (DraftFormat.markdown, "The town has lost **12,400**\nhomes since May."),
      (.html, "<p>The town has lost <b>12,400</b> homes since May."),
      (.latex, "The town has lost \\emph{12,400} homes since May."),
      (.org, "The town has lost *12,400* homes since May."),
    ])
  func markupIsLeftOut(format: DraftFormat, text: String) throws {
    #expect(try messages(text, format) == ["No source is given for “12,400 homes”."])
  }

  @Test func whatIsNoProseIsQuotedAsWritten() throws {
    #expect(try messages("Tolls rose.[^tolls-2024]", .markdown).contains { $0.contains("tolls-2024") })
  }

  @Test(
    "a poll is asked for what it lacks alone",
    arguments: [
      ("A poll put Larch ahead by 9 points.", "pollster, sample and dates"),
      ("A poll from 2 to 5 May put Larch ahead by 9 points.", "pollster and sample"),
      ("A poll on 3 May 2031 put Larch ahead by 9 points.", "pollster and sample"),
    ])
  func whatAPollLacks(text: String, missing: String) throws {
    let said = try messages(text, .markdown).filter { $0.contains("is given without") }
    #expect(said.count == 1)
    #expect(said.allSatisfy { $0.hasSuffix("is given without its \(missing).") }, "\(said)")
  }
}
