import ProseText

/// A comment that silences rules for the block after it.
struct Suppression: Sendable, Equatable {
  /// Ids of rules as written; empty for all.
  var rules: [String]
  /// Indices of the blocks that it silences.
  var blocks: Range<Int>

  /// The suppressions of a draft: `hearsay-ignore HS101: reason` in a comment, or in plain text a line of its own.
  static func find(in blocks: [DraftBlock]) -> [Suppression] {
    blocks.indices.compactMap { index in
      guard blocks[index].outline.kind == .comment, let rules = rules(in: blocks[index].passage.bytes) else {
        return nil
      }
      guard let next = blocks.indices.first(where: { $0 > index && blocks[$0].outline.kind != .comment }) else {
        return nil
      }
      return Suppression(rules: rules, blocks: next..<end(of: next, in: blocks))
    }
  }

  /// A list, quotation or table counts as one block.
  private static func end(of block: Int, in blocks: [DraftBlock]) -> Int {
    guard let container = blocks[block].outline.container else { return block + 1 }
    return blocks.indices.first { $0 > block && blocks[$0].outline.container != container } ?? blocks.count
  }

  private static func rules(in bytes: [UInt8]) -> [String]? {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard let word = text.firstRange(of: "hearsay-ignore") else { return nil }
    let rest = text[word.upperBound...]
    let list = rest.prefix { $0 != ":" && $0 != "\n" }
    let ids = list.split { $0 == " " || $0 == "," || $0 == "-" || $0 == ">" }.map { $0.uppercased() }
    return ids.filter { $0.hasPrefix("HS") }
  }

  /// Whether it silences a rule at a place.
  func covers(_ finding: Finding, in blocks: [DraftBlock]) -> Bool {
    guard rules.isEmpty || rules.contains(finding.rule) else { return false }
    return self.blocks.contains { blocks[$0].outline.range.contains(finding.range.lowerBound) }
  }
}
