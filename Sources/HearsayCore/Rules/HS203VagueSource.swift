import ProseText

extension Rule {
  static let vagueSource = Rule(
    id: "HS203", name: "vague-source", severity: .warning,
    summary: "Nobody can check “experts”.",
    why: """
      A class of people cannot be asked. Name one of them, name the body they speak for, or cite the study itself.
      """,
    standard:
      "Wikipedia WP:WEASEL and {{who}}, NPR (“media reports” and “sources say” are not good enough), Reuters, WSJ",
    flagged: [
      Example("⟦Experts⟧ warn of a crash."),
      Example("According to ⟦news reports⟧, she left."),
      Example("⟦Studies⟧ show that tea helps."),
      Example("⟦Critics⟧ say it is too late."),
      Example("⟦Investigators⟧ said the mill burned. Later, investigators said it was empty."),
      Example("The tide was high. ⟦Some⟧ said it was a sign."),
      Example("⟦Aid agencies⟧ say the port is open."),
      Example("⟦State TV⟧ said the port is open."),
      Example("⟦Government reports⟧ say the port is open."),
      Example("⟦Critics⟧ called it a disaster."),
      Example("⟦Colleagues⟧ found that oars bend."),
      Example("Sluices which ⟦engineers⟧ say will not last were built."),
    ],
    clean: [
      Example("Experts at the Met Office warn of a crash."),
      Example("Critics including Ana Holt say it is too late."),
      Example("Studies show that tea helps.[2][3]"),
      Example("The experts on the panel, Lind and Okafor, disagreed."),
      Example("When we asked the porters, many of them said the lift had failed before."),
      Example("Surveys only tell what changed, not why."),
      Example("Skippers write logs as a record of the day."),
      Example("According to prosecutors, the mill burned."),
      Example("Some 38 pilots signed it. Some said they would stay, while others meant to leave."),
      Example("In a study Brandt and colleagues found that oars bend."),
      Example("They are paired according to some heuristic."),
      Example("The Valian government met. Government reports say the port is open."),
      Example("Critics called for a new dam."),
    ], reach: .block
  ) { draft, report in
    // A class is asked after once a paragraph.
    var told: Set<SpokenClass> = []
    for attribution in draft.readAttributions {
      if let source = attribution.local.source, source.kind != .vague, source.phrase.terms.count > 1 {
        let head = draft.blocks[attribution.block].passage.terms[source.phrase.head]
        if head.has(.vagueClass) { told.insert(SpokenClass(block: attribution.block, head: head.key)) }
      }
      guard let source = attribution.local.source, source.kind == .vague, let range = draft.sourceRange(attribution)
      else { continue }
      // "86% of the porters said": the figure is what is told.
      if draft.holdsFigure(source, in: attribution.block) { continue }
      if attribution.local.isSupposed(in: draft.blocks[attribution.block].passage) { continue }
      let block = draft.blocks[attribution.block]
      let passage = block.passage
      if attribution.local.isNegated || draft.blocks[attribution.block].isCited(sentence: attribution.local.sentence)
        || attribution.local.cueClass == .emotive && !isJudging(attribution, passage)
      {
        continue
      }
      if block.facts.traits[attribution.local.sentence].contains(.question) { continue }
      if attribution.local.cueClass == .mental, !passage.terms[source.phrase.head].has(.quantifier) { continue }
      let head = passage.terms[source.phrase.head]
      if isReducedRelative(source, passage) || isBesideName(source, passage) || isNoParty(source, passage) { continue }
      if draft.isFirstPerson || draft.isOwnAccount, !head.has(.vagueClass) || company.contains(head.key) { continue }
      if source.isInFreeRelative(of: passage) || draft.isImagined(attribution) { continue }
      if isQuestion(attribution, passage) || isAskedByWriter(attribution, source, block) { continue }
      if toldTheWriter(attribution, passage) || agreeing.contains(passage.terms[attribution.local.principal].key) {
        continue
      }
      // "Polls showed Larch ahead in the Meridian average, 50 to 42": whose, the content says.
      if passage.terms[source.phrase.head].has([.documentNoun, .vagueClass]), isNamedInside(attribution, draft) {
        continue
      }
      if isMaking(attribution, block) { continue }
      if isNamedGroup(source, passage) || isNamedSoon(attribution, source, draft) { continue }
      if isPartOfCount(source, attribution, block) { continue }
      if head.has(.peopleNoun) && !head.has(.quantifier) || head.word == .sources,
        !told.insert(SpokenClass(block: attribution.block, head: head.key)).inserted
      {
        continue
      }
      if draft.surroundings.settings.vaguePhrases.isInside(draft.string(range)) { continue }
      let base = block.range(source.phrase.base)
      let shown = source.phrase.terms.count - source.phrase.base.count > 6 ? base : range
      report.add(
        shown, "“\(draft.excerpt(shown))” does not say who.",
        fixes: [draft.insertion(after: shown, " [who?]", title: "Ask who: insert [who?]")])
    }
  }

