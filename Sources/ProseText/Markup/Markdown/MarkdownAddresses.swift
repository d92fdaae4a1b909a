/// Addresses of the web and of mail: in pointed brackets, or bare as GitHub Flavored Markdown finds them.
extension MarkdownInlineReader {
  /// `scheme://host…` where the reader stands at the colon.
  mutating func readScheme() {
    let colon = at
    at += 1
    guard matches(buffer, colon..<buffer.count, "://") else { return }
    var start = colon
    while start > 0, colon - start < 6, isASCIILetter(buffer[start - 1]) { start -= 1 }
    guard isWebScheme(start..<colon), start >= addressEnd else { return }
    takeAddress(start, host: colon + 3, needsDot: false)
  }

  private func isWebScheme(_ range: Range<Int>) -> Bool {
    func equals(_ name: StaticString) -> Bool {
      range.count == name.utf8CodeUnitCount
        && range.allSatisfy { buffer[$0] | 0x20 == name.utf8Start[$0 - range.lowerBound] }
    }
    return equals("http") || equals("https") || equals("ftp")
  }

  mutating func readWorldWideWeb() {
    let start = at
    at += 1
    guard start + 4 < buffer.count, buffer[start + 3] == UInt8(ascii: "."),
      buffer[start + 1] | 0x20 == UInt8(ascii: "w"), buffer[start + 2] | 0x20 == UInt8(ascii: "w")
    else { return }
    if start > 0 {
      let before = buffer[start - 1]
      guard before <= 0x20 || "*_~([\"".utf8.contains(before) else { return }
    }
    takeAddress(start, host: start, needsDot: true)
  }

  private mutating func takeAddress(_ start: Int, host: Int, needsDot: Bool) {
    guard let hostEnd = hostEnd(host, needsDot: needsDot) else { return }
    var end = hostEnd
    let isInBracket = !brackets.isEmpty
    while end < buffer.count, buffer[end] > 0x20, buffer[end] != UInt8(ascii: "<"),
      !(isInBracket && buffer[end] == UInt8(ascii: "]"))
    {
      end += 1
    }
    end = withoutTrailingMarks(start, end)
    at = start
    dropDelimiters(from: start)
    take(.address, end, target: start..<end)
    addressEnd = end
  }

