import ProseText

/// A block before an edit, and how many bytes it has in common with what it is now.
struct EarlierBlock {
  let shared: SharedFacts
  let common: CommonEnds

  /// - Parameters:
  ///   - bytes: those in which the block stands now.
  ///   - range: where it stands there.
  init(_ block: SharedFacts, now bytes: [UInt8], _ range: Range<Int>) {
    shared = block
    common = CommonEnds(block.facts.passage.bytes.array, bytes, range)
  }

  var facts: BlockFacts { _read { yield shared.facts } }
}

/// How a block differs from what it was: sentences at its beginning and its end stand as they stood.
///
/// What a reader finds in a sentence by its words and those around it is taken over for these, but for some sentences beside the changed
/// ones, as far as readers look. Only what a reader asks of the whole block has to be compared beside.
struct BlockChange {
  private let shared: SharedFacts
  /// The terms that are the same.
  let common: CommonTerms
  private let now: Passage
  /// The terms and sentences to be read, and those that stood in their place.
  let terms: Range<Int>
  let sentences: Range<Int>
  let earlierTerms: Range<Int>
  let earlierSentences: Range<Int>
  /// How far what stands behind has moved.
  let shift: Shift

  /// By how many terms, sentences and bytes something has moved.
  struct Shift {
    var terms = 0
    var sentences = 0
    var bytes = 0
  }

  /// Sentences on either side that are read again.
  private static let margin = 2

  /// Nil where too little is the same.
  init?(from earlier: EarlierBlock, to now: Passage) {
    let old = earlier.facts.passage
    guard old.kind == now.kind, old.isTagged, now.isTagged, old.numberFormat == now.numberFormat,
      earlier.facts.isEnglish,
      Self.isPossible(old), Self.isPossible(now)
    else { return nil }
    let common = CommonTerms(old, now, earlier.common)
    let most = min(old.sentences.count, now.sentences.count)
    var head = 0
    while head < most, old.sentences[head] == now.sentences[head],
      old.sentences[head].tokens.upperBound <= common.head
    { head += 1 }
    var tail = 0
    while tail < most - head,
      now.isSame(sentence: now.sentences.count - tail - 1, as: old, behind: now.terms.count - common.tail, common)
    { tail += 1 }
    var lower = max(0, head - Self.margin)
    while lower > 0, !now.isParted(before: lower) { lower -= 1 }
    var upper = now.sentences.count - max(0, tail - Self.margin)
    while upper < now.sentences.count, !now.isParted(before: upper) { upper += 1 }
    guard lower < upper, (upper - lower) * 4 < now.sentences.count * 3 else { return nil }
    shared = earlier.shared
    self.common = common
    self.now = now
    shift = Shift(
      terms: now.terms.count - old.terms.count, sentences: now.sentences.count - old.sentences.count,
      bytes: now.bytes.count - old.bytes.count)
    sentences = lower..<upper
    earlierSentences = lower..<upper - shift.sentences
    let first = now.sentences[lower].tokens.lowerBound
    let end = now.sentences[upper - 1].tokens.upperBound
    terms = first..<end
    earlierTerms = first..<end - shift.terms
  }

  /// What was known of the block.
  var before: BlockFacts { _read { yield shared.facts } }

  /// Whether a block has so many sentences that some may be left by an edit.
  static func isPossible(_ passage: Passage) -> Bool { passage.sentences.count > margin * 2 }

  /// What a reader finds in the block, where it is asked for the changed part alone; nil where something stands across its ends.
  ///
  /// - Parameters:
  ///   - earlier: what it found in the block before, in order.
  ///   - place: the terms that it stands for.
  ///   - move: moves what stands behind.
  ///   - read: what it finds now among some terms.
  func joined<Item>(
    _ earlier: [Item], at place: (Item) -> Range<Int>, move: (inout Item, Shift) -> Void, read: (Range<Int>) -> [Item]
  ) -> [Item]? {
    var result: [Item] = []
    result.reserveCapacity(earlier.count + 4)
    var next = 0
    while next < earlier.count, place(earlier[next]).lowerBound < earlierTerms.lowerBound {
      guard place(earlier[next]).upperBound <= earlierTerms.lowerBound else { return nil }
      result.append(earlier[next])
      next += 1
    }
    for item in read(terms) {
      guard place(item).lowerBound >= terms.lowerBound, place(item).upperBound <= terms.upperBound else { return nil }
      result.append(item)
    }
    while next < earlier.count, place(earlier[next]).lowerBound < earlierTerms.upperBound {
      guard place(earlier[next]).upperBound <= earlierTerms.upperBound else { return nil }
      next += 1
    }
    while next < earlier.count {
      var item = earlier[next]
      move(&item, shift)
      result.append(item)
      next += 1
    }
    return result
  }

