import ProseText

extension Passage {
  /// A key that a noun's singular and plural share: "arrest", "arrests"; "city", "cities".
  func nounKey(_ index: Int) -> UInt64 {
    let range = terms[index].range
    let count = range.count
    guard count > 3, byte(range.upperBound - 1) | 0x20 == 0x73, byte(range.upperBound - 2) | 0x20 != 0x73 else {
      return terms[index].key
    }
    let word = bytes[range]
    if count > 4, byte(range.upperBound - 2) | 0x20 == 0x65, byte(range.upperBound - 3) | 0x20 == 0x69 {
      return foldedKey(word.dropLast(3), [0x79])
    }
    return foldedKey(word.dropLast())
  }
}
