import ProseText

/// What the words of a source say about it, before the rest of the draft is known.
struct SourceDescription: Sendable, Equatable {
  /// How the words point to their party.
  enum Reference: Sendable, Equatable {
    /// By name.
    case named
    /// "the report", "the paper", "its statement": a document or publication named elsewhere.
    case anaphor
    /// "he", "they", "it".
    case pronoun
    /// By a common noun: "the ministry", "residents".
    case described
  }

  var kind: SourceKind
  var reference: Reference
  var phrase: NounPhrase
  /// The name inside it: terms of the longest run of capitals.
  var name: Range<Int>?
  /// For a document: terms of the party that issued it ("a report by X", "X's report", "its report").
  var issuer: Range<Int>?
  var isIndefinite = false
  /// A reason for staying unnamed is given.
  var givesReason = false
  /// Described beyond the bare noun.
  var isQualified = false
  /// A name in apposition behind it ("its owner, Blue Cow Foods,").
  var apposition: Range<Int>?
}

/// Tells what kind of party the words of a source name.
struct SourceClassifier {
  private let passage: Passage
  private var terms: Terms { passage.terms }

  init(_ passage: Passage) { self.passage = passage }

  /// The description of a noun phrase as a source; nil where it cannot be one (a figure, a place in time).
  func describe(_ phrase: NounPhrase, apposition: Range<Int>? = nil) -> SourceDescription? {
    let head = terms[phrase.head]
    if head.word == .it, isExpletive(phrase.head) { return nil }
    if head.has(.timeUnit) || head.has(.month) || head.has(.weekday), phrase.base.count <= 2 { return nil }
    if hasFigureHead(phrase) { return nil }
    var description = SourceDescription(kind: .person, reference: .described, phrase: phrase)
    description.apposition = apposition
    description.isIndefinite = isIndefinite(phrase)
    description.isQualified = phrase.terms.count > phrase.base.count || phrase.base.count > 2
    description.name = name(in: phrase)
    if head.tag == .pronoun || head.has(.personalPronoun) || head.word == .who, phrase.base.count == 1 {
      return pronoun(head, description)
    }
    if description.isIndefinite || isBarePlural(phrase) || head.has(.quantifier) || head.word == .people,
      !isDescribedPeople(phrase)
    {
      if let unnamed = unnamed(phrase, description) { return unnamed }
    }
    // "people familiar with the matter" are a few described persons, not a class.
    if isDescribedPeople(phrase) {
      description.kind = .anonymous
      description.givesReason = givesReason(phrase)
      return description
    }
    if head.has([.documentNoun, .postNoun]), !head.isCapitalised || !isInsideName(phrase) {
      return document(phrase, description)
    }
    if let name = description.name, name.contains(phrase.head) || apposition == nil && isNameInside(phrase) {
      return named(phrase, name, description)
    }
    if let named = namedByApposition(phrase, description) { return named }
    return described(phrase, description)
  }

  // MARK: Forms

  private func pronoun(_ head: Term, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    result.reference = .pronoun
    if head.has(.firstPerson) {
      result.kind = .writer
    } else if head.word == .they || head.word == .them || head.word == .it {
      result.kind = .organisation
    } else if head.word == .you || head.word == .one || head.word == .this || head.word == .that {
      return nil
    } else {
      result.kind = .person
    }
    return result
  }

  /// Vague classes and people without a name; nil where the words name somebody after all.
  private func unnamed(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    let head = terms[phrase.head]
    let isOwnReporter = isOwnReporter(phrase)
    if isOwnReporter {
      result.kind = .writer
      return result
    }
    if head.has([.documentNoun, .postNoun, .publicationNoun]), description.isIndefinite, !head.has(.personNoun) {
      return document(phrase, description)
    }
    if description.isIndefinite {
      guard head.has([.anonymousNoun, .spokesperson, .title, .peopleNoun, .vagueClass]) || isAgentNoun(head) else {
        return nil
      }
      // "a spokesman for the ministry", "a police spokesman" speaks for a body that has a name.
      if head.has(.spokesperson) {
        result.kind = .organisation
        return result
      }
      if head.has(.title), description.name.map({ $0.contains(phrase.head) }) == true { return nil }
      if description.apposition != nil || namesItsMember(phrase) { return nil }
      result.kind = .anonymous
      result.givesReason = givesReason(phrase)
      return result
    }
    if description.name.map({ $0.contains(phrase.head) }) == true { return nil }
    guard head.has(.vagueClass) || head.has(.quantifier) || isPluralAgent(head) else { return nil }
    if head.has(.quantifier), phrase.base.count > 1 { return nil }
    result.kind = .vague
    return result
  }

