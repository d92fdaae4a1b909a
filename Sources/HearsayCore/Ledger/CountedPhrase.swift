import ProseText

/// The words that say what a figure counts, as keys of stems.
struct CountedPhrase: Sendable, Equatable {
  /// The noun itself: "repairs" of "repairs to the dam".
  var head: UInt64?
  /// All its words that mean something, the head among them.
  var words: Set<UInt64> = []
  /// The head names people.
  var isPeople = false

  init() {}

  init(head: UInt64?, words: Set<UInt64>, isPeople: Bool) {
    self.head = head
    self.words = words
    self.isPeople = isPeople
  }

  /// Reads a phrase as a ledger writes it: "leaks repaired", "cost of repairs to the dam".
  init(_ text: String) {
    var isOpen = true
    var last: String?
    for word in Self.split(text.prefix(400)) {
      let small = word.lowercased()
      if Self.closing.contains(small) {
        if last != nil { isOpen = false }
        continue
      }
      guard !Self.empty.contains(small) else { continue }
      let key = WordStems.key(small)
      words.insert(key)
      // "leaks repaired": what was done to them is not what is counted.
      if isOpen, last == nil || !(small.hasSuffix("ed") || small.hasSuffix("ing")) {
        head = key
        last = small
      }
    }
    isPeople = last.map { Lexicon.english.lexeme(foldedKey($0)).classes.contains(.peopleNoun) } ?? false
  }

  /// The words of a text, without marks at their ends.
  static func split(_ text: some StringProtocol) -> [String] {
    text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "," || $0 == ";" || $0 == "/" || $0 == "–" }
      .compactMap { word in
        let inner = word.drop { Self.marks.contains($0) }
        guard let end = inner.lastIndex(where: { !Self.marks.contains($0) }) else { return nil }
        return String(inner[...end])
      }
  }

  private static let marks: Set<Character> = [
    "“", "”", "‘", "’", "\"", "'", "(", ")", "[", "]", "{", "}", ".", "!", "?", ":", "*", "_",
  ]
  /// Words behind which a phrase says more of the noun before them.
  private static let closing = Set(
    "of in to at by for from with per on who which that since during between under over among and or as".split(
      separator: " "
    ).map(String.init))
  private static let empty = Set(
    """
    the a an its his her their our total number amount overall all each every other new more less about some was were is are
    be been has have had it this these those year years month months week weeks day days hour hours quarter
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether every word of a phrase is among these.
  func isContained(in other: Set<UInt64>) -> Bool { !words.isEmpty && words.isSubset(of: other) }
}
