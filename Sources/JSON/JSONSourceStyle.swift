/// How a JSON text is laid out, read off the text around the place of an edit.
struct JSONSourceStyle {
  private let source: [UInt8]
  private let lineBreak: String
  /// The white space of one level: that of the text's first indented line, else two spaces.
  private let indentation: [UInt8]

  init(_ source: [UInt8]) {
    self.source = source
    let firstBreak = source.firstIndex { $0 == 0x0A || $0 == 0x0D }
    if let firstBreak, source[firstBreak] == 0x0D {
      lineBreak = firstBreak + 1 < source.count && source[firstBreak + 1] == 0x0A ? "\r\n" : "\r"
    } else {
      lineBreak = "\n"
    }
    var indentation: [UInt8] = []
    var at = 0
    while indentation.isEmpty, at < source.count {
      let end = Self.blankEnd(source, at)
      // A star goes on with a block comment, whose alignment is no indentation.
      if end < source.count, !Self.isLineBreak(source[end]), source[end] != UInt8(ascii: "*") {
        indentation = Array(source[at..<end])
      }
      at = (source[at...].firstIndex(where: Self.isLineBreak) ?? source.count) + 1
    }
    self.indentation = indentation.isEmpty ? [0x20, 0x20] : indentation
  }

  /// The layout for a value in place of `old`, or beside it: on one line where `old` is, else over several.
  ///
  /// A leaf says nothing of how arrays and objects are laid out; there its parent decides.
  func layout(like old: JSONNode, parent: JSONNode?) -> JSONLayout {
    let model = old.leaf == nil ? old : parent ?? old
    guard spansLines(model.range) else { return oneLine(like: model.range) }
    return overLines(margin: margin(at: old.range.lowerBound))
  }

  func text(_ value: JSONValue, _ layout: JSONLayout) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.value(value)
    return writer.bytes
  }

  /// The edit that adds a member (with a key) or an element (without) after the last of `siblings`.
  func insertion(
    into parent: JSONNode, siblings: [(range: Range<Int>, value: JSONNode)], key: String?, value: JSONValue
  ) -> JSONTextEdit {
    guard let last = siblings.last else { return firstInsertion(into: parent, key: key, value: value) }
    guard spansLines(parent.range) else {
      let layout = oneLine(like: parent.range)
      let separator = layout.spacesAfterPunctuation ? ", " : ","
      return JSONTextEdit(
        range: last.range.upperBound..<last.range.upperBound,
        replacement: Array(separator.utf8) + item(key, value, layout))
    }
    let layout = layout(like: last.value, parent: parent)
    let margin = margin(at: last.range.lowerBound)
    // A comment behind the last sibling stays behind it: the comma goes before, the new line after.
    let tail = tail(from: last.range.upperBound)
    let rest = Array(source[last.range.upperBound..<tail.end])
    var replacement = tail.hasComma ? rest : [UInt8(ascii: ",")] + rest
    replacement += Array(lineBreak.utf8) + margin + item(key, value, layout)
    if tail.hasComma { replacement.append(UInt8(ascii: ",")) }
    return JSONTextEdit(range: last.range.upperBound..<tail.end, replacement: replacement)
  }

  /// The edit for an array or object that holds nothing, perhaps comments.
  private func firstInsertion(into parent: JSONNode, key: String?, value: JSONValue) -> JSONTextEdit {
    let inside = (parent.range.lowerBound + 1)..<(parent.range.upperBound - 1)
    let outer = margin(at: parent.range.lowerBound)
    var kept = Array(source[inside])
    while let byte = kept.last, Self.isBlank(byte) || Self.isLineBreak(byte) { kept.removeLast() }
    guard spansLines(0..<source.count) else {
      let space: [UInt8] = kept.isEmpty ? [] : [0x20]
      return JSONTextEdit(range: inside, replacement: kept + space + item(key, value, oneLine(like: 0..<source.count)))
    }
    let layout = overLines(margin: outer + indentation)
    let replacement =
      kept + Array(lineBreak.utf8) + outer + indentation + item(key, value, layout) + Array(lineBreak.utf8) + outer
    return JSONTextEdit(range: inside, replacement: replacement)
  }

  private func item(_ key: String?, _ value: JSONValue, _ layout: JSONLayout) -> [UInt8] {
    guard let key else { return text(value, layout) }
    let colon = layout.spacesAfterPunctuation ? ": " : ":"
    return text(.string(key), layout) + Array(colon.utf8) + text(value, layout)
  }

  /// Where the line of a value that ends at `start` ends, before blanks and with its comments, and whether a comma
  /// stands on the way.
  private func tail(from start: Int) -> (end: Int, hasComma: Bool) {
    source.withUnsafeBufferPointer { buffer in
      var at = start
      var end = start
      var hasComma = false
      while at < buffer.count {
        switch buffer[at] {
        case UInt8(ascii: ","):
          hasComma = true
          at += 1
          end = at
        case UInt8(ascii: "/"):
          guard let comment = commentEnd(buffer, at) else { return (end, hasComma) }
          at = comment
          end = at
        case let byte where Self.isBlank(byte): at += 1
        default: return (end, hasComma)
        }
      }
      return (end, hasComma)
    }
  }

  private func overLines(margin: [UInt8]) -> JSONLayout {
    JSONLayout(
      lines: JSONLayout.Lines(indentation: indentation, margin: margin, lineBreak: lineBreak),
      spacesAfterPunctuation: true)
  }

  /// One line, without spaces where the text in `range` has none after its first comma or colon.
  private func oneLine(like range: Range<Int>) -> JSONLayout {
    let punctuation: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: ",")]
    guard let first = source[range].firstIndex(where: punctuation.contains), first + 1 < range.upperBound else {
      return .oneLine
    }
    return source[first + 1] == 0x20 ? .oneLine : .compact
  }

  private func spansLines(_ range: Range<Int>) -> Bool { source[range].contains(where: Self.isLineBreak) }

  /// The white space before the first other byte of the line that holds `offset`.
  private func margin(at offset: Int) -> [UInt8] {
    let start = (source[..<offset].lastIndex(where: Self.isLineBreak) ?? -1) + 1
    return Array(source[start..<Self.blankEnd(source, start)])
  }

  private static func blankEnd(_ source: [UInt8], _ start: Int) -> Int {
    source[start...].firstIndex { !isBlank($0) } ?? source.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
