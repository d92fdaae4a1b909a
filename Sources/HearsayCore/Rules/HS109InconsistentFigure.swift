import ProseText

extension Rule {
  static let inconsistentFigure = Rule(
    id: "HS109", name: "inconsistent-figure", severity: .error,
    summary: "One fact has one value and one unit in one draft.",
    why: """
      Two values for one thing mean that one is wrong, and the reader cannot tell which. Check both against the source; where \
      the sources differ, say so in words.
      """,
    standard: "BBC accuracy guidelines, AP editing practice",
    flagged: [
      Example("Police made 412 arrests on Friday. The ⟦421⟧ arrests were all in Dorn."),
      Example("Unemployment was 5.2 percent, the office said. It sent no comment. Unemployment is at ⟦5.4 percent⟧."),
      Example("The debt fell from $2.4 billion to ⟦2.1 billion marks⟧."),
      Example("The road is 12 miles long. The ⟦15-km⟧ road was built by the army."),
      Example("The road is 12 miles (⟦15 km⟧) long."),
      Example("Some 12 lakh (⟦12 million⟧) people live there."),
      Example("The kiln reached 212°F (⟦140°C⟧)."),
      Example("# 412 arrests in Dorn\n\nPolice made ⟦421⟧ arrests on Friday.", isMarkdown: true),
      Example("In March 2021 the clinic lost 2,318 files. In March 2021 the clinic lost ⟦2,381⟧ files."),
    ],
    clean: [
      Example("Unemployment was 5.2% in May and 5.4% in June."),
      Example("Around 400 arrests were made. The 412 arrests were all in Dorn."),
      Example("The road is 12 miles (19 km) long."),
      Example("Officials said 30 died; the hospital counted 33."),
      Example("The road is 12 miles long. The 19-km road was built by the army."),
      Example("Some 12 lakh (1.2 million) people live there."),
      Example("Police made 412 arrests in May. The 421 arrests in June were fewer than expected."),
      Example("Police made 412 arrests. The other 421 arrests were made by the coast guard."),
      Example("Police first spoke of 412 arrests. The 421 arrests were later confirmed."),
      Example("# 400 arrests in Dorn\n\nPolice made about 412 arrests on Friday.", isMarkdown: true),
      Example("The ship is 40 feet (12 m) long and weighs 9 tons (8 tonnes)."),
      Example("It was 5°F (2.8°C) warmer."),
      Example("The dollar fell from 1.08 to 1.05 euros."),
      Example("In March 2021 Halm lost 2,318 files. In March 2021 Dorn lost 2,381 files."),
      Example("Some 43 of our 50 counties have a fleet. Dorn is one of those 43 counties."),
      Example("The storm crept along at 3 mph (6 km/h)."),
      Example("His 2010 runs were short. The 2016 runs were long."),
      Example("The club has 90 members. The 12 members who left were angry."),
    ]
  ) { draft, report in
    for conflict in draft.conflicts() {
      let range = conflict.range ?? draft.range(draft.figures[conflict.later])
      let earlier = draft.range(draft.figures[conflict.earlier])
      report.add(
        range, conflict.message,
        related: conflict.earlier == conflict.later ? [] : [Related(range: earlier, message: conflict.related)],
        fixes: conflict.fix.map { [$0] } ?? [])
    }
  }
}
