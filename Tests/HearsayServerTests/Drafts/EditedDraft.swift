import ProseText

/// An independent model of a document under edits: an array of scalars, nothing shared with the code under test.
struct EditedDraft {
  private(set) var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The index of a position as the protocol says: lines end after LF, CR LF or CR; too far is the end.
  func index(line: Int, character: Int, _ encoding: PositionEncoding) -> Int {
    var at = 0
    for _ in 0..<line {
      while at < scalars.count, scalars[at] != "\n", scalars[at] != "\r" { at += 1 }
      if at == scalars.count { return at }
      at += scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n" ? 2 : 1
    }
    var left = character
    while at < scalars.count, scalars[at] != "\n", scalars[at] != "\r" {
      let units =
        switch encoding {
        case .utf8: String(scalars[at]).utf8.count
        case .utf16: String(scalars[at]).utf16.count
        case .utf32: 1
        }
      if left < units { break }
      left -= units
      at += 1
    }
    return at
  }

  mutating func replace(_ start: Int, _ end: Int, with text: String) {
    scalars.replaceSubrange(min(start, end)..<max(start, end), with: Array(text.unicodeScalars))
  }

  /// How many lines there are.
  var lineCount: Int {
    var count = 1
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" || scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n") { count += 1 }
    }
    return count
  }
}
