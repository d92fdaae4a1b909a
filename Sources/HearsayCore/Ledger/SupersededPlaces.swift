import JSON

extension LedgerReading {
  /// Where figures say that they supersede a figure of another source, "source/figure": the source's part of the words.
  package func placesOfFigures(ofSource id: String) -> [Range<Int>] {
    guard let root = try? JSONNode(parsing: bytes, options: .jsonc) else { return [] }
    let figures = (root["sources"]?.elements ?? []).flatMap { $0["figures"]?.elements ?? [] }
    return figures.compactMap { figure in
      guard let node = figure["supersedes"], let words = node.string, words.hasPrefix(id + "/"),
        node.range.count == words.utf8.count + 2
      else { return nil }
      return node.range.lowerBound + 1..<node.range.lowerBound + 1 + id.utf8.count
    }
  }
}
