import HearsayCore
import ProseText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `hearsay-dev train --part labeller`: writes the labeller's file from the annotated texts.
enum TrainLabeller {
  static let sets = ["wikinews-train", "blog-train"]

  /// The texts that the shipped weights are trained on.
  static func records(data: String) throws -> [AttributionRecord] {
    try sets.flatMap { try AttributionRecord.read($0, in: data) }
  }

  /// The blocks that the shipped weights are trained on: annotated texts from outside, and the project's own.
  static func blocks(data: String) throws -> [LabelledBlock] {
    let records = try records(data: data)
    let own = try AnnotatedText.read(folder: "Sources/Model/Texts")
    return LabelledBlock.blocks(of: records) + LabelledBlock.blocks(of: own, first: records.count)
  }

  static func run(data: String, out: String) throws {
    let blocks = try blocks(data: data)
    print("\(blocks.count) blocks")
    let file = LabellerTraining().train(blocks)
    try Data(file).write(to: URL(filePath: out).appending(path: "labeller.bin"))
    print("\(file.count) bytes")
    try LabelScore.report(file, data: data)
  }
}

/// How well labels alone agree with the annotation, span by span, on texts that were not trained on.
enum LabelScore {
  static func report(_ file: [UInt8], data: String) throws {
    for name in ["wikinews-dev", "blog-dev"] {
      let blocks = LabelledBlock.blocks(of: try AttributionRecord.read(name, in: data))
      print("\(name): \(summary(file, blocks))")
    }
  }

  static func summary(_ file: [UInt8], _ blocks: [LabelledBlock]) -> String {
    var tallies: [AttributionLabel.Role: Tally] = [:]
    for block in blocks {
      let found = spans(block.block.spans(.bytes(file)), [])
      let gold = spans(block.outer, block.nested)
      for role in AttributionLabel.Role.allCases {
        tallies[role, default: Tally()].add(gold[role] ?? [], found[role] ?? [])
      }
    }
    return AttributionLabel.Role.allCases.map { "\($0) \(tallies[$0, default: Tally()].line)" }.joined(separator: ", ")
  }

  private static func spans(
    _ outer: [LabelledSpan], _ nested: [LabelledSpan]
  ) -> [AttributionLabel.Role: Set<Range<Int>>] {
    Dictionary(grouping: outer + nested, by: \.role).mapValues { Set($0.map(\.terms)) }
  }

  private static func spans(
    _ outer: [AttributionLabel], _ nested: [AttributionLabel]
  ) -> [AttributionLabel.Role: Set<Range<Int>>] {
    spans(LabelledSpan.spans(of: outer), LabelledSpan.spans(of: nested))
  }
}
