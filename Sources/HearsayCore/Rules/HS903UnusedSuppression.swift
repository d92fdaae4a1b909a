import ProseText

extension Rule {
  static let unusedSuppression = Rule(
    id: "HS903", name: "unused-suppression", severity: .warning,
    summary: "A suppression that suppresses nothing hides the next finding.",
    why: """
      What it was written for is gone, or it stands where it reaches nothing. Take it away, so that a new fault in its place is seen. Rules \
      that the settings switch off do not count: a suppression of them waits for them, and one of rules over several drafts waits for \
      the other drafts.
      """,
    standard: "Hearsay’s own: a suppression is an exception with a reason",
    flagged: [
      Example("⟦hearsay-ignore HS101: counted by hand⟧\nThe homes were flooded."),
      Example("hearsay-ignore HS101, ⟦HS302⟧: counted by hand\nSome 640 homes were flooded."),
      Example("The homes were flooded.\n\n<!-- ⟦hearsay-ignore-file HS101: counted by hand⟧ -->", isMarkdown: true),
      Example("Some homes were flooded. <!-- ⟦hearsay-ignore-end⟧ --> So they say.", isMarkdown: true),
    ],
    clean: [
      Example("hearsay-ignore HS101: counted by hand\nSome 640 homes were flooded."),
      Example("Some 640 homes were flooded. <!-- hearsay-ignore HS101: counted by hand -->", isMarkdown: true),
      Example(
        "<!-- hearsay-ignore-begin HS101: counted by hand -->\n\nSome 640 homes were flooded.\n\n<!-- hearsay-ignore-end -->",
        isMarkdown: true),
    ],
    stage: .suppressions
  ) { draft, report in
    for suppression in draft.suppressions {
      let directive = suppression.directive
      if let flaw = suppression.flaw {
        report.add(directive.range, message(flaw), fixes: removal(of: suppression, draft))
        continue
      }
      guard directive.form != .end else { continue }
      let unused = directive.targets.indices.filter { isIdle(directive.targets[$0], suppression.isUsed[$0], draft) }
      let isAll = unused.count == suppression.isUsed.count
      if isAll || directive.targets.isEmpty && !suppression.isUsed[0] {
        report.add(
          directive.range, "Nothing is found where this suppression holds.", fixes: removal(of: suppression, draft))
      } else {
        for index in unused {
          let target = directive.targets[index]
          report.add(target.range, "“\(target.text)” finds nothing where this suppression holds.")
        }
      }
    }
  }

  /// Whether a rule that exists, is on and is not about suppressions has found nothing.
  private static func isIdle(_ target: SuppressionDirective.Target, _ isUsed: Bool, _ draft: Draft) -> Bool {
    guard !isUsed, let prefix = target.prefix, !prefix.hasPrefix("HS9") else { return false }
    let levels = draft.surroundings.settings.rules
    return Rule.all.contains {
      $0.id.hasPrefix(prefix) && levels.level(of: $0.id) != .off && (draft.hasWorkspace || $0.stage != .workspace)
    }
  }

  private static func message(_ flaw: Suppression.Flaw) -> String {
    switch flaw {
    case .endsNothing: "No “hearsay-ignore-begin” is open here."
    case .isNotAtTop: "A suppression for the whole file stands before the first paragraph; here it holds for nothing."
    }
  }

  private static func removal(of suppression: Suppression, _ draft: Draft) -> [Fix] {
    guard let comment = suppression.comment else { return [] }
    return [
      Fix(title: "Remove the suppression", edits: [TextEdit(range: draft.wholeLines(comment), newText: "")])
    ]
  }
}

extension Draft {
  /// A range with the line break behind it, where nothing else stands on its lines; else with the blanks before it.
  fileprivate func wholeLines(_ range: Range<Int>) -> Range<Int> {
    let bytes = text.bytes
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return start..<range.upperBound }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end < bytes.count else { return start..<end }
    if bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return start..<end
  }
}
