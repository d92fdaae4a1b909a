import ProseText

/// The names under which drafts credit the sources of a ledger.
struct PartyNames: Sendable, Equatable {
  /// For each entry its names, each as keys of words.
  private var names: [[[UInt64]]]
  /// For each entry the words of its title.
  /// For each entry its names, each by its first and last word in small letters.
  private var spellings: [[Set<String>]]
  private var titles: [Set<UInt64>]
  /// By the first and the last word of a name the entries that have it.
  private var byEdge: [UInt64: [Int]] = [:]
  /// By the words of an alias the party that it stands for: the first name of the entry.
  private(set) var aliases: [[UInt64]: String] = [:]

  init(_ ledger: Ledger) {
    names = ledger.sources.map { source in
      ([source.publisher, source.author].compactMap { $0 } + source.aliases).map { Self.words(of: $0) }
        .filter { !$0.isEmpty }
    }
    spellings = ledger.sources.map { source in
      ([source.publisher, source.author].compactMap { $0 } + source.aliases).map { name in
        let words = CountedPhrase.split(name).map { Self.bare($0.lowercased()) }.filter { $0 != "the" && !$0.isEmpty }
        return Set([words.first, words.last].compactMap { $0 })
      }
    }
    for (entry, own) in names.enumerated() {
      for edge in Set(own.flatMap { [$0.first, $0.last].compactMap { $0 } }) { byEdge[edge, default: []].append(entry) }
    }
    titles = ledger.sources.map { Set(Self.words(of: $0.title ?? "")) }
    var ambiguous: Set<[UInt64]> = []
    for source in ledger.sources where source.status != .retired {
      guard let party = source.publisher ?? source.author else { continue }
      for alias in source.aliases + [party] {
        let words = Self.words(of: alias)
        guard !words.isEmpty else { continue }
        if let known = aliases[words], known != party { ambiguous.insert(words) }
        aliases[words] = party
      }
    }
    for words in ambiguous { aliases[words] = nil }
  }

  /// A word without the ending of a possessive.
  private static func bare(_ word: String) -> String {
    for ending in ["’s", "'s", "’", "'"] where word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    return word
  }

  /// The keys of a name's words, articles and marks aside, as tokens of a draft have them.
  static func words(of name: String) -> [UInt64] {
    CountedPhrase.split(name).flatMap { word -> [UInt64] in
      let word = bare(word)
      let small = word.lowercased()
      return word.isEmpty || small == "the" || small == "&" ? [] : [foldedKey(word)]
    }
  }

  /// Whether a name of an entry may stand in a text, by its words in small letters.
  func mayOccur(_ entry: Int, among words: Set<String>) -> Bool {
    spellings[entry].contains { name in name.contains { words.contains($0) } }
  }

  /// The entries whose names a party's words are, in full or in short.
  func entries(named words: [UInt64]) -> [Int] {
    guard let first = words.first, let last = words.last else { return [] }
    return Set((byEdge[first] ?? []) + (byEdge[last] ?? [])).sorted().filter { entry in
      names[entry].contains { Self.isSame($0, words) }
    }
  }

  /// Whether a party's words are the entry's name, or share a word with its names or title.
  ///
  /// Enough where a key beside the words says which entry is meant.
  func mayName(_ entry: Int, _ words: [UInt64]) -> Bool {
    names[entry].contains { !Set($0).isDisjoint(with: words) } || !titles[entry].isDisjoint(with: words)
  }

  /// Whether two names are one: the same words, or the one the beginning or end of the other.
  static func isSame(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    if left == right { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard !short.isEmpty, short.count < long.count else { return false }
    return long.suffix(short.count).elementsEqual(short) || long.prefix(short.count).elementsEqual(short)
  }
}
