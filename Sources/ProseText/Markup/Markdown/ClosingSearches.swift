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
