/// Groups a block's tokens into sentences.
///
/// A sentence ends at a stop, question or exclamation mark with the quotation marks, brackets and note marks that close
/// on it, when what follows opens a sentence: a capital, a digit, an opening mark, something opaque. An abbreviation's
/// dot ends one only where the next word is one that usually opens a sentence. A number or letter that counts an item,
/// and the number of a figure or table, stay with their text. The sentences cover all tokens, in order. Takes time linear
/// in the tokens.
package func sentences(of tokens: [Token], in bytes: [UInt8], at origin: Int) -> [Sentence] {
  bytes.withUnsafeBufferPointer { buffer in
    var splitter = SentenceSplitter(MarkReader(tokens: tokens, buffer: buffer, origin: origin))
    _ = splitter.split { _ in false }
    return splitter.result
  }
}

/// Tokens of a block some of whose sentences are known: those in front of the first that is cut anew, and those behind a token at which it
/// turns out that one begins.
package struct SentenceWindow {
  /// So many tokens on either side have to be the same for a known sentence to end, or to begin, where it did: that far marks are looked
  /// at from a sentence's end, forwards and backwards.
  package static let ahead = 32
  package static let behind = 3

  /// From `behind` tokens in front of the first sentence that is cut anew on.
  package var tokens: [Token]
  /// The token with which that sentence begins.
  package var first: Int
  /// The first byte of the block's first token, where it is none of these.
  package var opener: UInt8?

  package init(tokens: [Token], first: Int, opener: UInt8?) {
    (self.tokens, self.first, self.opener) = (tokens, first, opener)
  }

  /// Cuts sentences up to the first that is known, or to the end.
  ///
  /// For blocks in which no item of a list is counted: what counts one depends on the items before.
  ///
  /// - Parameter isKnown: whether the sentences are known from a token on, with which one begins.
  /// - Returns: the sentences, by indices of these tokens, and where those begin that are known; nil where the end was reached.
  package func sentences(
    in bytes: [UInt8], at origin: Int, until isKnown: (Int) -> Bool
  ) -> (sentences: [Sentence], known: Int?) {
    bytes.withUnsafeBufferPointer { buffer in
      var splitter = SentenceSplitter(
        MarkReader(tokens: tokens, buffer: buffer, origin: origin, opener: opener), from: first)
      let known = splitter.split(until: isKnown)
      return (splitter.result, known)
    }
  }
}

/// Goes through a block's tokens once and notes where sentences end.
struct SentenceSplitter {
  private let marks: MarkReader
  private let tokens: [Token]
  private(set) var result: [Sentence] = []
  /// The first token of the sentence that is being read.
  private var first: Int
  /// Whether it holds a word, number or thing already: marks alone are no sentence.
  private var hasContent = false
  /// The item that the last counting number or letter opened.
  private var item: ListItemMark?

  /// - Parameter first: the token with which the first sentence begins.
  init(_ marks: MarkReader, from first: Int = 0) {
    self.marks = marks
    self.first = first
    tokens = marks.tokens
  }

  /// Cuts sentences to the end, or to the beginning of one at which a closure answers that it is known with all behind it.
  ///
  /// - Returns: that beginning.
  mutating func split(until isKnown: (Int) -> Bool) -> Int? {
    result.reserveCapacity(tokens.count / 16 + 1)
    var index = first
    while index < tokens.count {
      if index == first {
        if item == nil, isKnown(index) { return index }
        if let next = openingItem(at: index) {
          index = next
          continue
        }
      } else if opensItem(at: index) {
        close(before: index)
        continue
      }
      let token = tokens[index]
      if token.kind == .punctuation ? marks.isStop(index) : token.shape.contains(.abbreviation) {
        if token.kind != .punctuation { hasContent = true }
        let (next, isEnd) = readEnd(at: index)
        index = next
        if isEnd { close(before: next) }
      } else {
        if token.kind != .punctuation { hasContent = true }
        index += 1
      }
    }
    close(before: tokens.count)
    return nil
  }

  private mutating func close(before next: Int) {
    guard first < next else { return }
    result.append(
      Sentence(tokens: first..<next, range: Int(tokens[first].start)..<Int(tokens[next - 1].end)))
    first = next
    hasContent = false
  }

  // MARK: Items

  /// Behind the bullet, number or letter that the sentence opens with, where it counts an item.
  private mutating func openingItem(at index: Int) -> Int? {
    let at = marks.isBullet(index) ? index + 1 : index
    guard let mark = marks.listItemMark(at: at) else { return nil }
    let isFirstOfLine = index == 0 || tokens[index].shape.contains(.lineBefore)
    guard isFirstOfLine || mark.value == 1 || item.map({ mark.follows($0) || $0.follows(mark) }) ?? false else {
      return nil
    }
    item = mark
    return mark.next
  }

