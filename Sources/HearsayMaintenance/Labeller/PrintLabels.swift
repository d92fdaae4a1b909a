import HearsayCore
import ProseText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `hearsay-dev labels`: shows what the labeller takes for sources, cues and contents, as spans of bytes.
enum PrintLabels {
  static func run(_ paths: [String]) throws {
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      for block in LabellerBlock.blocks(of: SourceText(bytes), DraftFormat(fileName: path)) {
        for span in block.spans(.embedded) {
          let range = block.terms[span.terms.lowerBound].lowerBound..<block.terms[span.terms.upperBound - 1].upperBound
          print(
            "\(range.lowerBound)\t\(range.upperBound)\t\(span.role)\t\(String(decoding: bytes[range], as: UTF8.self))")
        }
      }
    }
  }
}
