/// Terms in eight bytes each, for drafts of which all blocks are kept until the last is read.
///
/// What the lexicon says of a word stays there; keys of words that it does not know stand behind the terms.
struct PackedTerms: Sendable {
  /// The terms, then the keys.
  private let words: [UInt64]
  private let count: Int

  /// No terms.
  init() {
    words = []
    count = 0
  }

  /// Nil where a place, a length or the number of unknown words is too large, or a term says something else than the lexicon.
  init?(_ terms: [Term]) {
    guard let last = terms.last, last.end <= UInt16.max else { return nil }
    let unknown = terms.count { $0.isUnknown }
    let capacity = terms.count + unknown
    guard unknown < Int(UInt16.max) - Lexicon.english.entries else { return nil }
    var isWhole = true
    words = [UInt64](unsafeUninitializedCapacity: capacity) { buffer, used in
      var next = terms.count
      for index in terms.indices {
        let term = terms[index]
        let length = term.end - term.start
        var word: Int
        if term.isUnknown {
          word = Lexicon.english.entries + next - terms.count
          buffer[next] = term.key
          next += 1
        } else {
          word = Lexicon.english.entry(of: term.key)
          if word == 0 || !term.isAs(Lexicon.english.lexeme(at: word)) { isWhole = false }
        }
        if term.start < 0 || term.start > UInt16.max || length < 0 || length > UInt8.max { isWhole = false }
        buffer[index] =
          UInt64(UInt16(truncatingIfNeeded: term.start)) | UInt64(word) << 16
          | UInt64(UInt8(truncatingIfNeeded: length)) << 32 | UInt64(term.kind.rawValue) << 40
          | UInt64(term.shape.rawValue) << 48 | UInt64(term.tag.rawValue) << 56
      }
      used = capacity
    }
    count = terms.count
    if !isWhole { return nil }
  }

  /// A term, as it was; the index is one of the terms.
  subscript(index: Int) -> Term {
    let bits = words[index]
    let start = Int32(bits & 0xFFFF)
    let word = Int(bits >> 16 & 0xFFFF)
    let isKnown = word < Lexicon.english.entries
    let lexeme = Lexicon.english.lexeme(at: isKnown ? word : 0)
    return Term(
      start: start, end: start + Int32(bits >> 32 & 0xFF),
      key: isKnown ? Lexicon.english.key(at: word) : words[count + word - Lexicon.english.entries],
      classes: lexeme.classes, word: lexeme.word, cue: lexeme.cue, forms: lexeme.forms, speech: lexeme.speech,
      kind: TermKind(rawValue: UInt8(bits >> 40 & 0xFF)) ?? .punctuation,
      shape: TermShape(rawValue: UInt8(bits >> 48 & 0xFF)),
      tag: PartOfSpeech(rawValue: UInt8(bits >> 56)) ?? .punctuation)
  }
}

extension Term {
  /// Whether the lexicon says nothing of it.
  fileprivate var isUnknown: Bool {
    classes.isEmpty && word == .unknown && cue == .none && forms.isEmpty && speech.isEmpty
  }

  fileprivate func isAs(_ lexeme: Lexeme) -> Bool {
    classes == lexeme.classes && word == lexeme.word && cue == lexeme.cue && forms == lexeme.forms
      && speech == lexeme.speech
  }
}
