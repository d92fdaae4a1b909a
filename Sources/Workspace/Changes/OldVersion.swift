import ProseText

/// The version of a file before a change, and which of its lines are still there.
package struct OldVersion: Sendable, Equatable {
  package let bytes: [UInt8]
  /// For each line of the new version, the same line of the old one; nil where it is new.
  private let oldLines: [Int?]
  private let newStarts: [Int]
  private let oldStarts: [Int]

  /// Takes the change back from the new version; throws where the diff was made of other bytes.
  package init(before change: FileDiff, in new: [UInt8]) throws(Problem) {
    let lines = LineRanges(new)
    var old: [UInt8] = []
    var starts: [Int] = []
    var oldLines = [Int?](repeating: nil, count: lines.count)
    var at = 0
    func keep(_ line: Int) {
      oldLines[line] = starts.count
      starts.append(old.count)
      old += new[lines[line]]
    }
    for hunk in change.hunks {
      // A hunk without lines in the new version stands behind the line that it names.
      let first = hunk.newCount == 0 ? hunk.newStart : hunk.newStart - 1
      guard at <= first, first + hunk.newCount <= lines.count else { throw Self.unfit(first) }
      for line in at..<first { keep(line) }
      at = first
      for line in hunk.lines {
        if line.kind == .removed {
          starts.append(old.count)
          old += line.bytes + (line.isEnded ? [0x0A] : [])
          continue
        }
        guard at < lines.count, Self.isSame(new[lines[at]], line.bytes) else { throw Self.unfit(at) }
        if line.kind == .context { keep(at) }
        at += 1
      }
    }
    for line in at..<lines.count { keep(line) }
    bytes = old
    self.oldLines = oldLines
    newStarts = lines.starts
    oldStarts = starts
  }

  private static func unfit(_ line: Int) -> Problem {
    Problem(
      "the diff does not fit it at line \(line + 1)", remedy: "make the diff of the draft as it is now, or leave it out"
    )
  }

  /// Git may keep line endings otherwise than the working folder has them.
  private static func isSame(_ line: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    func content(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var bytes = bytes
      if bytes.last == 0x0A { bytes = bytes.dropLast() }
      if bytes.last == 0x0D { bytes = bytes.dropLast() }
      return bytes
    }
    return content(line) == content(other[...])
  }

  /// Whether a range of the new version touches a line that the old one did not have.
  package func isOnNewLine(_ range: Range<Int>) -> Bool {
    guard !oldLines.isEmpty else { return true }
    let first = line(of: range.lowerBound, newStarts)
    let last = line(of: max(range.lowerBound, range.upperBound - 1), newStarts)
    return oldLines[first...last].contains { $0 == nil }
  }

  /// Where in the old version the same bytes stand; nil where a line of them is new.
  package func oldRange(of range: Range<Int>) -> Range<Int>? {
    guard !oldLines.isEmpty, !isOnNewLine(range) else { return nil }
    let first = line(of: range.lowerBound, newStarts)
    let last = line(of: max(range.lowerBound, range.upperBound - 1), newStarts)
    guard let start = oldLines[first], let end = oldLines[last] else { return nil }
    let lower = oldStarts[start] + range.lowerBound - newStarts[first]
    let upper = oldStarts[end] + range.upperBound - newStarts[last]
    return lower <= upper ? lower..<upper : nil
  }

  private func line(of offset: Int, _ starts: [Int]) -> Int {
    max(0, starts.firstPlace { $0 > offset } - 1)
  }
}

/// The lines of a text as diffs count them: each ends behind a line feed, or at the end.
private struct LineRanges {
  let starts: [Int]
  private let end: Int

  init(_ bytes: [UInt8]) {
    var starts = bytes.isEmpty ? [] : [0]
    for index in bytes.indices where bytes[index] == 0x0A && index + 1 < bytes.count { starts.append(index + 1) }
    self.starts = starts
    end = bytes.count
  }

  var count: Int { starts.count }

  subscript(line: Int) -> Range<Int> { starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end) }
}
