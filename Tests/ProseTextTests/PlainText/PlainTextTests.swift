import ProseText
import Testing

struct PlainTextTests {
  /// A block a line: its kind, a number where it belongs to a list, its prose with line breaks as `/`.
  private func check(_ text: String, _ expected: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for ending in ["\n", "\r\n", "\r"] {
      let bytes = Array(text.replacing("\n", with: ending).utf8)
      let outline = DraftFormat.plainText.outline(of: bytes)
      let blocks = outline.blocks.map { block in
        let content = DraftFormat.plainText.content(of: block, in: bytes, outline)
        let prose = content.prose.map { range in
          let start = block.range.lowerBound
          return String(decoding: bytes[(start + range.lowerBound)..<(start + range.upperBound)], as: UTF8.self)
        }
        let lines = prose.joined().split { $0.isNewline }.joined(separator: "/")
        let level = block.level > 0 ? " \(block.level)" : ""
        return "\(block.kind.rawValue)\(level)\(block.container.map { " of \($0)" } ?? ""): \(lines)"
      }
      #expect(blocks == expected, "\(ending.debugDescription)", sourceLocation: sourceLocation)
    }
  }

  private static let long = "The council of Harbour met on Monday to vote on the budget."

  @Test func blankLinesPartBlocks() {
    check("It rose.\n\n\n \t\nIt fell.", "paragraph: It rose.", "paragraph: It fell.")
    check("It rose\nand fell.\n", "paragraph: It rose/and fell.")
    check("  It rose  \n\tand fell.", "paragraph: It rose  /\tand fell.")
    check("\u{FEFF}It rose.", "paragraph: It rose.")
  }

  @Test func nothingGivesNothing() {
    check("")
    check("\n\n \t\n")
    check("\u{FEFF}")
    check("\u{FEFF}\n\u{C}")
  }

  @Test func shortLinesBeforeLongOnesAreHeadings() {
    check("Budget vote\n\(Self.long)", "heading 2: Budget vote", "paragraph: \(Self.long)")
    check(
      "\(Self.long)\n\nWhat comes next\n\(Self.long)\nIt passed.", "paragraph: \(Self.long)",
      "heading 2: What comes next", "paragraph: \(Self.long)/It passed.")
    check("12 March 2021\n\(Self.long)", "heading 2: 12 March 2021", "paragraph: \(Self.long)")
    check(
      "\(Self.long)\n\nNext steps\n\n\(Self.long)", "paragraph: \(Self.long)", "heading 1: Next steps",
      "paragraph: \(Self.long)")
    check("Methods\n=======\nWe counted.", "heading 1: Methods", "paragraph: We counted.")
    check("Methods\n---\nWe counted.", "heading 2: Methods", "paragraph: We counted.")
  }

  @Test func theFirstLineMayBeALongTitle() {
    let title = "Council of Harbour votes to raise the budget for nurses by a third over four years"
    check("\(title)\n\n\(Self.long)", "heading 1: \(title)", "paragraph: \(Self.long)")
    check("\(Self.long)\n\n\(title)", "paragraph: \(Self.long)", "paragraph: \(title)")
  }

  @Test func otherShortLinesAreNoHeadings() {
    check("Harbour grew.\n\(Self.long)", "paragraph: Harbour grew./\(Self.long)")
    check("The town,\n\(Self.long)", "paragraph: The town,/\(Self.long)")
    check(
      "In the end\nthe council of Harbour voted to raise the budget.",
      "paragraph: In the end/the council of Harbour voted to raise the budget.")
    check("small words\n\(Self.long)", "paragraph: small words/\(Self.long)")
    check("See (the first\n\(Self.long))", "paragraph: See (the first/\(Self.long))")
    let wrapped =
      "The council of Harbour, which met on Monday, said that the\nBudget Office had counted the nurses twice and that it would\nnot do so again."
    check(wrapped, "paragraph: \(wrapped.replacing("\n", with: "/"))")
    let verse = "The tide came in at noon\nThe nets came home at four\nThe town went out at dusk"
    check(verse, "paragraph: \(verse.replacing("\n", with: "/"))")
    check(
      "From: Ann\nTo: The office of the mayor of Harbour", "paragraph: From: Ann/To: The office of the mayor of Harbour"
    )
  }

