/// Addresses on the net: "https://example.org/page", "www.example.org", "name@example.org".
extension Tokenizer {
  /// Whether the byte at `at` makes the word from `start` an address.
  @inline(__always)
  func isAddress(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int, _ end: Int) -> Bool {
    switch buffer[at] {
    case 0x40: at + 1 < end && isLetterOrDigit(buffer[at + 1])
    case 0x3A: at + 2 < end && buffer[at + 1] == 0x2F && buffer[at + 2] == 0x2F
    case 0x2E:
      at - start == 3 && buffer[start] | 0x20 == 0x77 && buffer[start + 1] | 0x20 == 0x77
        && buffer[start + 2] | 0x20 == 0x77 && at + 1 < end && isLetterOrDigit(buffer[at + 1])
    default: false
    }
  }

  /// An address runs to the next white space or quotation mark, less the marks that end a clause.
  mutating func address(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    var open = 0
    while at < end, !endsAddress(buffer, at, end) {
      if buffer[at] == 0x28 { open += 1 } else if buffer[at] == 0x29 { open -= 1 }
      at += 1
    }
    trimming: while at > start + 1 {
      switch buffer[at - 1] {
      case 0x29:
        // A bracket that the address opened is its own.
        guard open < 0 else { break trimming }
        open += 1
        at -= 1
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x5D, 0x27: at -= 1
      default: break trimming
      }
    }
    append(start, at, .opaque, [.hasLetter], 0)
    return at
  }

  private func endsAddress(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let byte = buffer[at]
    if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 { return true }
    guard byte >= 0xC2, at + 1 < end else { return false }
    // The no-break space; general punctuation, which holds the other spaces, quotation marks, dashes and the ellipsis.
    return byte == 0xC2 && buffer[at + 1] == 0xA0 || byte == 0xE2 && buffer[at + 1] == 0x80
  }
}
