import ProseText

extension Rule {
  static let partsDoNotSum = Rule(
    id: "HS108", name: "parts-do-not-sum", severity: .error,
    summary: "Parts must add up to the whole that is stated.",
    why: """
      A reader who adds up the parts and gets another number believes none of them. One of them is mistyped, is from another table, \
      or the list is not complete: check all against the source, or say that some are left out.
      """,
    standard: "Data journalism handbooks, Royal Statistical Society",
    flagged: [
      Example("Of 100 seats, the Reds won ⟦52, the Blues 40 and others 12⟧."),
      Example("⟦46% said yes, 44% no, 8% undecided and 5% other⟧."),
      Example("The 300 dead include ⟦120 men, 90 women and 60 children⟧."),
      Example("The $10m budget is ⟦$6m for roads, $3m for parks and $2m for staff⟧."),
      Example("The ⟦540⟧ berths were made up of 310 for yachts, 150 for dinghies and 90 for guests, the harbour said."),
      Example(
        "Larch has 46 percent and Moreau 41 percent. ⟦Another 9 percent were undecided and 8 percent chose others⟧."),
      Example("The 300 guests were ⟦180 men, 90 women and 40 children⟧."),
      Example("Some ⟦54 percent trust the council, 40 percent do not and 12 percent had no opinion⟧."),
    ],
    clean: [
      Example("The 300 boats were 20 in May and 40 in June."),
      Example("Of 6,000 jobs, 3,100 were in services and 1,900 in industry."),
      Example("The parts are 33%, 33% and 33% (rounded)."),
      Example("52% speak French and 61% German."),
      Example("The 300 dead include 40 children."),
      Example("Of 100 seats, the Reds won 52, the Blues 40 and others 8."),
      Example("80% own a phone, 64% a laptop and 40% a tablet."),
      Example("Prices rose 40% in May, 44% in June, 8% in July and 15% in other months."),
      Example("46.4% said yes, 43.7% no and 9.8% were undecided."),
      Example("The 300 guests include 40 children, 30 students and 12 nurses."),
      Example("Of the 20 cars, 11 are sleepers, of which 9 are new, and 9 are seats."),
      Example("Of the 400 staff, about 250 work in Halm, 100 in Dorn and some 60 at sea."),
      Example("The $10m budget is $6m for roads, $3m for parks and $1m for staff."),
    ], reach: .block
  ) { draft, report in
    for sum in draft.sums() {
      report.add(
        sum.range, sum.message, related: sum.related.map { [$0] } ?? [], fixes: sum.fix.map { [$0] } ?? [])
    }
  }
}
