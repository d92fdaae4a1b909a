/// Why bytes are not JSON, and where.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong at the offset.
  package enum Problem: Sendable, Hashable {
    case unexpectedEnd(expected: String)
    case unexpectedByte(UInt8, expected: String)
    case leadingZero
    case numberOutOfRange
    case controlCharacter(UInt8)
    case invalidEscape
    case invalidUTF8
    case unterminatedComment
    case tooDeep(limit: Int)
    case contentAfterValue
  }

  package let problem: Problem
  /// The byte, 0-based, at which the problem shows; the number of bytes where the text ends too early.
  package let offset: Int

  package init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// The problem in words, without its place.
  package var description: String {
    switch problem {
    case .unexpectedEnd(let expected): "the text ends where \(expected) is expected"
    case .unexpectedByte(let byte, let expected): "\(name(byte)) where \(expected) is expected"
    case .leadingZero: "a number with a leading zero"
    case .numberOutOfRange: "a number too large to hold"
    case .controlCharacter(let byte): "\(name(byte)) in a string must be written as an escape"
    case .invalidEscape: "no such escape in a string"
    case .invalidUTF8: "not valid UTF-8"
    case .unterminatedComment: "a comment without its end"
    case .tooDeep(let limit): "more than \(limit) arrays and objects inside one another"
    case .contentAfterValue: "more text after the end of the value"
    }
  }

  private func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
    case 0x20: "a space"
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line break"
    default: "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  /// The place in `bytes`, the text that was parsed: line and column from 1, columns in Unicode scalars.
  ///
  /// A line ends after `\n`, `\r\n` or `\r`.
  package func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for (index, byte) in bytes.prefix(offset).enumerated() {
      switch byte {
      case 0x0A where index > 0 && bytes[index - 1] == 0x0D: break
      case 0x0A, 0x0D:
        line += 1
        column = 1
      case 0x80..<0xC0: break
      default: column += 1
      }
    }
    return (line, column)
  }
}
