/// The Swift of a structure.
struct StructureSource {
  /// The structure, then those inside it that have no name of their own.
  let structures: [SwiftStructure]
  /// The ways that each of them travels, by name: received ones are decoded, sent ones made and encoded.
  let directions: [String: Set<TypeResolver.Direction>]
  /// The enumerations whose values are all listed; a list of them leaves out what it does not know.
  let closedEnumerations: Set<String>

  var lines: [String] {
    var lines = ["extension LSP {"] + declaration(of: structures[0], indentation: "  ") + ["}"]
    for structure in structures {
      if isReceived(structure) { lines += decoding(structure) }
      if isSent(structure) { lines += encoding(structure) }
    }
    return lines
  }

  private func isReceived(_ structure: SwiftStructure) -> Bool {
    directions[structure.name]?.contains(.received) == true
  }

  private func isSent(_ structure: SwiftStructure) -> Bool {
    directions[structure.name]?.contains(.sent) == true
  }

  private func declaration(of structure: SwiftStructure, indentation: String) -> [String] {
    let inner = indentation + "  "
    let name = structure.name.split(separator: ".").last.map(String.init) ?? structure.name
    let stored = structure.properties.filter { !$0.isConstant }
    var lines = Documentation.comment(structure.documentation, indentation: indentation)
    lines.append(indentation + "package struct \(name): Sendable, Equatable {")
    for property in stored {
      lines += Documentation.comment(property.documentation, indentation: inner)
      lines.append(inner + "package var \(property.name): \(spelling(property))")
    }
    if isSent(structure) {
      if !stored.isEmpty { lines.append("") }
      lines += initializer(stored).map { inner + $0 }
    }
    let depth = structure.name.split(separator: ".").count
    for nested in structures
    where nested.name.hasPrefix(structure.name + ".") && nested.name.split(separator: ".").count == depth + 1 {
      lines += [""] + declaration(of: nested, indentation: inner)
    }
    return lines + [indentation + "}"]
  }

  private func spelling(_ property: SwiftProperty) -> String {
    let mark = property.isOptional || property.isNullable ? "?" : ""
    // A structure that holds one of its own kind would have no size.
    if property.type == .named(structures[0].name) { return "LSP.Boxed<\(property.type.spelling)>" + mark }
    return property.type.spelling + mark
  }

  /// Without indentation.
  private func initializer(_ stored: [SwiftProperty]) -> [String] {
    let parameters = stored.map { "\($0.name): \(spelling($0))" + ($0.isOptional ? " = nil" : "") }
    let assignments = stored.map { "  self.\($0.name) = \($0.name)" }
    if stored.isEmpty { return ["package init() {}"] }
    let line = "package init(\(parameters.joined(separator: ", "))) {"
    if line.count <= 112 { return [line] + assignments + ["}"] }
    let list = parameters.enumerated().map { "  " + $0.element + ($0.offset < parameters.count - 1 ? "," : "") }
    return ["package init("] + list + [") {"] + assignments + ["}"]
  }

  private func decoding(_ structure: SwiftStructure) -> [String] {
    let stored = structure.properties.filter { !$0.isConstant }
    var lines = ["", "extension LSP.\(structure.name): JSONDecodable {"]
    lines.append("  package init(decoding value: JSONValue) throws(InvalidValue) {")
    lines.append("    \(stored.isEmpty ? "_" : "let object") = try JSONObject(decoding: value)")
    for property in stored {
      let key = "\"\(property.name)\""
      let mayBeAbsent = property.isOptional || property.isNullable
      let call: String
      if case .array(.named(let name)) = property.type, closedEnumerations.contains(name) {
        call = "object.knownValues(\(key))" + (mayBeAbsent ? "" : " ?? []")
      } else if mayBeAbsent, structure.isMerged {
        call = "try object.absentOrValid(\(key))"
      } else if property.type == .unsigned {
        call = mayBeAbsent ? "object.optionalUnsigned(\(key))" : "try object.requiredUnsigned(\(key))"
      } else if mayBeAbsent {
        call = "object.optional(\(key))"
      } else {
        call = "try object.required(\(key))"
      }
      // The initializer's own names hide a property's.
      let isHidden = ["value", "object"].contains(property.name)
      lines.append("    \(isHidden ? "self." : "")\(property.name) = \(call)")
    }
    return lines + ["  }", "}"]
  }

  private func encoding(_ structure: SwiftStructure) -> [String] {
    var lines = ["", "extension LSP.\(structure.name): JSONEncodable {"]
    lines += ["  package func encode(into writer: inout JSONWriter) {", "    writer.beginObject()"]
    for property in structure.properties {
      if case .constant(let value) = property.type {
        lines.append("    writer.member(\"\(property.name)\", \"\(value)\")")
      } else {
        let call = property.isOptional ? "optionalMember" : property.isNullable ? "nullableMember" : "member"
        lines.append("    writer.\(call)(\"\(property.name)\", \(property.name))")
      }
    }
    return lines + ["    writer.endObject()", "  }", "}"]
  }
}
