import ProseText

/// The people that a draft names, and where it spoke of whom last.
///
/// What is asked costs as much as the people who share a name and the few mentions nearby, whatever the draft's length.
struct PeopleRegister {
  /// Somebody with a full name.
  struct Person {
    var name: String
    var words: [UInt64]
    var gender: Gender?
    var offices: Set<UInt64>
    /// Index of the source, once somebody passes their words on.
    var source: Int?
    /// Index of the latest mention.
    var latest: Int?
  }

  /// A place that speaks of somebody; mentions that differ in nothing but their places are equal.
  struct Mention: Sendable, Equatable {
    @CompactOptionalIndex var person: Int?
    /// Where nobody with a full name is meant: "the mayor", "one of the victims".
    @CompactOptionalIndex var source: Int?
    @CompactIndex var block: Int
    @CompactIndex var sentence: Int
    @Compact var range: Range<Int>
    var isQuoted: Bool
    var isPossessive: Bool
    var isSpeaker: Bool

    static func == (one: Self, other: Self) -> Bool {
      one.person == other.person && one.source == other.source && one.block == other.block
        && one.sentence == other.sentence && one.isQuoted == other.isQuoted && one.isPossessive == other.isPossessive
        && one.isSpeaker == other.isSpeaker
    }
  }

  private(set) var people: [Person] = []
  private var byWord: [UInt64: [Int]] = [:]
  private var byOffice: [UInt64: [Int]] = [:]
  private var bySource: [Int: Int] = [:]
  private(set) var mentions: [Mention] = []
  /// What was done since the people were introduced, where somebody wants to know.
  var trace: [Step]?

  // MARK: Who there is

  /// Takes in a full name; a longer form of a known one replaces it.
  mutating func introduce(_ words: [UInt64], _ name: String, _ gender: Gender?, _ offices: [UInt64]) {
    guard let last = words.last, let first = words.first, words.count > 1 else { return }
    let known = (byWord[last] ?? []).first {
      let other = people[$0].words
      return other == words || other.first == first && other.last == last
    }
    if let known {
      people[known].gender = people[known].gender ?? gender
      add(offices, to: known)
      return
    }
    let index = people.count
    people.append(Person(name: name, words: words, gender: gender, offices: [], source: nil))
    for word in Set(words) { byWord[word, default: []].append(index) }
    add(offices, to: index)
  }

  private mutating func add(_ offices: [UInt64], to person: Int) {
    for office in offices where people[person].offices.insert(office).inserted {
      byOffice[office, default: []].append(person)
    }
  }

  /// The one person who bears a full name, or whose surname or given name a single word is.
  func person(_ words: [UInt64]) -> Int? {
    guard let last = words.last else { return nil }
    let candidates = byWord[last] ?? []
    if words.count > 1 {
      return candidates.first { people[$0].words == words }
        ?? only(candidates.filter { people[$0].words.last == last && people[$0].words.first == words[0] })
        ?? only(candidates.filter { people[$0].words.suffix(words.count).elementsEqual(words) })
    }
    let bearers = candidates.filter { people[$0].words.last == last }
    return only(bearers.isEmpty ? candidates : bearers)
  }

  /// Whether anybody has a word in their name.
  func isBorne(_ word: UInt64) -> Bool { byWord[word] != nil }

  /// The person who holds an office, "the governor" behind "Governor Ida Brandt": the only one, or the only one spoken of nearby.
  func holder(of office: UInt64, block: Int) -> Int? {
    let holders = byOffice[office] ?? []
    if let only = only(holders) { return only }
    return only(
      holders.filter { person in
        people[person].latest.map { mentions[$0].block + Self.reach >= block } ?? false
      })
  }

  /// The only person of the draft who holds an office.
  func onlyHolder(of office: UInt64) -> Int? { only(byOffice[office] ?? []) }

  private func only(_ candidates: [Int]) -> Int? { candidates.count == 1 ? candidates[0] : nil }

  /// The person who is a source.
  func person(behind source: Int) -> Int? { bySource[source] }

  mutating func setSource(_ source: Int, of person: Int) {
    trace?.append(.person(person, isSource: source))
    people[person].source = source
    bySource[source] = person
  }

  // MARK: Of whom the draft speaks

  mutating func note(_ mention: Mention) {
    trace?.append(.spokenOf(mention))
    if let person = mention.person { people[person].latest = mentions.count }
    mentions.append(mention)
  }

  /// The nearest mention that "he" or "she" can mean: the subject of the nearest sentence that names somebody.
  func antecedent(_ gender: Gender?, block: Int, isQuoted: Bool, fits: (Mention) -> Bool) -> Mention? {
    var end = mentions.count
    while end > 0 {
      let last = mentions[end - 1]
      guard last.block + Self.reach >= block else { return nil }
      var start = end
      while start > 0, mentions[start - 1].block == last.block, mentions[start - 1].sentence == last.sentence {
        start -= 1
      }
      let group = mentions[start..<end].filter { mention in
        (isQuoted || !mention.isQuoted) && isCompatible(mention, gender) && fits(mention)
      }
      if let best = group.first(where: { $0.isSpeaker }) ?? group.first(where: { !$0.isPossessive }) ?? group.first {
        return best
      }
      end = start
    }
    return nil
  }

  /// How many blocks back a pronoun may lead: news gives a sentence a paragraph.
  private static let reach = 3

  private func isCompatible(_ mention: Mention, _ gender: Gender?) -> Bool {
    guard let gender, let person = mention.person, let known = people[person].gender else { return true }
    return known == gender
  }

  /// A person of whom the draft says "she" is a woman.
  mutating func learn(_ gender: Gender?, of person: Int) {
    trace?.append(.gender(gender, of: person))
    people[person].gender = people[person].gender ?? gender
  }
}

// MARK: What was done

extension PeopleRegister {
  /// One thing that was done to the register since the people were introduced.
  enum Step: Sendable, Equatable {
    case person(Int, isSource: Int)
    case gender(Gender?, of: Int)
    case spokenOf(Mention)

    /// The absolute place that it was done for.
    var place: Range<Int>? {
      guard case .spokenOf(let mention) = self else { return nil }
      return mention.range
    }
  }

  /// Does again what was done for a block.
  ///
  /// - Parameter shift: how far behind its place of then the block stands now, in bytes.
  mutating func repeating(_ steps: [Step], movedBy shift: Int) {
    for step in steps {
      switch step {
      case .person(let person, let source): setSource(source, of: person)
      case .gender(let gender, let person): learn(gender, of: person)
      case .spokenOf(var mention):
        mention.range = mention.range.moved(by: shift)
        note(mention)
      }
    }
  }
}
