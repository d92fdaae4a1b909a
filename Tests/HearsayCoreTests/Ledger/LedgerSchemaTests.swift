import Foundation
import JSON
import Testing

@testable import HearsayCore

/// The schema and the reader know the same keys and the same choices.
@Suite struct LedgerSchemaTests {
  private func schema() throws -> JSONValue {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Protocol/ledger.schema.json").standardizedFileURL
    return try JSONValue(parsing: Array(Data(contentsOf: url)))
  }

  @Test func keys() throws {
    let schema = try schema()
    let definitions = try #require(schema["$defs"])
    #expect(schema["properties"]?.object?.keys == LedgerKeys.ledger)
    for (name, keys) in [
      ("source", LedgerKeys.source), ("derivation", LedgerKeys.derivation), ("figure", LedgerKeys.figure),
      ("verification", LedgerKeys.verification), ("commonFact", LedgerKeys.commonFact),
      ("settings", LedgerKeys.settings),
    ] {
      let known = try #require(definitions[name]?["properties"]?.object?.keys)
      #expect(Set(known) == Set(keys), "\(name)")
      #expect(definitions[name]?["additionalProperties"]?.bool == false, "\(name)")
    }
    #expect(definitions["figure"]?["properties"]?["window"]?["properties"]?.object?.keys == LedgerKeys.window)
  }

  @Test func choices() throws {
    let definitions = try #require(try schema()["$defs"])
    func choices(_ definition: String, _ key: String) -> [String]? {
      definitions[definition]?["properties"]?[key]?["enum"]?.array?.compactMap(\.string)
    }
    #expect(choices("source", "kind") == SourceRank.allCases.map(\.rawValue))
    #expect(choices("source", "status") == EntryStatus.allCases.map(\.rawValue))
    #expect(choices("settings", "scope") == SupportScope.allCases.map(\.rawValue))
  }
}
