import ProseText

/// Words in quotation marks of one block, before the rest of the draft is known.
struct Quotation: Sendable, Equatable {
  /// Terms from the opening to the closing mark, both inside.
  @Compact var terms: Range<Int>
  /// Bytes relative to the block, marks inside.
  @Compact var range: Range<Int>
  var kind: QuoteKind
  var isClosed: Bool
  /// Whether the block runs on behind an opening mark with nothing after it to close it, as when a speech goes on in
  /// the next paragraph.
  var opensBlock: Bool
  @CompactIndex var sentence: Int
  /// Depth: 0 for the outermost.
  @CompactIndex var depth: Int
}

/// Pairs the quotation marks of a passage.
///
/// Marks pair on a stack within one block. A right single mark is an apostrophe between letters (the tokenizer keeps those inside
/// words), before digits and clipped words, and after "s" where nothing is open; behind digits straight marks are feet and
/// inches.
struct QuoteReader {
  private enum Mark { case open(UInt8), close(UInt8), either(UInt8) }

  private let passage: Passage
  private let style: QuotationStyle
  private(set) var quotations: [Quotation] = []
  /// Whether the passage's first double mark closes what was opened in a passage before.
  private(set) var closesEarlier = false
  private static let single: UInt8 = 1
  private static let double: UInt8 = 2
  private static let angle: UInt8 = 3

  init(_ passage: Passage, _ style: QuotationStyle = .english) {
    self.passage = passage
    self.style = style
    pair()
  }

  private mutating func pair() {
    var open: [(index: Int, kind: UInt8)] = []
    var result: [Quotation] = []
    for index in passage.terms.indices(in: passage.terms.indices, where: { $0.kind == .punctuation }) {
      guard let mark = mark(at: index) else { continue }
      switch mark {
      case .open(let kind): open.append((index, kind))
      case .close(let kind):
        close(kind, at: index, &open, &result)
      case .either(let kind):
        if passage.opensQuotation(index) {
          if kind == Self.single, open.last?.kind == Self.single { continue }
          open.append((index, kind))
        } else {
          close(kind, at: index, &open, &result)
        }
      }
    }
    for entry in open.prefix(Self.mostUnclosed) where entry.kind != Self.angle || style != .english {
      // A straight or lone single mark that nothing closes is more often an apostrophe than a lost quotation.
      if entry.kind == Self.single, passage.byte(of: entry.index) == 0x27 || style == .swedish { continue }
      result.append(unclosed(entry.index, depth: 0))
    }
    result.sort { ($0.terms.lowerBound, $1.terms.upperBound) < ($1.terms.lowerBound, $0.terms.upperBound) }
    setDepths(&result)
    quotations = result
  }

  /// A text made of opening marks must not cost the square of its length.
  private static let mostUnclosed = 64

  /// Depths of quotations sorted by their beginning; what is never closed holds nothing.
  private func setDepths(_ quotations: inout [Quotation]) {
    var around: [Int] = []
    for index in quotations.indices {
      while let end = around.last, end < quotations[index].terms.upperBound { around.removeLast() }
      quotations[index].depth = around.count
      if quotations[index].isClosed { around.append(quotations[index].terms.upperBound) }
    }
  }

  private mutating func close(
    _ kind: UInt8, at index: Int, _ open: inout [(index: Int, kind: UInt8)], _ result: inout [Quotation]
  ) {
    guard let place = open.lastIndex(where: { $0.kind == kind }) else {
      closesEarlier = closesEarlier || kind == Self.double && open.isEmpty && result.isEmpty
      return
    }
    if kind == Self.single, isPossessive(index), closesLater(than: index) { return }
    // Marks left open inside close with their surroundings; a lone single one inside is an apostrophe.
    for inner in open[(place + 1)...] where inner.kind == Self.double || passage.byte(of: inner.index) != 0x27 {
      result.append(unclosed(inner.index, depth: 1))
    }
    let start = open[place].index
    open.removeSubrange(place...)
    guard index > start + 1 else { return }
    result.append(make(start..<index + 1, isClosed: true, depth: open.count))
  }

  private func mark(at index: Int) -> Mark? {
    let term = passage.terms[index]
    guard term.kind == .punctuation else { return nil }
    let start = Int(term.start)
    switch passage.byte(start) {
    case 0x22: return isAfterDigit(index) ? nil : .either(Self.double)
    // "put('')": nothing stands between them.
    case 0x27 where passage.isEmptyPair(index): return nil
    case 0x27 where passage.isPairedMark(index):
      // Two single marks side by side stand for a double one.
      return passage.isMark(index + 1, 0x27) ? .either(Self.double) : nil
    case 0x27: return isApostrophe(index) || isAfterDigit(index) ? nil : .either(Self.single)
    case 0xC2 where term.range.count == 2: return angle(passage.byte(start + 1))
    case 0xE2 where term.range.count == 3 && passage.byte(start + 1) == 0x80:
      return curved(passage.byte(start + 2), at: index)
    default: return nil
    }
  }

  /// « and » by their second byte.
  private func angle(_ byte: UInt8) -> Mark? {
    switch (byte, style) {
    case (0xBB, .swedish): .either(Self.angle)
    case (0xAB, .german), (0xBB, .english), (0xBB, .french): .close(Self.angle)
    case (0xBB, .german), (0xAB, _): .open(Self.angle)
    default: nil
    }
  }

