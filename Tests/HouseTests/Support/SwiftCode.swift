import Foundation

/// A Swift file with its comments and the words of its string literals blanked, so that what is left is code.
///
/// Code inside an interpolation is blanked with the literal around it.
struct SwiftCode: Sendable {
  /// From the package's folder on.
  let path: String
  let text: String

  /// Every Swift file below a folder of `Sources`, read once.
  static func files(in folder: String) throws -> [SwiftCode] {
    try sources.get().filter { $0.path.hasPrefix(folder + "/") }
  }

  private static let sources = Result {
    try PackageFolder.files(in: "Sources", endingIn: ".swift").map {
      SwiftCode(path: $0, source: try PackageFolder.text($0))
    }
  }

  init(path: String, source: String) {
    self.path = path
    var blanking = Blanking(source: Array(source.utf8))
    text = String(decoding: blanking.code(), as: UTF8.self)
  }

  /// The modules that the file imports, in order.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words.count > keyword + 1,
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      // `import struct Module.Type` names the module behind the kind.
      let name = words[(keyword + 1)...].first { !Self.importKinds.contains($0) }
      return name?.split(separator: ".").first.map(String.init)
    }
  }

  /// The places, as `path:line: code`, where a regular expression (of ICU, `^` and `$` at lines) matches.
  func places(of pattern: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
    let matches = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
    return matches.compactMap { Range($0.range, in: text) }.map { range in
      let line = text.utf8[..<range.lowerBound].count { $0 == 0x0A } + 1
      return "\(path):\(line): \(text[text.lineRange(for: range)].trimmingCharacters(in: .whitespacesAndNewlines))"
    }
  }

  private static let accessLevels: Set<Substring> = ["package", "public", "internal", "fileprivate", "private"]
  private static let importKinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}

/// Turns the bytes of comments and string literals into spaces; line breaks and the marks around a literal stay.
private struct Blanking {
  let source: [UInt8]
  private var result: [UInt8] = []
  private var at = 0

  init(source: [UInt8]) { self.source = source }

  mutating func code() -> [UInt8] {
    result.reserveCapacity(source.count)
    while at < source.count {
      if begins("//") {
        while at < source.count, source[at] != 0x0A { blank(1) }
      } else if begins("/*") {
        blankBlockComment()
      } else if let opening = openingOfLiteral() {
        blankLiteral(pounds: opening.pounds, marks: opening.marks)
      } else {
        keep(1)
      }
    }
    return result
  }

  /// `"`, `"""`, and both with `#` before them.
  private func openingOfLiteral() -> (pounds: Int, marks: Int)? {
    var pounds = 0
    while at + pounds < source.count, source[at + pounds] == UInt8(ascii: "#") { pounds += 1 }
    var marks = 0
    while at + pounds + marks < source.count, marks < 3, source[at + pounds + marks] == UInt8(ascii: "\"") {
      marks += 1
    }
    return marks == 0 ? nil : (pounds, marks == 2 ? 1 : marks)
  }

  private mutating func blankLiteral(pounds: Int, marks: Int) {
    let pound = String(repeating: "#", count: pounds)
    let closing = String(repeating: "\"", count: marks) + pound
    let escape = "\\" + pound
    keep(pounds + marks)
    var parentheses = 0
    while at < source.count, parentheses > 0 || !begins(closing) {
      if parentheses > 0 {
        if source[at] == UInt8(ascii: "(") { parentheses += 1 }
        if source[at] == UInt8(ascii: ")") { parentheses -= 1 }
        blank(1)
      } else if begins(escape) {
        if begins(escape + "(") { parentheses = 1 }
        blank(escape.utf8.count + 1)
      } else {
        blank(1)
      }
    }
    keep(closing.utf8.count)
  }

  private mutating func blankBlockComment() {
    var depth = 0
    repeat {
      let opens = begins("/*")
      let closes = begins("*/")
      if opens { depth += 1 }
      if closes { depth -= 1 }
      blank(opens || closes ? 2 : 1)
    } while depth > 0 && at < source.count
  }

  private func begins(_ text: String) -> Bool { source[at...].starts(with: text.utf8) }

  private mutating func keep(_ count: Int) {
    result += source[at..<min(at + count, source.count)]
    at += count
  }

  private mutating func blank(_ count: Int) {
    for byte in source[at..<min(at + count, source.count)] { result.append(byte == 0x0A ? 0x0A : 0x20) }
    at += count
  }
}
