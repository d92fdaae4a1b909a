import ProseText
import Testing

/// Tests of the reader of one format: which blocks a draft has, the prose of each, and the markup inside.
protocol ReaderTests {
  static var format: DraftFormat { get }
}

extension ReaderTests {
  /// The draft has these blocks, written as `MaskedDraft.listing` does.
  func check(_ draft: String, _ blocks: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(MaskedDraft(draft, Self.format).listing == blocks, sourceLocation: sourceLocation)
  }

  /// The draft's first block has these inlines, written as `MaskedDraft.inlineListing` does.
  func check(inlines draft: String, _ inlines: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(MaskedDraft(draft, Self.format).inlineListing == inlines, sourceLocation: sourceLocation)
  }
}
