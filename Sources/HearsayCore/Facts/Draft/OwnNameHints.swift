import ProseText

/// What a block by itself says of who writes and what is theirs; the draft joins it, at every keystroke.
struct OwnNameHints: Sendable, Equatable {
  /// Sentences outside quotation marks that say "we", "I", "our".
  private(set) var ownSentences = 0
  /// Keys of the domains to which readers are to write.
  private(set) var contacts: [UInt64] = []
  /// Keys of the writers' names in front matter or a byline, in parts and joined.
  private(set) var authors: [UInt64] = []
  /// What stands beside "we".
  private(set) var named = OwnNames()
  /// What somebody built or helped, in order.
  private(set) var works: [Work] = []
  /// Nil where nothing is kept for the next text.
  private var kept: Kept?

  /// What the words of the next text are asked again.
  private struct Kept: Sendable, Equatable {
    /// The words that may tell who writes and what is theirs, in order.
    var telling: [Int]
    /// The words with a capital, which may be the writers' names, in order.
    var capitalised: [CapitalisedWord]
  }

  /// Something that is the writers' own if who did it is.
  struct Work: Sendable, Equatable {
    /// Whether "we" did it.
    var isOwn: Bool
    /// Keys of the names in front of the verb, one of which may be the writers'.
    var actors: [UInt64]
    var found: OwnNames
  }

  /// A word with a capital.
  struct CapitalisedWord: Sendable, Equatable {
    /// Its number in the block.
    var term: Int
    var key: UInt64
    var isName: Bool
    /// The word behind it that has a capital too.
    var next: Next?

    struct Next: Sendable, Equatable {
      var key: UInt64
      /// Of both written together: "annreid".
      var joined: UInt64
    }
  }

  /// Whether it says anything beside words with a capital.
  var saysSomething: Bool {
    ownSentences > 0 || !contacts.isEmpty || !authors.isEmpty || !named.isEmpty || !works.isEmpty
  }

  /// Whether nothing is kept in it.
  var isNothing: Bool { !saysSomething && kept == nil }

  /// Of a block that says nothing.
  init() {}

  /// Reads what needs no words: addresses and the writers' names.
  init(_ passage: Passage) {
    readContacts(passage.bytes)
    readAuthors(passage)
  }

  /// Reads the words of a block in English.
  ///
  /// - Parameters:
  ///   - change: how the block differs from what it was; nil where all of it has to be read.
  ///   - isForEditing: whether what later texts of the draft would ask for again is kept: drafts with a name over them ask for the
  ///     words with a capital at every keystroke.
  mutating func read(
    _ passage: Passage, _ traits: [SentenceTraits], quoteAt: QuotationPlaces, _ change: BlockChange?, isForEditing: Bool
  ) {
    let terms = passage.terms
    ownSentences += traits.count { $0.contains(.firstPerson) }
    for index in traits.indices.dropLast() where opensInFirstPerson(index + 1, passage) {
      readService(passage.sentences[index].tokens, passage, quoteAt)
    }
    let telling = Self.telling(in: passage, change)
    if isForEditing { kept = Kept(telling: telling, capitalised: Self.capitalised(in: passage, change)) }
    for index in telling {
      let term = terms[index]
      if ownSentences > 0, passage.kind != .heading, term.word == .at || term.has(.firstPerson),
        traits[passage.sentence(of: index)].contains(.firstPerson)
      {
        if term.word == .at { readPlace(index, passage) }
        if term.has(.firstPerson) { readPossession(index, passage) }
      }
      guard term.isWord, Self.verbs.contains(term.key), quoteAt[index] < 0, !term.has(.function) || term.word == .with
      else { continue }
      readWork(index, passage, builds: Self.builds.contains(term.key))
    }
  }

  // MARK: Who writes

  /// "we at Marrow", "at Marrow, we": an organisation's name.
  private mutating func readPlace(_ index: Int, _ passage: Passage) {
    // "18F": digits, and the letters close behind them.
    let name =
      passage.terms[index + 1].kind == .number && !passage.terms[index + 2].hasSpaceBefore ? index + 2 : index + 1
    guard passage.terms[name].isWord, passage.terms[name].isCapitalised else { return }
    let isTied =
      passage.has(index - 1, .firstPerson) || passage.terms[index - 1].key == Self.here
      || (name + 1..<name + 4).contains { passage.has($0, .firstPerson) && passage.terms[$0].has(.personalPronoun) }
    if isTied { named.names.insert(passage.terms[name].key) }
  }

