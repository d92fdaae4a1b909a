/// Writes XML elements into text: names and structure as given, all else escaped.
struct XMLWriter: Sendable {
  private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  /// Begins an element; its children follow, then `end()`.
  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    text += margin + "<" + name + Self.written(attributes) + ">\n"
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    text += margin + "</" + name + ">\n"
  }

  /// An element without children, or with text alone.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String? = nil) {
    text += margin + "<" + name + Self.written(attributes)
    text += content.map { ">" + xmlEscaped($0) + "</\(name)>\n" } ?? "/>\n"
  }

  /// Hands over what was written since the last time.
  mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  /// Hands over what was written where it has become long; a piece ends between two elements.
  mutating func handOver(_ take: (String) -> Void) {
    if text.utf8.count >= longPiece { take(takeText()) }
  }

  private var margin: String { String(repeating: "  ", count: open.count) }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(xmlEscaped($1))\"" }.joined()
  }
}

/// Text as it may stand in an element or an attribute of XML 1.0.
///
/// Control characters, which XML cannot say or a terminal would obey, and noncharacters are made visible.
func xmlEscaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    // Also where it would end a section of character data.
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "'": result.append(contentsOf: "&apos;".unicodeScalars)
    case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
    default: result.append(visible(scalar))
    }
  }
  return String(result)
}
