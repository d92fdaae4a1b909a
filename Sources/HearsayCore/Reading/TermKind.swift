import ProseText

/// What a term is made of: `TokenKind`, in the module that asks for it millions of times, where asking costs no call.
enum TermKind: UInt8, Sendable {
  case word, number, punctuation, symbol, opaque

  init(_ kind: TokenKind) {
    switch kind {
    case .word: self = .word
    case .number: self = .number
    case .punctuation: self = .punctuation
    case .symbol: self = .symbol
    case .opaque: self = .opaque
    }
  }
}

extension TokenKind {
  init(_ kind: TermKind) {
    switch kind {
    case .word: self = .word
    case .number: self = .number
    case .punctuation: self = .punctuation
    case .symbol: self = .symbol
    case .opaque: self = .opaque
    }
  }
}

/// How a term is written: `TokenShape`, in the module that asks for it millions of times.
struct TermShape: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ shape: TokenShape) { rawValue = shape.rawValue }

  static let spaceBefore = TermShape(rawValue: 1)
  static let capitalised = TermShape(rawValue: 2)
  static let allCaps = TermShape(rawValue: 4)
  static let hasDigit = TermShape(rawValue: 8)
  static let hasLetter = TermShape(rawValue: 16)
  static let lineBefore = TermShape(rawValue: 32)
  static let abbreviation = TermShape(rawValue: 64)
  static let innerCapital = TermShape(rawValue: 128)
}
