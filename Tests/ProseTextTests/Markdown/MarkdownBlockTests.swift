import ProseText
import Testing

/// Which blocks a draft has, and the prose of each.
struct MarkdownBlockTests {
  /// Expects the blocks as `kind: prose`, a heading's level and the container's number behind the kind.
  private func check(_ draft: String, _ blocks: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let masked = MaskedDraft(draft)
    let found = zip(masked.outline.blocks, masked.prose).map { block, prose in
      let level = block.level > 0 ? "\(block.level)" : ""
      let number = block.container.map { "#\($0)" } ?? ""
      let text = block.kind.isProse ? prose : masked.slice(0..<block.range.count, in: block)
      return "\(block.kind.rawValue)\(level)\(number): \(text)"
    }
    #expect(found == blocks, sourceLocation: sourceLocation)
  }

  @Test func headings() {
    check("# Harbour dues\n\nThey rise.", ["heading1: Harbour dues", "paragraph: They rise."])
    check("### Dues ###\nThey rise.", ["heading3: Dues", "paragraph: They rise."])
    check("Dues\nand tolls\n===\nThey rise.", ["heading1: Dues\nand tolls", "paragraph: They rise."])
    check("Dues and tolls of\n---\n", ["heading2: Dues and tolls of"])
    check("#Dues rise, they say.", ["paragraph: #Dues rise, they say."])
    check("## Dues {#dues .wide}\n", ["heading2: Dues "])
  }

  @Test func shortLinesReadAsHeadings() {
    check(
      "Harbour dues\nThey rise by a tenth, the board of the harbour said.\n",
      ["heading2: Harbour dues", "paragraph: They rise by a tenth, the board of the harbour said."])
    check("**Harbour dues**\n\nThey rise.", ["heading1: Harbour dues", "paragraph: They rise."])
    check("- Harbour dues\n", ["list-item#1: Harbour dues"])
    check("**Dues**: by the port", ["paragraph: Dues: by the port"])
    check(
      "Dues of the [North\nPort](https://a.example/a/long/address) rise.", ["paragraph: Dues of the North\nPort rise."])
  }

  @Test func paragraphs() {
    check("One line,\n  the next.\n\nAnother.", ["paragraph: One line,\n  the next.", "paragraph: Another."])
    check("One.\n***\nTwo.", ["paragraph: One.", "paragraph: Two."])
    check("One.\r\nTwo.\r\n\r\nThree.", ["paragraph: One.\r\nTwo.", "paragraph: Three."])
    check("One.\rTwo.\r\rThree.", ["paragraph: One.\rTwo.", "paragraph: Three."])
    check("\u{FEFF}One.", ["paragraph: One."])
    check("One,\n    two.", ["paragraph: One,\n    two."])
  }

  @Test func quotations() {
    check("> The dues rise,\n> she said.\n", ["quote#1: The dues rise,\nshe said."])
    check("> The dues rise,\nshe said.\n\nLater.", ["quote#1: The dues rise,\nshe said.", "paragraph: Later."])
    check("> One.\n>\n> Two.", ["quote#1: One.", "quote#1: Two."])
    check("> One.\n\n> Two.", ["quote#1: One.", "quote#2: Two."])
    check("> - One.\n> - Two.\n", ["quote#1: One.", "quote#1: Two."])
    check("> One.\n> > Two.\n", ["quote#1: One.", "quote#2: Two."])
    check("> [!NOTE]\n> Dues rise\n> today.\n", ["paragraph: Dues rise\ntoday."])
    check("> [!tip]- Mind this\n> Dues rise.\n", ["heading6: Mind this", "paragraph: Dues rise."])
  }

  @Test func lists() {
    check("- One,\n  two.\n- Three.\n", ["list-item#1: One,\n  two.", "list-item#1: Three."])
    check("1. One.\n2. Two.\n\n   More.", ["list-item#1: One.", "list-item#1: Two.", "list-item#1: More."])
    check("- One.\n  - Two.\n- Three.", ["list-item#1: One.", "list-item#2: Two.", "list-item#1: Three."])
    check("- One.\n* Two.\n", ["list-item#1: One.", "list-item#2: Two."])
    check("- [ ] One.\n- [x] Two.\n", ["list-item#1: One.", "list-item#1: Two."])
    check("They rose in\n1998. Nothing else did.", ["paragraph: They rose in\n1998. Nothing else did."])
    check("- # Dues\n  They rise.", ["heading1#1: Dues", "list-item#1: They rise."])
  }

