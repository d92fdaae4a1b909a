/// Which of "he" and "she" can stand for somebody.
enum Gender: Sendable, Equatable {
  case feminine, masculine
}

/// A name in a block that a person may bear, by terms.
struct PersonName: Sendable, Equatable {
  /// The name without titles.
  @Compact var terms: Range<Int>
  /// Its given name, a title or what stands around it prove it a person's; else only a capital says that it is a name.
  var isCertain: Bool
  var gender: Gender?
  /// "Reid’s": what is spoken of is something of theirs.
  var isPossessive = false
  /// It stands in a row with the name before: "Ida Brandt and Tom Reid".
  var isJoined = false
  /// It shares the surname of the name behind it: “Ann” in "Ann and Tom Reid".
  var isShort = false
  /// Keys of the offices and professions that stand with it: "governor", "judge".
  var offices: [UInt64] = []
  /// Key of the noun in front of the row: "officers".
  var rowNoun: UInt64?
  /// How it is spelled, where that is at hand.
  @Indirect var spelling: NameSpelling?

  /// Its spelling, read anew where it is not at hand.
  func spelling(in passage: Passage) -> NameSpelling {
    spelling ?? NameSpelling(terms, isCertain: isCertain, in: passage)
  }

  /// Keys of its words.
  func words(in passage: Passage) -> [UInt64] { spelling?.words ?? passage.nameKeys(terms) }

  /// The same without what can be read anew.
  func inLittleRoom() -> PersonName {
    guard !isShort else { return self }
    var name = self
    name.spelling = nil
    return name
  }
}

/// Keys of the words of a name, and the name as it is written, where it is certainly a person's.
struct NameSpelling: Sendable, Equatable {
  var words: [UInt64]
  var text: String

  init(_ terms: Range<Int>, isCertain: Bool, in passage: Passage) {
    words = passage.nameKeys(terms)
    text = isCertain ? passage.nameText(terms) : ""
  }
}
