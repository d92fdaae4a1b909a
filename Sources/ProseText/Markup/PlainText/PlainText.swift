/// Reads plain text: blocks are parted by blank lines, single line breaks inside one are soft.
///
/// A short line without final punctuation before a longer one is a heading, and so is a line with a rule of `=` or `-`
/// under it. A line that opens with a bullet or a number is an item of a list. Lines of dashes, asterisks and the like
/// part blocks. A line that begins with `hearsay-ignore` is a comment.
enum PlainText: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = PlainTextReader(bytes, buffer)
      reader.readAll()
      return reader.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    let start = block.range.lowerBound
    return BlockContent(prose: block.segments.map { ($0.lowerBound - start)..<($0.upperBound - start) })
  }
}

/// Gathers lines up to the next blank one and makes blocks of them.
private struct PlainTextReader {
  private let bytes: [UInt8]
  private let buffer: UnsafeBufferPointer<UInt8>
  private(set) var outline = Outline(blocks: [])
  /// The lines since the last blank one, trimmed.
  private var lines: [Range<Int>] = []
  private var hasProse = false
  /// The list to which the last block belongs; a blank line does not end it.
  private var list: (marker: PlainListMarker, number: Int)?
  /// The last item of that list or one around it that has a number.
  private var numbered: (marker: PlainListMarker, list: Int)?
  private var lists = 0
  /// The last block's line where it opens no list for sure: "2. Methods", alone between blank lines.
  private var numberedTitle: Range<Int>?

  init(_ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.buffer = buffer
  }

  mutating func readAll() {
    var at = 0
    while at < buffer.count {
      var end = at
      while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
      let content = trimmed(buffer, at..<end)
      if content.isEmpty {
        close()
      } else if isSuppression(content) {
        close()
        outline.blocks.append(BlockOutline(kind: .comment, range: content, segments: [content]))
      } else if isRule(content) {
        closeAboveRule(content)
      } else {
        lines.append(content)
      }
      if end < buffer.count, buffer[end] == 0x0D, end + 1 < buffer.count, buffer[end + 1] == 0x0A { end += 1 }
      at = end + 1
    }
    close()
  }

  /// Makes blocks of the lines gathered.
  private mutating func close() {
    defer { lines.removeAll(keepingCapacity: true) }
    var rest = lines[...]
    while let first = rest.first {
      if let item = itemMarker(at: rest.startIndex, from: rest.startIndex) {
        let end = endOfItem(rest.startIndex, item)
        appendItem(rest[..<end], item)
        rest = rest[end...]
      } else {
        let items = rest.indices.dropFirst().first { itemMarker(at: $0, from: rest.startIndex) != nil }
        let end = items ?? rest.endIndex
        endLists()
        closeNumberedTitle()
        appendParagraph(Array(rest[..<end]), in: bytes, isFirstOfDraft: !hasProse, to: &outline.blocks)
        rest = rest[end...]
      }
      hasProse = hasProse || !first.isEmpty
    }
  }

  private func isSuppression(_ line: Range<Int>) -> Bool {
    guard buffer[line].starts(with: Self.suppression) else { return false }
    let behind = line.lowerBound + Self.suppression.count
    return behind == line.upperBound || buffer[behind] < 0x80 && !(buffer[behind] | 0x20 &- 0x61 < 26)
  }

  private static let suppression = Array("hearsay-ignore".utf8)

  // MARK: Rules

  /// Whether a line is three and more of one of the marks with which typists draw a line.
  private func isRule(_ line: Range<Int>) -> Bool {
    let first = buffer[line.lowerBound]
    switch first {
    case 0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x23, 0x2B:
      return line.count >= 3 && buffer[line].allSatisfy { $0 == first || isBlank($0) }
    default: return false
    }
  }

  private mutating func closeAboveRule(_ rule: Range<Int>) {
    let mark = buffer[rule.lowerBound]
    if lines.count == 1, let line = lines.first, mark == 0x3D || mark == 0x2D,
      PlainListMarker(buffer, line) == nil, !endsSentence(line, in: bytes)
    {
      outline.blocks.append(
        BlockOutline(kind: .heading, range: line, segments: [line], level: mark == 0x3D ? 1 : 2))
      lines.removeAll(keepingCapacity: true)
      hasProse = true
    }
    close()
    endLists()
  }

