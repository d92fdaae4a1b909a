import ProseText

extension Rule {
  static let unknownRule = Rule(
    id: "HS905", name: "unknown-rule", severity: .warning,
    summary: "A rule that does not exist cannot be silenced or weighed.",
    why: """
      A slip in an id leaves the rule that was meant as it is. Rules are named by their id (HS101), by its beginning (HS1) or by their name \
      (unsupported-figure); `hearsay rules` lists them.
      """,
    standard: "Hearsay’s own: the list of its rules",
    flagged: [
      Example("hearsay-ignore ⟦HS191⟧: counted by hand\nThe homes were flooded."),
      Example("hearsay-ignore HS101, ⟦unsuported-figure⟧: counted by hand\nSome 640 homes were flooded."),
      Example("{ \"rules\": { ⟦\"HS4444\"⟧: \"off\" } }", isSettings: true),
    ],
    clean: [
      Example("hearsay-ignore unsupported-figure: counted by hand\nSome 640 homes were flooded."),
      Example("{ \"rules\": { \"HS4\": \"off\", \"vague-source\": \"hint\" } }", isSettings: true),
    ],
    checkSettings: { problems, report in
      for problem in problems where problem.kind == .unknownRule {
        report.add(problem.range, problem.message, fixes: problem.fixes)
      }
    },
    check: { draft, report in
      for target in draft.suppressions.lazy.flatMap(\.directive.targets) where target.prefix == nil {
        let near = RuleReference.nearest(to: target.text)
        report.add(
          target.range,
          "There is no rule “\(draft.excerpt(target.range))”\(near.map { "; did you mean “\($0)”?" } ?? ".")",
          fixes: near.map { [draft.replacement(of: target.range, with: $0, title: "Replace with “\($0)”")] } ?? [])
      }
    })
}
