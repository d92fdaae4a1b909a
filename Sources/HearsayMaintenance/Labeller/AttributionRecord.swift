#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import HearsayCore
import ProseText

/// An annotated text: who says what in it, and the status of its figures.
///
/// Offsets in the file are scalars; here they are UTF-8 bytes.
struct AttributionRecord: Decodable {
  var id: String
  var text: String
  var format: String?
  var attributions: [AnnotatedAttribution]
  var figures: [AnnotatedFigure]?

  var draftFormat: DraftFormat { format == "markdown" ? .markdown : .plainText }

  /// The records of a file, a JSON object a line.
  static func read(_ name: String, in data: String) throws -> [AttributionRecord] {
    let contents = try Data(contentsOf: URL(filePath: data).appending(path: "attribution/\(name).jsonl"))
    let decoder = JSONDecoder()
    return try [UInt8](contents).split(separator: 0x0A).map { line in
      var record = try decoder.decode(AttributionRecord.self, from: Data(line))
      record.countBytes()
      return record
    }
  }

  private mutating func countBytes() {
    var places: [Int] = []
    var place = 0
    var isBlank: [Bool] = []
    for scalar in text.unicodeScalars {
      places.append(place)
      place += UTF8.width(scalar)
      isBlank.append(scalar.properties.isWhitespace)
    }
    places.append(place)
    func bytes(_ spans: [[Int]]) -> [[Int]] {
      spans.compactMap { span in
        var (low, high) = (span[0], span[1])
        while low < high, isBlank[low] { low += 1 }
        while high > low, isBlank[high - 1] { high -= 1 }
        return low < high ? [places[low], places[high]] : nil
      }
    }
    for index in attributions.indices {
      attributions[index].source = bytes(attributions[index].source)
      attributions[index].cue = bytes(attributions[index].cue)
      attributions[index].content = bytes(attributions[index].content)
    }
    for index in (figures ?? []).indices {
      if let figure = figures?[index] {
        figures?[index].start = places[figure.start]
        figures?[index].end = places[figure.end]
      }
    }
  }
}

/// Source, cue and content as annotated; each span is two offsets.
struct AnnotatedAttribution: Decodable {
  var source: [[Int]]
  var cue: [[Int]]
  var content: [[Int]]
  /// The sentence of the attribution that holds this one.
  var nestedIn: Int?
  var kind: String?
  var name: String?
  var hand: Int?

  enum CodingKeys: String, CodingKey {
    case source, cue, content, kind, name, hand
    case nestedIn = "in"
  }

  var spans: [LabelledSpan] {
    let roles: [(AttributionLabel.Role, [[Int]])] = [(.source, source), (.cue, cue), (.content, content)]
    return roles.flatMap { role, spans in spans.map { LabelledSpan(role: role, terms: $0[0]..<$0[1]) } }
  }

  /// Whether it is nested and its cue stands in the other's content: "X reported, citing Y" has Y's beside it.
  func isInside(_ all: [AnnotatedAttribution]) -> Bool {
    guard nestedIn != nil, let anchor = cue.first ?? source.first else { return false }
    return all.contains { other in
      other.content.contains { $0[0] <= anchor[0] && anchor[1] <= $0[1] }
    }
  }
}

/// A figure with the status that an annotator gave it.
struct AnnotatedFigure: Decodable {
  var start: Int
  var end: Int
  var status: String
}