  /// What is known of each sentence, read anew for the changed ones.
  func joined<Item>(_ earlier: [Item], read: (Int) -> Item) -> [Item]? {
    guard earlier.count == before.passage.sentences.count else { return nil }
    return Array(earlier[..<earlierSentences.lowerBound]) + sentences.map(read)
      + Array(earlier[earlierSentences.upperBound...])
  }

  /// What a reader finds in sentences, in their order.
  func joined<Item>(
    _ earlier: [Item], sentence: WritableKeyPath<Item, Int>, read: (Range<Int>) -> [Item]
  ) -> [Item] {
    earlier.prefix { $0[keyPath: sentence] < earlierSentences.lowerBound } + read(terms)
      + earlier.drop { $0[keyPath: sentence] < earlierSentences.upperBound }.map { item in
        var item = item
        item[keyPath: sentence] += shift.sentences
        return item
      }
  }

  /// Whether the same words as before are known for names by standing with a capital inside a sentence.
  var hasSameCapitals: Bool {
    before.passage.capitalsInside(earlierTerms) == now.capitalsInside(terms)
  }
}

/// How many terms two passages have in common, at their beginning and at their end.
struct CommonTerms {
  let head: Int
  let tail: Int
  let bytes: CommonEnds

  /// - Parameters:
  ///   - now: read after the old one.
  ///   - bytes: what their bytes have in common.
  init(_ old: Passage, _ now: Passage, _ bytes: CommonEnds) {
    self.bytes = bytes
    let most = min(old.terms.count, now.terms.count)
    let start = now.bytes.count - bytes.tail
    let shift = Int32(now.bytes.count - old.bytes.count)
    let taken = now.takenOver
    let (head, tail) = old.terms.withStorage { old in
      now.terms.withStorage { now in
        var (head, tail) = taken
        while head < most, Int(now[head].end) <= bytes.head, old[head].isSame(as: now[head], shift: 0) { head += 1 }
        while tail < most - head, Int(now[now.count - tail - 1].start) >= start,
          old[old.count - tail - 1].isSame(as: now[now.count - tail - 1], shift: shift)
        { tail += 1 }
        return (head, tail)
      }
    }
    self.head = head
    self.tail = tail
  }
}

extension Term {
  /// Whether it is the same but for its place.
  @inline(__always)
  fileprivate func isSame(as now: Term, shift: Int32) -> Bool {
    start + shift == now.start && end + shift == now.end && key == now.key && kind == now.kind && shape == now.shape
      && tag == now.tag
  }
}

extension Passage {
  /// Whether a sentence stands as it stood in an earlier passage, counted from the end.
  fileprivate func isSame(sentence: Int, as old: Passage, behind first: Int, _ common: CommonTerms) -> Bool {
    let earlier = old.sentences[sentence - sentences.count + old.sentences.count]
    let shift = terms.count - old.terms.count
    return sentences[sentence].tokens == earlier.tokens.moved(by: shift)
      && sentences[sentence].range == earlier.range.moved(by: bytes.count - old.bytes.count)
      && sentences[sentence].tokens.lowerBound >= first
  }

  /// Whether a mark parts a sentence from the one before: no name or number goes on behind it.
  fileprivate func isParted(before sentence: Int) -> Bool {
    let last = sentences[sentence].tokens.lowerBound - 1
    return isMark(last, 0x2E) || isMark(last, 0x3F) || isMark(last, 0x21)
  }

  /// The words that stand with a capital behind another word, for `isSpelledAsName`.
  fileprivate func capitalsInside(_ range: Range<Int>) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for index in range
    where index > 0 && terms[index].isCapitalised && terms[index - 1].kind == .word
      && !terms[index - 1].shape.contains(.abbreviation)
    { keys.insert(terms[index].key) }
    return keys
  }
}
