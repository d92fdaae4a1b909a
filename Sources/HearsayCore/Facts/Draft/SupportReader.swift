import ProseText

/// Decides who answers for each figure (E and D5 of the domain's rules).
struct SupportReader {
  let draft: Draft
  private(set) var block: DraftBlock
  /// Those of the block that can bear on the figure at hand.
  var attributions: Range<Int>
  private(set) var index: Int
  let voice: OwnVoice
  /// The first block that names a study, a report or the like.
  let firstDocument: Int?

  /// The support of the figures of some blocks.
  static func supports(of blocks: Range<Int>, in draft: Draft, _ context: FigureMemory.Context) -> [Support] {
    var supports: [Support] = []
    supports.reserveCapacity(draft.figures(of: blocks).count)
    guard let first = draft.blocks.first else { return [] }
    var reader = SupportReader(
      draft: draft, block: first, attributions: 0..<0, index: 0, voice: context.voice,
      firstDocument: context.firstDocument)
    for index in blocks where !draft.figuresOfBlock[index].isEmpty {
      let all = draft.attributionsOfBlock[index]
      reader.index = index
      reader.block = draft.blocks[index]
      reader.attributions = all.lowerBound..<all.lowerBound
      var open: (party: String, sentence: Int)?
      for figure in draft.figuresOfBlock[index] {
        let sentence = draft.figures[figure].quantity.sentence
        reader.move(to: sentence, in: all)
        var support = reader.support(of: draft.figures[figure])
        if support.status == .none, let last = open, reader.goesOn(from: last.sentence, to: sentence) {
          support = Support(status: .carried, by: last.party)
        }
        if support.status == .none, let whole = reader.changed(from: figure, supports) { support = whole }
        // A document or its makers as the subject open a scope as a source in front does; who plans or counted one thing does not.
        if support.attribution == nil, let party = support.by, support.isSourced,
          reader.answering(for: draft.figures[figure].quantity) != party
        {
          open = (party, sentence)
        }
        supports.append(support)
      }
    }
    return supports
  }

  /// The support of what "was 310, down from 402" says of the one, for the other, which came first in the same breath.
  private func changed(from figure: Int, _ supports: [Support]) -> Support? {
    let first = draft.figuresOfBlock[index].lowerBound
    guard let change = block.facts.changes.first(where: { $0.from?.quantity == figure - first }) else { return nil }
    for end in [change.to?.quantity, change.amount].compactMap({ $0 }) where end < figure - first {
      let support = supports[supports.count - (figure - first) + end]
      if support.isSourced { return support }
    }
    return nil
  }

  /// No paragraph of prose has more sentences; text made to be hostile must not cost the square of its length.
  private static let farthest = 256

  /// Whether nobody else speaks up between the sentence of a figure and the next one's.
  private func goesOn(from earlier: Int, to sentence: Int) -> Bool {
    earlier < sentence && sentence - earlier <= 1
      && !attributions.contains {
        draft.attributions[$0].local.sentence == sentence && draft.attributions[$0].nestedIn == nil
          && draft.attributions[$0].local.form != .hedgeAdjective
      }
  }

  /// Takes in the attributions that stand near a sentence; figures come in their order, so both ends only rise.
  private mutating func move(to sentence: Int, in all: Range<Int>) {
    var (lower, upper) = (attributions.lowerBound, attributions.upperBound)
    while upper < all.upperBound, draft.attributions[upper].local.sentence <= sentence + Self.farthest { upper += 1 }
    while lower < upper, draft.attributions[lower].local.sentence < sentence - Self.farthest { lower += 1 }
    attributions = lower..<upper
  }

  private func support(of figure: DraftFigure) -> Support {
    let quantity = figure.quantity
    if quantity.exemption != nil { return Support(status: .exempt) }
    if isOwnMeasurement(quantity) { return Support(status: .selfMeasured) }
    if block.isCited(sentence: quantity.sentence) || isCitedBefore(quantity) { return Support(status: .cited) }
    if isConversion(quantity) { return Support(status: .derived) }
    // What somebody did not say supports nothing, and who asks in an interview is the draft itself.
    let covering = attributions.filter {
      let local = draft.attributions[$0].local
      return local.covers(quantity.terms.lowerBound) && !local.isNegated
        && !(local.form == .label && local.source?.kind == .writer)
    }
    // What somebody urged or feared does not answer for a figure that stands under a hedge.
    let isHedged = covering.contains { draft.attributions[$0].local.source == nil }
    if let strong = covering.last(where: {
      draft.attributions[$0].strength == .strong && !(isHedged && draft.attributions[$0].isEmotive)
    }) {
      // A plural without a number that the issuer itself gives.
      if quantity.kind == .vague, let source = draft.attributions[strong].local.source, voice.isFirstPerson,
        source.phrase.terms.contains(where: { voice.isOwn(passage.terms[$0]) })
      {
        return Support(status: .selfMeasured)
      }
      return Support(status: .inSentence, attribution: strong, by: name(strong))
    }
    if let party = describingItself(quantity) ?? namedPoll(of: quantity) {
      return Support(status: .inSentence, by: party)
    }
    if let resumed = resumed(quantity), draft.attributions[resumed].strength != .none {
      let isStrong = draft.attributions[resumed].strength == .strong
      return Support(status: isStrong ? .inSentence : .weak, attribution: resumed, by: name(resumed))
    }
    if let turn = turn() { return turn }
    if let issuer = issuer(of: covering) { return Support(status: .inSentence, by: issuer) }
    // Where two do, the one whose own words hold the figure goes before the one that only may be about it.
    let isWeak = { (index: Int) in draft.attributions[index].strength == .weak }
    let saying = covering.last { isWeak($0) && draft.attributions[$0].local.says(quantity.terms.lowerBound) }
    if let weak = saying ?? covering.last(where: isWeak) {
      // "By early reports": told by somebody, and that is all.
      if passage.word(draft.attributions[weak].local.principal) == .by {
        return Support(status: .hedgeOnly, attribution: weak, by: name(weak))
      }
      return Support(status: .weak, attribution: weak, by: name(weak))
    }
    if let hedge = covering.last(where: { draft.attributions[$0].local.source == nil }) ?? covering.last {
      if draft.attributions[hedge].local.isGuessed, isEstimated(quantity) { return Support(status: .hedgeOnly) }
      return Support(status: .hedgeOnly, attribution: hedge)
    }
    if let carried = carried(quantity) { return Support(status: .carried, attribution: carried, by: name(carried)) }
    if let late = late(quantity) { return Support(status: .late, attribution: late, by: name(late)) }
    if let intro = introduced() { return intro }
    if let party = describedBefore(quantity) { return Support(status: .carried, by: party) }
    if let party = answering(for: quantity) { return Support(status: .inSentence, by: party) }
    if isOwnCount(quantity) || isSeenByOutlet(quantity) { return Support(status: .selfMeasured) }
    if isEstimated(quantity) { return Support(status: .hedgeOnly) }
    return Support(status: .none)
  }

