/// What is read beyond RFC 8259.
package struct JSONReadingOptions: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `// to the end of the line` and `/* block */` comments wherever white space may stand.
  package static let comments = JSONReadingOptions(rawValue: 1)
  /// One comma after the last element or member.
  package static let trailingCommas = JSONReadingOptions(rawValue: 2)
  /// A UTF-8 byte order mark before the value.
  package static let byteOrderMark = JSONReadingOptions(rawValue: 4)
  /// JSON with comments, as people keep it in files.
  package static let jsonc: JSONReadingOptions = [.comments, .trailingCommas, .byteOrderMark]
}
