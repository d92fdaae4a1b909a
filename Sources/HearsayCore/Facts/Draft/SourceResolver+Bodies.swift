import ProseText

// What "TfL", "Ford" and "the department" stand for.
extension SourceResolver {
  /// Takes in every organisation that the draft names in full: its short form may stand before.
  mutating func introduceBodies() {
    for block in blocks.indices {
      let passage = blocks[block].passage
      for body in blocks[block].facts.bodyNames {
        bodies.introduce(
          BodyRegister.Body(
            name: body.text, words: body.words, initials: body.initials,
            kind: body.isPublication ? .publication : .organisation),
          alias: body.alias.map { passage.terms[$0].key })
      }
    }
  }

  /// Takes in the short forms that need no full name in the draft; what the draft itself says of one comes first.
  mutating func introduce(_ acronyms: [Acronym]) {
    for acronym in acronyms {
      let (short, name) = (NameList.words(of: acronym.short), NameList.words(of: acronym.name))
      guard short.count == 1, let alias = short.first, let last = name.last else { continue }
      let isOutlet = Lexicon.english.lexeme(last).classes.contains(.publicationName)
      bodies.introduce(
        BodyRegister.Body(
          name: acronym.name, words: name, initials: alias, kind: isOutlet ? .publication : .organisation),
        alias: alias)
    }
  }

  /// The party behind a single word that is the short form of a body named in full somewhere in the draft.
  mutating func body(behind name: Range<Int>, in block: Int, at range: Range<Int>) -> Int? {
    let term = blocks[block].passage.terms[name.upperBound - 1]
    let words = words(name, block)
    guard words.count == 1, let key = words.first else { return nil }
    if let body = bodies.body(called: key) { return source(of: body, alias: key, in: block, at: range) }
    guard !term.has([.country, .placeNoun, .organisationName, .publicationName]), !term.shape.contains(.allCaps),
      !people.isBorne(key), let body = bodies.body(beginning: key)
    else { return nil }
    return source(of: body, alias: nil, in: block, at: range)
  }

  /// The party behind "the Supreme Court", where the draft also writes "Supreme Court of Vale".
  mutating func body(extending name: Range<Int>, in block: Int, at range: Range<Int>) -> Int? {
    let words = words(name, block)
    guard words.count > 1 else { return nil }
    return bodies.body(extending: words).map { source(of: $0, alias: nil, in: block, at: range) }
  }

  /// The party behind "the department", where one body alone has the word in its name.
  mutating func body(having head: UInt64, in block: Int, at range: Range<Int>) -> Int? {
    bodies.body(having: head).map { source(of: $0, alias: nil, in: block, at: range) }
  }

  /// "the Department": the body that alone has the word in its name.
  mutating func capitalisedBody(_ name: Range<Int>, in block: Int, at range: Range<Int>) -> Int? {
    let passage = blocks[block].passage
    guard name.count == 1, passage.has(name.lowerBound, [.organisationNoun, .organisationName]),
      passage.word(name.lowerBound - 1) == .the || passage.word(name.lowerBound - 1) == .this
    else { return nil }
    return body(having: passage.terms[name.lowerBound].key, in: block, at: range)
  }

  private mutating func source(
    of body: BodyRegister.Body, alias: UInt64?, in block: Int, at range: Range<Int>
  ) -> Int {
    if let known = register.match(body.words, initials: alias ?? body.initials) {
      register.adopt(body.words, body.name, initials: alias ?? body.initials, for: known)
      return mention(known, in: block, at: range)
    }
    return register.add(
      DraftSource(
        name: body.name, kind: body.kind, words: body.words, initials: alias ?? body.initials, mentions: [range],
        isLinked: isLinked(range, block), isRelay: body.kind == .publication),
      in: block)
  }
}
