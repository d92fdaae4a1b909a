/// Template blocks whose inside is no prose: `{% highlight %}`, `{{< highlight >}}`, `{% comment %}`.
enum TemplateBlock: Equatable {
  case highlight, comment

  func ends(in buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard matches(buffer, line, "{%") || matches(buffer, line, "{{") else { return false }
    switch self {
    case .highlight:
      return find(buffer, line, "endhighlight") != nil || find(buffer, line, "/highlight") != nil
    case .comment: return find(buffer, line, "endcomment") != nil
    }
  }
}

extension MarkdownBlockReader {
  /// Takes lines that consist of template tags (Liquid, Hugo) or of an attribute list alone; they part paragraphs.
  mutating func openTemplate(_ line: MarkdownLine, _ matched: Int) -> Opening {
    let content = line.content
    var at = content.lowerBound
    while at < content.upperBound {
      guard let end = templateTagEnd(buffer, at..<content.upperBound) else { return .text }
      at = trimmed(buffer, end..<content.upperBound).lowerBound
    }
    let opening = dropLine(matched)
    if let block = templateBlock(content) { leaf = .template(block) }
    return opening
  }

  private func templateBlock(_ line: Range<Int>) -> TemplateBlock? {
    var at = line.lowerBound + 2
    while at < line.upperBound, !isASCIILetter(buffer[at]), buffer[at] != UInt8(ascii: "/") { at += 1 }
    let rest = at..<line.upperBound
    let block: TemplateBlock? =
      matches(buffer, rest, "highlight") ? .highlight : matches(buffer, rest, "comment") ? .comment : nil
    // Closed on its own line, it leaves nothing open.
    if let block, block.ends(in: buffer, line) { return nil }
    return block
  }

  /// Behind the tag `{% … %}`, `{{< … >}}`, `{{% … %}}` or the attribute list `{: … }` that the range begins with.
  private func templateTagEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let inside = min(range.lowerBound + 2, range.upperBound)..<range.upperBound
    if matches(buffer, range, "{%") { return find(buffer, inside, "%}").map { $0 + 2 } }
    if matches(buffer, range, "{{<") || matches(buffer, range, "{{%") {
      return find(buffer, inside, "}}").map { $0 + 2 }
    }
    if matches(buffer, range, "{:") { return find(buffer, inside, "}").map { $0 + 1 } }
    return nil
  }
}

extension MarkdownInlineReader {
  /// Reads template tags (`{{ … }}`, `{% … %}`) and attribute lists (`{#id .class}`, `{: … }`).
  mutating func readBrace() {
    guard at + 1 < buffer.count else {
      at += 1
      return
    }
    switch buffer[at + 1] {
    case UInt8(ascii: "{"):
      if let end = searches.doubleBrace.next(buffer, from: at + 2, UInt8(ascii: "}"), UInt8(ascii: "}")) {
        return take(.html, end + 2)
      }
    case UInt8(ascii: "%"):
      if let end = searches.percentBrace.next(buffer, from: at + 2, UInt8(ascii: "%"), UInt8(ascii: "}")) {
        return take(.html, end + 2)
      }
    default:
      if let end = attributesEnd() {
        mask(at..<end)
        at = end
        return
      }
    }
    at += 1
  }

  /// Behind a list of attributes that opens at the brace; it holds a class, an identifier or a key with a value.
  private func attributesEnd() -> Int? {
    let limit = min(buffer.count, at + 500)
    var end = at + 1
    var hasAttribute = buffer[end] == UInt8(ascii: ":")
    var isItemStart = true
    var quote: UInt8 = 0
    while end < limit {
      let byte = buffer[end]
      if byte < 0x20 || byte == UInt8(ascii: "{") { return nil }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "}") {
        return hasAttribute ? end + 1 : nil
      } else if isItemStart {
        if byte == UInt8(ascii: "."), end + 1 < limit, isASCIILetter(buffer[end + 1]) { hasAttribute = true }
        if byte == UInt8(ascii: "#"), end + 1 < limit, isWordByte(buffer[end + 1]) { hasAttribute = true }
      } else if byte == UInt8(ascii: "="), isWordByte(buffer[end - 1]) {
        hasAttribute = true
      } else if byte == UInt8(ascii: "\""), buffer[end - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      isItemStart = byte == 0x20 || byte == UInt8(ascii: ":")
      end += 1
    }
    return nil
  }
}
