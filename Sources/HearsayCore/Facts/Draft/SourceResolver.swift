import ProseText

/// Joins the mentions of sources into the parties that they stand for (D6 of the domain's rules).
///
/// Precision first: a mention joins an earlier party only where one candidate fits; two of equal rank are ambiguous.
struct SourceResolver {
  let blocks: [DraftBlock]
  var register = SourceRegister()
  var people = PeopleRegister()
  var bodies = BodyRegister()
  var documents = DocumentRegister()

  /// By the words of a name that the ledger gives to a party, the party.
  let aliases: [[UInt64]: String]
  /// Parties of the ledger by name, as far as the draft has mentioned them.
  var ledgerParties: [String: Int] = [:]

  init(_ blocks: [DraftBlock], aliases: [[UInt64]: String] = [:], acronyms: [Acronym] = []) {
    self.blocks = blocks
    self.aliases = aliases
    introducePeople()
    introduceBodies()
    introduce(acronyms)
  }

  var sources: [DraftSource] { register.sources }

  /// Resolves the source of one attribution; call in the order of the text.
  mutating func resolve(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    switch description.kind {
    case .vague, .missing: return (add(description, in: block, at: range), .direct)
    case .anonymous:
      let source = add(description, in: block, at: range)
      noteSpeaker(source, person: nil, description, in: block)
      return (source, .direct)
    case .writer: return (register.writer(in: block, at: range), .direct)
    case .document:
      if let party = ledgerParty(description, in: block, at: range) { return (party, .direct) }
      return document(description, in: block, at: range)
    case .person, .organisation, .publication:
      if let party = ledgerParty(description, in: block, at: range) { return (party, .direct) }
    }
    switch description.reference {
    case .pronoun where description.kind == .person: return (personalPronoun(description, in: block), .direct)
    case .pronoun:
      let word = blocks[block].passage.word(description.phrase.head)
      return (pronoun(isPerson: false, isPlural: word == .they || word == .them, in: block), .direct)
    case .anaphor: return anaphor(description, in: block, at: range)
    case .named where description.kind == .person: return (namedPerson(description, in: block, at: range), .direct)
    case .named: return (named(description, in: block, at: range), .direct)
    case .described where description.kind == .person:
      return (describedPerson(description, in: block, at: range), .direct)
    case .described: return (described(description, in: block, at: range), .direct)
    }
  }

  /// Notes a document that is mentioned without being a source, so that "the report" can lead back to it.
  mutating func noteDocument(_ noun: Int, in block: Int) {
    let passage = blocks[block].passage
    let phrase = passage.nounPhrase(at: noun, limit: passage.terms.count)?.terms
    let name = phrase.flatMap { $0.count > 1 && $0.contains { passage.terms[$0].isName } ? $0 : nil }
    documents.add(
      DocumentMention(
        block: block, range: blocks[block].range(noun..<noun + 1), head: passage.terms[noun].key, source: nil,
        name: name))
  }

  // MARK: New and known parties

  func words(_ name: Range<Int>, _ block: Int) -> [UInt64] {
    blocks[block].passage.terms[name].compactMap { term in
      guard term.kind == .word || term.kind == .number, term.word != .clitic, term.word != .the else { return nil }
      return term.key
    }
  }

  /// The key of a name's initials: "WHO" for "World Health Organization".
  func initials(_ name: Range<Int>, _ block: Int) -> UInt64? {
    let passage = blocks[block].passage
    let letters = passage.terms[name].filter { $0.isCapitalised && !$0.has(.function) }.map {
      passage.byte(Int($0.start))
    }
    return letters.count >= 2 ? foldedKey(String(decoding: letters, as: UTF8.self)) : nil
  }

  func text(_ terms: Range<Int>, _ block: Int) -> String {
    let passage = blocks[block].passage
    var first = terms.lowerBound
    if first + 1 < terms.upperBound, passage.terms[first].word == .the { first += 1 }
    return passage.string(passage.range(first..<terms.upperBound))
  }

