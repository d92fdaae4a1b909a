package import ProseText

/// Names for findings that stay the same while the draft around them is edited, 16 hexadecimal digits each.
///
/// A fingerprint hashes (FNV-1a, 64 bits) the rule, the path, the marked words and up to three words on each side, as far
/// as the paragraph goes; letter case and white space do not count. Findings that agree in all of it are numbered in the
/// order of the text, so that no two of one draft have the same name.
///
/// - Parameter findings: of one draft, sorted by place.
package func fingerprints(of findings: [Finding], in text: SourceText, path: String) -> [String] {
  var twins: [UInt64: Int] = [:]
  twins.reserveCapacity(findings.count)
  var identity: [UInt8] = []
  return findings.map { finding in
    identity.removeAll(keepingCapacity: true)
    identity += finding.rule.utf8
    identity.append(0x1F)
    identity += path.utf8
    let marked = finding.range.clamped(to: 0..<text.count)
    appendWords(of: wordsBefore(marked.lowerBound, text.bytes), text.bytes, to: &identity)
    appendWords(of: marked, text.bytes, to: &identity)
    appendWords(of: wordsAfter(marked.upperBound, text.bytes), text.bytes, to: &identity)
    // A cut inside a letter reads as a letter that is none.
    let isASCII = identity.allSatisfy { $0 < 0x80 }
    let key = isASCII ? foldedKey(identity) : foldedKey(String(decoding: identity, as: UTF8.self))
    let occurrence = twins[key, default: 0]
    twins[key] = occurrence + 1
    return hexadecimal(occurrence == 0 ? key : foldedKey("\(hexadecimal(key))\u{1F}\(occurrence)"))
  }
}

/// What a finding can be known again by, in parts, so that an edit on one side of it leaves the other.
package struct FindingContext: Sendable, Hashable {
  /// The marked words, with single spaces between them; a long range is cut.
  package let words: String
  /// Hash of all the marked words, 16 hexadecimal digits.
  package let marked: String
  /// How many words stand before them in the paragraph, at most six, and the hash of these; nil where there are none.
  package let before: String?
  /// The same for the words behind them.
  package let after: String?

  package init(of finding: Finding, in text: SourceText) {
    let range = finding.range.clamped(to: 0..<text.count)
    func words(_ range: Range<Int>) -> String {
      var bytes: [UInt8] = []
      appendWords(of: range, text.bytes, to: &bytes)
      return String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
    func side(_ range: Range<Int>) -> String? {
      let words = words(range).split(separator: " ")
      return words.isEmpty ? nil : "\(words.count)-\(hexadecimal(foldedKey(words.joined(separator: " "))))"
    }
    let marked = words(range)
    let shown = marked.unicodeScalars
    self.words = String(String.UnicodeScalarView(shown.prefix(60))) + (shown.count > 60 ? "…" : "")
    self.marked = hexadecimal(foldedKey(marked))
    before = side(wordsBefore(range.lowerBound, text.bytes, words: 6))
    after = side(wordsAfter(range.upperBound, text.bytes, words: 6))
  }

  /// Whether the words on one side at least are the same, and enough to tell places apart.
  package func isNear(_ other: FindingContext) -> Bool {
    func agree(_ left: String?, _ right: String?) -> Bool {
      guard let left, left == right else { return false }
      return left.utf8.first.map { $0 >= UInt8(ascii: "3") } ?? false
    }
    return marked == other.marked && (agree(before, other.before) || agree(after, other.after))
  }

  /// From what a file kept.
  package init(words: String, marked: String, before: String?, after: String?) {
    self.words = words
    self.marked = marked
    self.before = before
    self.after = after
  }
}

private let wordsAround = 3
/// A text without white space would otherwise be read to its end for each finding.
private let bytesAround = 96

/// Appends a separator, then the words with one space between them.
private func appendWords(of range: Range<Int>, _ bytes: [UInt8], to identity: inout [UInt8]) {
  identity.append(0x1F)
  var isBetweenWords = false
  var isFirst = true
  for byte in bytes[range] {
    if isSpace(byte) {
      isBetweenWords = true
      continue
    }
    if isBetweenWords, !isFirst { identity.append(0x20) }
    isBetweenWords = false
    isFirst = false
    identity.append(byte)
  }
}

private func wordsBefore(_ offset: Int, _ bytes: [UInt8], words: Int = wordsAround) -> Range<Int> {
  let limit = max(0, offset - bytesAround * words / wordsAround)
  var at = offset
  for _ in 0..<words {
    var next = at
    var lines = 0
    while next > limit, isSpace(bytes[next - 1]) {
      next -= 1
      if bytes[next] == 0x0A { lines += 1 }
    }
    // A blank line ends the paragraph.
    if lines > 1 { break }
    at = next
    while at > limit, !isSpace(bytes[at - 1]) { at -= 1 }
  }
  return at..<offset
}

private func wordsAfter(_ offset: Int, _ bytes: [UInt8], words: Int = wordsAround) -> Range<Int> {
  let limit = min(bytes.count, offset + bytesAround * words / wordsAround)
  var at = offset
  for _ in 0..<words {
    var next = at
    var lines = 0
    while next < limit, isSpace(bytes[next]) {
      if bytes[next] == 0x0A { lines += 1 }
      next += 1
    }
    if lines > 1 { break }
    at = next
    while at < limit, !isSpace(bytes[at]) { at += 1 }
  }
  return offset..<at
}

private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

private func hexadecimal(_ value: UInt64) -> String {
  String(unsafeUninitializedCapacity: 16) { buffer in
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - place * 4)) & 0xF
      buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
    return 16
  }
}
