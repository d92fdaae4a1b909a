import ProseText

extension Rule {
  static let singleSourceDependence = Rule(
    id: "HS304", name: "single-source-dependence", severity: .warning,
    summary: "One origin in several disguises looks like many.",
    why: """
      “The paper”, “the report” and “the article” can all be one text by others. A draft that rests on one relay repeats it, however often it \
      is named. Find a second, independent source, or say that everything comes from this one.
      """,
    standard: "BBC 3.3.4, Reuters two-source practice, AP",
    flagged: [
      Example(
        "The mill will close, according to ⟦the Calder Times⟧. The paper says 300 jobs will go.\n\nThe Calder Times report also said that the river is dirty."
      )
    ],
    clean: [
      Example("The statistics office said prices rose. The office said rents rose too. It said wages fell."),
      Example("“I quit,” said Tom Reid. Reid said he was tired. He said he would paint."),
      Example("The Calder Times reported a fire. The police said nobody was hurt. The mayor said the hall was lost."),
    ]
  ) { draft, report in
    let shares = draft.relayShares
    guard let (source, count) = shares.main, count >= 3, let first = draft.sources[source].mentions.first
    else { return }
    let name = draft.excerpt(first)
    report.add(
      first, "\(count) of the \(shares.strong) attributions here go back to one outlet, “\(name)”.",
      related: draft.sources[source].mentions.dropFirst().prefix(5).map {
        Related(range: $0, message: "the same outlet again")
      })
  }
}