  @Test func code() {
    check("```swift\nlet dues = 5\n```\nText.", ["code: let dues = 5", "paragraph: Text."])
    check("~~~\n```\n~~~\n", ["code: ```"])
    check("    let dues = 5\n\nText.", ["code: let dues = 5", "paragraph: Text."])
    check("```\nnever closed\n\n# nothing", ["code: never closed\n\n# nothing"])
    check("{% highlight swift %}\nlet dues = 5\n{% endhighlight %}\nText.", ["code: let dues = 5", "paragraph: Text."])
  }

  @Test func htmlAndComments() {
    check("<div>\nRaw *words*\n</div>\n\nText.", ["paragraph: Text."])
    check("<h2>Raw</h2>\n\n<hm>Text</hm>.", ["paragraph: Text."])
    check("<details>\n\nText.\n\n</details>", ["paragraph: Text."])
    check("<!-- hearsay-ignore -->\nText.", ["comment: <!-- hearsay-ignore -->", "paragraph: Text."])
    check(
      "<!-- a --> <!-- b --> Text\ngoes on.",
      ["comment: <!-- a -->", "comment: <!-- b -->", "paragraph: Text\ngoes on."])
    check("<!-- one\n\ntwo -->\nText.", ["comment: <!-- one\n\ntwo -->", "paragraph: Text."])
    check("Text.\n<div>\n<!-- a -->\n</div>\n", ["paragraph: Text.", "comment: <!-- a -->"])
    check("[//]: # (aside)\n\nText.", ["comment: [//]: # (aside)", "paragraph: Text."])
    check("<img src=\"{{ \"/a\" | url }}\" alt=\"b > c\" />\n\nText.", ["paragraph: Text."])
    check("<script>\n\nlet a = 1\n\n</script>\nText.", ["paragraph: Text."])
  }

  @Test func tables() {
    check(
      "Port | Dues\n---|--:\nNorth | 5 \\| 6\nSouth\n\nText.",
      [
        "table-cell#1: Port", "table-cell#1: Dues", "table-cell#1: North", "table-cell#1: 5 | 6", "table-cell#1: South",
        "paragraph: Text.",
      ])
    check("Text.\n\n| a |\n|---|\n\n| b |\n|---|", ["paragraph: Text.", "table-cell#1: a", "table-cell#2: b"])
    check("a | b said no.\n---|\n", ["paragraph: a | b said no.\n---|"])
  }

  @Test func frontMatter() {
    check(
      "---\ntitle: Dues\ndate: 2031-04-05\n---\nText.",
      ["front-matter: title: Dues\ndate: 2031-04-05", "paragraph: Text."])
    check("+++\ntitle = \"Dues\"\n+++\nText.", ["front-matter: title = \"Dues\"", "paragraph: Text."])
    check("---\nThey rise.\n---\n", ["heading2: They rise."])
    check("Text.\n\n---\ntitle: Dues\n---\n", ["paragraph: Text.", "heading2: title: Dues"])
  }

  @Test func definitionsAndFootnotes() {
    let draft = MaskedDraft(
      "[The  Board]: https://example.org 'Board'\n[^One]: It *rose*.\n\n    Twice.\n\nText[^one].")
    #expect(draft.outline.linkLabels == ["the board"])
    #expect(draft.outline.footnoteLabels == ["one"])
    #expect(draft.prose == ["It rose.", "Twice.", "Text."])
    #expect(draft.outline.blocks.map(\.kind) == [.reference, .reference, .paragraph])
    check("[a]: b\nText.", ["paragraph: Text."])
    check("[a]: b c d\n", ["paragraph: [a]: b c d"])
  }

  @Test func math() {
    check("$$\na\n= b\n$$\nText.", ["math: a\n= b", "paragraph: Text."])
    check("$$ a = b $$\n", ["math: a = b"])
    check("$$ is slang,\n\nthey say.", ["paragraph: $$ is slang,", "paragraph: they say."])
  }

  @Test func admonitionsAndTemplates() {
    check("!!! note \"Mind\"\n    Dues rise.\n\nText.", ["paragraph: Dues rise.", "paragraph: Text."])
    check(":::tip\nDues rise.\n:::\n", ["paragraph: Dues rise."])
    check("One.\n{{< figure src=\"a\" >}}\nTwo.\n", ["paragraph: One.", "paragraph: Two."])
    check("One.\n{: .wide}\n", ["paragraph: One."])
  }

  @Test func nestingIsBounded() {
    let draft = MaskedDraft(String(repeating: "> ", count: 500) + "Dues rise.")
    #expect(draft.outline.blocks.count == 1)
    #expect(draft.prose[0].hasSuffix("> Dues rise."))
  }
}
