import ProseText

/// Finds the comments of a draft that silence rules, and where each of them holds.
struct SuppressionReader {
  private let bytes: [UInt8]
  private let format: DraftFormat
  private let blocks: [DraftBlock]
  private var found: [Suppression] = []
  /// The line looked at last, without its ending.
  private var line = 0..<0

  /// The suppressions of a draft, in the order of the text.
  static func suppressions(in draft: Draft) -> [Suppression] {
    var reader = SuppressionReader(draft)
    reader.readBlocks()
    reader.joinSpans()
    return reader.found
  }

  private init(_ draft: Draft) {
    bytes = draft.text.bytes
    format = draft.format
    blocks = draft.blocks
  }

  private mutating func readBlocks() {
    var ends: [Int]?
    var isAtTop = true
    for index in blocks.indices {
      let kind = blocks[index].outline.kind
      if kind.isProse, format != .asciidoc, !blocks[index].shared.marks.contents.contains(.comments) {
        if kind != .heading { isAtTop = false }
        continue
      }
      let block = blocks[index]
      switch kind {
      case .comment:
        let directives = SuppressionDirective.read(bytes, in: block.outline.range)
        guard !directives.isEmpty else { continue }
        let known = ends ?? endsOfNextBlocks()
        ends = known
        let comment = directives.count == 1 ? block.outline.range : nil
        for directive in directives { add(directive, upTo: known[index], isAtTop: isAtTop, comment) }
      case .frontMatter:
        // Comments before the first key are no part of the block.
        let start = index == 0 ? 0 : block.outline.range.lowerBound
        for directive in SuppressionDirective.readFrontMatter(bytes, in: start..<block.outline.range.upperBound) {
          add(directive, upTo: directive.range.upperBound, isAtTop: isAtTop, nil)
        }
      default:
        readInside(block)
        if block.outline.kind != .heading { isAtTop = false }
      }
    }
  }

  /// For each block where the next one that is no comment ends; a list, quotation or table counts as one.
  private func endsOfNextBlocks() -> [Int] {
    var ends = [Int](repeating: bytes.count, count: blocks.count)
    var next = bytes.count
    /// Where the block behind ends, with all that is in the same container.
    var end = bytes.count
    for index in blocks.indices.reversed() {
      ends[index] = next
      let outline = blocks[index].outline
      let isJoined =
        outline.container != nil && index + 1 < blocks.count && blocks[index + 1].outline.container == outline.container
      if !isJoined { end = outline.range.upperBound }
      if outline.kind != .comment { next = end }
    }
    return ends
  }

  private mutating func add(_ directive: SuppressionDirective, upTo end: Int, isAtTop: Bool, _ comment: Range<Int>?) {
    let start = directive.range.upperBound
    switch directive.form {
    case .ignore: found.append(Suppression(directive, covering: start..<max(start, end), comment: comment))
    case .file where isAtTop: found.append(Suppression(directive, covering: start..<bytes.count, comment: comment))
    case .file: found.append(Suppression(directive, covering: start..<start, flaw: .isNotAtTop, comment: comment))
    case .begin, .end: found.append(Suppression(directive, covering: start..<start, comment: comment))
    }
  }

  // MARK: Inside blocks

  private mutating func readInside(_ block: DraftBlock) {
    for inline in block.facts.content.inlines where inline.kind == .comment || inline.kind == .html {
      readInline(withoutSpace(block.absolute(inline.range)), of: block)
    }
    // AsciiDoc leaves lines of comments out of the paragraph around them.
    guard format == .asciidoc else { return }
    for (before, after) in zip(block.outline.segments, block.outline.segments.dropFirst())
    where before.upperBound < after.lowerBound {
      readInline(withoutSpace(before.upperBound..<after.lowerBound), of: block)
    }
  }

  private mutating func readInline(_ comment: Range<Int>, of block: DraftBlock) {
    let directives = SuppressionDirective.read(bytes, in: comment)
    guard !directives.isEmpty else { return }
    let whole = block.outline.range
    let line = line(of: comment)
    let before = line.lowerBound..<comment.lowerBound
    let after = comment.upperBound..<line.upperBound
    let hasText = [before, after].contains { part in
      part.clamped(to: whole).contains { bytes[$0] > 0x20 }
    }
    let covered = hasText ? line : comment.upperBound..<max(comment.upperBound, whole.upperBound)
    for directive in directives {
      switch directive.form {
      case .ignore:
        found.append(
          Suppression(directive, covering: covered, comment: directives.count == 1 && hasText ? comment : nil))
      case .file, .begin, .end: add(directive, upTo: whole.upperBound, isAtTop: false, nil)
      }
    }
  }

  private func withoutSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    return start..<end
  }

  /// The lines that hold a comment; comments come in order, so that no byte is looked at twice.
  private mutating func line(of comment: Range<Int>) -> Range<Int> {
    if line.contains(comment.lowerBound), comment.upperBound <= line.upperBound { return line }
    var start = comment.lowerBound
    if line.contains(start) { start = line.lowerBound }
    while start > line.upperBound, !isLineEnd(bytes[start - 1]) { start -= 1 }
    var end = comment.upperBound
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    line = start..<end
    return line
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  // MARK: Spans

  /// Gives each beginning the end that closes it, or the end of the draft.
  private mutating func joinSpans() {
    var open: [Int] = []
    for index in found.indices {
      switch found[index].directive.form {
      case .ignore, .file: continue
      case .begin: open.append(index)
      case .end:
        guard let place = opened(by: found[index].directive, among: open) else {
          found[index].flaw = .endsNothing
          continue
        }
        let begin = open.remove(at: place)
        found[begin].covered = found[begin].covered.lowerBound..<found[index].directive.range.lowerBound
      }
    }
    for index in open { found[index].covered = found[index].covered.lowerBound..<bytes.count }
  }

  /// The latest beginning; one of the same rules where the end names some.
  private func opened(by end: SuppressionDirective, among open: [Int]) -> Int? {
    guard !end.targets.isEmpty else { return open.indices.last }
    let wanted = end.targets.map(\.prefix)
    return open.suffix(64).indices.last { found[open[$0]].directive.targets.map(\.prefix) == wanted }
  }
}
