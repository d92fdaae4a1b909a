import Testing

@testable import HearsayCommand
@testable import HearsayCore

/// No format holds the report of a long run whole.
@Suite struct PieceTests {
  private static let drafts = 300

  @Test(arguments: ReportFormat.allCases)
  func aLongReportIsHandedOverInPieces(_ format: ReportFormat) {
    let marked = String(repeating: "Some ⟦640⟧ homes were flooded. ", count: 20)
    let file = fileReport(analysis(marked: marked))
    let report = lintReport((0..<Self.drafts).map { _ in file })
    var sizes: [Int] = []
    format.write(report, ReportStyle()) { sizes.append($0.count) }
    let whole = sizes.reduce(0, +)
    #expect(whole > 4 * longPiece, "too little to prove anything: \(whole)")
    #expect(sizes.allSatisfy { $0 < 2 * longPiece }, "\(sizes.max() ?? 0) of \(whole) bytes in one piece")
  }
}
