import ProseText

/// Joins the mentions of sources into the parties that they stand for (D6 of the domain's rules).
///
/// Precision first: a mention joins an earlier party only where one candidate fits; two of equal rank are ambiguous.
struct SourceResolver {
  private let blocks: [DraftBlock]
  private(set) var sources: [DraftSource] = []
  /// For each source the block and the order of its last mention.
  private var lastMention: [(block: Int, offset: Int)] = []
  /// Documents named so far, sources or not: block, head key, offset, source that issued it.
  private var documents: [DocumentMention] = []

  private struct DocumentMention {
    var block: Int
    var range: Range<Int>
    var head: UInt64
    var source: Int?
    var isIndefinite: Bool
  }

  init(_ blocks: [DraftBlock]) { self.blocks = blocks }

  /// Resolves the source of one attribution; call in the order of the text.
  mutating func resolve(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    switch description.kind {
    case .vague, .anonymous, .missing: return (add(description, in: block, at: range), .direct)
    case .writer: return (writer(in: block, at: range), .direct)
    default: break
    }
    if description.kind == .document { return document(description, in: block, at: range) }
    switch description.reference {
    case .pronoun: return (pronoun(description, in: block, at: range), .direct)
    case .anaphor: return anaphor(description, in: block, at: range)
    case .named: return (named(description, in: block, at: range), .direct)
    case .described: return (described(description, in: block, at: range), .direct)
    }
  }

  /// Notes a document that is mentioned without being a source, so that "the report" can lead back to it.
  mutating func noteDocument(head: UInt64, in block: Int, at range: Range<Int>, isIndefinite: Bool) {
    documents.append(DocumentMention(block: block, range: range, head: head, source: nil, isIndefinite: isIndefinite))
  }

  // MARK: New and known parties

  private func words(_ name: Range<Int>, _ block: Int) -> [String] {
    blocks[block].passage.terms[name].compactMap { term -> String? in
      guard term.kind == .word || term.kind == .number, term.word != .clitic, term.word != .the else { return nil }
      return blocks[block].passage.string(term.range).lowercased()
    }
  }

  private func text(_ terms: Range<Int>, _ block: Int) -> String {
    let passage = blocks[block].passage
    var first = terms.lowerBound
    if first + 1 < terms.upperBound, passage.terms[first].word == .the { first += 1 }
    return passage.string(passage.range(first..<terms.upperBound))
  }

  private mutating func add(
    _ description: SourceDescription, in block: Int, at range: Range<Int>, name: Range<Int>? = nil
  ) -> Int {
    let terms = name ?? description.name ?? description.phrase.terms
    let source = DraftSource(
      name: text(terms, block), kind: description.kind, words: words(terms, block), mentions: [range],
      isLinked: isLinked(range, block), isRelay: description.kind == .publication || isPost(description, block))
    sources.append(source)
    lastMention.append((block, range.lowerBound))
    return sources.count - 1
  }

  private func isPost(_ description: SourceDescription, _ block: Int) -> Bool {
    description.kind == .document && blocks[block].passage.terms[description.phrase.head].has(.postNoun)
  }

  private func isLinked(_ range: Range<Int>, _ block: Int) -> Bool {
    let origin = blocks[block].origin
    return blocks[block].facts.content.inlines.contains {
      $0.kind == .link && $0.range.lowerBound + origin < range.upperBound
        && range.lowerBound < $0.range.upperBound + origin
    }
  }

  private mutating func mention(_ source: Int, in block: Int, at range: Range<Int>) -> Int {
    sources[source].mentions.append(range)
    sources[source].isLinked = sources[source].isLinked || isLinked(range, block)
    lastMention[source] = (block, range.lowerBound)
    return source
  }

  private mutating func writer(in block: Int, at range: Range<Int>) -> Int {
    if let known = sources.firstIndex(where: { $0.kind == .writer }) { return mention(known, in: block, at: range) }
    sources.append(DraftSource(name: "the writer", kind: .writer, words: [], mentions: [range], isRelay: false))
    lastMention.append((block, range.lowerBound))
    return sources.count - 1
  }

  // MARK: Names

  private mutating func named(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let name = description.name ?? description.phrase.terms
    if let known = match(words(name, block), description.kind) {
      adopt(words(name, block), text(name, block), for: known)
      return mention(known, in: block, at: range)
    }
    return add(description, in: block, at: range, name: name)
  }

