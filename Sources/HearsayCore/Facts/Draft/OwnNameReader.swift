import ProseText

/// Collects what a draft in the first person names as the writers' own.
struct OwnNameReader {
  private let draft: Draft
  /// Keys of capitalised words: the organisation, its writers, what they built.
  private(set) var names: Set<UInt64> = []
  /// Keys of common nouns for what they built.
  private(set) var things: Set<UInt64> = []
  /// Keys of capitalised words for whom they worked.
  private(set) var clients: Set<UInt64> = []

  init(_ draft: Draft) { self.draft = draft }

  /// Whether the draft says who writes: in its front matter, a byline or an address to write to.
  var isIdentified: Bool {
    var reader = self
    reader.readContact()
    return !reader.names.isEmpty || !authorKeys().isEmpty
  }

  mutating func read() {
    readContact()
    let authors = authorKeys()
    forEachOwnSentence { reader, passage, sentence in
      for index in sentence.tokens {
        reader.readPlace(index, passage)
        reader.readPossession(index, passage)
      }
    }
    readAuthors(authors)
    // What the organisation built is known once its name is.
    for block in draft.blocks where block.facts.isEnglish {
      let facts = block.facts
      let terms = facts.passage.terms
      for index in terms.indices
      where terms[index].isWord && terms[index].end - terms[index].start > 2 && facts.quoteAt[index] < 0
        && (!terms[index].has(.function) || terms[index].word == .with)
      {
        readWork(index, facts.passage)
      }
    }
  }

  private mutating func forEachOwnSentence(_ body: (inout OwnNameReader, Passage, Sentence) -> Void) {
    for block in draft.blocks where block.facts.isEnglish && block.outline.kind != .heading {
      for (index, traits) in block.facts.traits.enumerated() where traits.contains(.firstPerson) {
        body(&self, block.passage, block.passage.sentences[index])
      }
    }
  }

  // MARK: Who writes

  /// "we at Marrow", "at Marrow, we": an organisation's name.
  private mutating func readPlace(_ index: Int, _ passage: Passage) {
    guard passage.word(index) == .at else { return }
    // "18F": digits, and the letters close behind them.
    let name =
      passage.terms[index + 1].kind == .number && !passage.terms[index + 2].hasSpaceBefore ? index + 2 : index + 1
    guard passage.terms[name].isWord, passage.terms[name].isCapitalised else { return }
    let isTied =
      passage.has(index - 1, .firstPerson) || passage.terms[index - 1].key == Self.here
      || (name + 1..<name + 4).contains { passage.has($0, .firstPerson) && passage.terms[$0].has(.personalPronoun) }
    if isTied { names.insert(passage.terms[name].key) }
  }

  /// The domain of the address at which readers are to write: "mailto:boats@marrow.example".
  private mutating func readContact() {
    let bytes = draft.text.bytes
    let opener = Array("mailto:".utf8)
    var at = 0
    var found = 0
    while found < 8, at + opener.count < bytes.count {
      guard bytes[at] == opener[0], bytes[at..<at + opener.count].elementsEqual(opener) else {
        at += 1
        continue
      }
      found += 1
      let address = bytes[at + opener.count..<min(bytes.count, at + 90)].prefix {
        $0 > 0x20 && $0 != 0x29 && $0 != 0x3E && $0 != 0x22 && $0 != 0x3F
      }
      let labels = address.drop { $0 != 0x40 }.dropFirst().split(separator: 0x2E).dropLast()
      for label in labels where label.count > 2 {
        let key = foldedKey(String(decoding: label, as: UTF8.self))
        if !Self.providers.contains(key) { names.insert(key) }
      }
      at += opener.count
    }
  }

