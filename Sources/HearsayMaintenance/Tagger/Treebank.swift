import HearsayCore
import ProseText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A sentence of a treebank in our own tokens, each with its gold tag where the treebank gives one that fits.
struct TaggedSentence {
  var bytes: [UInt8]
  var tokens: [Token]
  var tags: [PartOfSpeech?]
  var genre: String
}

/// A file of treebank documents, a JSON object a line.
enum Treebank {
  /// The sentences of `name`.jsonl in the folder `sentences` of the data.
  static func read(_ name: String, in data: String) throws -> [TaggedSentence] {
    let contents = try Data(contentsOf: URL(filePath: data).appending(path: "sentences/\(name).jsonl"))
    let decoder = JSONDecoder()
    return try [UInt8](contents).split(separator: 0x0A).flatMap { line in
      sentences(of: try decoder.decode(TreebankDocument.self, from: Data(line)))
    }
  }

  private static func sentences(of document: TreebankDocument) -> [TaggedSentence] {
    // Offsets are scalars; ours are bytes.
    var places: [Int] = []
    var place = 0
    for scalar in document.text.unicodeScalars {
      places.append(place)
      place += UTF8.width(scalar)
    }
    places.append(place)
    let bytes = Array(document.text.utf8)
    var gold = document.tokens[...]
    return document.sentences.map { sentence in
      let start = places[sentence[0]]
      let part = Array(bytes[start..<places[sentence[1]]])
      var own: [GoldToken] = []
      while let token = gold.first, token.end <= sentence[1] {
        own.append(GoldToken(range: places[token.start] - start..<places[token.end] - start, penn: token.penn))
        gold = gold.dropFirst()
      }
      let tokens = tokenize(part, at: 0, BlockContent(prose: part.isEmpty ? [] : [0..<part.count]))
      return TaggedSentence(
        bytes: part, tokens: tokens, tags: GoldAlignment.tags(of: tokens, part, own), genre: document.genre)
    }
  }
}

/// A treebank's token in bytes relative to its sentence.
struct GoldToken {
  var range: Range<Int>
  var penn: String
}

private struct TreebankDocument: Decodable {
  var genre: String
  var text: String
  var sentences: [[Int]]
  var tokens: [TreebankToken]
}

private struct TreebankToken: Decodable {
  var start: Int
  var end: Int
  var penn: String

  init(from decoder: any Decoder) throws {
    var fields = try decoder.unkeyedContainer()
    start = try fields.decode(Int.self)
    end = try fields.decode(Int.self)
    _ = try fields.decode(String.self)
    penn = try fields.decode(String.self)
  }
}
