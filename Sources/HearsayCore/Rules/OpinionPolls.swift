import ProseText

/// A mention of an opinion poll of which the draft does not say who took it.
struct UnexplainedPoll {
  /// The poll's noun phrase, terms of its block.
  var phrase: Range<Int>
  /// What is missing, for messages.
  var missing: String
  /// What is missing, for the editor to fill in.
  var slot: String
}

extension Draft {
  /// The first mentions of opinion polls in a block whose pollster and sample neither it nor the block after it names.
  func unexplainedPolls(in index: Int) -> [UnexplainedPoll] {
    guard blocks[index].shared.marks.contents.contains(.polls) else { return [] }
    let block = blocks[index]
    guard block.outline.kind == .paragraph || block.outline.kind == .listItem else { return [] }
    var found: [UnexplainedPoll] = []
    // No paragraph of prose has more; text made to be hostile must not cost the square of its length.
    let nouns = block.facts.documentNouns.lazy.filter { block.passage.isPollOrSurvey($0) }
    for noun in nouns.prefix(32) {
      let mention = PollMention(passage: block.passage, noun: noun)
      guard mention.isOpinionPoll, block.facts.quoteAt[noun] < 0 else { continue }
      let sentence = block.passage.sentence(of: noun)
      guard !block.isCited(sentence: sentence), !mention.namesPollster(mention.sentence), !sampleIsNear(index, sentence)
      else { continue }
      let hasDates =
        !block.passage.windows(in: block.passage.sentences[sentence]).isEmpty
        || block.facts.quantities.contains { $0.sentence == sentence && $0.kind == .date }
      found.append(
        UnexplainedPoll(
          phrase: mention.phrase,
          missing: hasDates ? "its pollster and sample" : "its pollster, sample and dates",
          slot: hasDates ? "pollster, sample" : "pollster, sample, dates"))
    }
    return found
  }

  /// Whether the paragraph from the sentence on, or the one after it, names who was asked, or who asked.
  private func sampleIsNear(_ index: Int, _ sentence: Int) -> Bool {
    for at in index...min(index + 1, blocks.count - 1) {
      let block = blocks[at]
      let passage = block.passage
      // Another poll that is named there has a sample of its own.
      let others = Set(
        block.facts.documentNouns.filter { noun in
          let mention = PollMention(passage: passage, noun: noun)
          return mention.isAnother && (at > index || passage.sentence(of: noun) > sentence)
        }.map { passage.sentence(of: $0) })
      for figure in figures[figuresOfBlock[at]]
      where (at > index || figure.quantity.sentence >= sentence) && !others.contains(figure.quantity.sentence) {
        if figure.quantity.counted.map({ PollMention.asked.contains(passage.terms[$0].key) }) == true,
          figure.quantity.value ?? 0 >= 100
        {
          return true
        }
        if figure.population.map({ figures[$0].quantity.value ?? 0 >= 100 }) == true { return true }
      }
      let start = at > index ? 0 : passage.sentences[sentence].tokens.lowerBound
      if (start..<passage.terms.count).contains(where: {
        PollMention.isPollsterName(passage, $0) && !others.contains(passage.sentence(of: $0))
      }) {
        return true
      }
    }
    return false
  }
}

/// A noun that may name an opinion poll.
private struct PollMention {
  let passage: Passage
  let noun: Int

  private var term: Term { passage.terms[noun] }
  var sentence: Range<Int> { passage.sentences[passage.sentence(of: noun)].tokens }

  static func isPollOrSurvey(_ key: UInt64) -> Bool { polls.contains(key) || surveys.contains(key) }

  /// Determiner, modifiers and noun.
  var phrase: Range<Int> {
    var first = noun
    while first > sentence.lowerBound, noun - first < 5 {
      let before = passage.terms[first - 1]
      guard before.isWord, !before.has([.preposition, .auxiliary, .conjunction, .subordinator]), before.word != .a,
        !before.has([.indefinite, .definite, .possessive]),
        before.tag.isAdjective || before.tag == .noun
          || before.tag == .cardinal || before.has(.number) || before.has(.quantifier) || before.tag.isParticiple
          || before.tag.isProperNoun
      else { break }
      first -= 1
    }
    if first > sentence.lowerBound, passage.has(first - 1, [.indefinite, .definite, .possessive]) { first -= 1 }
    return first..<noun + 1
  }

