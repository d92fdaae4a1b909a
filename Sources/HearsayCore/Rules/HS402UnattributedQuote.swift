import ProseText

extension Rule {
  static let unattributedQuote = Rule(
    id: "HS402", name: "unattributed-quote", severity: .warning,
    summary: "A quotation needs a speaker.",
    why: """
      Words in quotation marks belong to somebody. Name the speaker in the paragraph, at the first break of the quotation.
      """,
    standard: "Reuters (identify a speaker quickly), AP",
    flagged: [
      Example("⟦“They took everything.”⟧"),
      Example("The mood was grim: ⟦“We are finished.”⟧"),
      Example("⟦“Never again.”⟧ The vote was 5–4."),
      Example("There were shouts of ⟦“resign”⟧ from the back.", severity: .hint),
      Example("⟦“Beauty is no quality in oars themselves, it is in the mind alone”⟧ (and the mill fell)."),
    ],
    clean: [
      Example("“Go,” he said. “Now.”"),
      Example("> “Go home now.”\n> — Tomas Reid", isMarkdown: true),
      Example("They passed the so-called “green” tax."),
      Example("In a note to her crew, Reid rejoiced: “We have got the longest oars.”"),
      Example("On Monday, Tom Bell shot back: “We have got the longest oars.”"),
      Example("“Dubliners” is a book."),
      Example("## What did the crew say to the new oars?\n\n“We are so much faster now.”", isMarkdown: true),
      Example("“Why are there no boats?”, “Why do the oars leak?”\n\nThe crew hears such questions every day."),
      Example("Tell them what comes next, such as tarring: “Here is the brush you will use today.”"),
      Example("“I had one oar and no boat at all.” - **Ida Brandt**", isMarkdown: true),
      Example(
        "Then the clerk asked each of them:\n\n- “Did you see the flood?”\n- “Who rang the bell?”", isMarkdown: true),
      Example("Ida Brandt. “The Last Oar of Dorn.” Vale Journal, 34(12), 10."),
      Example("“Beauty is no quality in oars themselves, it is in the mind alone” (Moss 1998, 136)."),
      Example("“The tide is, in our view, a passive power of taking in water” (§ II, p. 28)."),
    ], reach: .nearby
  ) { draft, report in
    for (index, block) in draft.readBlocks
    where (block.outline.kind == .paragraph || block.outline.kind == .listItem) && !draft.isInTurn(index) {
      for quote in block.facts.quotations where quote.depth == 0 && quote.kind != .quotation && quote.isClosed {
        guard isShouted(quote, block.passage), !isAttributed(quote, index, draft, isShout: true) else { continue }
        let range = block.absolute(quote.range)
        report.add(range, "Nobody is named who shouts “\(inner(range, draft))”.", severity: .hint)
      }
      for quote in block.facts.quotations where quote.depth == 0 && quote.kind == .quotation && quote.isClosed {
        if isAttributed(quote, index, draft) { continue }
        let range = block.absolute(quote.range)
        report.add(
          range, "Nobody is named who says “\(inner(range, draft))”.",
          fixes: [
            draft.insertion(after: range, " [who said this?]", title: "Ask for the speaker: insert [who said this?]")
          ])
      }
    }
  }

  /// "shouts of “resign”": words of a crowd.
  private static func isShouted(_ quote: Quotation, _ passage: Passage) -> Bool {
    let of = quote.terms.lowerBound - 1
    return passage.word(of) == .of && of > 0 && shouts.contains(passage.terms[of - 1].key)
  }

  private static let shouts = foldedKeys("shout shouts cry cries chant chants call calls yell yells")

  private static func inner(_ range: Range<Int>, _ draft: Draft) -> String {
    String(draft.excerpt(range).filter { !"“”„«»\"".contains($0) }.reversed().drop { ".,".contains($0) }.reversed())
  }