  /// Keys of the writers' names in the front matter or a byline, in parts and joined.
  private func authorKeys() -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for block in draft.blocks.prefix(4) {
      if block.outline.kind == .frontMatter {
        var isList = false
        for line in block.passage.bytes.split(separator: 0x0A).prefix(60) {
          var text = String(decoding: line.prefix(80), as: UTF8.self).lowercased()[...]
          if text.hasPrefix("author") {
            isList = true
            text = text.drop { $0 != ":" }.dropFirst()
          } else if !text.hasPrefix("-"), !text.hasPrefix(" ") {
            isList = false
          }
          guard isList else { continue }
          for part in text.split(whereSeparator: { !$0.isLetter }) where part.count > 2 {
            keys.insert(foldedKey(String(part)))
          }
        }
      } else if block.passage.terms.count < 8, block.passage.word(0) == .by {
        for index in block.passage.terms.indices.dropFirst() where block.passage.terms[index].isName {
          keys.insert(block.passage.terms[index].key)
        }
      }
    }
    return keys
  }

  /// Takes in the writers' names where the text speaks of them in the third person.
  private mutating func readAuthors(_ keys: Set<UInt64>) {
    guard !keys.isEmpty else { return }
    for block in draft.blocks where block.facts.isEnglish {
      let passage = block.passage
      for index in passage.terms.indices where passage.terms[index].isWord && passage.terms[index].isCapitalised {
        if keys.contains(passage.terms[index].key), passage.terms[index].isName {
          names.insert(passage.terms[index].key)
        } else if passage.terms[index + 1].isCapitalised,
          keys.contains(
            foldedKey(passage.string(passage.terms[index].range) + passage.string(passage.terms[index + 1].range)))
        {
          names.insert(passage.terms[index].key)
          names.insert(passage.terms[index + 1].key)
        }
      }
    }
  }

  // MARK: What is theirs

  /// "our tool Quay", "Quay, our new site", "my colleague, Marrow engineer Ann Reid".
  private mutating func readPossession(_ index: Int, _ passage: Passage) {
    guard passage.has(index, .firstPerson), passage.has(index, .possessive) else { return }
    if passage.isComma(index - 1), passage.terms[index - 2].isName { names.insert(passage.terms[index - 2].key) }
    var at = index + 1
    while at < passage.terms.count, at < index + 5, passage.terms[at].isWord,
      passage.terms[at].tag.isNounModifier || passage.terms[at].tag.isNoun, !passage.terms[at].isCapitalised
    {
      if Self.products.contains(passage.terms[at].key) { things.insert(passage.terms[at].key) }
      at += 1
    }
    let follows = at > index + 1 && Self.colleagues.contains(passage.terms[at - 1].key)
    if follows, passage.isComma(at) { at += 1 }
    guard at < passage.terms.count, follows || at > index + 1 && Self.products.contains(passage.terms[at - 1].key)
    else {
      return
    }
    insertName(at, passage)
  }

  /// "we built Quay", "Marrow launched the Quay": who makes something owns it; "we helped Dorn", "worked with Dorn" name a client.
  private mutating func readWork(_ index: Int, _ passage: Passage) {
    let key = passage.terms[index].key
    let builds = Self.builds.contains(key)
    let serves = Self.serves.contains(key)
    guard builds || serves else { return }
    let actors = max(0, index - 4)..<index
    guard
      actors.contains(where: { at in
        passage.has(at, .firstPerson) && passage.has(at, .personalPronoun)
          || passage.terms[at].isCapitalised && names.contains(passage.terms[at].key)
      })
    else { return }
    var at = index + 1
    let end = min(passage.terms.count, index + 7)
    while at < end, !passage.terms[at].isCapitalised || passage.has(at, .function) {
      let term = passage.terms[at]
      guard term.isWord, !term.tag.isFiniteVerb else { return }
      if builds, Self.products.contains(term.key) { things.insert(term.key) }
      at += 1
    }
    guard at < end else { return }
    if builds { insertName(at, passage) } else if passage.terms[at].isName { clients.insert(passage.terms[at].key) }
  }

  /// Takes in a run of capitalised words by its last, and the initials in brackets behind it.
  private mutating func insertName(_ start: Int, _ passage: Passage) {
    var at = start
    while passage.terms[at].isWord, passage.terms[at].isCapitalised, at - start < 6 { at += 1 }
    guard at > start else { return }
    let last = passage.terms[at - 1]
    // "Program" and "Services" alone name too much.
    let isGeneric = last.has([.organisationNoun, .placeNoun, .title]) || Self.bodies.contains(last.key)
    if !isGeneric, at - start == 1 || !Self.products.contains(last.key) || passage.word(start - 1) == .the {
      names.insert(last.key)
    }
    if passage.isMark(at, 0x28), passage.terms[at + 1].shape.contains(.allCaps) {
      names.insert(passage.terms[at + 1].key)
    }
  }

  private static let here = foldedKey("here")
  private static let providers = foldedKeys("gmail yahoo hotmail outlook mail proton icloud support help info")
  private static let bodies = foldedKeys(
    "services department office administration bureau agency state states government council act board system city county"
  )
  private static let colleagues = foldedKeys("colleague colleagues parent agency partner employer")
  private static let builds = foldedKeys(
    """
    built build building launched launch launching created create developed develop developing run runs ran maintain
    maintains designed released release expanded lead leads led shipped wrote made moved host hosts hosted operate operates
    """)
  private static let serves = foldedKeys("helped helping with")
  /// Events that people hold.
  static let events = foldedKeys(
    "workshop workshops training bootcamp session sessions test tests hackathon meetup interviews")
  private static let products = foldedKeys(
    """
    tool tools site sites website platform service services app application product project program programme pilot
    dashboard api library workshop workshops survey lab team code prototype system database newsletter course event training
    bootcamp session sessions test tests hackathon meetup interviews accelerator
    """)
}
