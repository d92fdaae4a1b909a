import ProseText

/// A token with what the lexicon and the tagger say of it.
struct Term: Sendable {
  /// UTF-8 bytes relative to the block's first byte.
  var start: Int32
  var end: Int32
  var key: UInt64
  var classes: WordClasses
  var word: Word
  var cue: CueClass
  var forms: VerbForms
  var speech: SpeechClasses
  var kind: TermKind
  var shape: TermShape
  var tag: PartOfSpeech

  var range: Range<Int> { Int(start)..<Int(end) }
  var isCapitalised: Bool { shape.contains(.capitalised) }
  var hasSpaceBefore: Bool { shape.contains(.spaceBefore) }
  var isWord: Bool { kind == .word }
  /// A name, as far as capitals and tags tell.
  var isName: Bool { kind == .word && isCapitalised && tag.isProperNoun }

  @inline(__always)
  func has(_ wanted: WordClasses) -> Bool { !classes.isDisjoint(with: wanted) }
}

/// A block's prose as terms and sentences, ready for the readers of facts.
///
/// All offsets are relative to the block's first byte. A class, because every reader of facts holds it: passing it on counts one
/// reference, not one for each of its lists.
final class Passage: Sendable {
  let kind: BlockKind
  /// The block's own bytes; a copy where they are kept from edit to edit, so that whole drafts are not.
  let bytes: BlockBytes
  let terms: Terms
  let sentences: [Sentence]
  let inlines: [Inline]
  /// Whether parts of speech were read; where not, every tag says noun.
  let isTagged: Bool
  /// How the draft writes numbers.
  let numberFormat: NumberFormat
  /// How many terms at its beginning and its end are, tags and all, those of the passage before the edit that it was read after.
  let takenOver: (head: Int, tail: Int)

  init(
    kind: BlockKind, bytes: BlockBytes, terms: Terms, sentences: [Sentence], inlines: [Inline], isTagged: Bool,
    numberFormat: NumberFormat, takenOver: (head: Int, tail: Int) = (0, 0)
  ) {
    self.kind = kind
    self.bytes = bytes
    self.terms = terms
    self.sentences = sentences
    self.inlines = inlines
    self.isTagged = isTagged
    self.numberFormat = numberFormat
    self.takenOver = takenOver
  }

  /// The same with its terms packed; what nobody asks for again and again need not be at hand.
  func inLittleRoom() -> Passage {
    Passage(
      kind: kind, bytes: bytes, terms: terms.inLittleRoom(bytes), sentences: sentences.fitted(), inlines: inlines,
      isTagged: isTagged, numberFormat: numberFormat)
  }

  /// The byte of the block at a relative offset.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  /// The first byte of a term.
  @inline(__always)
  func byte(of index: Int) -> UInt8 { byte(Int(terms[index].start)) }

  /// The words of a relative range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// From the first term's first byte to the last one's last.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(terms[range.lowerBound].start)..<Int(terms[range.upperBound - 1].end)
  }

  /// The word at an index, `unknown` outside the passage.
  @inline(__always)
  func word(_ index: Int) -> Word {
    terms.indices.contains(index) ? terms[index].word : .unknown
  }

  /// Whether the term is this one ASCII mark.
  @inline(__always)
  func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    terms.indices.contains(index) && terms[index].kind != .word && byte(of: index) == mark
  }

  /// Whether the term is one of these classes; false outside the passage.
  @inline(__always)
  func has(_ index: Int, _ classes: WordClasses) -> Bool {
    terms.indices.contains(index) && terms[index].has(classes)
  }

  func isComma(_ index: Int) -> Bool { isMark(index, 0x2C) }

  /// The sentence that holds a term.
  func sentence(of term: Int) -> Int {
    max(0, sentences.firstPlace { $0.tokens.lowerBound > term } - 1)
  }

  /// A capital inside the word ("HiveNews"), all capitals, or the same word with a capital in the middle of a sentence.
  func isSpelledAsName(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.isCapitalised, !term.has(.function) else { return false }
    if term.shape.contains(.allCaps) { return true }
    if term.shape.contains(.innerCapital) { return true }
    return terms.contains(like: index) { other in
      other > 0 && terms[other].isCapitalised && terms[other - 1].kind == .word
        && !terms[other - 1].shape.contains(.abbreviation)
    }
  }
}
