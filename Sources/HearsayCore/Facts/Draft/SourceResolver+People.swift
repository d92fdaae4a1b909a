import ProseText

// Who "she", "Reid" and "the mayor" are.
extension SourceResolver {
  // MARK: What the draft says of people

  /// Takes in every full name of the draft: a surname may stand before the name that explains it.
  mutating func introducePeople() {
    for block in blocks.indices {
      for name in blocks[block].facts.personNames where name.isCertain {
        let spelling = name.spelling(in: blocks[block].passage)
        people.introduce(spelling.words, spelling.text, name.gender, name.offices)
      }
    }
    for block in blocks.indices { introduceRows(of: block) }
  }

  /// Notes that the draft speaks of somebody here.
  mutating func notePerson(_ name: PersonName, in block: Int) {
    guard let person = people.person(name.words(in: blocks[block].passage)) else { return }
    note(person: person, source: nil, at: name.terms, in: block, isPossessive: name.isPossessive, isSpeaker: false)
  }

  /// Notes that somebody is credited here.
  mutating func noteSpeaker(_ source: Int, person: Int?, _ description: SourceDescription, in block: Int) {
    note(
      person: person, source: source, at: description.phrase.terms, in: block, isPossessive: false, isSpeaker: true)
  }

  private mutating func note(
    person: Int?, source: Int?, at terms: Range<Int>, in block: Int, isPossessive: Bool, isSpeaker: Bool
  ) {
    let facts = blocks[block].facts
    people.note(
      PeopleRegister.Mention(
        person: person, source: source, block: block, sentence: facts.passage.sentence(of: terms.lowerBound),
        range: blocks[block].range(terms), isQuoted: facts.quoteAt[terms.lowerBound] >= 0,
        isPossessive: isPossessive, isSpeaker: isSpeaker))
  }

  // MARK: Pronouns

  mutating func personalPronoun(_ description: SourceDescription, in block: Int) -> Int? {
    guard let source = antecedent(of: description.phrase.head, in: block) else { return nil }
    let person = people.person(behind: source)
    noteSpeaker(source, person: person, description, in: block)
    return source
  }

  /// The party that "he", "she", "his" or "her" at a term stands for.
  mutating func antecedent(of term: Int, in block: Int) -> Int? {
    let facts = blocks[block].facts
    let gender: Gender? =
      switch facts.passage.word(term) {
      case .he, .his: .masculine
      case .she, .her: .feminine
      default: nil
      }
    let found = people.antecedent(gender, block: block, isQuoted: facts.quoteAt[term] >= 0) { mention in
      guard mention.person == nil, let source = mention.source else { return true }
      // Somebody without a name is not carried over into the next paragraph.
      return register.sources[source].kind == .person || mention.block == block
    }
    guard let found else { return nil }
    if let person = found.person {
      people.learn(gender, of: person)
      return source(of: person, in: block, at: found.range)
    }
    return found.source
  }

  // MARK: Names and offices

  mutating func namedPerson(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let name = description.name ?? description.phrase.terms
    let inner = personName(in: name, block)
    let bearer = words(inner ?? name, block)
    let person = people.person(bearer)
    let source: Int
    let isKnown = person.map { people.people[$0].source != nil } ?? false
    if let person, !isKnown, bearer.count > 1, match(name, block) == nil {
      // The first full mention names the party, with its title and without letters behind the name.
      source = add(description, in: block, at: range, name: name.lowerBound..<(inner ?? name).upperBound)
      people.setSource(source, of: person)
    } else if let person, isKnown || match(name, block) == nil {
      source = self.source(of: person, in: block, at: nil)
      _ = mention(source, in: block, at: range)
    } else {
      source = named(description, in: block, at: range)
      if let person { people.setSource(source, of: person) }
    }
    noteSpeaker(source, person: person, description, in: block)
    return source
  }

  /// A name without titles in front: "Senator Ida Brandt" is Ida Brandt.
  private func personName(in name: Range<Int>, _ block: Int) -> Range<Int>? {
    let names = blocks[block].facts.personNames
    let low = names.firstPlace { $0.terms.lowerBound >= name.lowerBound }
    guard low < names.count, name.contains(names[low].terms.lowerBound) else { return nil }
    return names[low].terms
  }

  mutating func describedPerson(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head]
    var source: Int?
    var holder: Int?
    holder = self.holder(of: description, in: block) ?? relative(description, in: block)
    if let holder {
      let party = self.source(of: holder, in: block, at: nil)
      source = mention(party, in: block, at: range)
    }
    var description = description
    // "His sister", "the bus driver": somebody whom the draft describes and does not name.
    if source == nil, description.name == nil, !head.isCapitalised, !head.has(.title) {
      description.kind = .anonymous
    }
    let result = source ?? described(description, in: block, at: range)
    noteSpeaker(result, person: holder, description, in: block)
    return result
  }

  /// The person who holds the office that some words name: "the mayor", "the Prime Minister", "Dorn’s governor".
  private func holder(of description: SourceDescription, in block: Int) -> Int? {
    let passage = blocks[block].passage
    let phrase = description.phrase
    let head = passage.terms[phrase.head]
    guard phrase.terms.count == phrase.base.count, phrase.base.count <= 6 else { return nil }
    let first = passage.terms[phrase.base.lowerBound]
    let isDefinite = first.has(.definite)
    if isDefinite, phrase.base.count == 2 { return people.holder(of: head.key, block: block) }
    guard phrase.base.count > 1, isDefinite || first.isCapitalised, !first.has(.indefinite) else { return nil }
    let before = passage.terms[phrase.head - 1]
    if before.isWord, before.word != .clitic,
      let holder = people.holder(of: OfficeName.key(before.key, head.key), block: block)
    {
      return holder
    }
    guard !OfficeName.lesser.contains(before.key), phrase.base.count <= 3 else { return nil }
    if isDefinite { return people.holder(of: head.key, block: block) }
    // "Dorn’s governor", where the draft names one governor.
    return before.word == .clitic || before.isCapitalised ? people.onlyHolder(of: head.key) : nil
  }

  /// The party of a person whom the draft names in full: "Reid" and "the Bishop" behind a decree.
  mutating func person(behind description: SourceDescription, in block: Int) -> Int? {
    let place = blocks[block].range(description.phrase.terms)
    if description.reference == .named, let name = description.name,
      let person = people.person(words(personName(in: name, block) ?? name, block))
    {
      return source(of: person, in: block, at: place)
    }
    guard description.reference == .described else { return nil }
    return holder(of: description, in: block).map { source(of: $0, in: block, at: place) }
  }

  /// A person as a source, added where nobody has passed their words on so far.
  private mutating func source(of person: Int, in block: Int, at place: Range<Int>?) -> Int {
    let known = people.people[person]
    if let source = known.source { return source }
    if let source = register.match(known.words, initials: nil), register.sources[source].kind == .person {
      register.adopt(known.words, known.name, initials: nil, for: source)
      people.setSource(source, of: person)
      return source
    }
    let source = register.add(
      DraftSource(
        name: known.name, kind: .person, words: known.words, initials: nil, mentions: place.map { [$0] } ?? [],
        isRelay: false),
      in: block)
    people.setSource(source, of: person)
    return source
  }
}
