package import ProseText

/// Names for findings that stay the same while the draft around them is edited, 16 hexadecimal digits each.
///
/// A fingerprint hashes (FNV-1a, 64 bits) the rule, the path, the marked words and up to three words on each side;
/// letter case and white space do not count. Findings that agree in all of it are numbered in the order of the text, so
/// that no two of one draft have the same name.
///
/// - Parameter findings: of one draft, sorted by place.
package func fingerprints(of findings: [Finding], in text: SourceText, path: String) -> [String] {
  var twins: [UInt64: Int] = [:]
  return findings.map { finding in
    var identity = Array("\(finding.rule)\u{1F}\(path)".utf8)
    let marked = finding.range.clamped(to: 0..<text.count)
    appendWords(of: wordsBefore(marked.lowerBound, text.bytes), text.bytes, to: &identity)
    appendWords(of: marked, text.bytes, to: &identity)
    appendWords(of: wordsAfter(marked.upperBound, text.bytes), text.bytes, to: &identity)
    let key = foldedKey(String(decoding: identity, as: UTF8.self))
    let occurrence = twins[key, default: 0]
    twins[key] = occurrence + 1
    return hexadecimal(occurrence == 0 ? key : foldedKey("\(hexadecimal(key))\u{1F}\(occurrence)"))
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

private func wordsBefore(_ offset: Int, _ bytes: [UInt8]) -> Range<Int> {
  let limit = max(0, offset - bytesAround)
  var at = offset
  for _ in 0..<wordsAround {
    while at > limit, isSpace(bytes[at - 1]) { at -= 1 }
    while at > limit, !isSpace(bytes[at - 1]) { at -= 1 }
  }
  return at..<offset
}

private func wordsAfter(_ offset: Int, _ bytes: [UInt8]) -> Range<Int> {
  let limit = min(bytes.count, offset + bytesAround)
  var at = offset
  for _ in 0..<wordsAround {
    while at < limit, isSpace(bytes[at]) { at += 1 }
    while at < limit, !isSpace(bytes[at]) { at += 1 }
  }
  return offset..<at
}

private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
