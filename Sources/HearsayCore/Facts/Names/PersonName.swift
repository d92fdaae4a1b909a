/// Which of "he" and "she" can stand for somebody.
enum Gender: Sendable, Equatable {
  case feminine, masculine
}

/// A name in a block that a person may bear, by terms.
struct PersonName: Sendable, Equatable {
  /// The name without titles.
  var terms: Range<Int>
  /// Its given name, a title or what stands around it prove it a person's; else only a capital says that it is a name.
  var isCertain: Bool
  var gender: Gender?
  /// Keys of the offices and professions that stand with it: "governor", "judge".
  var offices: [UInt64] = []
  /// "Reid’s": what is spoken of is something of theirs.
  var isPossessive = false
  /// It stands in a row with the name before: "Ida Brandt and Tom Reid".
  var isJoined = false
  /// Key of the noun in front of the row: "officers".
  var rowNoun: UInt64?
  /// Keys of its words, and the name as it is written, where it is certain.
  var words: [UInt64] = []
  var text = ""
}
