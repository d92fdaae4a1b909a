/// One name of a path as git's patterns write it: `*`, `?`, `[a-z]`, `[!x]`, `[[:digit:]]` and `\` before what means itself.
struct WildcardName: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    case byte(UInt8)
    case any
    case anyBytes
    /// The bytes that it stands for, by their values.
    case oneOf([Bool])
  }

  private var parts: [Part] = []

  /// - Parameter pattern: without slashes. A bracket that nothing closes matches nothing, as in git.
  init?(_ pattern: ArraySlice<UInt8>) {
    var rest = pattern
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): if parts.last != .anyBytes { parts.append(.anyBytes) }
      case UInt8(ascii: "?"): parts.append(.any)
      case UInt8(ascii: "["):
        guard let set = Self.set(&rest) else { return nil }
        parts.append(.oneOf(set))
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst() else { return nil }
        parts.append(.byte(next))
      default: parts.append(.byte(byte))
      }
    }
  }

  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var part = 0
    var offset = name.startIndex
    /// The last star, and the offset at which what follows it was tried.
    var retry: (part: Int, offset: Int)?
    while offset < name.endIndex || part < parts.count {
      if part < parts.count, parts[part] == .anyBytes {
        retry = (part, offset)
        part += 1
      } else if part < parts.count, offset < name.endIndex, Self.matches(parts[part], name[offset]) {
        part += 1
        offset += 1
      } else {
        guard let last = retry, last.offset < name.endIndex else { return false }
        retry = (last.part, last.offset + 1)
        part = last.part + 1
        offset = last.offset + 1
      }
    }
    return true
  }

  private static func matches(_ part: Part, _ byte: UInt8) -> Bool {
    switch part {
    case .byte(let own): own == byte
    case .any, .anyBytes: true
    case .oneOf(let set): set[Int(byte)]
    }
  }

  /// What stands behind an opening bracket, up to the one that closes it.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> [Bool]? {
    var set = [Bool](repeating: false, count: 256)
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return isNegated ? set.map { !$0 } : set }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")), rest[rest.index(before: end)] == UInt8(ascii: ":"),
          let holds = characterClass(rest[rest.startIndex + 1..<max(rest.startIndex + 1, end - 1)])
        else { return nil }
        for value in 0..<128 where holds(UInt8(value)) { set[value] = true }
        rest = rest[(end + 1)...]
        continue
      }
      var low = byte
      if low == UInt8(ascii: "\\") {
        guard let next = rest.popFirst() else { return nil }
        low = next
      }
      var high = low
      if rest.first == UInt8(ascii: "-"), let next = rest.dropFirst().first, next != UInt8(ascii: "]") {
        rest = rest.dropFirst(2)
        high = next
        if high == UInt8(ascii: "\\") {
          guard let escaped = rest.popFirst() else { return nil }
          high = escaped
        }
      }
      if low <= high { for value in low...high { set[Int(value)] = true } }
    }
    return nil
  }

  private static func characterClass(_ name: ArraySlice<UInt8>) -> ((UInt8) -> Bool)? {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isUpper = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": return { isDigit($0) || isUpper($0) || isLower($0) }
    case "alpha": return { isUpper($0) || isLower($0) }
    case "blank": return { $0 == 0x20 || $0 == 0x09 }
    case "cntrl": return { $0 < 0x20 || $0 == 0x7F }
    case "digit": return isDigit
    case "graph": return { $0 > 0x20 && $0 < 0x7F }
    case "lower": return isLower
    case "print": return { $0 >= 0x20 && $0 < 0x7F }
    case "punct": return { $0 > 0x20 && $0 < 0x7F && !isDigit($0) && !isUpper($0) && !isLower($0) }
    case "space": return { $0 == 0x20 || (0x09...0x0D).contains($0) }
    case "upper": return isUpper
    case "xdigit": return { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
    default: return nil
    }
  }
}
