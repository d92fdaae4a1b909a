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
  for (one, other) in zip(cached.draft?.blocks ?? [], fresh.draft?.blocks ?? []) {
    checkSame(one.facts, other.facts, what)
  }
  return cached
}

/// Holds what is known of a block against a first reading of it.
private func checkSame(_ cached: BlockFacts, _ fresh: BlockFacts, _ what: Comment) {
  #expect(cached.passage.sentences == fresh.passage.sentences, what)
  #expect(cached.passage.terms.map(\.range) == fresh.passage.terms.map(\.range), what)
  #expect(cached.passage.terms.map(\.key) == fresh.passage.terms.map(\.key), what)
  #expect(cached.passage.terms.map(\.tag) == fresh.passage.terms.map(\.tag), what)
  #expect(cached.quantities == fresh.quantities, what)
  #expect(cached.scopes == fresh.scopes, what)
  #expect(cached.attributions == fresh.attributions, what)
  #expect(cached.personNames == fresh.personNames, what)
  #expect(cached.bodyNames == fresh.bodyNames, what)
  #expect(cached.textNames == fresh.textNames, what)
  #expect(cached.ownNames == fresh.ownNames, what)
  #expect(cached.firstHand == fresh.firstHand, what)
  #expect(cached.mentalStates.map(\.words) == fresh.mentalStates.map(\.words), what)
  #expect(cached.mentalStates.map(\.fix) == fresh.mentalStates.map(\.fix), what)
}
