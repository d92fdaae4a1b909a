import HearsayCore

/// Colours and weights, or none of them (ECMA-48, select graphic rendition).
struct TerminalStyle: Sendable, Equatable {
  let isColoured: Bool

  static let plain = TerminalStyle(isColoured: false)
  static let coloured = TerminalStyle(isColoured: true)

  func bold(_ text: String) -> String { rendered(text, "1") }
  func dim(_ text: String) -> String { rendered(text, "2") }
  func underlined(_ text: String) -> String { rendered(text, "4") }

  func of(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: rendered(text, "1;31")
    case .warning: rendered(text, "1;33")
    case .information: rendered(text, "1;36")
    case .hint: rendered(text, "1;32")
    }
  }

  private func rendered(_ text: String, _ attributes: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(attributes)m\(text)\u{1B}[0m" : text
  }
}

/// When reports are coloured.
enum ColourChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// What the choice means here: `auto` is a terminal that can, and nobody who set `NO_COLOR` (no-color.org).
  func style(isTerminal: Bool, environment: (String) -> String?) -> TerminalStyle {
    switch self {
    case .always: return .coloured
    case .never: return .plain
    case .auto:
      let isUnwanted = environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return isTerminal && !isUnwanted && environment("TERM") != "dumb" ? .coloured : .plain
    }
  }
}