  /// Whether it is people's opinion that was asked, and the mention is the first of its poll.
  var isOpinionPoll: Bool {
    let isPoll = Self.polls.contains(term.key)
    guard term.tag.isNoun, isPoll || Self.surveys.contains(term.key) else { return false }
    let phrase = phrase
    // "the poll" was introduced before; "polling", "poll tax", "poll workers" are something else.
    if passage.has(phrase.lowerBound, [.definite, .possessive]) { return false }
    if passage.terms[noun + 1].tag.isNoun, passage.terms[noun + 1].isWord, !passage.has(noun + 1, .weekday) {
      return false
    }
    if phrase.contains(where: { Self.otherKinds.contains(passage.terms[$0].key) }) { return false }
    // "no poll", "at the polls", "to the polls", "went to polls"
    if passage.word(phrase.lowerBound) == .no || passage.terms[phrase.lowerBound].key == Self.any { return false }
    let before = passage.word(phrase.lowerBound - 1)
    if term.key == Self.pollsKey, before == .to || before == .at { return false }
    let tokens = sentence
    if tokens.contains(where: { Self.otherMatters.contains(passage.terms[$0].key) }) { return false }
    guard reports(phrase) || before == .in && passage.has(phrase.lowerBound, .indefinite) || isSource(phrase) else {
      return false
    }
    let hasShare = tokens.contains { index in
      passage.isMark(index, 0x25) || passage.has(index, .percent) || passage.word(index) == .points
        || passage.word(index) == .point || passage.word(index) == .majority
    }
    if isPoll {
      return hasShare || tokens.contains { Self.leads.contains(passage.terms[$0].key) }
    }
    return hasShare && tokens.contains { Self.opinions.contains(passage.terms[$0].key) }
  }

  /// It opens with something else than "the": "their own survey", "a later poll".
  var isAnother: Bool {
    guard Self.isPollOrSurvey(term.key) else { return false }
    let first = phrase.lowerBound
    return passage.has(first, [.indefinite, .possessive]) || passage.word(first) == .own
      || passage.word(first - 1) == .clitic
  }

  /// "Polls show", "a poll put", "a survey found".
  private func reports(_ phrase: Range<Int>) -> Bool {
    var at = phrase.upperBound
    // "a poll from 2 to 5 May put", "a poll published last week put"
    let last = at + 8
    while at < min(last, passage.terms.count), isPartOfDates(passage.terms[at]) { at += 1 }
    if passage.has(at, [.auxiliary]) { at += 1 }
    if passage.terms[at].tag.isAdverb { at += 1 }
    return Self.reporting.contains(passage.terms[at].key)
  }

  private func isPartOfDates(_ term: Term) -> Bool {
    term.kind == .number || term.has([.preposition, .month, .weekday, .timeUnit]) || term.word == .and
      || term.word == .last || term.word == .this || Self.taken.contains(term.key)
  }

  /// "according to a poll", "a survey found" behind the comma.
  private func isSource(_ phrase: Range<Int>) -> Bool { passage.word(phrase.lowerBound - 2) == .according }

  /// Whether somebody is named who took the poll: "a Meridian poll", "a poll by Vale University", "for the Ledger".
  func namesPollster(_ tokens: Range<Int>) -> Bool {
    if phrase.contains(where: { $0 != noun && passage.terms[$0].isName && !passage.has($0, [.weekday, .month]) }) {
      return true
    }
    if passage.word(phrase.lowerBound - 1) == .clitic { return true }
    for index in noun + 1..<min(tokens.upperBound, noun + 14) {
      switch passage.word(index) {
      case .by, .from, .for, .of, .with, .conducted, .published:
        if (index + 1..<min(index + 6, tokens.upperBound)).contains(where: {
          passage.terms[$0].isName && !passage.has($0, [.weekday, .month])
        }),
          passage.word(index) != .of
        {
          return true
        }
      default: break
      }
    }
    return tokens.contains { Self.isPollsterName(passage, $0) }
  }

  /// Words that are in the names of pollsters, and verbs of asking with their subject.
  static func isPollsterName(_ passage: Passage, _ index: Int) -> Bool {
    let term = passage.terms[index]
    return term.isCapitalised && term.isWord && pollsters.contains(term.key)
  }

