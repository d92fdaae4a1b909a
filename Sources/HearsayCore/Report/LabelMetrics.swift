/// Estimates how wide words are in a sans-serif font, in pixels at a size of 13, rather too wide than too narrow.
struct LabelMetrics: Sendable {
  /// Height of a line.
  static let lineHeight = 17

  /// The width of a text.
  static func width(of text: String) -> Int {
    var tenths = 0
    for scalar in text.unicodeScalars { tenths += width(of: scalar) }
    return (tenths + 9) / 10
  }

  /// The lines that a text fills, each at most `width` pixels wide; what does not fit ends with `…`.
  static func wrapped(_ text: String, width limit: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var word = String(word)
      let joined = line.isEmpty ? word : line + " " + word
      if width(of: joined) <= limit {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      // A word wider than a line is cut: a name may be one long address.
      while width(of: word) > limit {
        let head = prefix(of: word, width: limit)
        lines.append(head)
        word = String(word.unicodeScalars.dropFirst(head.unicodeScalars.count))
      }
      line = word
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    let last = prefix(of: lines[most - 1], width: limit - 13)
    return Array(lines.prefix(most - 1)) + [last + "…"]
  }

  private static func prefix(of word: String, width limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var tenths = 0
    for scalar in word.unicodeScalars {
      tenths += width(of: scalar)
      if tenths > limit * 10, !result.isEmpty { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// In tenths of a pixel.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case " ", "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "|", "!", "(", ")", "[", "]": return 43
    case "f", "r", "t", "-", "/", "\"", "“", "”": return 56
    case "m", "w", "M", "W", "@", "%": return 122
    case "A"..."Z", "&": return 97
    case "a"..."z", "0"..."9": return 80
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return scalar.value >= 0x1100 ? (scalar.value < 0x2E80 && scalar.value >= 0x2000 ? 100 : 140) : 92
    }
  }
}
