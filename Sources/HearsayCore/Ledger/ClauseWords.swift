import ProseText

/// The words around a figure that say what it is about, as keys of stems.
struct ClauseWords {
  private(set) var counted = CountedPhrase()
  private(set) var clause: Set<UInt64> = []
  /// Those of them that are names.
  private(set) var names: Set<UInt64> = []
  /// The names' words as they are spelled.
  private(set) var spelledNames: Set<UInt64> = []
  /// The verbs that govern the figure: "rescued" of "rescued some 40 people" and of "40 people were rescued".
  private(set) var deeds: Set<UInt64> = []
  /// The terms that the clause runs over.
  private(set) var terms: Range<Int>

  /// - Parameter all: the quantities of the block, in order.
  init(_ quantity: Quantity, _ all: [Quantity], _ block: DraftBlock) {
    let passage = block.passage
    let sentence = passage.sentences[quantity.sentence].tokens
    let tellers = block.facts.sharedAttributions.map(\.value).filter { $0.sentence == quantity.sentence }
    let rivals = all.filter {
      $0.sentence == quantity.sentence && $0.exemption != .date && $0.exemption != .year && $0.exemption != .time
        && $0.terms != quantity.terms
    }
    let range = Self.clause(of: quantity, among: rivals, in: sentence, passage)
    terms = range
    for index in range where Self.says(index, passage) && !quantity.terms.contains(index) {
      if rivals.contains(where: { $0.terms.contains(index) }) { continue }
      if tellers.contains(where: { teller in
        teller.cue.contains { $0.contains(index) }
          || teller.source?.phrase.terms.contains(index) == true
            && !teller.says(index)
      }) {
        continue
      }
      let key = Self.key(index, passage)
      clause.insert(key)
      if passage.terms[index].isName {
        names.insert(key)
        spelledNames.insert(passage.terms[index].key)
      }
    }
    deeds = Self.deeds(of: quantity, passage)
    // "30 of them" and "62 percent support it" name nothing that is counted.
    guard let head = quantity.counted, !passage.terms[head].has(.personalPronoun),
      quantity.kind != .percent || passage.word(quantity.terms.upperBound) == .of
    else { return }
    counted.head = Self.key(head, passage)
    counted.isPeople = passage.terms[head].has(.peopleNoun)
    for index in quantity.terms.upperBound..<max(quantity.terms.upperBound, head + 1) where Self.says(index, passage) {
      counted.words.insert(Self.key(index, passage))
    }
    clause.formUnion(counted.words)
  }

  private static func deeds(of quantity: Quantity, _ passage: Passage) -> Set<UInt64> {
    var found: Set<UInt64> = []
    func isSkipped(_ index: Int) -> Bool {
      passage.has(index, [.approximator, .definite, .indefinite, .auxiliary, .be])
        || passage.terms[index].tag == .adverb
        || passage.word(index) == .some
    }
    func isDeed(_ index: Int) -> Bool { passage.terms[index].tag.isVerb && passage.terms[index].cue == .none }
    let before = (quantity.terms.lowerBound - 4..<quantity.terms.lowerBound).last { !isSkipped($0) }
    if let before, isDeed(before) { found.insert(key(before, passage)) }
    let end = max(quantity.terms.upperBound, (quantity.counted ?? 0) + 1)
    let after = (end..<end + 5).first { !isSkipped($0) }
    if let after, isDeed(after) { found.insert(key(after, passage)) }
    return found
  }

  /// The stretch of a sentence that is a figure's: up to the figures beside it.
  private static func clause(
    of quantity: Quantity, among rivals: [Quantity], in sentence: Range<Int>, _ passage: Passage
  ) -> Range<Int> {
    var range = sentence
    if let before = rivals.last(where: { $0.terms.upperBound <= quantity.terms.lowerBound }) {
      range = split(before, quantity, passage)..<range.upperBound
    }
    if let after = rivals.first(where: { $0.terms.lowerBound >= quantity.terms.upperBound }) {
      let end = split(quantity, after, passage)
      if end > range.lowerBound { range = range.lowerBound..<end }
    }
    return range
  }

  /// Where one figure's words end and the next one's begin: at "and", "but", a comma, else at the next figure itself.
  private static func split(_ first: Quantity, _ second: Quantity, _ passage: Passage) -> Int {
    let start = max(first.terms.upperBound, (first.counted ?? 0) + 1)
    guard start < second.terms.lowerBound else { return second.terms.lowerBound }
    return (start..<second.terms.lowerBound).first {
      passage.isComma($0) || passage.isMark($0, 0x3B) || passage.terms[$0].has(.conjunction)
        || passage.terms[$0].word == .while
    } ?? second.terms.lowerBound
  }

  /// Words that mean something: no function words, numbers, months or the like.
  static func says(_ index: Int, _ passage: Passage) -> Bool {
    let term = passage.terms[index]
    return term.isWord
      && !term.has([
        .function, .number, .scale, .month, .weekday, .timeUnit, .approximator, .percent, .currency, .measureUnit,
      ]) && term.word != .clitic && !empty.contains(term.key)
  }

  private static let empty = foldedKeys(
    "total number amount overall all each every new other more less about some year years month months quarter")

  /// The key of a word's stem.
  static func key(_ index: Int, _ passage: Passage) -> UInt64 {
    WordStems.key(passage.bytes[passage.terms[index].range])
  }
}