  mutating func add(
    _ description: SourceDescription, in block: Int, at range: Range<Int>, name: Range<Int>? = nil
  ) -> Int {
    let terms = name ?? self.name(of: description, in: block)
    let isPost = description.kind == .document && blocks[block].passage.terms[description.phrase.head].has(.postNoun)
    return register.add(
      DraftSource(
        name: text(terms, block), kind: description.kind, words: words(terms, block), initials: initials(terms, block),
        mentions: [range], isLinked: isLinked(range, block), isRelay: description.kind == .publication || isPost),
      in: block)
  }

  /// What a party is called: its name, or all the words where the name in them is somebody else's ("the Vale government").
  private func name(of description: SourceDescription, in block: Int) -> Range<Int> {
    guard let name = description.name else { return description.phrase.terms }
    guard !name.contains(description.phrase.head) else { return name }
    switch description.kind {
    case .vague, .anonymous: return description.phrase.terms
    case .organisation where description.reference == .described: return description.phrase.terms
    default: return name
    }
  }

  func isLinked(_ range: Range<Int>, _ block: Int) -> Bool {
    let origin = blocks[block].origin
    return blocks[block].facts.content.inlines.contains {
      $0.kind == .link && $0.range.lowerBound + origin < range.upperBound
        && range.lowerBound < $0.range.upperBound + origin
    }
  }

  mutating func mention(_ source: Int, in block: Int, at range: Range<Int>) -> Int {
    register.mention(source, in: block, at: range, isLinked: isLinked(range, block))
  }

  // MARK: Names

  mutating func named(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let name = description.name ?? description.phrase.terms
    guard let known = match(name, block) else {
      return body(behind: name, in: block, at: range) ?? capitalisedBody(name, in: block, at: range)
        ?? add(description, in: block, at: range, name: name)
    }
    register.adopt(words(name, block), text(name, block), initials: initials(name, block), for: known)
    return mention(known, in: block, at: range)
  }

  func match(_ name: Range<Int>, _ block: Int) -> Int? {
    register.match(words(name, block), initials: initials(name, block))
  }

  // MARK: Pronouns and common nouns

  /// - Parameter isPlural: whether it stands for several ("they"), or nil where its form does not tell.
  func pronoun(isPerson: Bool, isPlural: Bool? = nil, in block: Int) -> Int? {
    register.recent(block, reach: 3).first { entry in
      switch sources[entry.source].kind {
      case .person: isPerson
      // Somebody without a name is not carried over into the next paragraph.
      case .anonymous: isPerson && entry.block == block
      case .organisation, .publication: !isPerson
      // A study is no "they", experts are no "it".
      case .document: !isPerson && isPlural != true
      case .vague: !isPerson && isPlural != false
      case .writer, .missing: false
      }
    }?.source
  }

