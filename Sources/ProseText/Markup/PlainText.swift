/// Reads plain text: blocks are parted by blank lines, single line breaks inside one are soft.
///
/// A short line without final punctuation before a longer one is a heading. A line that consists of
/// `hearsay-ignore HS101: reason` is a comment.
enum PlainText {
  static func outline(of bytes: [UInt8]) -> Outline {
    var blocks: [BlockOutline] = []
    var lines: [Range<Int>] = []
    var hasProse = false
    func close() {
      defer { lines.removeAll(keepingCapacity: true) }
      var rest = lines[...]
      while let first = rest.first, isSuppression(bytes, first) {
        blocks.append(BlockOutline(kind: .comment, range: first, segments: [first]))
        rest = rest.dropFirst()
      }
      guard !rest.isEmpty else { return }
      appendParagraph(Array(rest), in: bytes, isFirstOfDraft: !hasProse, to: &blocks)
      hasProse = true
    }
    var at = 0
    bytes.withUnsafeBufferPointer { buffer in
      while at < buffer.count {
        var end = at
        while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
        let content = trimmed(buffer, at..<end)
        if content.isEmpty { close() } else { lines.append(content) }
        if end < buffer.count, buffer[end] == 0x0D, end + 1 < buffer.count, buffer[end + 1] == 0x0A { end += 1 }
        at = end + 1
      }
    }
    close()
    return Outline(blocks: blocks)
  }

  static func content(of block: BlockOutline, in bytes: [UInt8]) -> BlockContent {
    let start = block.range.lowerBound
    return BlockContent(prose: block.segments.map { ($0.lowerBound - start)..<($0.upperBound - start) })
  }

  private static func isSuppression(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes[line].starts(with: Array("hearsay-ignore".utf8))
  }
}

/// The range without white space at its ends (space, tab, form feed, vertical tab, a byte order mark in front).
func trimmed(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  if start == 0, end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
  while start < end, isBlank(buffer[start]) { start += 1 }
  while end > start, isBlank(buffer[end - 1]) { end -= 1 }
  return start..<end
}

@inline(__always)
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
}