  private func document(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription {
    var result = description
    result.kind = .document
    result.issuer = issuer(of: phrase)
    if description.isIndefinite {
      result.reference = .described
    } else if result.issuer != nil || description.name != nil {
      result.reference = .named
    } else {
      result.reference = terms[phrase.base.lowerBound].has(.definite) ? .anaphor : .described
    }
    return result
  }

  private func named(_ phrase: NounPhrase, _ name: Range<Int>, _ description: SourceDescription) -> SourceDescription {
    var result = description
    result.reference = .named
    result.kind = nameKind(name, phrase)
    return result
  }

  private func namedByApposition(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    guard let apposition = description.apposition, (apposition).contains(where: { terms[$0].isName }) else {
      return nil
    }
    var result = description
    result.reference = .named
    result.name = apposition
    result.kind = nameKind(apposition, phrase)
    if terms[phrase.head].has([.anonymousNoun, .title, .spokesperson]) { result.kind = .person }
    return result
  }

  private func described(_ phrase: NounPhrase, _ description: SourceDescription) -> SourceDescription? {
    var result = description
    let head = terms[phrase.head]
    if head.has(.publicationNoun), !head.has(.organisationNoun) || head.word == .publication {
      // "the Vox website" is named, "the ministry’s website" is the ministry's text.
      if let issuer = issuer(of: phrase), !(issuer.count == 1 && terms[issuer.lowerBound].has(.possessive)) {
        let isOwned =
          issuer.upperBound < phrase.head
          && (terms[issuer.upperBound].word == .clitic || terms[issuer.upperBound].tag == .possessiveEnding)
        result.kind = isOwned ? .document : .publication
        result.reference = .named
        result.issuer = isOwned ? issuer : nil
        result.name = isOwned ? description.name : issuer
        return result
      }
      result.kind = .publication
      result.reference = terms[phrase.base.lowerBound].has(.definite) ? .anaphor : .described
      return result
    }
    if head.has(.organisationNoun) {
      result.kind = .organisation
      return result
    }
    if head.has([.anonymousNoun, .title, .spokesperson, .personNoun]) || isAgentNoun(head) {
      result.kind = .person
      return result
    }
    if head.has([.vagueClass, .peopleNoun]) {
      // "The residents", "his parents": a group that the text has introduced.
      result.kind = terms[phrase.base.lowerBound].has([.definite, .possessive]) ? .organisation : .vague
      return result
    }
    guard terms[phrase.base.lowerBound].has([.definite, .possessive]) || head.isName else { return nil }
    result.kind = .organisation
    return result
  }

  // MARK: Tests

  private func isDescribedPeople(_ phrase: NounPhrase) -> Bool {
    let next = phrase.base.upperBound
    return terms[phrase.head].word == .people && phrase.terms.count > phrase.base.count
      && !terms[phrase.base.lowerBound].has(.definite)
      && (passage.word(next) == .familiar || passage.word(next) == .close || passage.word(next) == .who
        || passage.word(next) == .with)
  }

  private func isIndefinite(_ phrase: NounPhrase) -> Bool {
    let first = terms[phrase.base.lowerBound]
    if phrase.base.count == 1 { return first.word == .someone || first.word == .somebody }
    return first.has(.indefinite) || first.word == .one || first.word == .another || first.word == .some
      || first.word == .several
      || first.word == .many || first.has(.number) || first.kind == .number || first.word == .few || first.word == .two
  }

  private func isBarePlural(_ phrase: NounPhrase) -> Bool {
    let first = terms[phrase.base.lowerBound]
    return !first.has([.definite, .indefinite, .possessive]) && !first.has(.number) && first.kind != .number
      && (terms[phrase.head].tag == .pluralNoun || terms[phrase.head].has(.vagueClass))
  }

  private func hasFigureHead(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    if head.has([.percent, .scale, .measureUnit, .currency]), !head.isCapitalised { return true }
    // "58 percent", "9 million people": the figure is the claim itself.
    return phrase.base.contains {
      terms[$0].kind == .number && (terms[$0].range.count > 1 || terms[$0].kind == .symbol)
    }
      && head.has(.peopleNoun)
  }

  private func isExpletive(_ index: Int) -> Bool {
    index + 1 < terms.count && terms[index + 1].has(.be)
  }

  /// "a Northwire reporter", "this reporter", "our correspondent".
  private func isOwnReporter(_ phrase: NounPhrase) -> Bool {
    let head = terms[phrase.head]
    guard head.key == Self.reporter || head.key == Self.correspondent, phrase.base.count >= 2 else { return false }
    return terms[phrase.head - 1].isName || terms[phrase.base.lowerBound].has(.firstPerson)
  }

  private static let reporter = foldedKey("reporter")
  private static let correspondent = foldedKey("correspondent")

  private func isPluralAgent(_ head: Term) -> Bool {
    head.tag == .pluralNoun
      && (head.has(.peopleNoun) || endsIn(head, "ers") || endsIn(head, "ors") || endsIn(head, "ists")
        || endsIn(head, "ians") || endsIn(head, "men"))
      && !head.has([.documentNoun])
  }

  private func isAgentNoun(_ head: Term) -> Bool {
    head.tag == .noun
      && (endsIn(head, "er") || endsIn(head, "or") || endsIn(head, "ist") || endsIn(head, "ian") || endsIn(head, "man"))
      && !head.has([.documentNoun, .timeUnit, .measureUnit, .titledWork])
  }

  private func endsIn(_ term: Term, _ ending: String) -> Bool {
    let end = Int(term.end)
    let bytes = Array(ending.utf8)
    guard term.range.count >= bytes.count + 3 else { return false }
    return bytes.indices.allSatisfy { passage.byte(end - bytes.count + $0) | 0x20 == bytes[$0] }
  }

  private func givesReason(_ phrase: NounPhrase) -> Bool {
    phrase.terms.contains {
      terms[$0].word == .fears || terms[$0].word == .because || terms[$0].word == .anonymity
        || terms[$0].word == .unnamed
    }
  }

  /// "experts including Ana Holt": somebody of the class is named.
  private func namesItsMember(_ phrase: NounPhrase) -> Bool {
    let next = phrase.terms.upperBound
    return next < terms.count && (terms[next].word == .including || passage.word(next) == .like)
  }

  /// The longest run of capitalised words in the phrase; a sentence's first word counts only when it is tagged a name.
  private func name(in phrase: NounPhrase) -> Range<Int>? {
    var best: Range<Int>?
    var start: Int?
    for index in phrase.terms.lowerBound...phrase.terms.upperBound {
      let isInside =
        index < phrase.terms.upperBound && isNamePart(index, isOpen: start != nil, limit: phrase.terms.upperBound)
      if isInside {
        if start == nil { start = index }
      } else if let first = start {
        if best == nil || first <= phrase.head && index > (best?.count ?? 0) + first { best = first..<index }
        start = nil
      }
    }
    return best
  }

  private func isNamePart(_ index: Int, isOpen: Bool, limit: Int) -> Bool {
    let term = terms[index]
    if term.kind == .opaque { return isOpen }
    guard term.isWord else {
      return isOpen && (passage.isMark(index, 0x26) || passage.isMark(index, 0x2D)) && index + 1 < limit
        && terms[index + 1].isCapitalised
    }
    if term.isCapitalised {
      if term.has(.function), !isOpen { return false }
      return !passage.isSentenceStart(index) || term.tag.isProperNoun || isOpen || passage.isSpelledAsName(index)
    }
    // "Bank of England", "van der Berg", "Harbour Workers' Union"
    guard isOpen, index + 1 < limit else { return false }
    switch term.word {
    case .of, .and, .for, .the:
      return terms[index + 1].isCapitalised && !terms[index + 1].has(.function)
        || passage.word(index + 1) == .the && index + 2 < limit && terms[index + 2].isCapitalised
    case .van, .von, .de, .der, .la, .al, .bin: return terms[index + 1].isCapitalised || passage.word(index + 1) == .der
    case .clitic: return terms[index + 1].isCapitalised
    default: return false
    }
  }

  private func isNameInside(_ phrase: NounPhrase) -> Bool {
    guard let name = name(in: phrase) else { return false }
    return name.lowerBound < phrase.base.upperBound
      && !terms[phrase.head].has([.documentNoun, .organisationNoun, .publicationNoun, .anonymousNoun])
  }

  private func isInsideName(_ phrase: NounPhrase) -> Bool {
    guard let name = name(in: phrase) else { return false }
    return name.contains(phrase.head) && name.count > 1
  }

  // MARK: Kinds of names

  /// The kind of party that a name stands for, from its last words and what stands around it.
  func nameKind(_ name: Range<Int>, _ phrase: NounPhrase) -> SourceKind {
    let last = terms[name.upperBound - 1]
    let hasArticle = name.lowerBound > 0 && terms[name.lowerBound - 1].word == .the
    let before = phrase.base.lowerBound < name.lowerBound ? terms[name.lowerBound - 1] : nil
    if let before, before.has([.publicationNoun]), !before.isCapitalised { return .publication }
    if last.has(.publicationName),
      name.count > 1 || hasArticle || last.shape.contains(.allCaps)
        || !last.has(.organisationName) && !last.has(.firstName)
    {
      if !terms[name.lowerBound].has(.firstName) || hasArticle { return .publication }
    }
    if name.contains(where: { terms[$0].has(.publicationName) && terms[$0].range.count >= 3 && terms[$0].isCapitalised }
    ), name.count > 1,
      !terms[name.lowerBound].has(.firstName), !last.has(.organisationName)
    {
      return .publication
    }
    if let before, before.has(.title), !before.has(.organisationNoun) { return .person }
    if terms[name.lowerBound].has([.title]), name.count > 1 { return .person }
    if name.contains(where: { terms[$0].has(.organisationName) && $0 > name.lowerBound })
      || last.has(.organisationName) && hasArticle
    {
      return .organisation
    }
    if last.shape.contains(.allCaps), last.range.count <= 6 { return .organisation }
    if hasArticle { return .organisation }
    if let before, before.has([.organisationNoun, .organisationName]) { return .organisation }
    if terms[name.lowerBound].has(.firstName) { return .person }
    return name.count >= 2 ? .person : name.count == 1 && last.tag == .pluralProperNoun ? .organisation : .person
  }

  /// Who issued a document: "a report by X", "X's report", "its report", "the X report", "police figures".
  private func issuer(of phrase: NounPhrase) -> Range<Int>? {
    var index = phrase.head + 1
    while index < phrase.terms.upperBound {
      if terms[index].word == .by || terms[index].word == .from || terms[index].word == .of || terms[index].word == .at
        || terms[index].word == .in || terms[index].word == .on
      {
        if let object = passage.baseNounPhrase(at: index + 1, limit: phrase.terms.upperBound),
          object.terms.contains(where: { terms[$0].isName }) || terms[index].word == .by
            || terms[object.head].has([.organisationNoun, .publicationNoun])
        {
          return object.terms
        }
      }
      index += 1
    }
    let base = phrase.base
    if let possessive = (base.lowerBound..<phrase.head).last(where: {
      terms[$0].word == .clitic || terms[$0].tag == .possessiveEnding
    }) {
      return base.lowerBound..<possessive
    }
    if terms[base.lowerBound].has(.possessive), base.count > 1 { return base.lowerBound..<base.lowerBound + 1 }
    let start = terms[base.lowerBound].has([.definite, .indefinite]) ? base.lowerBound + 1 : base.lowerBound
    let before = (start..<phrase.head).filter { terms[$0].isName || terms[$0].has([.organisationNoun]) }
    if let first = before.first, let last = before.last { return first..<last + 1 }
    return nil
  }
}