  /// Whether a further item begins in the middle of a line: "1) cut costs 2) hire".
  private func opensItem(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.spaceBefore) else { return false }
    if token.kind == .punctuation || token.kind == .symbol { return marks.isBullet(index) }
    guard let item, hasContent, token.end &- token.start <= 3, let mark = marks.listItemMark(at: index) else {
      return false
    }
    return mark.follows(item) && !marks.isComma(index - 1) && !SentenceWords.joining.contains(tokens[index - 1].key)
  }

  // MARK: Ends

  /// What stands behind the stop or abbreviation at `index` and all that closes on it, and whether a sentence ends there.
  private func readEnd(at index: Int) -> (next: Int, isEnd: Bool) {
    var end = SentenceEnd(isAbbreviation: tokens[index].shape.contains(.abbreviation))
    let isGlued = !tokens[index].shape.contains(.spaceBefore)
    var next = index + 1
    if !end.isAbbreviation {
      guard !marks.isPartOfWord(index), !marks.opensQuotation(index) else { return (next, false) }
      end.note(marks, index)
    }
    while next < tokens.count {
      if marks.isStop(next) {
        // An omission that stands apart belongs to what follows.
        if tokens[next].shape.contains(.spaceBefore),
          marks.isPartOfWord(next) || isGlued && end.isComplete && marks.isOmission(next)
        {
          break
        }
        end.note(marks, next)
      } else if !tokens[next].shape.contains(.spaceBefore), marks.closes(next) {
        end.isQuoted = end.isQuoted || marks.isQuotationMark(next)
      } else {
        break
      }
      next += 1
    }
    next = marks.behindNotes(next, isStop: end.hasStop)
    guard next < tokens.count else { return (next, true) }
    guard hasContent else { return (next, false) }
    let isApart =
      tokens[next].shape.contains(.spaceBefore) || end.isWide || marks.opensUnspaced(next) && !end.isEllipsis
    guard isApart else { return (next, false) }
    if !end.hasStop { return (next, endsAtAbbreviation(index, next)) }
    if marks.byte(index) == 0x2E, isNumberOfCaption(index) || marks.isInitial(index - 1, before: next) {
      return (next, false)
    }
    if end.isEllipsis, !isGlued, marks.isPronounI(next) { return (next, false) }
    if end.isQuoted, end.isExclaimed, marks.namesSpeaker(next) { return (next, false) }
    return (next, opensSentence(next))
  }

  /// "Figure 2." before the words of a caption.
  private func isNumberOfCaption(_ index: Int) -> Bool {
    index == first + 2 && tokens[first + 1].kind == .number && SentenceWords.captions.contains(tokens[first].key)
  }

  private func endsAtAbbreviation(_ index: Int, _ next: Int) -> Bool {
    var opener = next
    if marks.opens(next), next + 1 < tokens.count, !tokens[next + 1].shape.contains(.spaceBefore) { opener += 1 }
    let follower = tokens[opener]
    guard follower.kind == .word, follower.shape.contains(.capitalised) else { return false }
    let key = tokens[index].key
    if tokens[index].end &- tokens[index].start == 2 {
      // An initial may end a sentence as "Plan B." does, not as the first word or behind another initial.
      guard index > first, !marks.isInitial(index - 1) else { return false }
      return SentenceWords.openers.contains(follower.key)
    }
    switch Abbreviation.named(key) {
    case .opening, .openingSmall, .title, .reference: return false
    case .closing, .closingWord, nil: return SentenceWords.openers.contains(follower.key)
    case .last:
      let isZone = SentenceWords.behindHours.contains(follower.key) || follower.shape.contains(.allCaps)
      let isTimeOf = opener + 1 < tokens.count && tokens[opener + 1].key == SentenceWords.time
      return !isZone && !isTimeOf
    }
  }

  private func opensSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word: return token.shape.contains(.lineBefore) || marks.opensLikeName(index)
    case .number, .opaque, .symbol: return true
    case .punctuation:
      if marks.isComma(index) || marks.byte(index) == 0x3A { return false }
      // An opening mark or a dash: what stands behind it decides.
      guard index + 1 < tokens.count else { return true }
      if marks.byte(index) == 0x28 { return !marks.isReference(from: index) }
      if marks.byte(index) == 0x5B { return true }
      return tokens[index + 1].kind != .word || marks.opensLikeName(index + 1)
    }
  }
}

/// What the marks that may end a sentence are together.
private struct SentenceEnd {
  var isAbbreviation: Bool
  /// A stop beside the dot of the abbreviation.
  var hasStop = false
  var isExclaimed = false
  var isQuoted = false
  /// A stop of East Asian writing, after which no space is needed.
  var isWide = false
  private var dots = 0
  private var hasEllipsis = false

  init(isAbbreviation: Bool) { self.isAbbreviation = isAbbreviation }

  /// Three dots and no stop of their own; four are an omission after a sentence's end.
  var isEllipsis: Bool { hasEllipsis || dots == 2 || dots == 3 }
  /// A stop and nothing left out.
  var isComplete: Bool { isExclaimed || dots == 1 && !hasEllipsis }

  mutating func note(_ marks: MarkReader, _ index: Int) {
    hasStop = true
    switch marks.stop(index) {
    case .dots(let count): dots += count
    case .ellipsis: hasEllipsis = true
    case .exclamation: isExclaimed = true
    case .wide: isWide = true
    case nil: break
    }
  }
}
