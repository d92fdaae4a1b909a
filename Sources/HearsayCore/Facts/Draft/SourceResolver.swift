import ProseText

/// Joins the mentions of sources into the parties that they stand for (D6 of the domain's rules).
///
/// Precision first: a mention joins an earlier party only where one candidate fits; two of equal rank are ambiguous.
struct SourceResolver {
  private(set) var blocks: [DraftBlock]
  var register = SourceRegister()
  var people = PeopleRegister()
  var bodies = BodyRegister()
  var documents = DocumentRegister()
  var rows = PeopleRows()

  /// By the words of a name that the ledger gives to a party, the party.
  let aliases: [[UInt64]: String]
  /// Parties of the ledger by name, as far as the draft has mentioned them.
  var ledgerParties: [String: Int] = [:]

  init(_ blocks: [DraftBlock], aliases: [[UInt64]: String] = [:]) {
    self.blocks = blocks
    self.aliases = aliases
  }

  /// Takes in whom and what the draft names in full; call before the first mention is resolved.
  mutating func introduceAll(_ acronyms: [Acronym]) {
    introducePeople()
    introduceBodies()
    introduce(acronyms)
  }

  var sources: [DraftSource] { register.sources }

  /// Goes on with the blocks of a later text, whose introductions of people and organisations are the same.
  mutating func goOn(with blocks: [DraftBlock]) { self.blocks = blocks }

  // MARK: Traces

  /// Begins to note what resolving does.
  mutating func beginTrace() { (register.trace, people.trace, documents.trace) = ([], [], []) }

  /// What was done to the three registers since.
  mutating func endTrace(of block: Int) -> ResolverTrace {
    defer { (register.trace, people.trace, documents.trace) = (nil, nil, nil) }
    return ResolverTrace(
      range: blocks[block].outline.range, parties: register.trace ?? [], people: people.trace ?? [],
      documents: documents.trace ?? [])
  }

  /// Does again what resolving did for some blocks, whose places may have moved since.
  ///
  /// - Parameter now: the parties of the whole draft, with their mentions where they stand now.
  mutating func repeating(_ traces: ArraySlice<ResolverTrace>, _ now: [DraftSource]) {
    for (block, trace) in zip(traces.indices, traces) {
      let shift = blocks[block].origin - trace.range.lowerBound
      register.repeating(trace.parties, in: block, now)
      people.repeating(trace.people, movedBy: shift)
      documents.repeating(trace.documents, movedBy: shift)
    }
  }

  /// Resolves the source of one attribution; call in the order of the text.
  mutating func resolve(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    if let several = several(description, in: block, at: range) { return (several, .direct) }
    switch description.kind {
    case .vague, .missing:
      let source = add(description, in: block, at: range)
      if isStateMedia(description, in: block) { register.setKind(.publication, of: source) }
      return (source, .direct)
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

  // MARK: New and known parties

  func words(_ name: Range<Int>, _ block: Int) -> [UInt64] { blocks[block].passage.nameKeys(name) }

  func initials(_ name: Range<Int>, _ block: Int) -> UInt64? { blocks[block].passage.initials(of: name) }

  func text(_ terms: Range<Int>, _ block: Int) -> String { blocks[block].passage.nameText(terms) }

  mutating func add(
    _ description: SourceDescription, in block: Int, at range: Range<Int>, name: Range<Int>? = nil
  ) -> Int {
    let terms = name ?? self.name(of: description, in: block)
    let isPost = description.kind == .document && blocks[block].passage.terms[description.phrase.head].has(.postNoun)
    return register.add(
      DraftSource(
        name: text(terms, block), kind: description.kind, words: words(terms, block), initials: initials(terms, block),
        mentions: [range], isDescribed: isDescribed(description),
        isLinked: isLinked(range, block), isRelay: description.kind == .publication || isPost),
      in: block)
  }

  /// Whether the name in the words is not the party's: "the Vale government".
  private func isDescribed(_ description: SourceDescription) -> Bool {
    guard description.kind == .organisation, description.reference == .described, let name = description.name else {
      return false
    }
    return !name.contains(description.phrase.head)
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
      if description.kind == .organisation, let body = body(extending: name, in: block, at: range) { return body }
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
      case .person: sources[entry.source].isJoint ? isPlural == true : isPerson
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
    if description.kind == .organisation, isStateMedia(description, in: block) {
      let source = add(description, in: block, at: range)
      register.setKind(.publication, of: source)
      return source
    }
    guard isDefinite || description.phrase.base.count == 1 else {
      // "A spokesman for the ministry" speaks for a body, and is not named.
      var description = description
      if passage.terms[description.phrase.head].has(.spokesperson) { description.kind = .anonymous }
      return add(description, in: block, at: range)
    }
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

  /// "state media", "Vale state television": outlets of one owner.
  func isStateMedia(_ description: SourceDescription, in block: Int) -> Bool {
    let passage = blocks[block].passage
    return Self.stateMedia.contains(passage.terms[description.phrase.head].key)
      && Self.ofState.contains(passage.terms[description.phrase.head - 1].key)
  }

  private static let stateMedia = foldedKeys("media television tv radio news")
  private static let ofState = foldedKeys("state state-run state-owned official")
}
