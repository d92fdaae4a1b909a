import HearsayCore
import ProseText
import Testing

@testable import HearsayCommand

/// What is taken out of a draft's text for the reports of a run is all that they ask for.
@Suite struct TextExtractTests {
  private static let draft = """
    Grün 🙂: experts say about 11.372 homes in Dorn were lost.

    Some 640 boats sank, it was reported, and 12 % of é🙂 crews left. Interest rose from 4 % to 6 %, an increase of 2 %.
    """

  private func drafts(_ needs: TextExtract.Needs, _ columns: ColumnUnit) throws -> LintReport {
    var analyzer = Analyzer()
    let found = analyzer.analyze(SourceText(Self.draft), format: .markdown)
    let analysis = try #require(found)
    let file = FileReport(analysis, path: "a.md", columns: columns)
    #expect(file.findings.count > 2)
    return LintReport(drafts: [LintedDraft(report: file, text: analysis.text, needs: needs)])
  }

  private func needs(_ format: ReportFormat, _ columns: ColumnUnit) throws -> TextExtract.Needs {
    let arguments = ["--format", format.rawValue, "--columns", columns.rawValue, "a.md"]
    return try LintOptions(ParsedArguments(arguments, for: .lint)).needs
  }

  @Test(arguments: ReportFormat.allCases) func everyFormatHasWhatItAsksFor(_ format: ReportFormat) throws {
    for columns in ColumnUnit.allCases {
      let style = ReportStyle(columns: columns)
      let few = try drafts(needs(format, columns), columns)
      let all = try drafts(.all, columns)
      #expect(format.written(few, style) == format.written(all, style), "\(columns)")
    }
  }

  @Test func nothingIsTakenOutForFormatsOfPlacesAlone() throws {
    #expect(try needs(.json, .scalars) == TextExtract.Needs())
    #expect(try needs(.concise, .scalars) == TextExtract.Needs())
  }

  @Test func placesAreCountedInTheUnitThatIsAskedFor() throws {
    let report = try drafts(.all, .scalars)
    let draft = report.drafts[0]
    let range = draft.report.findings[1].finding.range
    let columns = ColumnUnit.allCases.map { draft.places(of: [range], $0)[0].column }
    #expect(Set(columns).count == 3, "\(columns)")
    for (unit, column) in zip(ColumnUnit.allCases, columns) {
      #expect(places(of: [range], in: SourceText(Self.draft), unit)[0].column == column)
    }
  }
}
