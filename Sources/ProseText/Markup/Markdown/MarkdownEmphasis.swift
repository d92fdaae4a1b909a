/// Emphasis and strikethrough, by the delimiter algorithm of the CommonMark specification.
extension MarkdownInlineReader {
  mutating func readDelimiters() {
    let start = at
    let marker = buffer[at]
    while at < buffer.count, buffer[at] == marker { at += 1 }
    let isTilde = marker == UInt8(ascii: "~")
    if isTilde, at - start > 2 { return }
    let before = neighbour(before: start)
    let after = neighbour(after: at)
    let opens = after != .space && (after != .punctuation || before != .word)
    let closes = before != .space && (before != .punctuation || after != .word)
    let isUnderscore = marker == UInt8(ascii: "_")
    let canOpen = opens && (!isUnderscore || !closes || before == .punctuation)
    let canClose = closes && (!isUnderscore || !opens || after == .punctuation)
    guard canOpen || canClose else { return }
    delimiters.append(
      Delimiter(
        marker: marker, canOpen: canOpen, canClose: canClose, start: Int32(start), count: Int32(at - start),
        wholeCount: Int32(at - start)))
  }

  private enum Neighbour { case space, punctuation, word }

  private func neighbour(before position: Int) -> Neighbour {
    guard position > 0 else { return .space }
    var start = position - 1
    while start > 0, start > position - 4, buffer[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(start, position)
  }

  private func neighbour(after position: Int) -> Neighbour {
    position < buffer.count ? neighbour(position, buffer.count) : .space
  }

  private func neighbour(_ start: Int, _ end: Int) -> Neighbour {
    let byte = buffer[start]
    if byte < 0x80 { return byte <= 0x20 ? .space : isASCIIPunctuation(byte) ? .punctuation : .word }
    let value = decodeScalar(buffer, start, end).value
    guard let scalar = Unicode.Scalar(value) else { return .word }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .word
    }
  }

  /// Matches the delimiters from index `bottom` on, and drops them.
  mutating func processEmphasis(from bottom: Int) {
    guard bottom < delimiters.count else { return }
    if delimiters.count - bottom > 1 {
      let first = Int32(bottom)
      openerBottoms.removeAll(keepingCapacity: true)
      for _ in 0..<18 { openerBottoms.append(first) }
      for index in bottom..<delimiters.count {
        delimiters[index].previous = Int32(index - 1)
        delimiters[index].next = Int32(index + 1)
      }
      var closer = first
      while closer < delimiters.count { closer = close(at: closer, first) }
    }
    delimiters.removeLast(delimiters.count - bottom)
  }

  /// Looks for the opener of one closer; answers which delimiter to look at next.
  private mutating func close(at index: Int32, _ bottom: Int32) -> Int32 {
    let closer = delimiters[Int(index)]
    guard closer.canClose else { return closer.next }
    let key = openerKey(closer)
    var candidate = closer.previous
    while candidate >= openerBottoms[key] {
      if isOpener(delimiters[Int(candidate)], of: closer) {
        return match(Int(candidate), Int(index), bottom)
      }
      candidate = delimiters[Int(candidate)].previous
    }
    openerBottoms[key] = index
    if !closer.canOpen { unlink(Int(index), bottom) }
    return closer.next
  }

  /// Closers with one key reject the same openers.
  private func openerKey(_ closer: Delimiter) -> Int {
    let marker = closer.marker == UInt8(ascii: "*") ? 0 : closer.marker == UInt8(ascii: "_") ? 1 : 2
    return marker * 6 + (closer.canOpen ? 3 : 0) + Int(closer.wholeCount % 3)
  }

  private func isOpener(_ opener: Delimiter, of closer: Delimiter) -> Bool {
    guard opener.marker == closer.marker, opener.canOpen else { return false }
    if closer.marker == UInt8(ascii: "~") { return opener.count == closer.count }
    let isEitherBoth = opener.canClose || closer.canOpen
    return !isEitherBoth || (opener.wholeCount + closer.wholeCount) % 3 != 0
      || opener.wholeCount % 3 == 0 && closer.wholeCount % 3 == 0
  }

  private mutating func match(_ opener: Int, _ closer: Int, _ bottom: Int32) -> Int32 {
    let count = min(2, delimiters[opener].count, delimiters[closer].count)
    let start = Int(delimiters[opener].start + delimiters[opener].count - count)
    let end = Int(delimiters[closer].start + count)
    mask(start..<(start + Int(count)))
    mask((end - Int(count))..<end)
    inlines.append(Inline(kind: .emphasis, range: start..<end))
    delimiters[opener].next = Int32(closer)
    delimiters[closer].previous = Int32(opener)
    delimiters[opener].count -= count
    delimiters[closer].count -= count
    delimiters[closer].start += count
    if delimiters[opener].count == 0 { unlink(opener, bottom) }
    guard delimiters[closer].count == 0 else { return Int32(closer) }
    unlink(closer, bottom)
    return delimiters[closer].next
  }

  private mutating func unlink(_ index: Int, _ bottom: Int32) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= bottom { delimiters[Int(previous)].next = next }
    if next < delimiters.count { delimiters[Int(next)].previous = previous }
  }
}
