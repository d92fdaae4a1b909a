/// One line of a hunk, without its line feed.
struct DiffLine: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case context, removed, added }

  let kind: Kind
  let bytes: [UInt8]
  /// Whether a line feed follows in the file.
  var isEnded = true
}

/// Lines that follow one another in both versions of a file.
struct DiffHunk: Sendable, Equatable {
  /// The first line in the new version, from 1; with no lines there, the one before.
  let newStart: Int
  let newCount: Int
  var lines: [DiffLine]
}

/// What a diff says of one file.
package struct FileDiff: Sendable, Equatable {
  /// Nil where there was no such file.
  package internal(set) var oldPath: String?
  /// Nil where the file is gone.
  package internal(set) var newPath: String?
  var hunks: [DiffHunk] = []
  /// Whether its lines are not told.
  var isBinary = false
}

/// Reads unified diffs, of git, GNU diff and others; what stands around the files (mails, commit messages) is read over.
package struct UnifiedDiff: Sendable, Equatable {
  package private(set) var files: [FileDiff] = []

  /// Why a text is no diff, with the number of the line, from 1.
  package struct Malformation: Error, Sendable, Equatable {
    package let line: Int
    package let message: String
  }

  package init(_ bytes: [UInt8]) throws(Malformation) {
    var lines = DiffLines(bytes)
    while let line = lines.next() {
      if line.starts(with: "diff --git ".utf8) {
        files.append(FileDiff(gitHeader: line.dropFirst(11)))
      } else if line.starts(with: "rename from ".utf8), !files.isEmpty {
        files[files.count - 1].oldPath = diffPath(line.dropFirst(12))
      } else if line.starts(with: "rename to ".utf8), !files.isEmpty {
        files[files.count - 1].newPath = diffPath(line.dropFirst(10))
      } else if line.starts(with: "--- ".utf8), let next = lines.peek(), next.starts(with: "+++ ".utf8) {
        _ = lines.next()
        // Behind a header of git's own it is the same file.
        if files.last?.hunks.isEmpty != true || !lines.isInGitHeader { files.append(FileDiff()) }
        files[files.count - 1].name(old: diffPath(line.dropFirst(4)), new: diffPath(next.dropFirst(4)))
        lines.isInGitHeader = false
      } else if line.starts(with: "@@ ".utf8) {
        guard !files.isEmpty else { throw lines.malformation("no file is named before the first hunk") }
        files[files.count - 1].hunks.append(try lines.hunk(line))
      } else if line.starts(with: "@@@".utf8) {
        throw lines.malformation("it is a combined diff of a merge")
      } else if line.starts(with: "Binary files ".utf8) || line.starts(with: "GIT binary patch".utf8), !files.isEmpty {
        files[files.count - 1].isBinary = true
      }
      if line.starts(with: "diff --git ".utf8) { lines.isInGitHeader = true }
    }
  }
}

extension FileDiff {
  /// A file by its line `diff --git a/old b/new`, which counts where no other line names it.
  fileprivate init(gitHeader: ArraySlice<UInt8>) {
    // Both names are the same here, or `rename` lines follow: half of it is one of them.
    let half = gitHeader.startIndex + gitHeader.count / 2
    name(old: diffPath(gitHeader[..<half]), new: diffPath(gitHeader[min(half + 1, gitHeader.endIndex)...]))
  }

  /// Takes both names, without the one-letter folders that git puts before them.
  fileprivate mutating func name(old: String?, new: String?) {
    func hasPrefix(_ path: String) -> Bool {
      "abciow12".utf8.contains(path.utf8.first ?? 0) && path.dropFirst().first == "/"
    }
    let names = [old, new].compactMap(\.self)
    let arePrefixed = names.allSatisfy(hasPrefix) && Set(names.map { $0.prefix(2) }).count == names.count
    oldPath = old.map { arePrefixed ? String($0.dropFirst(2)) : $0 }
    newPath = new.map { arePrefixed ? String($0.dropFirst(2)) : $0 }
  }
}

/// The lines of a diff, and where in it reading is.
private struct DiffLines {
  private let bytes: [UInt8]
  private var at = 0
  private var number = 0
  /// Whether `--- ` and `+++ ` name the file of the last `diff --git`.
  var isInGitHeader = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line without its line feed, nil at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let line = peek() else { return nil }
    at = line.endIndex + 1
    number += 1
    return line
  }

  func peek() -> ArraySlice<UInt8>? {
    guard at < bytes.count else { return nil }
    return bytes[at..<(bytes[at...].firstIndex(of: 0x0A) ?? bytes.count)]
  }

  func malformation(_ message: String) -> UnifiedDiff.Malformation {
    UnifiedDiff.Malformation(line: number, message: message)
  }

  /// The hunk behind its first line, `@@ -1,2 +3,4 @@`.
  mutating func hunk(_ header: ArraySlice<UInt8>) throws(UnifiedDiff.Malformation) -> DiffHunk {
    var numbers = HunkNumbers(header)
    guard numbers.skip("@@ -"), let old = numbers.span(), numbers.skip(" +"), let new = numbers.span(),
      numbers.skip(" @@")
    else { throw malformation("it is not the beginning of a hunk") }
    var hunk = DiffHunk(newStart: new.start, newCount: new.count, lines: [])
    var (oldLeft, newLeft) = (old.count, new.count)
    while oldLeft > 0 || newLeft > 0 {
      guard let line = next() else { throw malformation("the diff ends inside a hunk") }
      // A mailer may have taken the space of an empty line away.
      switch line.first {
      case UInt8(ascii: " "), nil:
        hunk.lines.append(DiffLine(kind: .context, bytes: Array(line.dropFirst())))
        oldLeft -= 1
        newLeft -= 1
      case UInt8(ascii: "-"):
        hunk.lines.append(DiffLine(kind: .removed, bytes: Array(line.dropFirst())))
        oldLeft -= 1
      case UInt8(ascii: "+"):
        hunk.lines.append(DiffLine(kind: .added, bytes: Array(line.dropFirst())))
        newLeft -= 1
      case UInt8(ascii: "\\"): hunk.endWithoutLineFeed()
      default: throw malformation("a line of a hunk begins with neither space, + nor -")
      }
      guard oldLeft >= 0, newLeft >= 0 else { throw malformation("a hunk has more lines than it says") }
    }
    if peek()?.first == UInt8(ascii: "\\") {
      _ = next()
      hunk.endWithoutLineFeed()
    }
    return hunk
  }
}

extension DiffHunk {
  fileprivate mutating func endWithoutLineFeed() {
    if !lines.isEmpty { lines[lines.count - 1].isEnded = false }
  }
}

/// Reads the numbers of a hunk's first line.
private struct HunkNumbers {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
  }

  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// "3,4", or "3" for one line.
  mutating func span() -> (start: Int, count: Int)? {
    guard let start = number() else { return nil }
    guard skip(",") else { return (start, 1) }
    return number().map { (start, $0) }
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    // More digits than any file has lines.
    guard !digits.isEmpty, digits.count < 12 else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
