import ProseText

/// The parties named so far in a draft, with the look-ups that resolving needs.
///
/// Every look-up costs as much as the few parties that share a word or were mentioned nearby, whatever the draft's length.
struct SourceRegister {
  private(set) var sources: [DraftSource] = []
  /// For each word of a name, and for the initials of a name, the sources that have it.
  private var byWord: [UInt64: [Int]] = [:]
  /// Every mention in the order of the text.
  private var log: [(source: Int, block: Int)] = []
  /// Outlets and posts, in the order of their first mention.
  private(set) var relays: [Int] = []
  private var writer: Int?
  private var ownDocuments: [OwnDocument: Int] = [:]
  /// Several people as one source, by the people.
  private var joint: [[Int]: Int] = [:]
  /// What was done, where somebody wants to know.
  var trace: [Step]?

  private struct OwnDocument: Hashable {
    var party: Int
    var head: UInt64
  }

  /// Adds a party with its first mention.
  mutating func add(_ source: DraftSource, in block: Int) -> Int {
    let index = sources.count
    trace?.append(.party(AddedParty(source)))
    sources.append(source)
    log.append((index, block))
    for word in source.words { byWord[word, default: []].append(index) }
    if let initials = source.initials { byWord[initials, default: []].append(index) }
    if source.isRelay { relays.append(index) }
    return index
  }

  /// Notes another mention of a party.
  mutating func mention(_ source: Int, in block: Int, at range: Range<Int>, isLinked: Bool) -> Int {
    trace?.append(.mention(PartyMention(source: source, isLinked: isLinked, range: range)))
    sources[source].mentions.append(range)
    sources[source].isLinked = sources[source].isLinked || isLinked
    log.append((source, block))
    return source
  }

  /// Says what a party is after all.
  mutating func setKind(_ kind: SourceKind, of source: Int) {
    trace?.append(.kind(kind, of: source))
    sources[source].kind = kind
  }

  /// The writer, added at the first mention.
  mutating func writer(in block: Int, at range: Range<Int>) -> Int {
    if let writer { return mention(writer, in: block, at: range, isLinked: false) }
    let source = DraftSource(name: "the writer", kind: .writer, words: [], mentions: [range], isRelay: false)
    let index = add(source, in: block)
    take(.writer(index))
    return index
  }

  /// A party's document of one kind ("Marsh Mills yearbook"), added at the first mention.
  mutating func document(_ source: DraftSource, head: UInt64, of party: Int, in block: Int, at range: Range<Int>) -> Int
  {
    let key = OwnDocument(party: party, head: head)
    if let known = ownDocuments[key] { return mention(known, in: block, at: range, isLinked: source.isLinked) }
    let index = add(source, in: block)
    take(.ownDocument(head, of: party, index))
    return index
  }

  /// Several people who speak together, added at the first mention.
  mutating func joint(_ people: [Int], _ source: DraftSource, in block: Int, at range: Range<Int>) -> Int {
    if let known = joint[people] { return mention(known, in: block, at: range, isLinked: source.isLinked) }
    let index = add(source, in: block)
    take(.joint(people, index))
    return index
  }

  /// Takes a longer form of a name over.
  mutating func adopt(_ words: [UInt64], _ name: String, initials: UInt64?, for source: Int) {
    guard words.count > sources[source].words.count else { return }
    trace?.append(.name(name, words, initials, of: source))
    for word in words where !sources[source].words.contains(word) { byWord[word, default: []].append(source) }
    if let initials { byWord[initials, default: []].append(source) }
    sources[source].words = words
    sources[source].name = name
    sources[source].initials = initials
  }

