import JSON

/// The Swift of enumerations and of types that are one of several structures.
enum EnumerationSource {
  static func lines(_ enumeration: MetaModel.Enumeration) -> [String] {
    var lines = ["extension LSP {"]
    lines += Documentation.comment(enumeration.documentation, indentation: "  ")
    let isText = enumeration.cases.first?.value.string != nil
    let raw = isText ? "String" : "Int"
    if enumeration.isOpen {
      lines.append("  package struct \(enumeration.name): RawRepresentable, Sendable, Hashable {")
      lines += [
        "    package let rawValue: \(raw)", "", "    package init(rawValue: \(raw)) {",
        "      self.rawValue = rawValue", "    }", "",
      ]
    } else {
      lines.append("  package enum \(enumeration.name): \(raw), Sendable, Hashable {")
    }
    for item in enumeration.cases {
      lines += Documentation.comment(item.documentation, indentation: "    ")
      let name = SwiftNames.caseName(ofValue: item.name)
      let value = String(decoding: item.value.serialized(), as: UTF8.self)
      lines.append(
        enumeration.isOpen
          ? "    package static let \(SwiftNames.declared(name)) = \(enumeration.name)(rawValue: \(value))"
          : "    case \(SwiftNames.declared(name))" + (value == "\"\(name)\"" ? "" : " = \(value)"))
    }
    return lines + ["  }", "}", "", "extension LSP.\(enumeration.name): JSONDecodable, JSONEncodable {}"]
  }

  static func lines(_ union: SwiftUnion) -> [String] {
    var lines = ["extension LSP {"]
    lines += Documentation.comment(union.documentation, indentation: "  ")
    lines.append("  package enum \(union.name): Sendable, Equatable {")
    lines += union.cases.map { "    case \($0.name)(\($0.type))" }
    lines += ["  }", "}", "", "extension LSP.\(union.name): JSONEncodable {"]
    lines += ["  package func encode(into writer: inout JSONWriter) {", "    switch self {"]
    lines += union.cases.map { "    case .\($0.name)(let value): value.encode(into: &writer)" }
    return lines + ["    }", "  }", "}"]
  }
}
