import ProseText

extension Rule {
  static let loadedCue = Rule(
    id: "HS207", name: "loaded-cue", severity: .hint,
    summary: "“Claims”, “admits”, “reveals” judge while reporting.",
    why: """
      A loaded verb tells the reader to doubt or to believe without saying why. “Said” reports; if you know better, write what you know.
      """,
    standard: "AP, BBC, Guardian, Reuters (prefer “said”); Wikipedia WP:SAID",
    flagged: [
      Example("The company ⟦claims⟧ the port is open."),
      Example("He ⟦admitted⟧ he liked jazz."),
      Example("The report ⟦reveals⟧ that the port is open."),
      Example("She ⟦insisted⟧ she was there."),
      Example("The clerk ⟦alleged⟧ that the port is open, and ⟦maintained⟧ that it was."),
      Example("The clerk ⟦maintains⟧ a boat sank."),
      Example("The mayor left, ⟦revealing⟧ that the port is open."),
    ],
    clean: [
      Example("The company said the port is open."),
      Example("He admitted the charge in court."),
      Example("The insurance claim was paid."),
      Example("She claimed the prize."),
      Example("The rebels claimed victory on Friday."),
      Example("Reid admitted his guilt in four thefts."),
      Example("We claim that the port is open."),
      Example("The miners alleged the mayor took bribes."),
      Example("The mayor insists that the budget include a bridge."),
      Example("The lawsuit alleged that the port is open."),
      Example("A Meridian poll revealed that most people sail."),
      Example("He has repeatedly maintained that the port is open."),
      Example("The experiment revealed that the tar had set."),
      Example("Dorn pilots maintain a wide “berth of honour.”"),
      Example("VALE magnet measurements revealed that both samples bend."),
      Example("The line of the VALE chart is 12 miles long, revealing a clear “bent-V” course at its centre."),
    ], reach: .block
  ) { draft, report in
    for attribution in draft.readAttributions
    where attribution.local.cueClass == .loaded && attribution.local.form == .verb
      && attribution.local.source?.kind != .writer
    {
      let block = draft.blocks[attribution.block]
      let verb = attribution.local.principal
      let term = block.passage.terms[verb]
      guard !term.forms.contains(.gerund) || term.cue == .loaded, !attribution.local.isNegated,
        !isAct(attribution, block.passage), !isDiscovery(attribution, block.passage),
        !isAccusation(attribution, block.passage), !isDemand(attribution, block.passage),
        !isUpheld(attribution, block.passage), !isUpkeep(attribution, block.passage)
      else { continue }
      let range = block.range(verb..<verb + 1)
      let plain =
        term.forms.contains(.third)
        ? "says" : term.forms.contains(.gerund) ? "saying" : term.forms.contains(.past) ? "said" : "say"
      report.add(
        range, "“\(draft.string(range))” judges what it reports.",
        fixes: [draft.replacement(of: range, with: plain, title: "Replace with “\(plain)”", isPreferred: true)])
    }
  }

  /// "claimed victory", "admitted his guilt in court": what is done by saying it, not a judgement on it.
  private static func isAct(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let object = attribution.local.principal + 1
    guard let phrase = passage.baseNounPhrase(at: object, limit: passage.terms.count) else { return false }
    return acts.contains(passage.terms[phrase.head].key)
  }

  /// "The digging revealed a wall": what comes to light by work, nobody chose to tell.
  private static func isDiscovery(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    guard reveals.contains(passage.terms[attribution.local.principal].key), let source = attribution.local.source,
      source.kind == .organisation || source.kind == .document
    else { return false }
    let head = passage.terms[source.phrase.head]
    if polls.contains(head.key) || inquiries.contains(head.key) { return true }
    // "The line of the Dorn chart is long, revealing a bend"
    guard source.name == nil || passage.terms[attribution.local.principal].forms.contains(.gerund) else { return false }
    return !head.isCapitalised && !head.has([.organisationNoun, .documentNoun, .peopleNoun, .personNoun])
  }

  /// "They alleged the mayor took bribes": the word for a wrong that is not proved.
  private static func isAccusation(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    guard allegations.contains(passage.terms[attribution.local.principal].key) else { return false }
    // What a suit says is an allegation by law.
    if let source = attribution.local.source, suits.contains(passage.terms[source.phrase.head].key) { return true }
    return attribution.local.content.contains { part in
      part.contains { passage.has($0, .casualty) || wrongs.contains(passage.terms[$0].key) }
    }
  }

  /// "has repeatedly maintained": held on to, again and again.
  private static func isUpheld(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let verb = attribution.local.principal
    return maintains.contains(passage.terms[verb].key)
      && (max(0, verb - 2)..<verb).contains { steadily.contains(passage.terms[$0].key) }
  }

  /// "They maintain a wide berth": kept up; what is said has a clause or quotation, and a noun that is none says so.
  private static func isUpkeep(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let verb = attribution.local.principal
    guard maintains.contains(passage.terms[verb].key), passage.has(verb + 1, [.indefinite, .possessive]),
      let object = passage.nounPhrase(at: verb + 1, limit: passage.terms.count)
    else { return false }
    // "maintains a boat sank"
    let next = object.terms.upperBound
    return next >= passage.terms.count || !passage.terms[next].tag.isFiniteVerb && !passage.has(next, .auxiliary)
  }

  private static let maintains = foldedKeys("maintain maintains maintained maintaining")
  private static let steadily = foldedKeys("repeatedly consistently always steadfastly long throughout")
  private static let suits = foldedKeys(
    "lawsuit lawsuits suit complaint indictment petition notice affidavit prosecutors prosecution plaintiff plaintiffs")
  private static let polls = foldedKeys("poll polls survey surveys census")

  /// "insists that the budget include funds": what somebody wants, in the subjunctive.
  private static func isDemand(_ attribution: DraftAttribution, _ passage: Passage) -> Bool {
    let that = attribution.local.principal + 1
    guard demands.contains(passage.terms[that - 1].key), passage.word(that) == .that,
      let subject = passage.baseNounPhrase(at: that + 1, limit: passage.terms.count),
      passage.terms[subject.head].tag == .noun || passage.terms[subject.head].tag == .properNoun
    else { return false }
    let verb = passage.terms[subject.terms.upperBound]
    return verb.word == .be || verb.tag == .baseVerb || verb.tag == .presentVerb
  }

  private static let demands = foldedKeys("insist insists insisted insisting")
  private static let allegations = foldedKeys("allege alleges alleged alleging")
  private static let wrongs = foldedKeys(
    """
    poison poisoned poisoning fraud bribe bribes bribed bribery corruption corrupt abuse abused assault assaulted stole steal
    stolen stealing theft hid hidden hiding covered cover lied lying rape raped torture tortured crime crimes cheated cheating
    tampered misused laundered forged violated harassed
    """)
  private static let reveals = foldedKeys("reveal reveals revealed revealing")
  private static let inquiries = foldedKeys(
    """
    experiment experiments test tests trial trials dig excavation search analysis analyses scan scans autopsy measurement
    measurements simulation simulations spectrum spectra micrograph micrographs sequencing imaging microscopy inspection
    observation observations reading readings
    """)
  private static let acts = foldedKeys(
    "victory responsibility credit title titles guilt charge charges offence offences privilege immunity")
}
