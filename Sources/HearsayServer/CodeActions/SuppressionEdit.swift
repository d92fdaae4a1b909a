import HearsayCore
import ProseText

extension Analysis {
  /// The edit that puts a comment before the block of a finding, or behind its line in lists and quotations, which silences
  /// its rule there.
  ///
  /// Nil where the comment would be read as something else: in tables, and in lists of formats without comments in a line.
  func suppression(of finding: Finding) -> HearsayCore.TextEdit? {
    guard let block = blocks.first(where: { $0.range.contains(finding.range.lowerBound) }) else { return nil }
    switch block.kind {
    case .paragraph, .heading: return commentBefore(block, finding)
    case .listItem, .quote: return commentBehindLine(of: finding, in: block)
    default: return nil
    }
  }

  private func commentBehindLine(of finding: Finding, in block: AnalysedBlock) -> HearsayCore.TextEdit? {
    guard format == .markdown || format == .html else { return nil }
    let line = text.lines.line(of: finding.range.lowerBound)
    let end = min(text.contentEnd(ofLine: line), block.range.upperBound)
    guard end >= finding.range.upperBound else { return nil }
    let comment = format.comment("hearsay-ignore \(finding.rule): reason", lineBreak: "")
    return TextEdit(range: end..<end, newText: " " + comment)
  }

  private func commentBefore(_ block: AnalysedBlock, _ finding: Finding) -> HearsayCore.TextEdit? {
    let line = text.lines.line(of: block.range.lowerBound)
    let start = text.lines.starts[line]
    let margin = text.bytes[start..<block.range.lowerBound]
    guard isMargin(margin, of: block.kind) else { return nil }
    let lineBreak = lineBreak(ofLine: line)
    let comment = format.comment("hearsay-ignore \(finding.rule): reason", lineBreak: lineBreak)
    return TextEdit(range: start..<start, newText: comment + lineBreak)
  }

  /// Whether what stands before a block on its line leaves the line before it free for a comment.
  private func isMargin(_ margin: ArraySlice<UInt8>, of kind: BlockKind) -> Bool {
    margin.allSatisfy { $0 == 0x20 || kind == .heading && $0 == headingMark } || format == .html && isTags(margin)
  }

  /// The mark with which lines of headings begin; a space where nothing is before their words.
  private var headingMark: UInt8 {
    switch format {
    case .markdown: UInt8(ascii: "#")
    case .asciidoc: UInt8(ascii: "=")
    case .org: UInt8(ascii: "*")
    case .plainText, .html, .latex, .reStructuredText: UInt8(ascii: " ")
    }
  }

  /// Whether the bytes are one tag, with white space before it: `<p>`, behind which the block begins.
  private func isTags(_ margin: ArraySlice<UInt8>) -> Bool {
    let tag = margin.drop { $0 == 0x20 || $0 == 0x09 }
    return tag.first == UInt8(ascii: "<") && tag.last == UInt8(ascii: ">")
      && !tag.dropFirst().dropLast().contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
  }

  /// The ending of a line, or that of the first line where it is the last.
  private func lineBreak(ofLine line: Int) -> String {
    for line in [line, 0] where line + 1 < text.lines.count {
      return text.string(text.contentEnd(ofLine: line)..<text.lines.starts[line + 1])
    }
    return "\n"
  }
}
