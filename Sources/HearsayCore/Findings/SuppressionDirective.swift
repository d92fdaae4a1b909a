import ProseText

/// Words to Hearsay in a comment: `hearsay-ignore HS101: reason` and its like.
struct SuppressionDirective: Sendable, Equatable {
  /// What it holds for; the raw value is what follows the keyword.
  enum Form: String, Sendable, CaseIterable {
    /// The text on its line, the rest of its paragraph or the next block.
    case ignore = ""
    case file = "-file"
    case begin = "-begin"
    case end = "-end"
  }

  /// A rule as it is named, and where.
  struct Target: Sendable, Equatable {
    var text: String
    var range: Range<Int>
    /// The id or the beginning of ids that it means, nil where there is no such rule.
    var prefix: String?
  }

  var form: Form
  /// From the keyword to the end of the reason.
  var range: Range<Int>
  /// Empty for all rules.
  var targets: [Target]
  var hasReason: Bool

  static let keyword = "hearsay-ignore"

  /// The directives of a comment, one a line; one counts only where it is the first word of its line.
  static func read(_ bytes: [UInt8], in comment: Range<Int>) -> [SuppressionDirective] {
    lines(of: bytes, in: comment).compactMap { SuppressionDirective(bytes, line: $0) }
  }

  /// The directives of front matter: in comments, and as values of a key `hearsay-ignore-file`.
  static func readFrontMatter(_ bytes: [UInt8], in block: Range<Int>) -> [SuppressionDirective] {
    var result: [SuppressionDirective] = []
    var isInList = false
    for line in lines(of: bytes, in: block) {
      var text = DirectiveScanner(bytes, line)
      text.skipMarks()
      let start = text.at
      if text.take(keyword + Form.file.rawValue), text.takeKeyEnd() {
        text.skipMarks()
        isInList = text.isAtEnd
        if !isInList { result.append(SuppressionDirective(valueFrom: start, text)) }
      } else if isInList, text.isListItem {
        result.append(SuppressionDirective(valueFrom: start, DirectiveScanner(bytes, start..<line.upperBound)))
      } else {
        isInList = false
        if let directive = SuppressionDirective(bytes, line: line) { result.append(directive) }
      }
    }
    return result
  }

  private init?(_ bytes: [UInt8], line: Range<Int>) {
    var text = DirectiveScanner(bytes, line)
    text.skipMarks()
    // A template's comment: "{% comment %}", "@@comment:".
    if text.take("comment") { text.skipMarks() }
    let start = text.at
    guard text.take(Self.keyword) else { return nil }
    form = Form.allCases.dropFirst().first { text.take($0.rawValue) } ?? .ignore
    guard text.isAtWordEnd else { return nil }
    let body = text.body
    if let colon = bytes[body].firstIndex(of: UInt8(ascii: ":")) {
      targets = DirectiveScanner.words(bytes, body.lowerBound..<colon)
      hasReason = bytes[colon + 1..<body.upperBound].contains { $0 > 0x20 }
    } else {
      // What stands there is no list: only what looks like a rule is meant as one.
      targets = Array(DirectiveScanner.words(bytes, body).prefix { $0.looksLikeRule })
      hasReason = false
    }
    range = start..<(body.isEmpty ? text.at : body.upperBound)
  }

  /// A value of front matter: "HS101, HS102: reason", or a reason for all rules.
  private init(valueFrom start: Int, _ text: DirectiveScanner) {
    let body = text.body
    form = .file
    (targets, hasReason) = ([], true)
    if let colon = text.bytes[body].firstIndex(of: UInt8(ascii: ":")) {
      let words = DirectiveScanner.words(text.bytes, body.lowerBound..<colon)
      if !words.isEmpty, words.allSatisfy(\.looksLikeRule) {
        targets = words
        hasReason = text.bytes[colon + 1..<body.upperBound].contains { $0 > 0x20 }
      }
    } else {
      let words = DirectiveScanner.words(text.bytes, body)
      if words.first?.looksLikeRule == true { (targets, hasReason) = (words.filter(\.looksLikeRule), false) }
    }
    range = start..<max(start + 1, body.upperBound)
  }

