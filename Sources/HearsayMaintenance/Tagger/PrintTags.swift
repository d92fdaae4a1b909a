import HearsayCore
import ProseText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `hearsay-dev tags file …`: prints plain text with the tags that the embedded tagger gives, a sentence a line.
enum PrintTags {
  static func run(_ paths: [String]) throws {
    var tagger = Tagger()
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      for line in bytes.split(separator: 0x0A) {
        let tokens = tokenize(bytes, at: line.startIndex, BlockContent(prose: [0..<line.count]))
        for sentence in sentences(of: tokens, in: bytes, at: line.startIndex) {
          var tags: [PartOfSpeech] = []
          tagger.tag(tokens, in: bytes, at: line.startIndex, sentence.tokens, into: &tags)
          print(
            zip(tokens[sentence.tokens], tags).map { token, tag in
              let word = bytes[line.startIndex + Int(token.start)..<line.startIndex + Int(token.end)]
              return tag == .punctuation
                ? String(decoding: word, as: UTF8.self) : "\(String(decoding: word, as: UTF8.self))/\(tag.penn)"
            }.joined(separator: " "))
        }
      }
    }
  }
}
