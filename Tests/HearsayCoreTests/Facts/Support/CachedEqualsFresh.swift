import ProseText
import Testing

@testable import HearsayCore

/// Holds what an analyzer that has read other texts says of one against what a new one says.
///
/// - Returns: the first of the two.
@discardableResult
func checkCachedEqualsFresh(
  _ string: String, _ isMarkdown: Bool, _ warm: inout Analyzer, _ what: Comment
) throws -> Analysis {
  let text = SourceText(string)
  let format = isMarkdown ? DraftFormat.markdown : .plainText
  let kept = warm.analyze(text, format: format)
  let cached = try #require(kept)
  var new = Analyzer()
  let answer = new.analyze(text, format: format)
  let fresh = try #require(answer)
  #expect(cached.findings == fresh.findings, what)
  #expect(cached.figures == fresh.figures, what)
  #expect(cached.attributions == fresh.attributions, what)
  #expect(cached.sources == fresh.sources, what)
  #expect(cached.quotes == fresh.quotes, what)
  #expect(cached.citations == fresh.citations, what)
  #expect(cached.blocks == fresh.blocks && cached.sentences == fresh.sentences, what)
  #expect(cached.date == fresh.date && cached.isOtherLanguage == fresh.isOtherLanguage, what)
  return cached
}