  mutating func described(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head].key
    let isDefinite = passage.terms[description.phrase.base.lowerBound].has([.definite, .possessive])
    guard isDefinite || description.phrase.base.count == 1 else { return add(description, in: block, at: range) }
    // "the ministry" after "the Ministry of Trade", "the union" after "the Bakery Workers’ Union".
    let candidates = register.having(head).filter { sources[$0].kind == description.kind }
    if candidates.count == 1 { return mention(candidates[0], in: block, at: range) }
    if candidates.isEmpty, description.kind == .organisation, isDefinite, description.phrase.terms.count == 2,
      !passage.terms[description.phrase.base.lowerBound].has(.possessive),
      let body = body(having: head, in: block, at: range)
    {
      return body
    }
    if description.kind == .organisation, isDefinite, Self.companies.contains(head), description.phrase.base.count == 2
    {
      let organisations = register.recent(block).map(\.source).filter { sources[$0].kind == .organisation }
      if organisations.count == 1 { return mention(organisations[0], in: block, at: range) }
    }
    return add(description, in: block, at: range)
  }

  private static let companies = foldedKeys(
    "company firm group operator maker manufacturer developer retailer carrier airline")

  // MARK: Documents

  private mutating func document(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    let result = documentSource(description, in: block, at: range)
    let head = blocks[block].passage.terms[description.phrase.head].key
    documents.add(DocumentMention(block: block, range: range, head: head, source: result.0))
    return result
  }

  private mutating func documentSource(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    if let issuer = description.issuer, let party = party(issuer, in: block, before: range) {
      // An outlet's own report is the outlet; a body's report is a document of its own.
      let head = blocks[block].passage.terms[description.phrase.head].key
      if sources[party].isRelay, !Self.ownData.contains(head) { return (mention(party, in: block, at: range), .direct) }
      return (own(description, of: party, in: block, at: range), .direct)
    }
    if description.reference == .anaphor { return anaphor(description, in: block, at: range) }
    if description.issuer == nil, description.reference == .named, let name = description.name,
      let known = match(name, block), sources[known].isRelay
    {
      return (mention(known, in: block, at: range), .direct)
    }
    return (add(description, in: block, at: range, name: description.phrase.terms), .direct)
  }

  /// What an outlet finds out itself: "a poll by the Ledger" is the Ledger's own matter.
  private static let ownData = foldedKeys(
    "poll survey analysis database census investigation tally count index study research projection projections")

  private mutating func own(
    _ description: SourceDescription, of party: Int, in block: Int, at range: Range<Int>
  ) -> Int {
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head]
    let noun = passage.string(head.range).lowercased()
    let source = DraftSource(
      name: "\(sources[party].name) \(noun)", kind: .document, words: sources[party].words + [head.key], initials: nil,
      mentions: [range], isLinked: isLinked(range, block), isRelay: false)
    return register.document(source, head: head.key, of: party, in: block, at: range)
  }

  /// The party that some words inside a mention stand for.
  private mutating func party(_ terms: Range<Int>, in block: Int, before range: Range<Int>) -> Int? {
    let passage = blocks[block].passage
    // "“Our survey shows …”": the speaker's, whoever that is.
    if passage.terms[terms.lowerBound].has(.firstPerson), blocks[block].facts.quoteAt[terms.lowerBound] >= 0 {
      return nil
    }
    if passage.terms[terms.lowerBound].has(.possessive), terms.count == 1 {
      // "Marsh Mills had 310 looms, its yearbook shows": the sentence's own subject.
      if let subject = subject(before: terms.lowerBound, in: block) { return subject }
      let word = passage.word(terms.lowerBound)
      if word == .his || word == .her { return antecedent(of: terms.lowerBound, in: block) }
      return pronoun(isPerson: false, in: block)
    }
    guard let phrase = passage.baseNounPhrase(at: terms.lowerBound, limit: terms.upperBound),
      let description = SourceClassifier(passage).describe(phrase)
    else { return nil }
    if description.kind == .publication || description.kind == .document, description.reference == .anaphor {
      return antecedents(of: description, in: block, at: range).candidates.first?.source
    }
    guard description.kind != .vague, description.kind != .anonymous else { return nil }
    if let name = description.name {
      if let known = match(name, block) { return known }
      if description.kind == .publication {
        return add(description, in: block, at: blocks[block].range(name), name: name)
      }
    }
    let known = register.having(passage.terms[description.phrase.head].key).filter { sources[$0].kind != .document }
    return known.count == 1 ? known[0] : nil
  }

  /// The party that a name at the beginning of the same sentence stands for.
  private mutating func subject(before term: Int, in block: Int) -> Int? {
    let passage = blocks[block].passage
    let sentence = passage.sentences[passage.sentence(of: term)].tokens
    guard let phrase = passage.baseNounPhrase(at: sentence.lowerBound, limit: term), phrase.terms.upperBound < term,
      var party = SourceClassifier(passage).describe(phrase), party.reference == .named, let name = party.name
    else { return nil }
    if let known = match(name, block) { return known }
    if party.kind == .person, name.count == 1 { party.kind = .organisation }
    return add(party, in: block, at: blocks[block].range(name), name: name)
  }
}
