extension Rule {
  static let weaklySupportedFigure = Rule(
    id: "HS102", name: "weakly-supported-figure", severity: .information,
    summary: "A number carried only by a hedge, a vague or an anonymous source is barely better than one with none.",
    why: """
      “Experts”, “reportedly” and “a source” leave the reader without anybody to ask. Name the person or document that the number comes \
      from, or say why it cannot be named.
      """,
    standard: "NPR (“reportedly” is not enough), Reuters (anonymous sources are the weakest), BBC on single sources",
    flagged: [
      Example("Experts say ⟦40%⟧ of the pipes leak."),
      Example("The firm reportedly lost ⟦$90 million⟧."),
      Example("The fine is believed to be ⟦12 million crowns⟧."),
      Example("Sources put the toll at ⟦30⟧."),
      Example(
        "The county said 640 homes were flooded. In the valley ⟦90⟧ barns burned.",
        ledger: #"{ "settings": { "scope": "sentence" } }"#),
      Example("Ticket prices rose ⟦3%⟧. That is the lowest rise since 2015, the rail office said."),
    ],
    clean: [
      Example("The water regulator says 40% of the pipes leak."),
      Example("The firm lost $90 million, its accounts show."),
      Example("Two crew members said the ship left at 4 a.m."),
    ]
  ) { draft, report in
    var last: DraftFigure?
    let claims = draft.wantsSourcesInSentences ? draft.claimIndices : draft.thinClaims
    for index in claims where isThin(draft.figures[index].support, draft) {
      let figure = draft.figures[index]
      if figure.quantity.kind == .vague { continue }
      if draft.isMeasurable(figure) || draft.isDesignation(figure) { continue }
      // A cue that no rule reads and that names nobody is too little to mark.
      if figure.support.status == .hedgeOnly,
        figure.support.attribution.map({ draft.attributions[$0].local.isGuessed }) == true
      {
        continue
      }
      // What an office writes down anybody can look up, whoever the draft says foretold it.
      if figure.support.status == .hedgeOnly, figure.support.attribution == nil, draft.isEstablished(figure) {
        continue
      }
      // One hedge over two figures is one thing to mend.
      if let last, last.support == figure.support, last.block == figure.block,
        last.quantity.sentence == figure.quantity.sentence
      {
        continue
      }
      last = figure
      let range = draft.range(figure)
      let sources = draft.strongSources(before: range.lowerBound)
      guard let place = explaining(figure.support, draft) else { continue }
      report.add(range, of: figure.support, beside: place, naming: sources, in: draft) {
        let words = "“\(draft.excerpt(draft.phrase(figure)))”"
        return Saying.Words(
          message: message(words, figure.support, place.first, draft),
          related: place.map { Related(range: $0, message: explanation(words, figure.support)) },
          fixes: sourceFixes(figure, range, sources, draft))
      }
    }
  }

  /// The place that shows who answers badly for a figure, where there is one; nil for a support of which nothing is said.
  private static func explaining(_ support: Support, _ draft: Draft) -> [Range<Int>]? {
    let attribution = support.attribution.map { draft.attributions[$0] }
    switch support.status {
    case .weak: return attribution.flatMap { draft.sourceRange($0) }.map { [$0] } ?? []
    case .hedgeOnly: return attribution.map { [hedging($0, draft)] } ?? []
    case .late: return []
    case .carried where draft.wantsSourcesInSentences: return []
    default: return nil
    }
  }

  /// - Parameters:
  ///   - words: what is counted, in quotation marks.
  ///   - place: what shows who answers for it.
  private static func message(_ words: String, _ support: Support, _ place: Range<Int>?, _ draft: Draft) -> String {
    switch support.status {
    case .weak: "\(words) rests only on \(place.map { "“\(draft.excerpt($0))”" } ?? "somebody without a name")."
    case .hedgeOnly: "\(words) rests only on \(place.map { "“\(draft.string($0))”" } ?? "an estimate by nobody named")."
    case .late: "\(words) gets its source, \(support.by ?? "its source"), only in the next sentence."
    default: "\(words) has its source, \(support.by ?? "its source"), in another sentence."
    }
  }

  private static func explanation(_ words: String, _ support: Support) -> String {
    support.status == .weak ? "the only source of \(words)" : "says that somebody said it, not who"
  }

  /// The words that hedge: a cue, or the reports behind a "by".
  private static func hedging(_ attribution: DraftAttribution, _ draft: Draft) -> Range<Int> {
    let cue = draft.cueRange(attribution)
    guard draft.blocks[attribution.block].passage.word(attribution.local.principal) == .by else { return cue }
    return draft.sourceRange(attribution) ?? cue
  }

  /// Somebody answers for it, but nobody who can be asked, or not in the figure's own sentence where the house wants that.
  private static func isThin(_ support: Support, _ draft: Draft) -> Bool {
    if support.isThin { return true }
    return support.status == .carried && draft.wantsSourcesInSentences
  }
}

extension Draft {
  /// The settings or the ledger ask for a source in each figure's own sentence.
  fileprivate var wantsSourcesInSentences: Bool {
    surroundings.settings.scope == .sentence || ledger?.ledger.settings.scope == .sentence
  }
}
