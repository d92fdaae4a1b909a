import ProseText

/// A line "key: value" of a draft's metadata, in YAML, TOML or the attributes of other formats.
struct FrontMatterEntry: Sendable, Equatable {
  /// In small letters, without quotation marks, blanks, hyphens and low lines.
  var key: String
  /// Without blanks and quotation marks at its ends, cut short where it is long.
  var value: String

  /// Bytes of a line that are read.
  private static let mostBytes = 200

  /// The entries of a block of metadata, in order; lines of other shapes are passed over.
  static func all(in block: DraftBlock) -> [FrontMatterEntry] {
    guard block.outline.kind == .frontMatter else { return [] }
    return block.passage.bytes.all.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      let text = String(decoding: line.prefix(mostBytes), as: UTF8.self)
      guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
      let key = text[..<colon].lowercased().filter { !isMargin($0) && $0 != "_" && $0 != "-" }
      var value = text[text.index(after: colon)...].drop(while: isMargin)
      while value.last.map(isMargin) == true { value.removeLast() }
      return FrontMatterEntry(key: key, value: String(value))
    }
  }

  private static func isMargin(_ character: Character) -> Bool { " \t\"'".contains(character) }
}
