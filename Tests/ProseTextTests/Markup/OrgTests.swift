import ProseText
import Testing

/// Org: which blocks a draft has, the prose of each, and the markup inside.
struct OrgTests: ReaderTests {
  static let format = DraftFormat.org

  @Test func headlines() {
    check(
      "#+TITLE: Dues\n#+DATE: 2031-05-03\n* TODO [#A] Tolls :port:a:\nSCHEDULED: <2031-05-03>\nThey rise\ntoday.\n** More\n",
      [
        "heading1: Dues", "front-matter: DATE: 2031-05-03", "heading1: Tolls", "paragraph: They rise\ntoday.",
        "heading2: More",
      ])
    check("*Dues* rise.\n", ["paragraph: Dues rise."])
  }

  @Test func blocks() {
    check("#+BEGIN_SRC sh\na 5\n#+END_SRC\nSo.", ["code: a 5", "paragraph: So."])
    check("#+begin_quote\nDues rise.\n#+end_quote\nSo.", ["quote: Dues rise.", "paragraph: So."])
    check(": a 5\nSo.", ["code: a 5", "paragraph: So."])
    check(":PROPERTIES:\n:ID: 5\n:END:\nSo.", ["paragraph: So."])
    check("# hearsay-ignore\nDues.", ["comment: # hearsay-ignore", "paragraph: Dues."])
    check("\\begin{align}\na = 5\n\\end{align}\nSo.", ["math: \\begin{align}\na = 5\n\\end{align}", "paragraph: So."])
    check("-----\nSo.", ["paragraph: So."])
  }

  @Test func listsTablesNotes() {
    check(
      "- One\n  more\n  - [X] Two\n- Three\nSo.",
      ["list-item: One\n  more", "list-item: Two", "list-item: Three", "paragraph: So."])
    check("1. One\n2) Two\n", ["list-item: One", "list-item: Two"])
    check("They came in\n1998. Nothing else did.", ["paragraph: They came in\n1998. Nothing else did."])
    check(
      "#+CAPTION: Dues\n| a | 5 |\n|---+---|\n| b | 6 |\n",
      ["caption: Dues", "table-cell: a", "table-cell: 5", "table-cell: b", "table-cell: 6"])
    check("So[fn:1].\n\n[fn:1] The log.\n", ["paragraph: So.", "reference: The log."])
  }

  @Test func inlines() {
    check(inlines: "An *old* /map/ of 2 * 3 / 4.", ["emphasis *old*", "emphasis /map/"])
    check(inlines: "Run =x 5= and ~y~, $z$.", ["code =x 5=", "code ~y~", "math $z$"])
    check(
      inlines: "See [[https://a.example][the log]] and [[file:a.png]].",
      ["link [[https://a.example][the log]] → https://a.example", "image [[file:a.png]] → file:a.png"])
    check(
      inlines: "So[fn:1][fn:: See [5].] and[fn:2].\n\n[fn:1] A.",
      ["footnote [fn:1] → 1", "footnote [fn:: See [5].]", "footnote [fn:2] → 2 ?"])
    check(inlines: "So [cite:@moss; @lind p. 5].", ["citation [cite:@moss; → moss", "citation  @lind p. 5] → lind"])
    check(inlines: "A {{{name(5)}}} @@html:<b>@@.", ["html {{{name(5)}}}", "html @@html:<b>@@"])
  }
}
