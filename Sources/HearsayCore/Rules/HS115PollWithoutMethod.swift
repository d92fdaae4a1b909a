import ProseText

extension Rule {
  static let pollWithoutMethod = Rule(
    id: "HS115", name: "poll-without-method", severity: .warning,
    summary: "A poll needs its pollster, its sample and its dates.",
    why: """
      Without knowing who asked how many people, and when, nobody can weigh a poll, and a lead that is smaller than the margin of \
      error is none. Name the pollster, the sample and the days, and call such a lead level.
      """,
    standard: "AAPOR and British Polling Council disclosure rules, BBC guidance on polls, AP Stylebook (polls)",
    flagged: [
      Example("⟦A poll⟧ put Larch ahead by 9 points."),
      Example("62 percent of Britons want it, ⟦a survey⟧ found."),
      Example(
        "Larch leads ⟦46–44⟧, Meridian Polling said. The poll of 1,004 voters has a margin of error of 3 points.",
        severity: .information),
      Example("⟦Polls⟧ show the party ahead."),
      Example("⟦A poll⟧ taken between 2 and 5 May put Larch ahead by 9 points."),
      Example("⟦Two recent polls⟧ suggest that 58 percent of islanders oppose the bridge."),
      Example(
        "Ana Larch is ahead of Theo Moreau by ⟦41 percent to 39 percent⟧ in a Meridian poll of 980 adults, which has a margin of error of 3.1 points.",
        severity: .information),
    ],
    clean: [
      Example("In a Meridian poll of 1,004 voters (May 2–5), 62 percent backed the bridge."),
      Example("Larch and Moreau are level within the margin of error."),
      Example("The polls close at 10 p.m."),
      Example("He won the poll of coaches."),
      Example("Voters found 12 percent of polling stations closed."),
      Example("62 percent want it, according to a survey by Vale University."),
      Example("Larch leads 52–41. The Meridian poll of 1,004 voters has a margin of error of 3 points."),
      Example("The team rose to second in the coaches’ poll with 61 points."),
      Example("A survey of the seabed found that 40 percent of the reef was dead."),
      Example(
        "A poll published on Friday put Larch at 44 percent.\n\nMeridian Polling asked 890 voters between 3 and 6 June."
      ),
      Example("Turnout at the polls was 62 percent, the board said."),
      Example("[A poll](https://polls.example/7) put Larch ahead by 9 points.", isMarkdown: true),
    ]
  ) { draft, report in
    for index in draft.blocks.indices {
      for poll in draft.unexplainedPolls(in: index) {
        let range = draft.blocks[index].range(poll.phrase)
        report.add(
          range, "“\(draft.excerpt(range))” is given without \(poll.missing).",
          fixes: [draft.insertion(after: range, " [\(poll.slot)]", title: "Insert “[\(poll.slot)]”")])
      }
    }
    for lead in draft.leadsInsideMargin() {
      let points = Numerals.plain(lead.lead, grouped: true)
      report.add(
        lead.range,
        "A lead of \(points) \(points == "1" ? "point" : "points") is inside the margin of error of \(Numerals.plain(lead.margin, grouped: true)).",
        severity: .information, related: [Related(range: lead.marginRange, message: "the margin of error")],
        fixes: [
          draft.insertion(
            after: lead.range, ", within the margin of error", title: "Insert “within the margin of error”")
        ])
    }
  }
}
