import Testing

@testable import HearsayCommand
@testable import HearsayCore

@Suite struct SummaryTests {
  private func summary(_ severities: [[Severity]]) -> Summary {
    var summary = Summary()
    for (number, file) in severities.enumerated() {
      var analysis = analysis(marked: file.map { _ in "⟦1⟧ " }.joined())
      for index in file.indices { analysis.findings[index].severity = file[index] }
      summary.add(fileReport(analysis, path: "\(number)"))
    }
    return summary
  }

  @Test func sentences() {
    #expect(summary([]).sentence == "no findings in 0 files")
    #expect(summary([[]]).sentence == "no findings in 1 file")
    #expect(summary([[.hint]]).sentence == "1 finding in 1 file (1 hint)")
    #expect(
      summary([[.warning, .warning], [.warning, .information]]).sentence
        == "4 findings in 2 files (3 warnings, 1 information)")
    #expect(
      summary([[], [.information, .information, .error], []]).sentence
        == "3 findings in 1 of 3 files (1 error, 2 information)")
  }

  @Test func failingLevels() {
    let found = summary([[.information]])
    #expect(!found.hasFindings(atOrAbove: .error))
    #expect(!found.hasFindings(atOrAbove: .warning))
    #expect(found.hasFindings(atOrAbove: .information))
    #expect(found.hasFindings(atOrAbove: .hint))
    #expect(FailingLevel.never.severity == nil)
    #expect(FailingLevel.allCases.compactMap(\.severity) == Severity.allCases)
  }
}