  /// Behind a host name; its last two parts hold no underscore.
  private mutating func hostEnd(_ start: Int, needsDot: Bool) -> Int? {
    guard start >= noHostBefore else { return nil }
    var end = start
    var dots = 0
    var underscores = (last: false, before: false)
    while end < buffer.count {
      let byte = buffer[end]
      if byte == UInt8(ascii: "_") {
        underscores.last = true
      } else if byte == UInt8(ascii: ".") {
        guard end + 1 < buffer.count, isWordByte(buffer[end + 1]) || buffer[end + 1] == UInt8(ascii: "_") else { break }
        underscores = (false, underscores.last)
        dots += 1
      } else if !isWordByte(byte), byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    guard end > start, isWordByte(buffer[start]), dots > 0 || !needsDot, !underscores.last, !underscores.before
    else {
      noHostBefore = end
      return nil
    }
    return end
  }

  /// Leaves out punctuation, closing parentheses without a partner and an entity at the end.
  private func withoutTrailingMarks(_ start: Int, _ limit: Int) -> Int {
    var end = limit
    var surplus = 0
    for at in start..<end {
      if buffer[at] == UInt8(ascii: ")") { surplus += 1 } else if buffer[at] == UInt8(ascii: "(") { surplus -= 1 }
    }
    while end > start {
      switch buffer[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")"):
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: ";"):
        var name = end - 2
        while name > start, isASCIILetter(buffer[name]) { name -= 1 }
        end = name < end - 2 && buffer[name] == UInt8(ascii: "&") ? name : end - 1
      // ‘ ’ “ ”: what is written about an address in quotation marks closes with them.
      case 0x98...0x9F where end - 3 > start && buffer[end - 2] == 0x80 && buffer[end - 3] == 0xE2: end -= 3
      default: return end
      }
    }
    return end
  }

  /// `name@host.example` where the reader stands at the at sign.
  mutating func readMailAddress() {
    let sign = at
    at += 1
    var start = sign
    while start > addressEnd, isMailByte(buffer[start - 1]) { start -= 1 }
    var end = sign + 1
    var dots = 0
    while end < buffer.count {
      let byte = buffer[end]
      if byte == UInt8(ascii: ".") {
        guard end + 1 < buffer.count, isASCIILetter(buffer[end + 1]) || isASCIIDigit(buffer[end + 1]) else { break }
        dots += 1
      } else if !isASCIILetter(byte), !isASCIIDigit(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    addressEnd = max(addressEnd, sign + 1)
    guard start < sign, dots > 0, isASCIILetter(buffer[end - 1]) || isASCIIDigit(buffer[end - 1]),
      end == buffer.count || buffer[end] != UInt8(ascii: "@") && buffer[end] != UInt8(ascii: "+")
    else { return }
    at = start
    dropDelimiters(from: start)
    take(.address, end, target: start..<end)
    addressEnd = end
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || ".-_+".utf8.contains(byte)
  }

  /// Takes back the delimiters that turned out to belong to an address.
  private mutating func dropDelimiters(from start: Int) {
    while let last = delimiters.last, last.start >= start, delimiters.count > (brackets.last?.delimiters ?? 0) {
      delimiters.removeLast()
    }
  }

  // MARK: Pointed brackets

  mutating func readPointedBracket() {
    guard at + 1 < buffer.count else {
      at += 1
      return
    }
    if let target = pointedAddress() {
      return take(.address, target.upperBound + 1, target: target)
    }
    switch buffer[at + 1] {
    case UInt8(ascii: "!"): readDeclaration()
    case UInt8(ascii: "?"):
      takeMarkup(searches.instruction.next(buffer, from: at + 2, UInt8(ascii: "?"), UInt8(ascii: ">")), 2)
    default: takeMarkup(htmlTagEnd(buffer, at..<buffer.count), 0)
    }
  }

  private mutating func takeMarkup(_ mark: Int?, _ length: Int) {
    guard let mark else {
      at += 1
      return
    }
    take(.html, mark + length)
  }

  private mutating func readDeclaration() {
    let rest = at..<buffer.count
    if matches(buffer, rest, "<!--") {
      guard let end = searches.comment.next(buffer, from: at + 2, 0x2D, 0x2D, UInt8(ascii: ">")) else {
        at += 1
        return
      }
      take(.comment, end + 3)
    } else if matches(buffer, rest, "<![CDATA[") {
      takeMarkup(searches.characterData.next(buffer, from: at + 9, 0x5D, 0x5D, UInt8(ascii: ">")), 3)
    } else if at + 2 < buffer.count, isASCIILetter(buffer[at + 2]) {
      takeMarkup(searches.declaration.next(buffer, from: at + 2, UInt8(ascii: ">")), 1)
    } else {
      at += 1
    }
  }

  /// The address inside `<scheme:…>` or `<name@host>`.
  private func pointedAddress() -> Range<Int>? {
    let start = at + 1
    var end = start
    while end < buffer.count, buffer[end] > 0x20, buffer[end] != UInt8(ascii: ">"), buffer[end] != UInt8(ascii: "<") {
      end += 1
    }
    guard end < buffer.count, buffer[end] == UInt8(ascii: ">"), end > start else { return nil }
    return isAbsoluteAddress(start..<end) || isMailAddress(start..<end) ? start..<end : nil
  }

  private func isAbsoluteAddress(_ range: Range<Int>) -> Bool {
    guard isASCIILetter(buffer[range.lowerBound]) else { return false }
    for at in range.dropFirst().prefix(32) {
      if buffer[at] == UInt8(ascii: ":") { return at - range.lowerBound >= 2 }
      guard isASCIILetter(buffer[at]) || isASCIIDigit(buffer[at]) || "+.-".utf8.contains(buffer[at]) else {
        return false
      }
    }
    return false
  }

  private func isMailAddress(_ range: Range<Int>) -> Bool {
    guard let sign = buffer[range].firstIndex(of: UInt8(ascii: "@")), sign > range.lowerBound else { return false }
    let isNameGood = buffer[range.lowerBound..<sign].allSatisfy {
      isASCIILetter($0) || isASCIIDigit($0) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0)
    }
    guard isNameGood else { return false }
    return buffer[(sign + 1)..<range.upperBound].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && part.count <= 63 && part.first != 0x2D && part.last != 0x2D
          && part.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x2D }
      }
  }
}
