/// A draft's bytes with the index of its lines.
///
/// Offsets are 0-based UTF-8 byte offsets into `bytes`, ranges half-open. The bytes should be valid UTF-8; other bytes
/// are carried through unchanged and never make anything here fail.
package struct SourceText: Sendable, Equatable {
  /// The draft, byte for byte as it was read.
  package private(set) var bytes: [UInt8]
  /// Where its lines begin.
  package private(set) var lines: LineIndex

  /// A text of the given bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// A text of the string's UTF-8.
  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// Replaces the bytes of `range`, which is clamped to the text, and brings the line index up to date.
  package mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    let clamped = range.clamped(to: 0..<bytes.count)
    bytes.replaceSubrange(clamped, with: replacement)
    lines.update(after: bytes, replaced: clamped, count: replacement.count)
  }

  /// The slice as a string; bytes that are not UTF-8 become U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
