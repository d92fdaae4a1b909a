/// Finds the markup inside one block: one pass from left to right, with the two stacks of the CommonMark specification.
///
/// Whatever looks ahead for a closing mark remembers what it found, so that no input makes the pass quadratic.
struct MarkdownInlineReader {
  /// The open brackets that are kept; what is nested deeper is text.
  static let deepestBrackets = 10_000

  /// A run of `*`, `_` or `~` that may open or close emphasis.
  struct Delimiter {
    let marker: UInt8
    let canOpen: Bool
    let canClose: Bool
    /// Where the unused part of the run begins, and its length.
    var start: Int32
    var count: Int32
    let wholeCount: Int32
    var previous: Int32 = 0
    var next: Int32 = 0
  }

  /// A `[` or `![` that may open a link or image.
  struct Bracket {
    let isImage: Bool
    var isActive = true
    /// Whether another bracket opened behind it.
    var hasInner = false
    let start: Int
    /// The delimiters and inlines before it.
    let delimiters: Int
    let inlines: Int
  }

  let buffer: UnsafeBufferPointer<UInt8>
  let linkLabels: Set<String>
  let footnoteLabels: Set<String>
  var at = 0
  var masked: [CompactRange] = []
  var inlines: [Inline] = []
  private var replacements: [Replacement] = []
  var delimiters: [Delimiter] = []
  var brackets: [Bracket] = []
  var openerBottoms: [Int32] = []
  var searches = ClosingSearches()
  /// Up to where no host name begins an address.
  var noHostBefore = 0
  /// Up to where bytes belong to an address already.
  var addressEnd = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, linkLabels: Set<String>, footnoteLabels: Set<String>) {
    self.buffer = buffer
    self.linkLabels = linkLabels
    self.footnoteLabels = footnoteLabels
  }

  mutating func readAll() -> BlockContent {
    inlineSpecials.withUnsafeBufferPointer { specials in
      while at < buffer.count {
        // By a variable of its own, which need not be written back at every letter.
        var next = at
        // Four at a time: most letters are letters.
        while next + 4 <= buffer.count,
          !(specials[Int(buffer[next])] || specials[Int(buffer[next + 1])] || specials[Int(buffer[next + 2])]
            || specials[Int(buffer[next + 3])])
        { next += 4 }
        while next < buffer.count, !specials[Int(buffer[next])] { next += 1 }
        at = next
        if next < buffer.count { readMarkup() }
      }
    }
    processEmphasis(from: 0)
    return maskedContent(buffer.count, masked, inlines, replacements)
  }

  private mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readDelimiters()
    case UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "!"): readBang()
    case UInt8(ascii: "<"): readPointedBracket()
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: "\\"): readBackslash()
    case UInt8(ascii: "$"): readMath()
    case UInt8(ascii: "{"): readBrace()
    case UInt8(ascii: ":"): readScheme()
    case UInt8(ascii: "w"), UInt8(ascii: "W"): readWorldWideWeb()
    case UInt8(ascii: "@"): readMailAddress()
    default: at += 1
    }
  }

  /// Masks a range that lies wholly outside the prose.
  mutating func mask(_ range: Range<Int>) {
    if !range.isEmpty { masked.append(CompactRange(range)) }
  }

  /// Takes an opaque piece of markup and goes on behind it.
  mutating func take(_ kind: InlineKind, _ end: Int, target: Range<Int> = 0..<0) {
    inlines.append(Inline(kind: kind, range: at..<end, target: target))
    mask(at..<end)
    at = end
  }

  // MARK: Code and math

  private mutating func readCode() {
    let start = at
    while at < buffer.count, buffer[at] == UInt8(ascii: "`") { at += 1 }
    guard let end = searches.codeEnd(buffer, at, length: at - start) else { return mask(start..<start) }
    at = start
    take(.code, end)
  }

  /// Reads math by Pandoc's rule: no white space inside the dollar signs, no digit behind the closing one.
  ///
  /// A sign behind a letter or digit (`US$`) opens none.
  private mutating func readMath() {
    let start = at
    if start + 1 < buffer.count, buffer[start + 1] == UInt8(ascii: "$") {
      let end = searches.doubleDollar.next(buffer, from: start + 2, UInt8(ascii: "$"), UInt8(ascii: "$"))
      if let end, end > start + 2 { return take(.math, end + 2) }
      at += 2
      return
    }
    at += 1
    guard at < buffer.count, buffer[at] > 0x20, start == 0 || !isWordByte(buffer[start - 1]) else { return }
    var end = at
    while end < buffer.count, buffer[end] != UInt8(ascii: "$") { end += buffer[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < buffer.count, buffer[end - 1] > 0x20, end + 1 == buffer.count || !isASCIIDigit(buffer[end + 1])
    else { return }
    at = start
    take(.math, end + 1)
  }

  // MARK: Escapes

  private mutating func readBackslash() {
    let next = at + 1
    guard next < buffer.count else {
      at = next
      return
    }
    if isASCIIPunctuation(buffer[next]) {
      mask(at..<next)
      at = next + 1
    } else {
      if buffer[next] == 0x0A || buffer[next] == 0x0D { mask(at..<next) }
      at = next
    }
  }

  private mutating func readEntity() {
    let end = entityEnd(buffer, at)
    if let end {
      mask(at..<end)
      if let scalar = entityScalar(buffer, at..<end) {
        replacements.append(Replacement(range: at..<end, scalar: scalar))
      }
    }
    at = end ?? at + 1
  }
}

/// Bytes that may begin markup inside a block.
private let inlineSpecials: [Bool] = (0..<256).map { "`*_~[]!<&\\${:wW@".utf8.contains(UInt8($0)) }
