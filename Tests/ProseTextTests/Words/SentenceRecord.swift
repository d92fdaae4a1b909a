import Foundation

/// A record of the sentence data: a text and where its sentences are.
struct SentenceRecord: Decodable {
  let id: String
  let text: String
  /// The sentences as strings, where the data gives them so.
  let strings: [String]
  /// The sentences as half-open ranges of Unicode scalars, where it gives these.
  let spans: [[Int]]
  let isGolden: Bool

  private enum Key: String, CodingKey {
    case id, text, sentences, golden
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    id = try values.decode(String.self, forKey: .id)
    text = try values.decode(String.self, forKey: .text)
    isGolden = try values.decodeIfPresent(Bool.self, forKey: .golden) ?? false
    strings = (try? values.decode([String].self, forKey: .sentences)) ?? []
    spans = strings.isEmpty ? try values.decode([[Int]].self, forKey: .sentences) : []
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/sentences").standardizedFileURL

  static func load(_ name: String) throws -> [SentenceRecord] {
    try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(SentenceRecord.self, from: $0)
    }
  }
}