  /// A class of people in a paragraph, by the key of its noun.
  private struct SpokenClass: Hashable {
    var block: Int
    var head: UInt64
  }

  /// "Some 38 pilots signed it. Some said …, while others …": some of those who were counted.
  private static func isPartOfCount(
    _ source: SourceDescription, _ attribution: DraftAttribution, _ block: DraftBlock
  ) -> Bool {
    let passage = block.passage
    guard source.phrase.terms.count == 1, passage.has(source.phrase.head, .quantifier) else { return false }
    let sentence = attribution.local.sentence
    return block.facts.quantities.indices.contains { index in
      let quantity = block.facts.quantities[index]
      guard let counted = quantity.counted, block.facts.harms[index] == nil,
        quantity.sentence == sentence - 1
          || quantity.sentence == sentence && quantity.terms.lowerBound < source.phrase.head
      else { return false }
      return passage.has(counted, .peopleNoun) && !passage.has(counted, .casualty) && counted != source.phrase.head
    }
  }

  /// "Experts at the Met Office", "Critics including Ana Holt", "Westmark police officers"; unnamed "sources" stay vague.
  private static func isNamedGroup(_ source: SourceDescription, _ passage: Passage) -> Bool {
    let head = passage.terms[source.phrase.head]
    if head.word == .sources { return false }
    if source.name != nil { return true }
    let next = source.phrase.terms.upperBound
    return passage.word(next) == .including || passage.isComma(next) && passage.word(next + 1) == .including
  }

  /// "the feelings people had": two nouns side by side, of which the second has a clause of its own.
  private static func isReducedRelative(_ source: SourceDescription, _ passage: Passage) -> Bool {
    let head = source.phrase.head
    return head - 1 > source.phrase.base.lowerBound && passage.has(head, .peopleNoun)
      && passage.terms[head - 1].tag == .pluralNoun && !passage.terms[head - 1].isCapitalised
  }

  /// "called the dam unsafe", "calls it a risk": what is said is a judgement, not an appeal as in "called for" and "called on".
  private static func isJudging(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let object = attribution.local.principal + 1
    guard calls.contains(passage.terms[object - 1].key),
      passage.has(object, [.definite, .possessive, .personalPronoun]),
      let phrase = passage.baseNounPhrase(at: object, limit: passage.terms.count)
    else { return false }
    let judgement = phrase.terms.upperBound
    return passage.has(judgement, .indefinite) || passage.terms[judgement].tag.isAdjective
  }

  private static let calls = WordKeys(["call", "calls", "called"])

  /// "Brandt and colleagues found": one of them is named.
  private static func isBesideName(_ source: SourceDescription, _ passage: Passage) -> Bool {
    let first = source.phrase.terms.lowerBound
    return source.phrase.base.count <= 2 && passage.word(first - 1) == .and && passage.terms[first - 2].isName
      && (fellows.contains(passage.terms[source.phrase.head].key) || passage.has(first, .possessive))
  }