  /// ‘ ’ ‚ “ ” „ by their third byte.
  private func curved(_ byte: UInt8, at index: Int) -> Mark? {
    switch (byte, style) {
    case (0x9C, .german): .close(Self.double)
    // Programs that put marks in by themselves take the wrong one behind a bracket or a dash.
    case (0x9C, _) where passage.endsQuotedWords(index) && passage.isBehindHighMark(index): .close(Self.double)
    case (0x9D, .swedish): .either(Self.double)
    case (0x9C, _), (0x9E, _): .open(Self.double)
    case (0x9D, _): .close(Self.double)
    case (0x9A, .german): .open(Self.single)
    case (0x98, _), (0x99, _):
      if isApostrophe(index) {
        nil
      } else if byte == 0x99, style == .swedish {
        .either(Self.single)
      } else {
        byte == 0x98 && style != .german ? .open(Self.single) : .close(Self.single)
      }
    default: nil
    }
  }

  private func isAfterDigit(_ index: Int) -> Bool {
    guard index > 0, !passage.terms[index].hasSpaceBefore, passage.terms[index - 1].kind == .number else {
      return false
    }
    // "“oar-5”": a number tied to a word has no unit.
    if index > 2, passage.isMark(index - 2, 0x2D), passage.terms[index - 3].isWord,
      !passage.terms[index - 2].hasSpaceBefore, !passage.terms[index - 1].hasSpaceBefore
    {
      return false
    }
    return !isInsideQuote(index)
  }

  /// A straight double mark before the digits on the same line says that this one closes: "“we lost 10”".
  private func isInsideQuote(_ index: Int) -> Bool {
    var seen = 0
    for at in stride(from: index - 1, through: max(0, index - 400), by: -1)
    where passage.terms[at].kind == .punctuation && passage.byte(of: at) == passage.byte(of: index) {
      if at > 0, passage.terms[at - 1].kind == .number, !passage.terms[at].hasSpaceBefore { continue }
      seen += 1
    }
    return seen % 2 == 1
  }

  private static let clipped = foldedKeys("n em tis twas cause til round bout cos")

  /// "’90s", "’em", "rock ’n’ roll".
  private func isApostrophe(_ index: Int) -> Bool {
    let next = index + 1
    // "it‘s": a mark of the wrong kind between letters is an apostrophe all the same.
    if index > 0, passage.terms[index - 1].isWord, passage.terms[next].isWord, !passage.terms[index].hasSpaceBefore,
      !passage.terms[next].hasSpaceBefore
    {
      return true
    }
    if next < passage.terms.count, !passage.terms[next].hasSpaceBefore {
      if passage.terms[next].kind == .number, passage.terms[next].range.count == 2, next + 1 < passage.terms.count,
        !passage.terms[next + 1].hasSpaceBefore || passage.terms[index].hasSpaceBefore && !hasLaterClose(index)
      {
        return true
      }
      if Self.clipped.contains(passage.terms[next].key) { return true }
    }
    return index > 0 && !passage.terms[index].hasSpaceBefore && Self.clipped.contains(passage.terms[index - 1].key)
      && index >= 2 && passage.terms[index - 2].kind == .punctuation
  }

  private func hasLaterClose(_ index: Int) -> Bool {
    for at in (index + 1)..<min(passage.terms.count, index + 60) where passage.terms[at].kind == .punctuation {
      let byte = passage.byte(of: at)
      if byte == 0x27 || byte == 0xE2, !passage.terms[at].hasSpaceBefore { return true }
    }
    return false
  }

  /// A mark behind a word in "s" and before white space may be a plural's possessive.
  private func isPossessive(_ index: Int) -> Bool {
    guard index > 0, !passage.terms[index].hasSpaceBefore, passage.terms[index - 1].isWord else { return false }
    let end = Int(passage.terms[index - 1].end)
    guard passage.byte(end - 1) | 0x20 == 0x73 else { return false }
    let next = index + 1
    return next < passage.terms.count && passage.terms[next].hasSpaceBefore && passage.terms[next].isWord
  }

  /// Whether a better closing mark follows before the next opening one.
  private func closesLater(than index: Int) -> Bool {
    for at in (index + 1)..<passage.terms.count {
      guard let mark = mark(at: at) else { continue }
      switch mark {
      case .open(let kind) where kind == Self.single: return false
      case .close(let kind) where kind == Self.single: return !isPossessive(at)
      case .either(let kind) where kind == Self.single: return !passage.opensQuotation(at) && !isPossessive(at)
      default: continue
      }
    }
    return false
  }

  /// An unclosed quotation runs to the end of its clause: before ", he said" or the sentence's stop.
  private func unclosed(_ start: Int, depth: Int) -> Quotation {
    let sentence = passage.sentences[passage.sentence(of: start)]
    var end = sentence.tokens.upperBound
    for index in (start + 1)..<sentence.tokens.upperBound {
      // A closing mark of the wrong kind ends the words all the same.
      if case .close = mark(at: index) {
        end = index
        break
      }
    }
    for index in (start + 1)..<end where passage.isComma(index) {
      let next = index + 1
      if next + 1 < end,
        passage.terms[next].tag.isPronoun || passage.terms[next].isName || passage.terms[next].has(.definite),
        (next + 1..<min(end, next + 5)).contains(where: {
          passage.terms[$0].cue != .none && passage.terms[$0].tag.isVerb
        })
      {
        end = index
        break
      }
    }
    while end > start + 1, passage.terms[end - 1].kind == .punctuation { end -= 1 }
    var result = make(start..<end, isClosed: false, depth: depth)
    result.opensBlock = start == 0
    return result
  }

  private func make(_ range: Range<Int>, isClosed: Bool, depth: Int) -> Quotation {
    Quotation(
      terms: range, range: passage.range(range), kind: QuoteKinds(passage).kind(of: range), isClosed: isClosed,
      opensBlock: false, sentence: passage.sentence(of: range.lowerBound), depth: depth)
  }
}