  /// The domains of the addresses at which readers are to write: "mailto:boats@marrow.example".
  private mutating func readContacts(_ bytes: BlockBytes) {
    let opener = Self.opener
    // The mark behind the word is rarer than its letters.
    var from = opener.count - 1
    while contacts.count < 8, let mark = bytes.first(0x3A, from: from) {
      from = mark + 1
      guard mark >= opener.count - 1, bytes[mark + 1 - opener.count..<mark + 1].elementsEqual(opener) else { continue }
      let address = bytes[from..<min(bytes.count, from + 84)].prefix {
        $0 > 0x20 && $0 != 0x29 && $0 != 0x3E && $0 != 0x22 && $0 != 0x3F
      }
      let labels = address.drop { $0 != 0x40 }.dropFirst().split(separator: 0x2E).dropLast()
      for label in labels where label.count > 2 {
        let key = foldedKey(label)
        if !Self.providers.contains(key) { contacts.append(key) }
      }
    }
  }

  /// The writers' names in the front matter or a byline.
  private mutating func readAuthors(_ passage: Passage) {
    if passage.kind == .frontMatter {
      var isList = false
      for line in passage.bytes.all.split(separator: 0x0A).prefix(60) {
        var text = String(decoding: line.prefix(80), as: UTF8.self).lowercased()[...]
        if text.hasPrefix("author") {
          isList = true
          text = text.drop { $0 != ":" }.dropFirst()
        } else if !text.hasPrefix("-"), !text.hasPrefix(" ") {
          isList = false
        }
        guard isList else { continue }
        for part in text.split(whereSeparator: { !$0.isLetter }) where part.count > 2 {
          authors.append(foldedKey(String(part)))
        }
      }
    } else if passage.terms.count < 8, passage.word(0) == .by {
      for index in passage.terms.indices.dropFirst() where passage.terms[index].isName {
        authors.append(passage.terms[index].key)
      }
    }
  }

  private func opensInFirstPerson(_ sentence: Int, _ passage: Passage) -> Bool {
    passage.sentences[sentence].tokens.first { passage.terms[$0].isWord }.map { passage.has($0, .firstPerson) } ?? false
  }

  /// "Marrow worked on 40 boats. Our crews …": who is of service in one sentence and says "our" in the next.
  private mutating func readService(_ sentence: Range<Int>, _ passage: Passage, _ quoteAt: QuotationPlaces) {
    for index in sentence where passage.terms[index].isCapitalised && quoteAt[index] < 0 {
      var verb = index + 1
      while passage.has(verb, .auxiliary) || passage.terms[verb].tag.isAdverb { verb += 1 }
      guard passage.terms[index].isWord, Self.services.contains(passage.terms[verb].key),
        !passage.terms[index].has([.organisationNoun, .placeNoun, .title, .function]),
        !(passage.word(verb + 1) == .with && passage.has(verb + 2, .firstPerson))
      else { continue }
      named.names.insert(passage.terms[index].key)
    }
  }

  /// The words by which a block may tell who writes and what is theirs.
  private static func telling(in passage: Passage, _ change: BlockChange?) -> [Int] {
    let verbs = verbs
    return joined(change, \.telling, at: { $0 }, move: { $0 += $1 }, in: passage) { terms in
      passage.terms.indices(in: terms) {
        $0.word == .at || $0.has(.firstPerson) || $0.isWord && verbs.contains($0.key)
      }
    }
  }

  /// The words with a capital of the block that this is about.
  func capitalised(in facts: BlockFacts) -> [CapitalisedWord] {
    kept?.capitalised ?? (facts.isEnglish ? Self.capitalised(in: facts.passage, nil) : [])
  }

  private static func capitalised(in passage: Passage, _ change: BlockChange?) -> [CapitalisedWord] {
    joined(change, \.capitalised, at: \.term, move: { $0.term += $1 }, in: passage) { terms in
      passage.terms.indices(in: terms) { $0.isWord && $0.isCapitalised }.map { index in
        let term = passage.terms[index]
        let next = passage.terms[index + 1]
        var word = CapitalisedWord(term: index, key: term.key, isName: term.isName)
        if next.isCapitalised {
          word.next = CapitalisedWord.Next(
            key: next.key, joined: foldedKey(passage.bytes[term.range], passage.bytes[next.range]))
        }
        return word
      }
    }
  }

