import ProseText
import Testing

/// AsciiDoc: which blocks a draft has, the prose of each, and the markup inside.
struct AsciiDocTests: ReaderTests {
  static let format = DraftFormat.asciidoc

  @Test func headerAndSections() {
    check(
      "= Dues\nIda Moss\n:toc: left\n\nThey rise.\n\n== Tolls\n\nToo.",
      [
        "heading1: Dues", "front-matter: Ida Moss", "front-matter: toc: left", "paragraph: They rise.",
        "heading2: Tolls",
        "paragraph: Too.",
      ])
    check("Dues = 5\n", ["paragraph: Dues = 5"])
  }

  @Test func blocks() {
    check("----\na = 5\n----\nSo.", ["code: a = 5", "paragraph: So."])
    check("[source,sh]\n----\na 5\n\nb\n----\n", ["code: a 5\n\nb"])
    check("....\na 5\n....\n", ["code: a 5"])
    check("____\nDues rise.\n____\n", ["quote: Dues rise."])
    check("[quote, Ida Moss]\nDues rise.\n", ["quote: Dues rise."])
    check("====\nDues rise.\n====\n", ["paragraph: Dues rise."])
    check(" a 5\n", ["code: a 5"])
    check("WARNING: Dues rise.\n", ["paragraph: Dues rise."])
    check(".Of dues\nThey rise.\n", ["caption: Of dues", "paragraph: They rise."])
    check("image::a.png[5 boats]\n\ninclude::b.adoc[]\n\nSo.", ["paragraph: So."])
    check(
      "// hearsay-ignore\nDues.\n////\n5\n////\n", ["comment: // hearsay-ignore", "paragraph: Dues.", "comment: 5"])
    check("Dues\n// 5 boats\nrise.", ["paragraph: Dues\nrise."])
  }

  @Test func lists() {
    check(
      "* One\nmore\n** Two\n- Three\n. Four\n",
      ["list-item: One\nmore", "list-item: Two", "list-item: Three", "list-item: Four"])
    check("* [x] One\n+\nMore.\n", ["list-item: One", "paragraph: More."])
    check("Due:: A fee.\n", ["list-item: Due:: A fee."])
  }

  @Test func tables() {
    check(
      "|===\n|Port |Dues\n\n|North\n2+|5\nor 6\n|===\n",
      ["table-cell: Port", "table-cell: Dues", "table-cell: North", "table-cell: 5\nor 6"])
  }

  @Test func inlines() {
    check(inlines: "An *old* _map_ of 2 * 3 * 4.", ["emphasis *old*", "emphasis _map_"])
    check(inlines: "Run `x 5` now.", ["code `x 5`"])
    check(inlines: "See <<log>> and <<log,the log>>.", ["citation <<log>> → log", "link <<log,the log>> → log"])
    check(
      inlines: "See https://a.example/b[the log^] and link:c.html[it].",
      ["link https://a.example/b[the log^] → https://a.example/b", "link link:c.html[it] → c.html"])
    check(inlines: "At https://a.example/b.", ["address https://a.example/b → https://a.example/b"])
    check(inlines: "So.footnote:[See [5].]", ["footnote footnote:[See [5].]"])
    check(inlines: "So cite:[moss] [@lind, p. 5].", ["citation cite:[moss] → moss", "citation [@lind, p. 5] → lind"])
    check(inlines: "The {product} image:a.png[5].", ["html {product}", "image image:a.png[5] → a.png"])
  }

  @Test func wordsOfLinksAreProse() {
    check("See link:c.html[the *log*] now.", ["paragraph: See the log now."])
    check("\"`Dues rise`\", she said.", ["paragraph: \"Dues rise\", she said."])
  }
}
