/// Groups a block's tokens into sentences.
///
/// A sentence ends at a stop, question or exclamation mark with the quotation marks and brackets that close on it,
/// when what follows opens a sentence: a capital, a digit, an opening mark, something opaque. An abbreviation's dot ends
/// one only where the next word is one that usually opens a sentence.
package func sentences(of tokens: [Token], in bytes: [UInt8], at origin: Int) -> [Sentence] {
  var result: [Sentence] = []
  var first = 0
  bytes.withUnsafeBufferPointer { buffer in
    var index = 0
    while index < tokens.count {
      var next = index + 1
      if endsSentence(tokens, &next, buffer, origin) {
        append(tokens, first..<next, to: &result)
        first = next
      }
      index = next
    }
  }
  if first < tokens.count { append(tokens, first..<tokens.count, to: &result) }
  return result
}

private func append(_ tokens: [Token], _ range: Range<Int>, to result: inout [Sentence]) {
  guard let last = tokens[range].last else { return }
  result.append(Sentence(tokens: range, range: Int(tokens[range.lowerBound].start)..<Int(last.end)))
}

/// Whether a sentence ends with the token before `next`; moves `next` behind the marks that close on it.
private func endsSentence(
  _ tokens: [Token], _ next: inout Int, _ buffer: UnsafeBufferPointer<UInt8>, _ origin: Int
) -> Bool {
  let token = tokens[next - 1]
  let isAbbreviation = token.shape.contains(.abbreviation)
  guard isAbbreviation || isStop(token, buffer, origin) else { return false }
  while next < tokens.count, !tokens[next].shape.contains(.spaceBefore),
    isStop(tokens[next], buffer, origin) || closes(tokens[next], buffer, origin)
  {
    next += 1
  }
  guard next < tokens.count else { return true }
  let follower = tokens[next]
  // "dissent.Next": a missing space still parts two sentences where a capital follows a small letter.
  guard
    follower.shape.contains(.spaceBefore)
      || (follower.shape.contains(.capitalised) && follower.end - follower.start > 1)
  else { return false }
  if isAbbreviation {
    return !Abbreviations.opening.contains(token.key) && token.end - token.start > 2
      && SentenceOpeners.words.contains(follower.key) && follower.shape.contains(.capitalised)
  }
  return opensSentence(tokens, next, buffer, origin)
}

private func opensSentence(
  _ tokens: [Token], _ index: Int, _ buffer: UnsafeBufferPointer<UInt8>, _ origin: Int
) -> Bool {
  let token = tokens[index]
  switch token.kind {
  case .word:
    return token.shape.contains(.capitalised) || !hasCase(token, buffer, origin) || token.shape.contains(.lineBefore)
  case .number, .opaque, .symbol: return true
  case .punctuation:
    // An opening mark or a dash: what stands behind it decides.
    let byte = buffer[origin + Int(token.start)]
    if byte == 0x2C || byte == 0x3B || byte == 0x3A { return false }
    return index + 1 < tokens.count
      ? tokens[index + 1].kind != .word
        || tokens[index + 1].shape.contains(.capitalised) || byte == 0x28 || byte == 0x5B : true
  }
}

/// Small letters of scripts that have capitals; other scripts open sentences with any letter.
private func hasCase(_ token: Token, _ buffer: UnsafeBufferPointer<UInt8>, _ origin: Int) -> Bool {
  buffer[origin + Int(token.start)] < 0xE0
}

private func isStop(_ token: Token, _ buffer: UnsafeBufferPointer<UInt8>, _ origin: Int) -> Bool {
  guard token.kind == .punctuation else { return false }
  let byte = buffer[origin + Int(token.start)]
  if byte == 0x2E || byte == 0x21 || byte == 0x3F { return true }
  guard byte == 0xE2 || byte == 0xE3 else { return false }
  let at = origin + Int(token.start)
  // … ‽ 。
  return byte == 0xE2 && buffer[at + 1] == 0x80 && (buffer[at + 2] == 0xA6 || buffer[at + 2] == 0xBD)
    || byte == 0xE3 && buffer[at + 1] == 0x80 && buffer[at + 2] == 0x82
}

private func closes(_ token: Token, _ buffer: UnsafeBufferPointer<UInt8>, _ origin: Int) -> Bool {
  guard token.kind == .punctuation else { return false }
  let at = origin + Int(token.start)
  let byte = buffer[at]
  if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D { return true }
  if byte == 0xC2 { return buffer[at + 1] == 0xBB }
  return byte == 0xE2 && buffer[at + 1] == 0x80 && (buffer[at + 2] == 0x9D || buffer[at + 2] == 0x99)
}

/// Words that usually open a sentence when they follow a dot with a capital.
enum SentenceOpeners {
  static let words: Set<UInt64> = Set(
    """
    the a an this that these those he she it they we i you his her its their our there here in on at for from by with
    as after before when while if but and or so yet however although since because according another some many most
    both all each no not one two three last next now then what who where why how under over to of
    """.split { $0 == " " || $0 == "\n" }.map { foldedKey(String($0)) })
}