  /// "according to some heuristic": a rule that nobody says.
  private static func isNoParty(_ source: SourceDescription, _ passage: Passage) -> Bool {
    let head = source.phrase.terms.upperBound - 1
    return source.phrase.terms.count == 2 && passage.word(source.phrase.terms.lowerBound) == .some
      && passage.terms[head].tag != .pluralNoun
      && !passage.has(head, [.vagueClass, .peopleNoun, .personNoun, .anonymousNoun, .documentNoun, .organisationNoun])
  }

  private static let fellows = WordKeys([
    "colleagues", "coworkers", "co-workers", "others", "collaborators", "coauthors",
  ])

  private static func isNamedInside(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    draft.figuresOfBlock[attribution.block].contains { index in
      let figure = draft.figures[index]
      return figure.quantity.sentence == attribution.local.sentence && figure.support.status == .inSentence
        && figure.support.attribution == nil && attribution.local.covers(figure.quantity.terms.lowerBound)
    }
  }

  /// "Skippers write logs": what they make, with no clause, figure or quotation of what is said.
  private static func isMaking(_ attribution: DraftAttribution, _ block: DraftBlock) -> Bool {
    let passage = block.passage
    guard makes.contains(passage.terms[attribution.local.principal].key), !attribution.local.hasQuote else {
      return false
    }
    return !attribution.local.content.contains { part in
      part.contains {
        passage.terms[$0].tag.isFiniteVerb || passage.has($0, .auxiliary) || passage.terms[$0].kind == .number
      }
    }
  }

  private static let makes = foldedKeys(
    "write writes wrote record records publish publishes list lists document documents post posts")
  private static let agreeing = WordKeys(["agree", "agrees", "agreed"])

  /// Those whom writers meet in a story of their own, and who are asked for no expertise.
  private static let company = foldedKeys(
    "users customers people many some others speakers respondents participants visitors students parents residents")

  /// "numbers say what happened, not why": which claim was made, nobody is told.
  private static func isQuestion(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    guard let first = attribution.local.content.first?.lowerBound, first > attribution.local.principal else {
      return false
    }
    return interrogatives.contains(passage.terms[first].key)
  }

  private static let interrogatives = foldedKeys("what why how when where whether which who whom whose")

  /// "When we asked the porters, most of them said": the writer heard it from them.
  private static func isAskedByWriter(
    _ attribution: DraftAttribution, _ source: SourceDescription, _ block: DraftBlock
  ) -> Bool {
    let passage = block.passage
    let first = passage.sentences[attribution.local.sentence].tokens.lowerBound
    return block.facts.traits[attribution.local.sentence].contains(.firstPerson)
      && (first..<max(first, source.phrase.terms.lowerBound)).contains { index in
        passage.has(index, .firstPerson) && passage.has(index, .personalPronoun)
          && (passage.terms[index + 1].tag.isFiniteVerb || passage.has(index + 1, .auxiliary))
      }
  }

  /// "vendors have told us": the writer heard it from them.
  private static func toldTheWriter(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let hearer = passage.terms[attribution.local.principal + 1]
    return hearer.word == .us || hearer.word == .me
  }

  /// The class is named within the next sentence: a name with the same noun beside it.
  private static func isNamedSoon(_ attribution: DraftAttribution, _ source: SourceDescription, _ draft: Draft) -> Bool
  {
    let block = draft.blocks[attribution.block]
    let passage = block.passage
    let next = attribution.local.sentence + 1
    guard next < passage.sentences.count else { return false }
    let stem = passage.string(passage.terms[source.phrase.head].range).lowercased().dropLast()
    return passage.sentences[next].tokens.contains { index in
      passage.string(passage.terms[index].range).lowercased() == stem
        && (passage.terms[index + 1].isName || passage.isComma(index + 1) && passage.terms[index + 2].isName)
    }
  }
}
