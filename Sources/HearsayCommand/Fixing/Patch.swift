import ProseText
import HearsayCore

/// A unified diff of one file, as `git apply` and `patch -p1` take it.
///
/// - Parameters:
///   - edits: sorted and disjoint.
///   - isForTerminal: whether a person sees it at once, so that control characters in the draft are made visible.
func patch(of path: String, _ old: [UInt8], _ edits: [TextEdit], isForTerminal: Bool) -> [UInt8] {
  let lines = PatchLines(old)
  let changes = lines.changes(edits, in: old)
  guard !changes.isEmpty else { return [] }
  var bytes = Array("--- \(patchName("a/" + path))\n+++ \(patchName("b/" + path))\n".utf8)
  func add(_ mark: Character, _ line: ArraySlice<UInt8>) {
    let isEnded = line.last == 0x0A
    let content = isEnded ? line.dropLast() : line
    bytes += Array(String(mark).utf8)
    bytes += isForTerminal ? Array(visible(String(decoding: content, as: UTF8.self)).utf8) : Array(content)
    bytes.append(0x0A)
    if !isEnded { bytes += Array("\\ No newline at end of file\n".utf8) }
  }
  var shift = 0
  var index = 0
  while index < changes.count {
    var last = index
    while last + 1 < changes.count, changes[last + 1].lines.lowerBound - changes[last].lines.upperBound <= 2 * context {
      last += 1
    }
    let group = changes[index...last]
    let start = max(0, changes[index].lines.lowerBound - context)
    let end = min(lines.count, changes[last].lines.upperBound + context)
    let added = group.reduce(0) { $0 + $1.new.count - $1.lines.count }
    bytes += Array("@@ -\(start + 1),\(end - start) +\(start + 1 + shift),\(end - start + added) @@\n".utf8)
    var at = start
    for change in group {
      for line in at..<change.lines.lowerBound { add(" ", old[lines[line]]) }
      for line in change.lines { add("-", old[lines[line]]) }
      for line in change.new { add("+", line[...]) }
      at = change.lines.upperBound
    }
    for line in at..<end { add(" ", old[lines[line]]) }
    shift += added
    index = last + 1
  }
  return bytes
}

/// How many unchanged lines stand around a change.
private let context = 3

/// Lines that follow one another, and what comes in their place.
private struct PatchChange {
  var lines: Range<Int>
  var new: [[UInt8]]
}

/// The lines of a text, each with its line feed.
private struct PatchLines {
  private let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      ranges.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  subscript(line: Int) -> Range<Int> { ranges[line] }

  /// The changes of whole lines that edits of bytes come to.
  func changes(_ edits: [TextEdit], in bytes: [UInt8]) -> [PatchChange] {
    var groups: [(lines: Range<Int>, edits: [TextEdit])] = []
    for edit in edits where !ranges.isEmpty {
      let first = line(of: edit.range.lowerBound)
      let last = line(of: max(edit.range.lowerBound, edit.range.upperBound - 1))
      // A removed line end joins two lines.
      let end =
        edit.range.upperBound == ranges[last].upperBound && !edit.newText.utf8.hasSuffix(0x0A) && last + 1 < count
      let lines = first..<(last + (end && edit.range.lowerBound > ranges[first].lowerBound ? 2 : 1))
      if let previous = groups.last, lines.lowerBound < previous.lines.upperBound {
        groups[groups.count - 1].lines = previous.lines.lowerBound..<max(previous.lines.upperBound, lines.upperBound)
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((lines, [edit]))
      }
    }
    return groups.map { lines, edits in
      let start = ranges[lines.lowerBound].lowerBound
      let own = Array(bytes[start..<ranges[lines.upperBound - 1].upperBound])
      let moved = edits.map {
        TextEdit(range: $0.range.lowerBound - start..<$0.range.upperBound - start, newText: $0.newText)
      }
      let fixed = own.applying(moved)
      return PatchChange(lines: lines, new: PatchLines(fixed).ranges.map { Array(fixed[$0]) })
    }
  }

  private func line(of offset: Int) -> Int {
    max(0, ranges.firstPlace { $0.lowerBound > offset } - 1)
  }
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ byte: UInt8) -> Bool { last == byte }
}

/// A name as git writes it: quoted where a character in it would end it or a terminal would obey it.
private func patchName(_ path: String) -> String {
  let isPlain = path.unicodeScalars.allSatisfy { visible($0) == $0 && $0 != "\"" && $0 != "\\" }
  if isPlain { return path.contains(" ") ? path + "\t" : path }
  var result = "\""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += "\\\(Character(Unicode.Scalar(byte)))"
    case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }
  return result + "\""
}