  /// The one known party whose name begins or ends with these words, or the other way about.
  private func match(_ words: [String], _ kind: SourceKind) -> Int? {
    guard !words.isEmpty else { return nil }
    var found: [Int] = []
    for (index, source) in sources.enumerated() where !source.words.isEmpty {
      switch source.kind {
      case .vague, .anonymous, .missing, .writer, .document: continue
      default: break
      }
      if source.words == words { return index }
      if isShort(words, of: source.words) || isShort(source.words, of: words) || isAcronym(words, of: source.words)
        || isAcronym(source.words, of: words)
      {
        found.append(index)
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  private func isShort(_ short: [String], of long: [String]) -> Bool {
    guard short.count < long.count else { return false }
    return Array(long.suffix(short.count)) == short || Array(long.prefix(short.count)) == short
  }

  private func isAcronym(_ short: [String], of long: [String]) -> Bool {
    guard short.count == 1, long.count >= 2, let letters = short.first, letters.count >= 2, letters.count <= 6 else {
      return false
    }
    let initials = long.filter { !["of", "the", "and", "for"].contains($0) }.compactMap(\.first)
    return Array(letters) == initials
  }

  private mutating func adopt(_ words: [String], _ name: String, for source: Int) {
    guard words.count > sources[source].words.count else { return }
    sources[source].words = words
    sources[source].name = name
  }

  // MARK: Pronouns and common nouns

  private func pronoun(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int? {
    let isPerson = description.kind == .person
    let candidates = sources.indices.filter { index in
      guard lastMention[index].block + 1 >= block, lastMention[index].offset < range.lowerBound else { return false }
      switch sources[index].kind {
      case .person, .anonymous: return isPerson
      case .organisation, .publication, .vague: return !isPerson
      case .document: return !isPerson
      default: return false
      }
    }
    return candidates.max { lastMention[$0].offset < lastMention[$1].offset }
  }

  private mutating func described(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let passage = blocks[block].passage
    let head = passage.string(passage.terms[description.phrase.head].range).lowercased()
    let isDefinite = passage.terms[description.phrase.base.lowerBound].has([.definite, .possessive])
    if isDefinite || description.phrase.base.count == 1 {
      // "the ministry" after "the Ministry of Trade", "the union" after "the Harbour Workers’ Union".
      let candidates = sources.indices.filter {
        sources[$0].kind == description.kind && sources[$0].words.contains(head)
      }
      if candidates.count == 1 { return mention(candidates[0], in: block, at: range) }
      if description.kind == .organisation, isDefinite, Self.companies.contains(head),
        description.phrase.base.count == 2
      {
        let organisations = sources.indices.filter {
          sources[$0].kind == .organisation && lastMention[$0].block + 1 >= block
        }
        if organisations.count == 1 { return mention(organisations[0], in: block, at: range) }
      }
    }
    return add(description, in: block, at: range)
  }

  private static let companies: Set<String> = [
    "company", "firm", "group", "operator", "maker", "manufacturer", "developer", "retailer", "carrier", "airline",
  ]

  // MARK: Documents and outlets

  private mutating func document(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    let head = blocks[block].passage.terms[description.phrase.head].key
    defer {
      let last = sources.indices.last { sources[$0].mentions.contains(range) }
      documents.append(
        DocumentMention(block: block, range: range, head: head, source: last, isIndefinite: description.isIndefinite))
    }
    if let issuer = description.issuer, let party = party(issuer, in: block, before: range) {
      // An outlet's own report is the outlet; a body's report is a document of its own.
      if sources[party].isRelay { return (mention(party, in: block, at: range), .direct) }
      return (own(description, of: party, in: block, at: range), .direct)
    }
    if description.reference == .anaphor { return anaphor(description, in: block, at: range) }
    if description.issuer == nil, let name = description.name, description.reference == .named,
      let known = match(words(name, block), .publication), sources[known].isRelay
    {
      return (mention(known, in: block, at: range), .direct)
    }
    return (add(description, in: block, at: range, name: description.phrase.terms), .direct)
  }

  private mutating func own(_ description: SourceDescription, of party: Int, in block: Int, at range: Range<Int>) -> Int
  {
    let head = blocks[block].passage.string(blocks[block].passage.terms[description.phrase.head].range).lowercased()
    let name = "\(sources[party].name) \(head)"
    if let known = sources.firstIndex(where: { $0.kind == .document && $0.name == name }) {
      return mention(known, in: block, at: range)
    }
    sources.append(
      DraftSource(
        name: name, kind: .document, words: sources[party].words + [head], mentions: [range],
        isLinked: isLinked(range, block),
        isRelay: false))
    lastMention.append((block, range.lowerBound))
    return sources.count - 1
  }

  /// The party that some words inside a mention stand for.
  private mutating func party(_ terms: Range<Int>, in block: Int, before range: Range<Int>) -> Int? {
    let passage = blocks[block].passage
    if passage.terms[terms.lowerBound].has(.possessive), terms.count == 1 {
      // "Helvane had 11,240 employees, its annual report shows": the sentence's own subject.
      if let subject = subject(before: terms.lowerBound, in: block) { return subject }
      let isPerson = passage.word(terms.lowerBound) == .his || passage.word(terms.lowerBound) == .her
      let description = SourceDescription(
        kind: isPerson ? .person : .organisation, reference: .pronoun,
        phrase: NounPhrase(terms: terms, base: terms, head: terms.lowerBound))
      return pronoun(description, in: block, at: range)
    }
    guard let phrase = passage.baseNounPhrase(at: terms.lowerBound, limit: terms.upperBound),
      let description = SourceClassifier(passage).describe(phrase)
    else { return nil }
    if description.kind == .publication || description.kind == .document, description.reference == .anaphor {
      return antecedents(of: description, in: block, at: range).candidates.first?.source
    }
    guard description.kind != .vague, description.kind != .anonymous else { return nil }
    if let name = description.name {
      if let known = match(words(name, block), description.kind) { return known }
      if description.kind == .publication {
        return add(description, in: block, at: blocks[block].range(name), name: name)
      }
    }
    let head = passage.string(passage.terms[description.phrase.head].range).lowercased()
    let known = sources.indices.filter { sources[$0].words.contains(head) && sources[$0].kind != .document }
    return known.count == 1 ? known[0] : nil
  }

  /// The party that a name at the beginning of the same sentence stands for.
  private mutating func subject(before term: Int, in block: Int) -> Int? {
    let passage = blocks[block].passage
    let sentence = passage.sentences[passage.sentence(of: term)].tokens
    guard let phrase = passage.baseNounPhrase(at: sentence.lowerBound, limit: term), phrase.terms.upperBound < term,
      let description = SourceClassifier(passage).describe(phrase), description.reference == .named, let name = description.name
    else { return nil }
    if let known = match(words(name, block), description.kind) { return known }
    var party = description
    if party.kind == .person, name.count == 1 { party.kind = .organisation }
    return add(party, in: block, at: blocks[block].range(name), name: name)
  }

  private struct Antecedent {
    var source: Int?
    var range: Range<Int>
    var block: Int
    var isBridge: Bool
  }

  /// "the report", "the publication": what they may lead back to, best first.
  private func antecedents(
    of description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (candidates: [Antecedent], rivals: Int) {
    let passage = blocks[block].passage
    let head = passage.terms[description.phrase.head]
    let earlier = documents.filter { $0.range.upperBound <= range.lowerBound }
    let same = earlier.filter { $0.head == head.key && $0.source != nil || $0.head == head.key && $0.source == nil }
    if let last = same.last, description.kind == .document {
      let rivals = earlier.filter { $0.range.lowerBound > last.range.lowerBound && $0.head != head.key }.count
      let distinct = Set(same.map { $0.source ?? -1 })
      let source = last.source ?? same.last { $0.source != nil }?.source
      let candidates = [Antecedent(source: source, range: last.range, block: last.block, isBridge: false)]
      return (candidates, distinct.count > 2 ? 99 : rivals)
    }
    // By type: an outlet for "the paper", and a document or, by bridging, an outlet for "the report".
    var candidates: [Antecedent] = []
    if description.kind == .document {
      for document in earlier.reversed() where isSameType(document.head, head) {
        candidates.append(
          Antecedent(source: document.source, range: document.range, block: document.block, isBridge: false))
      }
    }
    for index in sources.indices
    where sources[index].kind == .publication || description.kind == .document && sources[index].isRelay {
      guard let last = sources[index].mentions.last(where: { $0.upperBound <= range.lowerBound }) else { continue }
      // "the paper" is a newspaper as well as a study.
      let isBridge = description.kind == .document && !head.has(.publicationNoun)
      candidates.append(Antecedent(source: index, range: last, block: lastMention[index].block, isBridge: isBridge))
    }
    return (candidates, 0)
  }

  /// "the review" may be a report, "the article" a story: nouns of texts that stand for one another.
  private func isSameType(_ key: UInt64, _ head: Term) -> Bool {
    let other = Lexicon.english.lexeme(key)
    return head.has(.postNoun) && other.classes.contains(.postNoun)
  }

  private mutating func anaphor(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    let (all, rivals) = antecedents(of: description, in: block, at: range)
    let isDocument = description.kind == .document
    var seen: Set<Int> = []
    let candidates = all.filter { $0.source.map { seen.insert($0).inserted } ?? !isDocument || $0.source == nil }
    guard let best = candidates.first else {
      return (add(description, in: block, at: range), .unresolved)
    }
    if rivals == 99 || candidates.count > 1 {
      return (add(description, in: block, at: range), .ambiguous(candidates: candidates.prefix(3).map(\.range)))
    }
    let source: Int
    if let known = best.source {
      source = mention(known, in: block, at: range)
    } else {
      source = add(description, in: block, at: range)
    }
    if best.isBridge { return (source, .bridged(antecedent: best.range)) }
    let isNear = best.block + 1 >= block && rivals == 0
    return (source, isNear ? .near(antecedent: best.range) : .distant(antecedent: best.range))
  }
}
