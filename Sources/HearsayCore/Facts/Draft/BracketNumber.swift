import ProseText

/// "[4]"
struct BracketNumber: Sendable {
  var number: Int
  var terms: Range<Int>
  /// It opens a line, as the entries of a list of references do.
  var opensLine: Bool
}

extension Passage {
  /// "[4]": numbers alone in brackets, and whether they open a line, as the entries of a list do.
  func bracketNumbers() -> [BracketNumber] {
    // Most blocks have no bracket, and bytes are looked through faster than terms.
    guard bytes.first(0x5B) != nil else { return [] }
    return terms.indices.compactMap { index in
      guard isMark(index, 0x5B), terms[index + 1].kind == .number, isMark(index + 2, 0x5D),
        let number = Int(string(terms[index + 1].range))
      else { return nil }
      return BracketNumber(
        number: number, terms: index..<index + 3, opensLine: terms[index].shape.contains(.lineBefore))
    }
  }
}