  /// In the content of an attribution, spoken by the writer, or part of the sentence around it.
  private static func isAttributed(_ quote: Quotation, _ index: Int, _ draft: Draft, isShout: Bool = false) -> Bool {
    let block = draft.blocks[index]
    let passage = block.passage
    let attributions = draft.attributionsOfBlock[index].map { draft.attributions[$0] }
    if attributions.contains(where: { $0.local.covers(quote.terms.lowerBound) }) { return true }
    if block.facts.content.inlines.contains(where: { $0.kind == .link && $0.range.overlaps(quote.range) }) {
      return true
    }
    if quote.terms.filter({ passage.terms[$0].isWord }).count < 2 && !isShout { return true }
    let sentence = passage.sentences[quote.sentence]
    if attributions.contains(where: { $0.local.sentence == quote.sentence && $0.local.source != nil }) { return true }
    if isShout { return false }
    // "…,” said {{ name }}": the cue is there, the speaker stands in a template.
    let behind = passage.isComma(quote.terms.upperBound) ? quote.terms.upperBound + 1 : quote.terms.upperBound
    if passage.terms[behind].cue != .none,
      behind < passage.sentences[passage.sentence(of: quote.terms.upperBound - 1)].tokens.upperBound
    {
      return true
    }
    if isLocated(quote, passage) || isBracketed(quote, passage) || isInDialogue(quote, index, draft) { return true }
    if isIntroducedByParty(quote, sentence, passage) || isAnnounced(index, draft) { return true }
    // An answer to the question before it.
    if quote.sentence > 0, block.facts.traits[quote.sentence - 1].contains(.question) { return true }
    if isListOfQuestions(block, passage) || isAnswer(index, draft) { return true }
    // The paragraph's speaker was named in the sentence before.
    if attributions.contains(where: { $0.local.sentence == quote.sentence - 1 && isSpeaker($0, draft) }) { return true }
    if isBehindLink(quote, block) { return true }
    // "writing: “…”"
    if passage.isMark(quote.terms.lowerBound - 1, 0x3A), passage.terms[quote.terms.lowerBound - 2].cue != .none {
      return true
    }
    // Running speech of one speaker, and a paragraph that goes on where the last one left a quotation open.
    if continuesSpeech(quote, index, draft) { return true }
    if block.facts.content.inlines.contains(where: {
      $0.kind == .emphasis && $0.range.lowerBound <= quote.range.lowerBound
        && $0.range.upperBound >= quote.range.upperBound
    }) {
      return true
    }
    // Words that are the object of the sentence ("stop saying “…”", "the sign reads “…”") are not left hanging.
    let before = quote.terms.lowerBound - 1
    guard before >= sentence.tokens.lowerBound else { return isFollowedInside(quote, sentence, passage) }
    return !passage.isMark(before, 0x3A) || block.facts.traits[quote.sentence].contains(.firstPerson)
      || block.facts.traits[quote.sentence].contains(.instruction)
      || isSign(sentence, passage) || isSample(quote, sentence, passage)
  }