  /// What is found in a block, a term each, read anew where it has changed.
  private static func joined<Item>(
    _ change: BlockChange?, _ earlier: (Kept) -> [Item], at term: (Item) -> Int, move: (inout Item, Int) -> Void,
    in passage: Passage, read: (Range<Int>) -> [Item]
  ) -> [Item] {
    guard let change, let kept = change.before.ownNames.kept else { return read(passage.terms.indices) }
    return change.joined(
      earlier(kept), at: { term($0)..<term($0) + 1 }, move: { move(&$0, $1.terms) }, read: read)
      ?? read(passage.terms.indices)
  }

  // MARK: What is theirs

  /// "our tool Quay", "Quay, our new site", "my colleague, Marrow engineer Ann Reid".
  private mutating func readPossession(_ index: Int, _ passage: Passage) {
    guard passage.has(index, .possessive) else { return }
    if passage.isComma(index - 1), passage.terms[index - 2].isName { named.names.insert(passage.terms[index - 2].key) }
    var at = index + 1
    while at < passage.terms.count, at < index + 5, passage.terms[at].isWord,
      passage.terms[at].tag.isNounModifier || passage.terms[at].tag.isNoun, !passage.terms[at].isCapitalised
    {
      if OwnNames.products.contains(passage.terms[at].key) { named.things.insert(passage.terms[at].key) }
      at += 1
    }
    let follows = at > index + 1 && Self.colleagues.contains(passage.terms[at - 1].key)
    if follows, passage.isComma(at) { at += 1 }
    guard at < passage.terms.count, follows || at > index + 1 && OwnNames.products.contains(passage.terms[at - 1].key)
    else {
      return
    }
    named.insertName(at, passage)
  }

  /// "we built Quay", "Marrow launched the Quay": who makes something owns it; "we helped Dorn", "worked with Dorn" name a client.
  private mutating func readWork(_ index: Int, _ passage: Passage, builds: Bool) {
    let before = max(0, index - 4)..<index
    let isOwn = before.contains { passage.has($0, .firstPerson) && passage.has($0, .personalPronoun) }
    let actors = isOwn ? [] : before.filter { passage.terms[$0].isCapitalised }.map { passage.terms[$0].key }
    guard isOwn || !actors.isEmpty else { return }
    var found = OwnNames()
    var at = index + 1
    let end = min(passage.terms.count, index + 7)
    while at < end, !passage.terms[at].isCapitalised || passage.has(at, .function), !passage.isSiteName(at) {
      let term = passage.terms[at]
      guard term.isWord, !term.tag.isFiniteVerb else { break }
      if builds, OwnNames.products.contains(term.key) { found.things.insert(term.key) }
      at += 1
    }
    if at < end, passage.isSiteName(at) {
      if builds { found.names.insert(passage.terms[at].key) }
    } else if at < end, passage.terms[at].isCapitalised, !passage.has(at, .function) {
      if builds {
        found.insertName(at, passage)
      } else if passage.terms[at].isName {
        found.clients.insert(passage.terms[at].key)
      }
    }
    if !found.isEmpty { works.append(Work(isOwn: isOwn, actors: actors, found: found)) }
  }

  private static let opener = Array("mailto:".utf8)
  private static let here = foldedKey("here")
  private static let providers = foldedKeys("gmail yahoo hotmail outlook mail proton icloud support help info")
  private static let colleagues = foldedKeys("colleague colleagues parent agency partner employer")
  private static let builds = foldedKeys(
    """
    built build building launched launch launching created create developed develop developing run runs ran maintain
    maintains designed released release expanded lead leads led shipped wrote made moved host hosts hosted operate operates
    announce announced announcing unveil unveiled introduce introduced introducing
    """)
  private static let services = foldedKeys("worked works partnered partners helped helps supported supports proud")
  private static let serves = foldedKeys("helped helping with")
  private static let verbs = WordKeys.all(builds, serves)
}

extension Passage {
  /// "quay.example": a site that goes by its address.
  func isSiteName(_ index: Int) -> Bool {
    let range = terms[index].range
    guard range.count >= 4, let dot = range.first(where: { bytes[$0] == 0x2E }) else { return false }
    return dot > range.lowerBound + 1 && dot + 2 < range.upperBound && bytes[dot + 1] | 0x20 &- 0x61 < 26
      && bytes[range.lowerBound] | 0x20 &- 0x61 < 26
  }
}
