import Foundation
import HearsayCore
import JSON
import Testing

/// The schema that editors check settings with, and the reader, know the same keys and values.
@Suite struct SettingsSchemaTests {
  private let schema: JSONValue

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Protocol/settings.schema.json")
    schema = try JSONValue(parsing: [UInt8](Data(contentsOf: file)))
  }

  @Test func keys() {
    #expect(schema["properties"]?.object?.keys.sorted() == SettingsKey.allCases.map(\.rawValue).sorted())
    #expect(schema["additionalProperties"] == false)
  }

  private func choices(_ value: JSONValue?) -> [String]? { value?["enum"]?.array?.compactMap(\.string) }

  @Test func choices() {
    let properties = schema["properties"]
    #expect(choices(properties?["scope"]) == SupportScope.allCases.map(\.rawValue))
    #expect(choices(properties?["quotes"]) == QuotationStyle.allCases.map(\.rawValue))
    #expect(choices(properties?["rules"]?["additionalProperties"]) == RuleLevel.allCases.map(\.rawValue))
  }

  @Test func defaults() {
    let settings = Settings()
    #expect(schema["properties"]?["scope"]?["default"]?.string == settings.scope.rawValue)
    #expect(schema["properties"]?["quotes"]?["default"]?.string == settings.quotes.rawValue)
    #expect(schema["properties"]?["personsPerDay"]?["default"]?.double == settings.personsPerDay)
  }
}
