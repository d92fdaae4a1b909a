import HearsayCore
import ProseText
import TestSupport
import Testing

/// The whole analysis, whatever a draft repeats: time grows with the bytes.
@Suite struct GrowingTimesTests {
  @Test(arguments: [DraftFormat.markdown, .latex], HostileUnits.marks)
  func analysisTakesLinearTime(format: DraftFormat, unit: String) {
    let isLinear = GrowingTimes(asAskedFrom: 500).hold { size in
      let text = SourceText(repeated(unit, to: size))
      return processorTime {
        var analyzer = Analyzer()
        _ = analyzer.analyze(text, format: format)
      }
    }
    #expect(isLinear)
  }
}
