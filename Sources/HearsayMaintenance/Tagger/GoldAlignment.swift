import HearsayCore
import ProseText

/// Carries a treebank's tags over to our tokens.
enum GoldAlignment {
  /// A tag for each token; nil where the treebank has none that fits.
  static func tags(of tokens: [Token], _ bytes: [UInt8], _ gold: [GoldToken]) -> [PartOfSpeech?] {
    var first = 0
    return tokens.map { token in
      while first < gold.count, gold[first].range.upperBound <= Int(token.start) { first += 1 }
      var last = first
      while last < gold.count, gold[last].range.lowerBound < Int(token.end) { last += 1 }
      return tag(token, bytes, gold[first..<last])
    }
  }

  private static func tag(_ token: Token, _ bytes: [UInt8], _ covering: ArraySlice<GoldToken>) -> PartOfSpeech? {
    guard let first = covering.first else { return nil }
    switch token.kind {
    case .number: return .cardinal
    case .opaque: return .properNoun
    case .symbol, .punctuation:
      // Which marks are signs is the tokenizer's to say; the treebanks vary.
      let own: PartOfSpeech = token.kind == .symbol ? .symbol : .punctuation
      guard first.range == token.range, let tag = reduced(first.penn, isWord: false) else { return own }
      return tag == .symbol || tag == .punctuation || tag == .other ? own : tag
    case .word: break
    }
    if covering.count > 1 {
      // "cannot", "gonna": the verb that opens it; else the last word in it ("etc" with its dot).
      if ["MD", "VB", "VBP", "VBZ", "VBD", "VBG"].contains(first.penn) { return reduced(first.penn, isWord: true) }
      return covering.reversed().lazy.compactMap { wordTag($0.penn) }.first
    }
    let isWhole = first.range.upperBound <= Int(token.end)
    let tag = reduced(first.penn, isWord: true)
    guard isWhole else {
      // A piece in front of a longer gold token: of a name or noun it is one too; of others it has no tag of its own.
      return tag == .properNoun || tag == .noun ? tag : nil
    }
    return tag
  }

  private static func wordTag(_ penn: String) -> PartOfSpeech? {
    let tag = reduced(penn, isWord: true)
    return tag == .punctuation ? nil : tag
  }

  private static let byPenn = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.penn, $0) })

  /// Nil for parts of a misspelt word (GW), which have no tag.
  static func reduced(_ penn: String, isWord: Bool) -> PartOfSpeech? {
    if let tag = byPenn[penn] { return tag }
    switch penn {
    case "GW", "XX": return nil
    case ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH": return .punctuation
    case "NFP": return isWord ? .symbol : .punctuation
    case "$", "#": return .symbol
    case "ADD": return .properNoun
    case "LS": return .cardinal
    default: return .other
    }
  }
}