  private static func lines(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    bytes[range].split { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }
  }
}

extension SuppressionDirective.Target {
  /// Whether it is a rule, or is spelt as an id.
  fileprivate var looksLikeRule: Bool {
    if prefix != nil { return true }
    let word = text.uppercased()
    return word.hasPrefix("HS") && word.utf8.count > 2 && word.utf8.dropFirst(2).allSatisfy { $0 &- 0x30 < 10 }
  }
}

/// Goes over a line of a comment.
private struct DirectiveScanner {
  let bytes: [UInt8]
  private let end: Int
  private(set) var at: Int
  /// Marks in front of the words that ask for another at their end.
  private var pairs: [UInt8] = []

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    (at, end) = (line.lowerBound, line.upperBound)
  }

  var isAtEnd: Bool { at >= end }

  /// What opens comments in any format, bullets and quotation marks.
  mutating func skipMarks() {
    while at < end, Self.marks.contains(bytes[at]) {
      switch bytes[at] {
      case UInt8(ascii: "("): pairs.append(UInt8(ascii: ")"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): pairs.append(bytes[at])
      default: break
      }
      at += 1
    }
  }

  private static let marks = Set("<!-%/*#.[]:({\"'@>}~ \t".utf8)

  /// A bullet, with or without a quotation mark behind it, has been passed.
  var isListItem: Bool {
    var before = at - 1
    while before > 0, bytes[before] == 0x20 || pairs.contains(bytes[before]) { before -= 1 }
    return before >= 0 && bytes[before] == UInt8(ascii: "-") && at < end
  }

  /// Passes over a word, if it is the next.
  mutating func take(_ word: String) -> Bool {
    let length = word.utf8.count
    guard end - at >= length, bytes[at..<at + length].elementsEqual(word.utf8) else { return false }
    at += length
    return true
  }

  /// Passes over what parts a key from its value.
  mutating func takeKeyEnd() -> Bool {
    var next = at
    while next < end, Self.keyMarks.contains(bytes[next]) { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: ":") || bytes[next] == UInt8(ascii: "=") else { return false }
    at = next + 1
    return true
  }

  private static let keyMarks = Set(" \t\"'".utf8)

  var isAtWordEnd: Bool {
    guard at < end else { return true }
    let byte = bytes[at]
    return byte != UInt8(ascii: "-") && byte < 0x80 && !(byte | 0x20 &- 0x61 < 26) && !(byte &- 0x30 < 10)
      || Self.closing.contains { bytes[at..<end].starts(with: $0) }
  }

  /// The rest of the line, without what closes the comment and without white space at its ends.
  var body: Range<Int> {
    var stop = end
    var index = at
    while index < stop {
      if Self.closingFirsts.contains(bytes[index]),
        Self.closing.contains(where: { bytes[index..<end].starts(with: $0) })
      {
        stop = index
      }
      index += 1
    }
    var start = at
    while start < stop, bytes[start] <= 0x20 { start += 1 }
    while stop > start, bytes[stop - 1] <= 0x20 || pairs.contains(bytes[stop - 1]) { stop -= 1 }
    return start..<stop
  }

  private static let closing = ["-->", "--!>", "*/", "{%", "#}", "}}", "@@"].map { Array($0.utf8) }
  private static let closingFirsts = Set("-*{#}@".utf8)

  /// The words of a list of rules.
  static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [SuppressionDirective.Target] {
    bytes[range].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }.prefix(mostWords).map {
      word in
      let text = String(decoding: word, as: UTF8.self)
      return SuppressionDirective.Target(
        text: text, range: word.startIndex..<word.endIndex, prefix: RuleReference(text)?.prefix)
    }
  }

  /// More than there are rules.
  private static let mostWords = 100
}
