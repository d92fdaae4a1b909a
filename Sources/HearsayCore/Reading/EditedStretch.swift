import ProseText

/// What of a block is cut into tokens and sentences again after an edit, some way around it; the rest stands as it stood.
struct EditedStretch {
  /// Tokens at both ends of what is cut again, from which reading goes on and which it joins.
  let known: KnownTokens
  /// How many terms of the block before stand in front of these tokens, and behind them.
  let head: Int
  private let tail: Int
  /// How many sentences of the block before stand in front of the first that is cut again.
  private let headSentences: Int
  private let before: Passage

  /// So many tokens beside what has changed are read again: a list of numbers is looked at to its end before its first is read.
  private static let margin = 16
  /// No date line reaches so far into a block.
  fileprivate static let farthestDateline = 20
  /// At so many sentences behind the change those that are known may begin.
  private static let mostJoints = 3

  /// Nil where little is left as it was.
  ///
  /// - Parameters:
  ///   - block: before the edit.
  ///   - content: what of it is prose now.
  ///   - count: its bytes now.
  init?(_ block: EarlierBlock, _ content: BlockContent, count: Int) {
    let (before, earlier, common) = (block.facts.passage, block.facts.content, block.common)
    guard before.isTagged else { return nil }
    let terms = before.terms
    var next = terms.partition { Int($0.end) > common.head } - Self.margin
    while next > 0, !terms[next].opensAnew { next -= 1 }
    if next <= Self.margin || !earlier.begins(as: content, upTo: common.head) { next = 0 }
    let start = before.bytes.count - common.tail
    var rest = terms.partition { Int($0.start) >= start } + Self.margin
    while rest < terms.count, !terms[rest].opensAnew { rest += 1 }
    let shift = count - before.bytes.count
    if rest + Self.margin >= terms.count || !earlier.ends(as: content, from: start, movedBy: shift) {
      rest = terms.count
    }
    next = max(0, next)
    rest = min(rest, terms.count)
    guard next > 0 || rest < terms.count, !before.countsItems else { return nil }
    self.before = before
    // The first two sentences may be one that a date line parts.
    let sentence = before.sentences.firstPlace { $0.tokens.lowerBound + SentenceWindow.ahead > next } - 1
    let first = sentence > 1 ? before.sentences[sentence].tokens.lowerBound : 0
    headSentences = first >= Self.farthestDateline ? sentence : 0
    head = first >= Self.farthestDateline ? first - SentenceWindow.behind : 0
    let joint = before.sentences.firstPlace {
      $0.tokens.lowerBound >= max(rest + SentenceWindow.behind, Self.farthestDateline)
    }
    let last = joint + Self.mostJoints - 1
    var end = terms.count
    if last < before.sentences.count {
      end = min(end, before.sentences[last].tokens.lowerBound + SentenceWindow.ahead)
    }
    tail = terms.count - end
    known = KnownTokens(
      head: terms.elements(head..<max(head, next)).map { $0.token(movedBy: 0) },
      next: next > 0 ? terms[next].token(movedBy: 0) : nil,
      tail: terms.elements(min(rest, end)..<end).map { $0.token(movedBy: shift) })
  }

  /// The block's tokens around the change and all its sentences; nil where nothing is known behind the change after all.
  ///
  /// - Parameters:
  ///   - content: what of the block is prose now.
  ///   - origin: where in the bytes the block begins.
  func cut(_ content: BlockContent, in bytes: [UInt8], at origin: Int, count: Int) -> CutBlock? {
    let read = tokenize(bytes, at: origin, content, knowing: known)
    // The word to go on from is no prose any more: all of the block was read.
    guard known.next == nil || read.head > 0 else { return nil }
    // A bracket that opens a block tells what brackets are in all of it (`MarkReader`).
    if head == 0 {
      guard let first = read.all.first, !before.terms.isEmpty else { return nil }
      guard (bytes[origin + Int(first.start)] == 0x5B) == (before.byte(of: 0) == 0x5B) else { return nil }
    }
    let tail = read.tail > 0 ? tail : 0
    let terms = head + read.all.count + tail
    let shift = terms - before.terms.count
    let window = SentenceWindow(
      tokens: read.all, first: headSentences > 0 ? SentenceWindow.behind : 0,
      opener: head > 0 ? bytes[origin + Int(before.terms[0].start)] : nil)
    let joints = read.all.count - read.tail + SentenceWindow.behind..<Int.max
    let cut = window.sentences(in: bytes, at: origin) { index in
      joints.contains(index) && (tail == 0 || index + SentenceWindow.ahead <= read.all.count)
        && before.cutsSentence(before: index + head - shift)
    }
    guard cut.known != nil || tail == 0 else { return nil }
    var fresh = cut.sentences
    if headSentences == 0 { fresh = Dateline.split(fresh, read.all, in: bytes, at: origin) }
    var sentences: [Sentence] = []
    sentences.reserveCapacity(before.sentences.count + fresh.count)
    sentences += before.sentences[..<headSentences]
    for sentence in fresh {
      sentences.append(Sentence(tokens: sentence.tokens.moved(by: head), range: sentence.range))
    }
    let end = sentences.count
    if let joint = cut.known {
      let moved = count - before.bytes.count
      for sentence in before.sentences[before.sentence(of: joint + head - shift)...] {
        sentences.append(
          Sentence(tokens: sentence.tokens.moved(by: shift), range: sentence.range.moved(by: moved)))
      }
    }
    return CutBlock(
      tokens: read.all, head: head, tail: tail, keptHead: head + read.head, keptTail: tail + read.tail,
      sentences: sentences, fresh: headSentences..<end)
  }
}

