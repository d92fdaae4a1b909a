/// Finds a closing mark, and remembers its last answer: many opening marks before one closing mark cost one search.
struct ClosingSearch {
  private var from = Int.max
  private var found = -1

  /// Where `first`, `second` and `third` (none where zero) next stand in a row from `start` on.
  ///
  /// The marks must be the same ones at every call.
  mutating func next(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, _ first: UInt8, _ second: UInt8 = 0, _ third: UInt8 = 0
  ) -> Int? {
    if start < from || start > found {
      from = start
      found = start
      while found < buffer.count {
        if buffer[found] == first,
          second == 0 || found + 1 < buffer.count && buffer[found + 1] == second,
          third == 0 || found + 2 < buffer.count && buffer[found + 2] == third
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

/// The searches of one block.
struct ClosingSearches {
  var comment = ClosingSearch()
  var instruction = ClosingSearch()
  var declaration = ClosingSearch()
  var characterData = ClosingSearch()
  var doubleDollar = ClosingSearch()
  var doubleBrace = ClosingSearch()
  var percentBrace = ClosingSearch()

  private static let longestRun = 80
  /// For each length the place of the last run of backticks seen.
  private var runs: [Int] = []
  private var hasSeenAllRuns = false

  /// Behind the run of exactly `length` backticks that closes a code span whose content begins at `start`.
  mutating func codeEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, length: Int) -> Int? {
    guard length <= Self.longestRun else { return nil }
    if runs.isEmpty { runs = Array(repeating: -1, count: Self.longestRun + 1) }
    if hasSeenAllRuns, runs[length] < start { return nil }
    var at = start
    while true {
      while at < buffer.count, buffer[at] != UInt8(ascii: "`") { at += 1 }
      guard at < buffer.count else {
        hasSeenAllRuns = true
        return nil
      }
      let run = at
      while at < buffer.count, buffer[at] == UInt8(ascii: "`") { at += 1 }
      if at - run <= Self.longestRun { runs[at - run] = run }
      if at - run == length { return at }
    }
  }
}
