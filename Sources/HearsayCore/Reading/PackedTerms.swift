import ProseText

/// Terms in seven bytes each, for drafts of which all blocks are kept until the last is read.
///
/// What the lexicon says of a word stays there, and the key of a word that it does not know is read from the word's bytes; keys that
/// are not those of the bytes stand behind the terms.
struct PackedTerms: Sendable {
  /// The terms, then the keys, then a byte so that eight can be read at any term.
  private let words: [UInt8]
  private let bytes: BlockBytes

  private static let size = 7
  /// The most bytes of a term.
  private static let longest = 0x7F

  /// Says of a word that its key is read from its bytes; the numbers from the lexicon's on to this one are of keys behind the terms.
  private static let spelled = Int(UInt16.max)

  /// No terms.
  init() {
    words = []
    bytes = BlockBytes([])
  }

  /// Nil where a place, a length or the number of unknown words is too large, or a term says something else than the lexicon.
  ///
  /// - Parameter bytes: those of the block.
  init?(_ terms: [Term], in bytes: BlockBytes) {
    guard let last = terms.last, last.end <= UInt16.max else { return nil }
    let unspelled = terms.count { $0.isUnknown && !$0.isSpelled(in: bytes) }
    guard unspelled < Self.spelled - Lexicon.english.entries else { return nil }
    self.bytes = bytes
    var isWhole = true
    let capacity = terms.count * Self.size + unspelled * 8 + 1
    words = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
      let room = UnsafeMutableRawBufferPointer(buffer)
      var keys = 0
      for index in terms.indices {
        let term = terms[index]
        let length = term.end - term.start
        var word: Int
        if !term.isUnknown {
          word = Lexicon.english.entry(of: term.key)
          if word == 0 || !term.isAs(Lexicon.english.lexeme(at: word)) { isWhole = false }
        } else if unspelled == 0 || term.isSpelled(in: bytes) {
          word = Self.spelled
        } else {
          word = Lexicon.english.entries + keys
          keys += 1
        }
        if term.start < 0 || term.start > UInt16.max || length < 0 || length > Self.longest { isWhole = false }
        // A term writes over what the one before has too much.
        room.storeBytes(
          of: UInt64(UInt16(truncatingIfNeeded: term.start)) | UInt64(word) << 16
            | UInt64(UInt8(truncatingIfNeeded: length) & 0x7F) << 32 | UInt64(term.kind.rawValue) << 39
            | UInt64(term.shape.rawValue) << 42 | UInt64(term.tag.rawValue) << 50,
          toByteOffset: index * Self.size, as: UInt64.self)
      }
      buffer[capacity - 1] = 0
      var at = terms.count * Self.size
      // The keys come last: the last term has written into the first one's place.
      for term in terms where unspelled > 0 && term.isUnknown && !term.isSpelled(in: bytes) {
        room.storeBytes(of: term.key, toByteOffset: at, as: UInt64.self)
        at += 8
      }
      used = capacity
    }
    if !isWhole { return nil }
  }

  /// Whether some term has the key of another and is as a closure wants it; no more of them is unpacked than have to be.
  ///
  /// - Parameters:
  ///   - index: of the other term.
  ///   - count: how many terms there are.
  func contains(like index: Int, of count: Int, where isWanted: (Int) -> Bool) -> Bool {
    let wanted = Self.word(bits(index))
    let isKnown = wanted < Lexicon.english.entries
    let key = isKnown ? 0 : term(index, of: count).key
    for other in 0..<count {
      let word = Self.word(bits(other))
      guard isKnown ? word == wanted : word >= Lexicon.english.entries else { continue }
      if isKnown || other == index || term(other, of: count).key == key, isWanted(other) { return true }
    }
    return false
  }

  /// A packed term, in the lower seven bytes.
  @inline(__always)
  private func bits(_ index: Int) -> UInt64 { eightBytes(at: index * Self.size) }

  @inline(__always)
  private func eightBytes(at offset: Int) -> UInt64 {
    words.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
  }

  /// The number of a packed term's word.
  @inline(__always)
  private static func word(_ bits: UInt64) -> Int { Int(bits >> 16 & 0xFFFF) }

  /// A term, as it was.
  ///
  /// - Parameters:
  ///   - index: of one of the terms.
  ///   - count: how many terms there are.
  func term(_ index: Int, of count: Int) -> Term {
    let bits = bits(index)
    let start = Int32(bits & 0xFFFF)
    let end = start + Int32(bits >> 32 & 0x7F)
    let word = Self.word(bits)
    let isKnown = word < Lexicon.english.entries
    let lexeme = Lexicon.english.lexeme(at: isKnown ? word : 0)
    let key =
      isKnown
      ? Lexicon.english.key(at: word)
      : word == Self.spelled
        ? bytes.key(Int(start)..<Int(end))
        : eightBytes(at: count * Self.size + (word - Lexicon.english.entries) * 8)
    return Term(
      start: start, end: end, key: key, classes: lexeme.classes, word: lexeme.word, cue: lexeme.cue,
      forms: lexeme.forms, speech: lexeme.speech, kind: TermKind(rawValue: UInt8(bits >> 39 & 0x7)) ?? .punctuation,
      shape: TermShape(rawValue: UInt8(bits >> 42 & 0xFF)),
      tag: PartOfSpeech(rawValue: UInt8(bits >> 50 & 0x3F)) ?? .punctuation)
  }
}

extension Term {
  /// Whether the lexicon says nothing of it.
  fileprivate var isUnknown: Bool {
    classes.isEmpty && word == .unknown && cue == .none && forms.isEmpty && speech.isEmpty
  }

  /// Whether its key is that of its bytes.
  fileprivate func isSpelled(in bytes: BlockBytes) -> Bool { bytes.key(range) == key }

  fileprivate func isAs(_ lexeme: Lexeme) -> Bool {
    classes == lexeme.classes && word == lexeme.word && cue == lexeme.cue && forms == lexeme.forms
      && speech == lexeme.speech
  }
}
