/// Settings at the very top of a draft: YAML between `---` lines or TOML between `+++` lines.
extension MarkdownBlockReader {
  /// Takes front matter and answers where the rest begins; a byte order mark is skipped.
  mutating func readFrontMatter() -> Int {
    let start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isYAML = matches(buffer, start..<buffer.count, "---")
    guard isYAML || matches(buffer, start..<buffer.count, "+++") else { return start }
    var end = lineEnd(buffer, from: start)
    guard trimmed(buffer, (start + 3)..<end).isEmpty else { return start }
    var content = lineAfter(end)..<lineAfter(end)
    var isFirst = true
    var at = lineAfter(end)
    while at < buffer.count {
      end = lineEnd(buffer, from: at)
      let line = trimmed(buffer, at..<end)
      let isMark = line.count == 3 && line.lowerBound == at
      if isMark, matches(buffer, line, isYAML ? "---" : "+++") || isYAML && matches(buffer, line, "...") {
        if !content.isEmpty {
          outline.blocks.append(BlockOutline(kind: .frontMatter, range: content, segments: [content]))
        }
        return lineAfter(end)
      }
      if isFirst, !line.isEmpty, buffer[line.lowerBound] != UInt8(ascii: "#") {
        // A setting opens it; without one the marks are thematic breaks.
        let isSetting = buffer[line].contains(isYAML ? UInt8(ascii: ":") : UInt8(ascii: "="))
        guard isSetting || !isYAML && buffer[line.lowerBound] == UInt8(ascii: "[") else { return start }
        isFirst = false
        content = line.lowerBound..<line.upperBound
      } else if !line.isEmpty, !isFirst {
        content = content.lowerBound..<line.upperBound
      }
      at = lineAfter(end)
    }
    return start
  }

  /// Where the line begins that follows the line ending at `end`.
  private func lineAfter(_ end: Int) -> Int {
    let isPair = end + 1 < buffer.count && buffer[end] == 0x0D && buffer[end + 1] == 0x0A
    return min(end + (isPair ? 2 : 1), buffer.count)
  }
}
