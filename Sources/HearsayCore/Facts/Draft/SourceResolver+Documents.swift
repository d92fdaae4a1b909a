import ProseText

// What documents are called, and who issued them.
extension SourceResolver {
  /// Notes a document that is mentioned without being a source, so that "the report" can lead back to it.
  mutating func noteDocument(_ noun: Int, in block: Int) {
    let passage = blocks[block].passage
    let phrase = passage.nounPhrase(at: noun, limit: passage.terms.count)?.terms
    // "the findings with Dr Brandt": whom they were shared with.
    let name = phrase.flatMap { phrase in
      let end = phrase.first { $0 > noun && (passage.word($0) == .with || passage.word($0) == .to) }
      return passage.published(noun..<(end ?? phrase.upperBound))
    }
    add(
      DocumentMention(
        block: block, range: blocks[block].range(noun..<noun + 1), head: passage.terms[noun].key, source: nil,
        name: name, isPiece: passage.isPiece(noun)))
  }

  /// Notes a text with its author.
  mutating func noteText(_ name: Range<Int>, in block: Int) {
    let mention = DocumentMention(
      block: block, range: blocks[block].range(name), head: blocks[block].passage.terms[name.lowerBound].key,
      source: nil, name: name)
    documents.addText(mention, noted: documents.trace == nil ? nil : named(mention))
  }

  private mutating func add(_ mention: DocumentMention) {
    documents.add(mention, noted: documents.trace == nil ? nil : named(mention))
  }

  private func named(_ mention: DocumentMention) -> DocumentRegister.NamedMention {
    DocumentRegister.NamedMention(
      mention: mention, words: mention.name.map { words($0, mention.block) } ?? [],
      text: mention.name.map { text($0, mention.block) } ?? "")
  }

  mutating func document(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    let result = documentSource(description, in: block, at: range)
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head].key
    let name = passage.published(description.phrase.head..<description.phrase.terms.upperBound)
    add(DocumentMention(block: block, range: range, head: head, source: result.0, name: name))
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
    return (text(description, in: block, at: range), .direct)
  }

  /// "The decree" after "a decree of Bishop Brandt": the same; else a text of its own.
  private mutating func text(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head].key
    let isBare = description.phrase.terms.count == 2 && passage.terms[description.phrase.base.lowerBound].has(.definite)
    guard isBare, description.reference == .named else {
      return add(description, in: block, at: range, name: description.phrase.terms)
    }
    let known = register.having(head).filter { sources[$0].kind == .document }
    if known.count == 1 { return mention(known[0], in: block, at: range) }
    let source = add(description, in: block, at: range, name: description.phrase.terms)
    if known.isEmpty, let full = documents.text(head), let name = full.name {
      register.adopt(words(name, full.block), text(name, full.block), initials: nil, for: source)
    }
    return source
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
    if description.kind == .person, let person = person(behind: description, in: block) { return person }
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