  private static let polls = foldedKeys("poll polls")
  private static let any = foldedKey("any")
  private static let pollsKey = foldedKey("polls")
  private static let surveys = foldedKeys("survey surveys")
  private static let otherKinds = foldedKeys(
    "straw exit coaches ap fan readers twitter instagram facebook internal sea land aerial")
  private static let otherMatters = foldedKeys(
    """
    station stations booth booths close closed closes closing opened opening queue queues ballot ballots ranked ranking
    rankings seed seeded coach coaches team league championship playoff player seabed aerial geological telescope
    """)
  private static let leads = foldedKeys("lead leads leading led ahead behind trail trails trailing favourite favorite")
  private static let opinions = foldedKeys(
    """
    want wants wanted support supports supported supporting back backs backed backing favour favor favoured favored oppose
    opposes opposed opposing think thinks thought believe believes believed approve approves approved disapprove prefer
    prefers preferred trust trusts agree agreed disagree say said would feel felt vote rate rated
    """)
  /// What is said of a poll in front of its dates.
  private static let taken = foldedKeys("taken conducted held done carried out published released")
  private static let reporting = foldedKeys(
    """
    show shows showed shown find finds found suggest suggests suggested put puts give gives gave indicate indicates
    indicated have has had say says said reveal reveals revealed predict predicts predicted point
    """)
  fileprivate static let asked = foldedKeys(
    "adults voters respondents people electors residents households participants citizens consumers interviews")
  private static let pollsters = foldedKeys(
    "polling research gallup ipsos yougov quinnipiac rasmussen survation opinium nanos leger kantar emnid insa newspoll"
  )
}

/// A lead that the draft's own margin of error swallows.
struct LeadInsideMargin {
  var range: Range<Int>
  var lead: Double
  var margin: Double
  var marginRange: Range<Int>
}

extension Draft {
  /// Leads of one candidate over another that are no larger than the margin of error of the nearest poll, one a margin.
  func leadsInsideMargin() -> [LeadInsideMargin] {
    var found: [LeadInsideMargin] = []
    let (blocks, figures, figuresOfBlock) = (blocks, figures, figuresOfBlock)
    let margins = blocks.indices.lazy.filter { blocks[$0].shared.marks.contents.contains(.margins) }
      .flatMap { figuresOfBlock[$0] }
      .compactMap { index in
        blocks[figures[index].block].passage.marginOfError(figures[index].quantity).map { (index, $0) }
      }
    for (index, margin) in margins.prefix(16) {
      let block = figures[index].block
      // The poll's own paragraph first, then the ones around it.
      for at in [block, block - 1, block + 1] where blocks.indices.contains(at) && blocks[at].outline.kind == .paragraph
      {
        guard let (range, lead) = lead(in: at), lead > 0, lead <= margin, !found.contains(where: { $0.range == range })
        else { continue }
        found.append(
          LeadInsideMargin(range: range, lead: lead, margin: margin, marginRange: self.range(figures[index])))
        break
      }
    }
    return found
  }

  /// The first two shares of a block that stand against each other, and how far they are apart.
  private func lead(in index: Int) -> (Range<Int>, Double)? {
    let block = blocks[index]
    let passage = block.passage
    let list = figures[figuresOfBlock[index]]
    for (at, figure) in zip(list.indices, list) {
      let quantity = figure.quantity
      let tokens = passage.sentences[quantity.sentence].tokens
      guard let low = quantity.low, let high = quantity.high, low < 100,
        tokens.contains(where: { Self.leadWords.contains(passage.terms[$0].key) }),
        !tokens.contains(where: { Self.hedges.contains(passage.terms[$0].key) })
      else { continue }
      if quantity.exemption == .score || quantity.kind == .range, low + high <= 101, low + high >= 50, low >= high {
        return (range(figure), low - high)
      }
      guard quantity.kind == .percent, low == high, at + 1 < list.endIndex else { continue }
      let next = list[at + 1].quantity
      guard next.kind == .percent, next.sentence == quantity.sentence, let other = next.value, other + low <= 101,
        next.terms.lowerBound - quantity.terms.upperBound <= 2
      else { continue }
      let from = passage.word(quantity.terms.lowerBound - 1) == .from
      let joint = passage.word(quantity.terms.upperBound)
      guard !from, joint == .to || joint == .over || joint == .unknown else { continue }
      return (range(figure).lowerBound..<range(list[at + 1]).upperBound, low - other)
    }
    return nil
  }

  private static let leadWords = foldedKeys(
    "lead leads leading led ahead edge edges edged edging beat beats top tops topping")
  private static let hedges = foldedKeys("within tie tied level statistically")
}

extension Passage {
  /// Whether a term is "poll", "survey" or a plural of these.
  func isPollOrSurvey(_ noun: Int) -> Bool { PollMention.isPollOrSurvey(terms[noun].key) }
}