  /// The one party whose name begins or ends with these words, or the other way about, or whose initials they are.
  func match(_ words: [UInt64], initials: UInt64?) -> Int? {
    guard let first = words.first, let last = words.last else { return nil }
    var found: Set<Int> = []
    for key in [first, last, initials ?? first] {
      for index in byWord[key] ?? [] {
        let source = sources[index]
        switch source.kind {
        case .vague, .anonymous, .missing, .writer, .document: continue
        case .person, .organisation, .publication: break
        }
        if source.words == words { return index }
        if source.isDescribed { continue }
        if isShort(words, of: source.words) || isShort(source.words, of: words)
          || words.count == 1 && source.initials == first
          || source.words.count == 1 && source.words[0] == initials
        {
          found.insert(index)
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private func isShort(_ short: [UInt64], of long: [UInt64]) -> Bool {
    short.count < long.count
      && (long.suffix(short.count).elementsEqual(short) || long.prefix(short.count).elementsEqual(short))
  }

  /// The parties that have a word in their name, in the order of their first mention.
  func having(_ word: UInt64) -> [Int] { byWord[word] ?? [] }

  /// The parties mentioned in a block or the few before it, latest first, with the block of their last mention.
  func recent(_ block: Int, reach: Int = 1) -> [(source: Int, block: Int)] {
    var result: [(source: Int, block: Int)] = []
    for entry in log.reversed() {
      guard entry.block + reach >= block else { break }
      if !result.contains(where: { $0.source == entry.source }) { result.append(entry) }
    }
    return result
  }
}

// MARK: What was done

extension SourceRegister {
  /// One thing that was done to the register.
  enum Step: Sendable, Equatable {
    case party(AddedParty)
    case mention(PartyMention)
    case kind(SourceKind, of: Int)
    case name(String, [UInt64], UInt64?, of: Int)
    case writer(Int)
    case ownDocument(UInt64, of: Int, Int)
    case joint([Int], Int)

    /// The absolute place that it was done for.
    var place: Range<Int>? {
      switch self {
      case .party(let party): party.source.mentions.first
      case .mention(let mention): mention.range
      case .kind, .name, .writer, .ownDocument, .joint: nil
      }
    }
  }

  /// A party as it was added; parties that differ in nothing but their places are equal.
  struct AddedParty: Sendable, Equatable {
    let source: DraftSource

    init(_ source: DraftSource) { self.source = source }

    static func == (one: Self, other: Self) -> Bool {
      one.source.mentions.count == other.source.mentions.count && one.source.isSameParty(as: other.source)
    }
  }

  /// Another mention of a party; mentions that differ in nothing but their places are equal.
  struct PartyMention: Sendable, Equatable {
    @CompactIndex var source: Int
    var isLinked: Bool
    var range: Range<Int>

    static func == (one: Self, other: Self) -> Bool { one.source == other.source && one.isLinked == other.isLinked }
  }

  /// Does again what was done for a block.
  ///
  /// - Parameter now: the parties of the whole draft, with their mentions where they stand now.
  mutating func repeating(_ steps: [Step], in block: Int, _ now: [DraftSource]) {
    for step in steps {
      switch step {
      case .party(let party):
        var source = party.source
        if !source.mentions.isEmpty { source.mentions = [now[sources.count].mentions[0]] }
        _ = add(source, in: block)
      case .mention(let mention):
        let range = now[mention.source].mentions[sources[mention.source].mentions.count]
        _ = self.mention(mention.source, in: block, at: range, isLinked: mention.isLinked)
      case .kind(let kind, let source): setKind(kind, of: source)
      case .name(let name, let words, let initials, let source): adopt(words, name, initials: initials, for: source)
      case .writer, .ownDocument, .joint: take(step)
      }
    }
  }

  /// Notes what a party is known by beside its name.
  private mutating func take(_ step: Step) {
    trace?.append(step)
    switch step {
    case .writer(let index): writer = index
    case .ownDocument(let head, let party, let index): ownDocuments[OwnDocument(party: party, head: head)] = index
    case .joint(let people, let index): joint[people] = index
    case .party, .mention, .kind, .name: break
    }
  }
}
