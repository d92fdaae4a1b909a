import ProseText
import Testing

/// reStructuredText: which blocks a draft has, the prose of each, and the markup inside.
struct ReStructuredTextTests: ReaderTests {
  static let format = DraftFormat.reStructuredText

  @Test func titlesAndParagraphs() {
    check(
      "====\nDues\n====\n\nTolls\n-----\nThey rise\ntoday.\n\n----\n\nLater.",
      ["heading1: Dues", "heading2: Tolls", "paragraph: They rise\ntoday.", "paragraph: Later."])
    check(
      "Dues\n====\n\n:Date: 2031-05-03\n\nSo.", ["heading1: Dues", "front-matter: Date: 2031-05-03", "paragraph: So."])
  }

  @Test func listsAndBodies() {
    check("* One,\n  two.\n\n  More.\n* Three.", ["list-item: One,\n  two.", "list-item: More.", "list-item: Three."])
    check("1. One.\n2. Two.", ["list-item: One.", "list-item: Two."])
    check("Due\n   A fee.\n\nSo.", ["paragraph: Due", "list-item: A fee.", "paragraph: So."])
    check("So:\n\n   Dues rise.\n\nLater.", ["paragraph: So:", "quote: Dues rise.", "paragraph: Later."])
    check("| One\n| Two\n", ["paragraph: One", "paragraph: Two"])
  }

  @Test func directivesAndCode() {
    check("See::\n\n   a 5\n\n   b\n\nSo.", ["paragraph: See:", "code: a 5\n\n   b", "paragraph: So."])
    check(".. code-block:: sh\n   :linenos:\n\n   a 5\n\nSo.", ["code: :linenos:\n\n   a 5", "paragraph: So."])
    check(
      ".. note:: Dues\n   rise.\n\n   More.\n\nSo.",
      ["paragraph: Dues\n   rise.", "paragraph: More.", "paragraph: So."])
    check(".. note::\n\n   Dues rise.\n", ["paragraph: Dues rise."])
    check(".. figure:: a.png\n   :width: 50\n\n   Boats.\n", ["caption: Boats."])
    check(".. unheard-of:: 5\n\n   a 5\n", ["code: a 5"])
    check(".. hearsay-ignore HS101: a\n\nDues.", ["comment: .. hearsay-ignore HS101: a", "paragraph: Dues."])
    check(">>> a(5)\n6\n\nText.\n", ["code: >>> a(5)\n6", "paragraph: Text."])
  }

  @Test func notes() {
    let draft = MaskedDraft(
      "So [1]_ and [Moss]_, not [2]_.\n\n.. [1] The log,\n   page 5.\n.. [Moss] A book.\n", .reStructuredText)
    #expect(draft.listing == ["paragraph: So  and , not .", "reference: The log,\n   page 5.", "reference: A book."])
    #expect(draft.inlineListing == ["footnote [1]_ → 1", "citation [Moss]_ → Moss", "footnote [2]_ → 2 ?"])
  }

  @Test func tables() {
    check(
      "=== ===\nA   B\n=== ===\n5   six\n=== ===\n\nSo.",
      ["table-cell: A", "table-cell: B", "table-cell: 5", "table-cell: six", "paragraph: So."])
    check(
      "+---+---+\n| a | 5 |\n+===+===+\n| b | 6 |\n+---+---+\n",
      ["table-cell: a", "table-cell: 5", "table-cell: b", "table-cell: 6"])
  }

  @Test func inlines() {
    check(inlines: "An *old* **map** of 2 * 3 * 4.", ["emphasis *old*", "emphasis **map**"])
    check(inlines: "Run ``x * 5`` now.", ["code ``x * 5``"])
    check(
      inlines: "See `the log <https://a.example>`_ and :ref:`it`.",
      ["link `the log <https://a.example>`_ → https://a.example", "link :ref:`it` → it"])
    check(inlines: "See `it`_, log_ and some_name_.\n\n.. _log: u\n", ["link `it`_ → it ?", "link log_ → log"])
    check(inlines: "So :cite:p:`moss` and :math:`5`.", ["citation :cite:p:`moss` → moss", "math :math:`5`"])
    check(inlines: "A |name| at https://a.example.", ["html |name|", "address https://a.example → https://a.example"])
  }

  @Test func wordsOfLinksAreProse() {
    check("See `the log <https://a.example>`__ now, :sub:`so`.", ["paragraph: See the log now, so."])
    check("A \\*star\\* and\\ more.", ["paragraph: A *star* andmore."])
  }

  @Test func nestingIsBounded() {
    let deep = (0..<300).map { String(repeating: " ", count: $0) + "word\n\n" }.joined()
    #expect(MaskedDraft(deep, .reStructuredText).prose.count == 300)
  }
}
