import ProseText
import TestSupport
import Testing

/// Every reader, whatever a draft repeats: time grows with the bytes.
struct GrowingTimesTests {
  @Test(arguments: DraftFormat.allCases, HostileUnits.all)
  func readingTakesLinearTime(format: DraftFormat, unit: String) {
    let isLinear = GrowingTimes(asAskedFrom: 2_000).hold { size in
      let bytes = repeated(unit, to: size)
      return processorTime { _ = MaskedDraft(bytes, format) }
    }
    #expect(isLinear)
  }

  /// What opens in one half of a draft and closes in the other.
  @Test(
    arguments: DraftFormat.allCases,
    [
      ("[", "]"), ("<div>", "</div>"), ("<b>", "</b>"), ("{", "}"), ("\\begin{quote}", "\\end{quote}"), ("*", "* "),
      ("<", ">"), ("(", ")"), ("`", "``"), ("> ", "a\n"), ("\\cite{", "\\emph{"), ("{{", "}}"), ("$", "\\$"),
      ("<!--", "-->"),
    ])
  func halvesTakeLinearTime(format: DraftFormat, units: (String, String)) {
    let isLinear = GrowingTimes(asAskedFrom: 2_000).hold { size in
      let bytes = repeated(units.0, to: size / 2) + repeated(units.1, to: size / 2)
      return processorTime { _ = MaskedDraft(bytes, format) }
    }
    #expect(isLinear)
  }
}