/// A block cut into tokens and sentences, as far as an edit asks for it.
struct CutBlock {
  /// Those that were cut, with some that are known beside them.
  var tokens: [Token]
  /// How many terms of the block before stand in front of the tokens, and behind them.
  var head = 0
  var tail = 0
  /// How many terms are known at both ends, those in front of the tokens and behind them among these.
  var keptHead = 0
  var keptTail = 0
  /// All of the block.
  var sentences: [Sentence]
  /// Those that were cut.
  var fresh: Range<Int>

  /// How many terms the block has.
  var count: Int { head + tokens.count + tail }

  /// The token of a term of the block; nil where it was not cut.
  func token(_ term: Int) -> Token? { tokens.indices.contains(term - head) ? tokens[term - head] : nil }
}

extension CutBlock {
  /// Cuts a block of which nothing is known.
  init(_ content: BlockContent, in bytes: [UInt8], at origin: Int) {
    tokens = tokenize(bytes, at: origin, content)
    sentences = Dateline.split(
      ProseText.sentences(of: tokens, in: bytes, at: origin), tokens, in: bytes, at: origin)
    fresh = sentences.indices
  }
}

extension Passage {
  /// Whether a sentence begins with a term, behind any date line.
  fileprivate func cutsSentence(before term: Int) -> Bool {
    term >= EditedStretch.farthestDateline && term < terms.count
      && sentences[sentence(of: term)].tokens.lowerBound == term
  }

  /// Whether a sentence may begin with a number or letter that counts an item: "2.", "b)".
  fileprivate var countsItems: Bool {
    sentences.contains { sentence in
      let first = sentence.tokens.lowerBound
      let isBullet = !terms[first].isWord && byte(of: first) == 0xE2
      return countsItem(first) || isBullet && countsItem(first + 1)
    }
  }

  private func countsItem(_ index: Int) -> Bool {
    guard terms[index].kind == .number || terms[index].range.count == 1 else { return false }
    return !terms[index + 1].hasSpaceBefore && (isMark(index + 1, 0x2E) || isMark(index + 1, 0x29))
  }
}

extension Term {
  /// Whether it is a word behind white space: no part of another one.
  fileprivate var opensAnew: Bool { isWord && hasSpaceBefore }

  fileprivate func token(movedBy shift: Int) -> Token {
    Token(
      start: Int(start) + shift, end: Int(end) + shift, kind: TokenKind(kind),
      shape: TokenShape(rawValue: shape.rawValue),
      key: key)
  }
}

extension BlockContent {
  /// Whether other content is the same up to an offset.
  fileprivate func begins(as other: BlockContent, upTo end: Int) -> Bool {
    func clipped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<end) }
    return prose.prefix { $0.lowerBound < end }.map(clipped) == other.prose.prefix { $0.lowerBound < end }.map(clipped)
      && inlines.prefix { $0.range.lowerBound < end }.elementsEqual(
        other.inlines.prefix { $0.range.lowerBound < end }
      ) { $0.kind == $1.kind && clipped($0.range) == clipped($1.range) }
  }

  /// Whether other content is the same from an offset on, where it stands further on by so many bytes.
  fileprivate func ends(as other: BlockContent, from start: Int, movedBy shift: Int) -> Bool {
    func clipped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: start..<Int.max) }
    func moved(_ range: Range<Int>) -> Range<Int> { clipped(range.lowerBound - shift..<range.upperBound - shift) }
    return prose.filter { $0.upperBound > start }.map(clipped)
      == other.prose.filter { $0.upperBound - shift > start }.map(moved)
      && inlines.filter { $0.range.upperBound > start }.elementsEqual(
        other.inlines.filter { $0.range.upperBound - shift > start }
      ) { $0.kind == $1.kind && clipped($0.range) == moved($1.range) }
  }
}
