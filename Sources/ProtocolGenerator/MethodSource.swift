/// The Swift of the methods: one closed enumeration for each way and kind, so that a `switch` must handle them all.
enum MethodSource {
  static func lines(_ methods: [SwiftMethod]) -> [String] {
    let requests = methods.filter { $0.method.result != nil }
    let notifications = methods.filter { $0.method.result == nil }
    let parts = [
      received(requests.filter(\.method.isFromClient), "ClientRequest", "A request from the client."),
      results(requests.filter(\.method.isFromClient)),
      received(notifications.filter(\.method.isFromClient), "ClientNotification", "A notification from the client."),
      sent(requests.filter(\.method.isFromServer), "ServerRequest", "A request to the client."),
      sent(notifications.filter(\.method.isFromServer), "ServerNotification", "A notification to the client."),
    ]
    return Array(parts.joined(separator: [""]))
  }

  private static func received(_ methods: [SwiftMethod], _ name: String, _ summary: String) -> [String] {
    var lines = opening(methods, name, summary)
    lines += ["", "    /// The methods, in the order of the cases."]
    lines += ["    package static let methods = ["]
    lines += methods.map { "      \"\($0.method.name)\"," }
    lines += ["    ]", ""]
    lines += ["    /// Reads the parameters; nil for a method that is not among `methods`."]
    lines += ["    /// - Throws: `InvalidValue` where the parameters do not fit the method."]
    lines += ["    package init?(method: String, params: JSONValue?) throws(InvalidValue) {", "      switch method {"]
    for method in methods {
      let payload = method.params.map { _ in "(try decodeParams(params))" } ?? ""
      lines.append("      case \"\(method.method.name)\": self = .\(method.caseName)\(payload)")
    }
    return lines + ["      default: return nil", "      }", "    }", "  }", "}"]
  }

  private static func sent(_ methods: [SwiftMethod], _ name: String, _ summary: String) -> [String] {
    var lines = opening(methods, name, summary)
    lines += ["", "    /// The method as it is written.", "    package var method: String {", "      switch self {"]
    lines += methods.map { "      case .\($0.caseName): \"\($0.method.name)\"" }
    lines += ["      }", "    }", ""]
    lines += ["    func encodeParams(into writer: inout JSONWriter) {", "      switch self {"]
    for method in methods {
      lines.append(
        method.params == nil
          ? "      case .\(method.caseName): break"
          : "      case .\(method.caseName)(let params): writer.member(\"params\", params)")
    }
    return lines + ["      }", "    }", "  }", "}"]
  }

  private static func results(_ methods: [SwiftMethod]) -> [String] {
    var lines = [
      "extension LSP {", "  /// What answers a request from the client; the cases are those of `ClientRequest`.",
    ]
    lines.append("  package enum ServerResult: Sendable, Equatable, JSONEncodable {")
    for method in methods {
      let payload = method.result.map { "(\($0.spelling)\(method.resultIsNullable ? "?" : ""))" } ?? ""
      lines.append("    case \(method.caseName)\(payload)")
    }
    lines += ["", "    package func encode(into writer: inout JSONWriter) {", "      switch self {"]
    for method in methods {
      lines.append(
        method.result == nil
          ? "      case .\(method.caseName): writer.null()"
          : "      case .\(method.caseName)(let result): result.encode(into: &writer)")
    }
    return lines + ["      }", "    }", "  }", "}"]
  }

  private static func opening(_ methods: [SwiftMethod], _ name: String, _ summary: String) -> [String] {
    var lines = ["extension LSP {", "  /// \(summary)", "  package enum \(name): Sendable, Equatable {"]
    for method in methods {
      lines += Documentation.comment(method.method.documentation, indentation: "    ")
      lines.append("    case \(method.caseName)" + (method.params.map { "(\($0.spelling))" } ?? ""))
    }
    return lines
  }
}
