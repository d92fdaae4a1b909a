import HearsayCore

/// A text with spans marked inline: `[S source]`, `[C cue]`, `[T content]`, in small letters inside a content.
///
/// In a file a paragraph stands on a line, a headline behind "# ", and an empty line parts texts.
struct AnnotatedText {
  var bytes: [UInt8] = []
  var outer: [LabelledSpan] = []
  var nested: [LabelledSpan] = []

  /// What is wrong with a file's marks.
  struct MarkError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var description: String { "\(file), line \(line): a mark is opened or closed out of turn" }
  }

  /// The texts of every `.txt` file in a folder, in the order of the files' names.
  static func read(folder: String) throws -> [AnnotatedText] {
    try readTexts(in: folder, read)
  }

  static func read(_ file: String, file name: String) throws -> [AnnotatedText] {
    var texts: [AnnotatedText] = []
    var text = AnnotatedText()
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty {
        if !text.bytes.isEmpty { texts.append(text) }
        text = AnnotatedText()
        continue
      }
      let paragraph = line.hasPrefix("# ") ? line.dropFirst(2) : line
      guard text.append(paragraph.utf8) else { throw MarkError(file: name, line: number + 1) }
    }
    if !text.bytes.isEmpty { texts.append(text) }
    return texts
  }

  /// Appends a paragraph without its marks; false where they do not match.
  private mutating func append(_ paragraph: Substring.UTF8View) -> Bool {
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    var open: [(role: AttributionLabel.Role, isNested: Bool, start: Int)] = []
    var rest = Array(paragraph)[...]
    while let byte = rest.first {
      if byte == 0x5B, rest.count > 2, let mark = Self.marks[rest[rest.startIndex + 1]] {
        guard open.count < 2, mark.isNested == !open.isEmpty else { return false }
        open.append((mark.role, mark.isNested, bytes.count))
        rest = rest.dropFirst(3)
      } else if byte == 0x5D {
        guard let mark = open.popLast() else { return false }
        let span = LabelledSpan(role: mark.role, terms: mark.start..<bytes.count)
        if mark.isNested { nested.append(span) } else { outer.append(span) }
        rest = rest.dropFirst()
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return open.isEmpty
  }

  private static let marks: [UInt8: (role: AttributionLabel.Role, isNested: Bool)] = [
    0x53: (.source, false), 0x43: (.cue, false), 0x54: (.content, false),
    0x73: (.source, true), 0x63: (.cue, true), 0x74: (.content, true),
  ]
}
