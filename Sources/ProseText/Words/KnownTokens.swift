/// Tokens at both ends of a block that are known from its text before an edit, so that only what stands between them is read.
package struct KnownTokens: Sendable {
  /// Those from the block's beginning on.
  package var head: [Token]
  /// The word behind them, with which reading begins; nil where the head is empty.
  package var next: Token?
  /// Those up to the block's end, as they stand now: what is read between joins on to one of them.
  package var tail: [Token]

  package init(head: [Token], next: Token?, tail: [Token]) {
    (self.head, self.next, self.tail) = (head, next, tail)
  }
}

/// The tokens of a block, and how many of them were known.
package struct ReadTokens: Sendable {
  package var all: [Token]
  /// How many at the beginning were taken over.
  package var head = 0
  /// How many at the end were taken over.
  package var tail = 0

  package init(all: [Token], head: Int = 0, tail: Int = 0) {
    (self.all, self.head, self.tail) = (all, head, tail)
  }
}

/// Cuts a block's prose into tokens, as `tokenize(_:at:_:)`, but for those that are known.
///
/// - Parameter known: what the same tokens would be read from is the same for these, some way beyond them too.
package func tokenize(
  _ bytes: [UInt8], at origin: Int, _ content: BlockContent, knowing known: KnownTokens
) -> ReadTokens {
  var tokenizer = Tokenizer(origin: origin, tail: known.tail)
  var head = 0
  bytes.withUnsafeBufferPointer { buffer in
    if let next = known.next,
      let stretch = content.prose.lastIndex(where: { $0.lowerBound <= next.start }),
      next.start < content.prose[stretch].upperBound
    {
      head = known.head.count
      tokenizer.goOn(behind: known.head, at: next, in: stretch, buffer, content)
    } else {
      tokenizer.run(buffer, content)
    }
  }
  return ReadTokens(all: tokenizer.tokens, head: head, tail: tokenizer.joined)
}