  // MARK: Lists

  /// The marker of the line at `index` where it opens an item; `first` is the first line of the block.
  ///
  /// Where lines are wrapped by hand, one may begin with a dash or a number by chance: inside a block a marker counts
  /// behind a colon, behind another item, or where a second line has its like.
  private func itemMarker(at index: Int, from first: Int) -> PlainListMarker? {
    guard let marker = PlainListMarker(buffer, lines[index]), !isSignedNumber(lines[index]) else { return nil }
    if index == first || marker.isBullet { return marker }
    if buffer[lines[index - 1].upperBound - 1] == 0x3A { return marker.number ?? 1 == 1 ? marker : nil }
    guard index + 1 < lines.count, marker.number ?? 1 == 1 else { return nil }
    // The next item follows within few lines; looking no further keeps the reading linear.
    let near = (index + 1)..<min(index + 9, lines.count)
    return near.contains { PlainListMarker(buffer, lines[$0])?.follows(marker) ?? false } ? marker : nil
  }

  /// "- 2 degrees": a text of this one line is a number with its sign, and no list.
  private func isSignedNumber(_ line: Range<Int>) -> Bool {
    outline.blocks.isEmpty && lines.count == 1 && line.upperBound == buffer.count && line.count > 2
      && buffer[line.lowerBound] == 0x2D && buffer[line.lowerBound + 1] == 0x20
      && buffer[line.lowerBound + 2] &- 0x30 < 10
  }

  /// Where the item ends that opens with the line at `index`.
  private func endOfItem(_ index: Int, _ marker: PlainListMarker) -> Int {
    var end = index + 1
    while end < lines.count {
      if let next = PlainListMarker(buffer, lines[end]),
        next.follows(marker) || next.number == 1 || goesOnCounting(next) || itemMarker(at: end, from: index) != nil
      {
        break
      }
      // Text that is not set in, after a stop, is a paragraph of its own.
      let isSetIn = indent(lines[end]) > indent(lines[index])
      if !isSetIn, endsSentence(lines[end - 1], in: bytes), opensSentence(lines[end], in: bytes) { break }
      end += 1
    }
    return end
  }

  /// A numbered line is a title where a paragraph follows in place of the next item.
  private mutating func closeNumberedTitle() {
    guard let title = numberedTitle, outline.blocks.last?.kind == .listItem else { return }
    outline.blocks[outline.blocks.count - 1] = BlockOutline(kind: .heading, range: title, segments: [title], level: 2)
    numberedTitle = nil
  }

  private func indent(_ line: Range<Int>) -> Int {
    var start = line.lowerBound
    while start > 0, isBlank(buffer[start - 1]) { start -= 1 }
    return line.lowerBound - start
  }

  /// Whether a list around the open one goes on.
  private func goesOnCounting(_ marker: PlainListMarker) -> Bool {
    numbered.map { marker.number != nil && marker.follows($0.marker) } ?? false
  }

  private mutating func endLists() {
    list = nil
    numbered = nil
  }

  private mutating func appendItem(_ item: ArraySlice<Range<Int>>, _ marker: PlainListMarker) {
    guard let first = item.first, let last = item.last else { return }
    if let open = list, marker.continues(open.marker) {
      list = (marker, open.number)
      numberedTitle = nil
    } else if let outer = numbered, marker.follows(outer.marker) {
      list = (marker, outer.list)
      numberedTitle = nil
    } else {
      lists += 1
      list = (marker, lists)
      let isTitle = marker.number != nil && lines.count == 1 && readsAsTitle(first, in: bytes, isFirstOfDraft: false)
      numberedTitle = isTitle ? first : nil
    }
    if let list, marker.number != nil { numbered = (marker, list.number) }
    let content = [marker.content..<first.upperBound] + item.dropFirst()
    outline.blocks.append(
      BlockOutline(
        kind: .listItem, range: marker.content..<last.upperBound, segments: joinedLines(content[...]),
        container: list?.number))
  }
}
