extension Rule {
  static let suppressionWithoutReason = Rule(
    id: "HS904", name: "suppression-without-reason", severity: .warning,
    summary: "Whoever silences a rule says why.",
    why: """
      The next editor has to know whether the exception still holds. Write the reason behind a colon: who counted, or why the rule does not \
      apply here. Without one the suppression still holds.
      """,
    standard: "Hearsay’s own: a suppression is an exception with a reason",
    flagged: [
      Example("⟦hearsay-ignore HS101⟧\nSome 640 homes were flooded."),
      Example("⟦hearsay-ignore HS101:⟧\nSome 640 homes were flooded."),
      Example("Some 640 homes were flooded. <!-- ⟦hearsay-ignore⟧ -->", isMarkdown: true),
    ],
    clean: [
      Example("hearsay-ignore HS101: counted by hand\nSome 640 homes were flooded."),
      Example("hearsay-ignore: a test page\nSome 640 homes were flooded."),
      Example("<!-- see the manual on hearsay-ignore -->\n\nSome 640 homes were flooded.", isMarkdown: true),
    ]
  ) { draft, report in
    for suppression in draft.suppressions {
      let directive = suppression.directive
      guard directive.form != .end, !directive.hasReason else { continue }
      report.add(directive.range, "This suppression gives no reason; write it behind a colon.")
    }
  }
}
