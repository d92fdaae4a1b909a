import Foundation
import HearsayCore
import JSON
import ProseText
import Testing

/// The closed lists in the schema of an analysis are those of the code; the rest of it is checked against real output.
struct SchemaTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Protocol/analysis.schema.json")

  @Test func closedListsAreThoseOfTheCode() throws {
    let schema = try JSONValue(parsing: [UInt8](try Data(contentsOf: Self.file)))
    func check(_ definition: String, _ member: String?, is values: [String]) {
      let whole = schema["$defs"]?[definition]
      let part = member.flatMap { whole?["properties"]?[$0] } ?? whole
      let listed = part?["enum"]?.array?.compactMap { $0.string }
      #expect(listed == values, "Protocol/analysis.schema.json: \(definition).\(member ?? "")")
    }
    check("severity", nil, is: Severity.allCases.map(\.rawValue))
    check("analysis", "format", is: DraftFormat.allCases.map(\.rawValue))
    check("block", "kind", is: BlockKind.allCases.map(\.rawValue))
    check("figure", "kind", is: FigureKind.allCases.map(\.rawValue))
    check("figure", "exempt", is: Exemption.allCases.map(\.rawValue))
    check("support", "status", is: SupportStatus.allCases.map(\.rawValue))
    check("attribution", "strength", is: AttributionStrength.allCases.map(\.rawValue))
    check("attribution", "end", is: ChainEnd.allCases.map(\.rawValue))
    check("source", "kind", is: SourceKind.allCases.map(\.rawValue))
    check("quote", "kind", is: QuoteKind.allCases.map(\.rawValue))
  }
}
