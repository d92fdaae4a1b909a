/// Finds a closing mark, and remembers its last answer: many opening marks before one closing mark cost one search.
struct ClosingSearch {
  private var from = Int.max
  private var found = -1

  /// Where `first`, `second` and `third` (none where zero) next stand in a row from `start` on.
  ///
  /// The marks must be the same ones at every call; where a backslash escapes, marks behind one do not count.
  mutating func next(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, _ first: UInt8, _ second: UInt8 = 0, _ third: UInt8 = 0,
    isEscapable: Bool = false
  ) -> Int? {
    if start < from || start > found {
      from = start
      found = start
      while found < buffer.count {
        if buffer[found] == first,
          second == 0 || found + 1 < buffer.count && buffer[found + 1] == second,
          third == 0 || found + 2 < buffer.count && buffer[found + 2] == third,
          !isEscapable || found == 0 || buffer[found - 1] != UInt8(ascii: "\\")
        {
          break
        }
        found += 1
      }
      if found >= buffer.count { found = Int.max }
    }
    return found == Int.max ? nil : found
  }
}