  /// The party whose act or count the figure itself is, without a verb of saying.
  private func answering(for quantity: Quantity) -> String? {
    proposer(of: quantity) ?? measurer(of: quantity) ?? saysToo(quantity) ?? counter(of: quantity)
  }

  private func name(_ attribution: Int) -> String? {
    draft.attributions[attribution].resolved.map { draft.sources[$0].name }
  }

  var passage: Passage { block.passage }

  // MARK: The writer

  /// First-person measurement or result, outside quotation marks.
  private func isOwnMeasurement(_ quantity: Quantity) -> Bool {
    guard block.facts.quoteAt[quantity.terms.lowerBound] < 0 || isScare(quantity) else { return false }
    if block.facts.traits[quantity.sentence].contains(.firstPerson) { return true }
    return attributions.contains { index in
      draft.attributions[index].local.source?.kind == .writer && draft.attributions[index].local.form != .label
        && draft.attributions[index].local.covers(quantity.terms.lowerBound)
    } || ownReporterActs(quantity)
  }

  private func isScare(_ quantity: Quantity) -> Bool {
    let kind = block.facts.quotations[Int(block.facts.quoteAt[quantity.terms.lowerBound])].kind
    return kind == .scare || kind == .title || kind == .term
  }

  /// "An Eastwire reporter counted six gulls": the draft's own reporter as the sentence's subject.
  private func ownReporterActs(_ quantity: Quantity) -> Bool {
    let sentence = passage.sentences[quantity.sentence]
    guard let phrase = passage.baseNounPhrase(at: sentence.tokens.lowerBound, limit: sentence.tokens.upperBound),
      phrase.terms.upperBound <= quantity.terms.lowerBound
    else { return false }
    return SourceClassifier(passage).describe(phrase)?.kind == .writer
  }

  // MARK: In the sentence

  /// A speaker answers for what is said in the whole of the turn.
  private func turn() -> Support? {
    guard let opener = draft.turns.opener(of: index) else { return nil }
    let label = draft.attributionsOfBlock[opener].first { draft.attributions[$0].local.form == .label }
    return Support(status: .carried, attribution: label, by: label.flatMap { name($0) })
  }

  /// "75 miles (120 kilometres)": the same amount again, in brackets behind it.
  private func isConversion(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .measure || quantity.kind == .currency else { return false }
    var at = quantity.terms.lowerBound - 1
    if passage.has(at, .approximator) { at -= 1 }
    while at >= 0, !passage.isMark(at, 0x28), quantity.terms.lowerBound - at < 12 {
      if passage.isMark(at, 0x29) { return false }
      at -= 1
    }
    guard at > 0, passage.isMark(at, 0x28) else { return false }
    return block.facts.quantities.contains { other in
      other.terms.upperBound <= at && at - other.terms.upperBound <= 1
        && (other.kind == quantity.kind || other.kind == .range)
    }
  }

  /// A list item under "We counted:" or "The ministry listed:" has the support of the words that introduce the list.
  func introduced() -> Support? {
    guard block.outline.kind == .listItem, let container = block.outline.container else { return nil }
    var before = index - 1
    while before >= 0, draft.blocks[before].outline.container == container { before -= 1 }
    guard before >= 0 else { return nil }
    let intro = draft.blocks[before]
    guard let last = intro.passage.terms.indices.last, intro.passage.isMark(last, 0x3A),
      let sentence = intro.passage.sentences.indices.last
    else { return nil }
    if intro.facts.isEnglish, intro.facts.traits[sentence].contains(.firstPerson) {
      return Support(status: .selfMeasured)
    }
    let attribution = draft.attributionsOfBlock[before].last {
      draft.attributions[$0].strength == .strong && draft.attributions[$0].local.sentence == sentence
    }
    return attribution.map { Support(status: .carried, attribution: $0, by: name($0)) }
  }

  /// "The Eastwire attended the fair" in the lead or beside a figure for which nobody else is credited.
  private func isSeenByOutlet(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count || quantity.kind == .vague || quantity.kind == .measure,
      block.facts.quoteAt[quantity.terms.lowerBound] < 0,
      block.facts.firstHand.contains(where: { $0.isPresence && abs($0.sentence - quantity.sentence) <= 1 })
        || draft.isEyewitness
    else { return false }
    return !attributions.contains {
      draft.attributions[$0].local.sentence == quantity.sentence && !draft.attributions[$0].local.isGuessed
    }
  }
}
