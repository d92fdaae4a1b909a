import ProseText
import Testing

@testable import HearsayCore

/// What a draft leaves behind for others: next to nothing where it says nothing that another could say too.
@Suite struct DraftDigestTests {
  private func digest(_ text: String) throws -> DraftDigest {
    var analyzer = Analyzer(weights: .none)
    let digest = analyzer.analyze(SourceText(text), format: .markdown)?.digest()
    return try #require(digest)
  }

  @Test func aDraftWithoutFiguresAndWordsOfOthersKeepsNoWords() throws {
    let digest = try digest(
      "# The harbour of Dorn\n\nThe old ferry rests by the quay of Dorn, where Ida Marsh paints it.\n")
    #expect(!digest.hasItems)
    #expect(digest.topic == DraftTopic())
  }

  @Test func aDraftWithAFigureSaysWhatItIsAbout() throws {
    let digest = try digest("# The harbour of Dorn\n\nThe guard of Dorn made 412 arrests on Friday.\n")
    #expect(digest.hasItems)
    #expect(digest.topic.names.count > 0)
    #expect(digest.topic.opening.count > 0)
  }
}
