extension Rule {
  static let invalidSettings = Rule(
    id: "HS901", name: "invalid-settings", severity: .error,
    summary: "A setting that is not understood does nothing.",
    why: """
      Whoever wrote it counts on it. The finding stands at the key or the value in the settings file itself; everything else in the file \
      holds. A file that is not JSON at all settles nothing: `hearsay lint` stops there, and the server says where it breaks.
      """,
    standard: "Hearsay’s own: the schema of its settings",
    flagged: [
      Example("{ ⟦\"scop\"⟧: \"sentence\" }", isSettings: true),
      Example("{ \"scope\": ⟦\"chapter\"⟧ }", isSettings: true),
      Example("{ \"rules\": { \"HS101\": ⟦\"loud\"⟧ } }", isSettings: true),
      Example("{ \"personsPerDay\": ⟦-3⟧, \"exclude\": [⟦7⟧] }", isSettings: true),
      Example("{ ⟦\"quotes\"⟧: \"en\", \"quotes\": \"de\" }", isSettings: true),
    ],
    clean: [
      Example("{ \"rules\": { \"HS1\": \"on\", \"HS103\": \"off\" } }", isSettings: true),
      Example(
        "// Ours since May.\n{ \"scope\": \"sentence\", \"ownPublications\": [\"The Calder Times\",], }",
        isSettings: true),
      Example("The scop of it all is 640 homes."),
    ],
    checkSettings: { problems, report in
      for problem in problems where problem.kind == .invalid {
        // No key and no value is without bytes: such a range is that of a whole file.
        report.add(problem.range, problem.message, fixes: problem.fixes, isFileEmpty: problem.range.isEmpty)
      }
    },
    // No draft has settings in it.
    check: { _, _ in })
}

extension SettingsProblem {
  /// Puts what was probably meant in the place of what is there.
  var fixes: [Fix] {
    guard let replacement else { return [] }
    return [Fix(title: "Replace with \(replacement)", edits: [TextEdit(range: range, newText: replacement)])]
  }
}