  @Test func itemsAreBlocksOfTheirOwn() {
    check("- cut costs\n- hire", "list-item of 1: cut costs", "list-item of 1: hire")
    check("* cut costs\n  in the north\n* hire", "list-item of 1: cut costs/  in the north", "list-item of 1: hire")
    check("1. Cut.\n2. Hire.\n10. Rest.", "list-item of 1: Cut.", "list-item of 1: Hire.", "list-item of 1: Rest.")
    check("1) cut\n2) hire", "list-item of 1: cut", "list-item of 1: hire")
    check("• cut\n•hire", "list-item of 1: cut", "list-item of 1: hire")
    check(
      "- cut\n\n- hire\n\nIt passed.\n\n- rest", "list-item of 1: cut", "list-item of 1: hire", "paragraph: It passed.",
      "list-item of 2: rest")
    check(
      "1. cut:\n- nurses\n- staff\n2. hire", "list-item of 1: cut:", "list-item of 2: nurses", "list-item of 2: staff",
      "list-item of 1: hire")
  }

  @Test func listsMayFollowTextDirectly() {
    check("The plan says:\n- cut\nIt passed.", "paragraph: The plan says:", "list-item of 1: cut/It passed.")
    check(
      "The plan says:\n1. Cut.\n2. Hire.\nIt passed.", "paragraph: The plan says:", "list-item of 1: Cut.",
      "list-item of 1: Hire.", "paragraph: It passed.")
    check("Plans\n- cut\n- hire", "heading 1: Plans", "list-item of 1: cut", "list-item of 1: hire")
  }

  @Test func whatOnlyLooksLikeAnItem() {
    check("The firm\n- which denies it -\nsaid so.", "paragraph: The firm/- which denies it -/said so.")
    check("It rose by\n12. The rest fell.", "paragraph: It rose by/12. The rest fell.")
    check("“It rose.”\n- Ann Moor", "paragraph: “It rose.”/- Ann Moor")
    check("-5 degrees\n-6 degrees", "paragraph: -5 degrees/-6 degrees")
    check("1990. It was hot.", "paragraph: 1990. It was hot.")
    check("3.5 percent agreed.", "paragraph: 3.5 percent agreed.")
    check("-\n- ", "paragraph: -/-")
  }

  @Test func numberedTitles() {
    check("1. Methods\n\nWe counted.", "heading 2: 1. Methods", "paragraph: We counted.")
    check("1. Methods\n\n2. Results", "list-item of 1: Methods", "list-item of 1: Results")
  }

  @Test func rulesPartBlocks() {
    check(
      "It rose.\n-----\nIt fell.\n* * *\nIt ended.", "paragraph: It rose.", "paragraph: It fell.",
      "paragraph: It ended.")
    check("***")
    check("###\n\nIt ended.", "paragraph: It ended.")
  }

  @Test func suppressionsAreComments() {
    check(
      "hearsay-ignore HS101: counted by hand\nIt rose.", "comment: hearsay-ignore HS101: counted by hand",
      "paragraph: It rose.")
    check(
      "It rose.\nhearsay-ignore-end\nIt fell.", "paragraph: It rose.", "comment: hearsay-ignore-end",
      "paragraph: It fell.")
    check("It rose.\nhearsay-ignored words", "paragraph: It rose./hearsay-ignored words")
    check(
      "hearsay-ignore HS101: a\n  hearsay-ignore HS102: b", "comment: hearsay-ignore HS101: a",
      "comment: hearsay-ignore HS102: b")
  }
}
