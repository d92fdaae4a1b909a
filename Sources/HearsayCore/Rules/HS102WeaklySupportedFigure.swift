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
      let words = draft.excerpt(draft.phrase(figure))
      switch figure.support.status {
      case .weak:
        let by = figure.support.attribution.flatMap { draft.sourceRange(draft.attributions[$0]) }
        let related = by.map { [Related(range: $0, message: "the only source of “\(words)”")] } ?? []
        let name = by.map { "“\(draft.excerpt($0))”" } ?? "somebody without a name"
        report.add(
          range, "“\(words)” rests only on \(name).", related: related, fixes: sourceFixes(figure, range, draft))
      case .hedgeOnly:
        let cue = figure.support.attribution.map { hedging(draft.attributions[$0], draft) }
        let related = cue.map { [Related(range: $0, message: "says that somebody said it, not who")] } ?? []
        let hedge = cue.map { "“\(draft.string($0))”" } ?? "an estimate by nobody named"
        report.add(
          range, "“\(words)” rests only on \(hedge).", related: related, fixes: sourceFixes(figure, range, draft))
      case .late:
        let name = figure.support.by ?? "its source"
        report.add(
          range, "“\(words)” gets its source, \(name), only in the next sentence.",
          fixes: sourceFixes(figure, range, draft))
      case .carried where draft.wantsSourcesInSentences:
        let name = figure.support.by ?? "its source"
        report.add(
          range, "“\(words)” has its source, \(name), in another sentence.", fixes: sourceFixes(figure, range, draft))
      default: break
      }
    }
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