  /// "what they will do, such as tarring: “Here is the brush”": words that somebody might use.
  private static func isSample(_ quote: Quotation, _ sentence: Sentence, _ passage: Passage) -> Bool {
    (sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, quote.terms.lowerBound)).contains {
      passage.word($0) == .as && passage.terms[$0 - 1].key == such || examples.contains(passage.terms[$0].key)
    }
  }

  private static let such = foldedKey("such")
  private static let examples = foldedKeys("example instance script")

  /// "Reid took to the radio: “…”": somebody with a name is the subject of the words before the colon.
  private static func isIntroducedByParty(_ quote: Quotation, _ sentence: Sentence, _ passage: Passage) -> Bool {
    // "In Minister Reid’s words: “…”"
    if passage.isMark(quote.terms.lowerBound - 1, 0x3A), passage.terms[quote.terms.lowerBound - 2].key == words {
      return true
    }
    let colon = quote.terms.lowerBound - 1
    guard passage.isMark(colon, 0x3A) else { return false }
    if isParty(at: sentence.tokens.lowerBound, before: colon, passage) { return true }
    // "In a note to her crew, Reid rejoiced: “…”": the subject of the last clause, with its verb.
    let comma = (sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, colon)).last { passage.isComma($0) }
    return comma.map { isParty(at: $0 + 1, before: colon, passage) } ?? false
  }

  /// Whether the words from a term on name somebody or something that says things.
  private static func isParty(at start: Int, before colon: Int, _ passage: Passage) -> Bool {
    // "Reid shot back": a noun in small letters behind a name may be its verb.
    if passage.terms[start].isName, start + 1 < colon, !passage.terms[colon - 1].isName { return true }
    guard let phrase = passage.nounPhrase(at: start, limit: colon),
      let party = SourceClassifier(passage).describe(phrase)
    else { return false }
    return party.reference == .named || party.reference == .pronoun
      || passage.has(phrase.head, [.documentNoun, .postNoun, .title])
  }

  /// "“…” (Moss 1998, 136)", "“…” (§ II, p. 28)": where it stands follows in brackets.
  private static func isLocated(_ quote: Quotation, _ passage: Passage) -> Bool {
    let open = quote.terms.upperBound
    guard passage.isMark(open, 0x28) else { return false }
    let inside = (open + 1..<min(passage.terms.count, open + 12)).prefix { !passage.isMark($0, 0x29) }
    let isPaged = inside.contains { pages.contains(passage.terms[$0].key) || passage.byte(of: $0) == 0xC2 }
    return inside.contains {
      passage.year(at: $0) != nil && passage.terms[open + 1].isCapitalised
        || isPaged && passage.terms[$0].kind == .number
    }
  }

  private static let pages = foldedKeys("p p. pp pp. page pages ch ch. vol vol. line lines")

  /// "(“I knew that!” “Ask her.”)": samples of what was said again and again.
  private static func isBracketed(_ quote: Quotation, _ passage: Passage) -> Bool {
    let before = max(0, quote.terms.lowerBound - 20)..<quote.terms.lowerBound
    guard let open = before.last(where: { passage.isMark($0, 0x28) || passage.isMark($0, 0x29) }),
      passage.isMark(open, 0x28)
    else { return false }
    return (quote.terms.upperBound..<min(passage.terms.count, quote.terms.upperBound + 40)).contains {
      passage.isMark($0, 0x29)
    }
  }

  /// In a story that the writers tell of themselves, words that take their turn behind others have their speaker there.
  private static func isInDialogue(_ quote: Quotation, _ index: Int, _ draft: Draft) -> Bool {
    guard draft.isFirstPerson, !draft.blocks[index].passage.isMark(quote.terms.lowerBound - 1, 0x3A) else {
      return false
    }
    return draft.blocks[max(0, index - 2)...index].contains { block in
      block.facts.traits.contains { $0.contains(.firstPerson) }
        || block.facts.quotations.contains { $0.kind == .quotation && $0 != quote }
    }
  }

  /// "this one from [@reid](…): “…”": the link leads to who said it.
  private static func isBehindLink(_ quote: Quotation, _ block: DraftBlock) -> Bool {
    let colon = quote.terms.lowerBound - 1
    guard block.passage.isMark(colon, 0x3A), colon > 0 else { return false }
    let last = block.passage.terms[colon - 1].range
    return block.facts.content.inlines.contains { $0.kind == .link && $0.range.overlaps(last) }
  }

  /// Below a heading that asks: what is quoted is the answer.
  private static func isAnswer(_ index: Int, _ draft: Draft) -> Bool {
    guard index > 0, draft.blocks[index - 1].outline.kind == .heading,
      let last = draft.blocks[index - 1].passage.terms.indices.last
    else { return false }
    return draft.blocks[index - 1].passage.isMark(last, 0x3F)
  }

  /// "“Why no boats?”, “Why no oars?”": questions that many ask, set out as examples.
  private static func isListOfQuestions(_ block: DraftBlock, _ passage: Passage) -> Bool {
    let quotes = block.facts.quotations.filter { $0.depth == 0 }
    return quotes.count >= 2
      && quotes.allSatisfy { quote in
        quote.terms.suffix(3).contains { passage.isMark($0, 0x3F) }
      }
  }

  /// "Then he asked:" above a list or paragraph of what he asked.
  private static func isAnnounced(_ index: Int, _ draft: Draft) -> Bool {
    var above = index - 1
    while above >= 0, draft.blocks[above].outline.kind == .listItem || draft.blocks[above].isQuotationAlone {
      above -= 1
    }
    guard above >= 0, draft.blocks[above].outline.kind == .paragraph else { return false }
    let passage = draft.blocks[above].passage
    return passage.terms.indices.last.map { passage.isMark($0, 0x3A) } ?? false
  }

  private static let words = foldedKey("words")

  private static func isSpeaker(_ attribution: DraftAttribution, _ draft: Draft) -> Bool {
    guard attribution.nestedIn == nil, let resolved = attribution.resolved else { return false }
    switch draft.sources[resolved].kind {
    case .person, .anonymous: return true
    case .organisation, .publication, .document, .vague, .writer, .missing: return false
    }
  }

  /// A quotation that opens its sentence and runs on into it is somebody's phrase there: "“Go home” is what the sign says".
  private static func isFollowedInside(_ quote: Quotation, _ sentence: Sentence, _ passage: Passage) -> Bool {
    let next = quote.terms.upperBound
    return next < sentence.tokens.upperBound && passage.terms[next].isWord && !passage.terms[next].isCapitalised
  }

  private static func isSign(_ sentence: Sentence, _ passage: Passage) -> Bool {
    sentence.tokens.contains { passage.terms[$0].has(.titledWork) }
  }

  private static func continuesSpeech(_ quote: Quotation, _ index: Int, _ draft: Draft) -> Bool {
    let passage = draft.blocks[index].passage
    guard quote.terms.lowerBound == 0 || passage.sentences[quote.sentence].tokens.lowerBound == quote.terms.lowerBound
    else { return false }
    guard index > 0, quote.terms.lowerBound == 0 else { return false }
    let earlier = draft.blocks[index - 1].facts.quotations.last
    if let earlier, !earlier.isClosed, earlier.depth == 0 { return true }
    // A paragraph that is nothing but words of the one who was quoted last in the paragraph before.
    guard draft.blocks[index - 1].outline.kind == draft.blocks[index].outline.kind,
      let last = draft.attributionsOfBlock[index - 1].last(where: { draft.attributions[$0].nestedIn == nil })
    else { return false }
    let attribution = draft.attributions[last]
    // "…, he said." and words alone in a paragraph below.
    let isAtEnd =
      attribution.local.sentence == draft.blocks[index - 1].passage.sentences.count - 1
      && attribution.local.cueClass == .neutral && quote.terms == passage.terms.indices
    return (attribution.local.hasQuote || isAtEnd) && isSpeaker(attribution, draft)
  }
}
