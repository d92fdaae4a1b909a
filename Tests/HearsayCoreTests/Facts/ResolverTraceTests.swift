import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What resolving did in each block is done again from its traces, wherever the blocks stand now: the same steps, at the places where a
/// first reading of the text takes them.
@Suite struct ResolverTraceTests {
  private static let extra = """
    Ida Brandt and Tom Reid said the mill leaks. Both said it again, and he said it twice. The couple said it rained.

    We counted 40 gulls. In our view, we said, they left. Mayor Lena Moss, whose report said so, spoke of a decree of Bishop Aldo Lind. \
    The decree says that bells ring.

    The Dorn Ledger’s survey said 12% left. The Ledger’s survey said so. State media said the Tide Fund for Women (TFW) paid. TFW said no.

    Lind said nothing. The mayor said she paid. “It rains,” she said. The study in the Vale Journal found it, and the study says why.
    """

  @Test("done again", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func repeating(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let examples = Rule.all.flatMap { $0.flagged + $0.clean }.filter { example in
      !example.isMarkdown && !example.isLedger && !example.isSettings
    }
    var text = "Fog lay on the yard.\n\n" + Self.extra
    for _ in 0..<40 {
      let example = examples[Int.random(in: 0..<examples.count, using: &random)]
      text += "\n\n" + example.text.filter { $0 != "⟦" && $0 != "⟧" }
    }
    var warm = Analyzer()
    _ = warm.analyze(SourceText(text), format: .plainText)
    // Something longer in front moves all that stands behind it.
    let longer = text.replacingOccurrences("Fog lay", with: "Fog lay heavily")
    let kept = try #require(warm.analyze(SourceText(longer), format: .plainText)?.draft)
    #expect(kept.onlyChange != nil, "all was resolved anew")
    var fresh = Analyzer()
    _ = fresh.analyze(SourceText(longer), format: .plainText)
    let memory = try #require(warm.memory.attributions)
    let expected = try #require(fresh.memory.attributions)
    var resolver = memory.introduced.resolver
    resolver.goOn(with: kept.blocks)
    for block in kept.blocks.indices {
      resolver.beginTrace()
      resolver.repeating(memory.traces[block...block], memory.reading.sources)
      let trace = resolver.endTrace(of: block)
      #expect(trace.parties == expected.traces[block].parties, "block \(block)")
      #expect(trace.people == expected.traces[block].people, "block \(block)")
      #expect(trace.documents == expected.traces[block].documents, "block \(block)")
      #expect(trace.places == expected.traces[block].places, "block \(block)")
    }
    let steps = expected.traces.flatMap(\.parties)
    for kind in ["party", "mention", "kind", "name", "writer", "ownDocument", "joint"] {
      #expect(steps.contains { "\($0)".hasPrefix(kind) }, "no text does this: \(kind)")
    }
    let people = expected.traces.flatMap(\.people)
    for kind in ["person", "gender", "spokenOf"] {
      #expect(people.contains { "\($0)".hasPrefix(kind) }, "no text does this: \(kind)")
    }
    let documents = expected.traces.flatMap(\.documents)
    for kind in ["document", "text"] {
      #expect(documents.contains { "\($0)".hasPrefix(kind) }, "no text does this: \(kind)")
    }
  }

  /// A letter in the first block and then one in the last: what the blocks between did is known there, wherever they stand now.
  @Test(
    "is known in the last block",
    arguments: [
      "Ida Brandt and Tom Reid said it rained.\n\nBoth said so.\n\nBoth said it twice at ni⟦g⟧ht.",
      "We counted 40 gulls.\n\nWe said at ni⟦g⟧ht that they left.",
      "The Tide Fund’s survey said so.\n\nThe Tide Fund’s survey said it at ni⟦g⟧ht.",
      "Mayor Lena Moss sang.\n\nShe said so.\n\nShe said at ni⟦g⟧ht that it rained.",
      "A study in the Vale Journal at ni⟦g⟧ht was long.\n\nThe study said it rained.",
    ])
  func known(_ text: String) throws {
    let parts = text.split(whereSeparator: { $0 == "⟦" || $0 == "⟧" })
    let (head, letter, tail) = (parts[0], parts[1], parts[2])
    var warm = Analyzer()
    _ = warm.analyze(SourceText("Fog lay on the yard.\n\n\(head)\(tail)\n"), format: .plainText)
    _ = try checkCachedEqualsFresh("Fog lay on the yards.\n\n\(head)\(tail)\n", false, &warm, "first")
    let analysis = try checkCachedEqualsFresh(
      "Fog lay on the yards.\n\n\(head)\(letter)\(tail)\n", false, &warm, "then")
    let block = try #require(analysis.draft?.onlyChange?.block)
    #expect(block > 0 && warm.memory.attributions?.open.block == block, "all was resolved anew")
  }
}

extension String {
  fileprivate func replacingOccurrences(_ words: String, with others: String) -> String {
    split(separator: words, omittingEmptySubsequences: false).joined(separator: others)
  }
}
