package import JSON

/// Cuts the entries that are spoken, and all that they refer to, out of the official meta model.
package enum ProtocolCut {
  private static let parts = ["requests", "notifications", "structures", "enumerations", "typeAliases"]

  /// The cut: every entry unchanged and in the order of `model`, with its origin beside the version.
  /// - Throws: `GeneratorError` where the model lacks a method of `SpokenProtocol.methods` or a type that is referred to.
  package static func cut(_ model: JSONValue) throws(GeneratorError) -> JSONValue {
    guard let version = model["metaData"]?["version"] else { throw GeneratorError("the model has no metaData.version") }
    var types: [String: JSONValue] = [:]
    for part in parts.dropFirst(2) {
      for entry in model[part]?.array ?? [] {
        if let name = entry["name"]?.string { types[name] = entry }
      }
    }
    var missing = Set(SpokenProtocol.methods)
    var waiting = SpokenProtocol.typesWithoutMethod
    for part in parts.prefix(2) {
      for entry in model[part]?.array ?? [] {
        if let method = entry["method"]?.string, missing.remove(method) != nil { waiting += references(in: entry) }
      }
    }
    guard missing.isEmpty else { throw GeneratorError("the model has no \(missing.sorted().joined(separator: ", "))") }
    var names: Set<String> = []
    while let name = waiting.popLast() {
      guard names.insert(name).inserted else { continue }
      guard let entry = types[name] else { throw GeneratorError("the model has no type \(name)") }
      waiting += references(in: entry)
    }
    var cut: JSONObject = ["metaData": .object(metaData(version))]
    for part in parts {
      let key = parts.prefix(2).contains(part) ? "method" : "name"
      let kept = (model[part]?.array ?? []).filter { entry in
        guard let name = entry[key]?.string else { return false }
        return key == "method" ? SpokenProtocol.methods.contains(name) : names.contains(name)
      }
      cut[part] = .array(kept)
    }
    return .object(cut)
  }

  private static func metaData(_ version: JSONValue) -> JSONObject {
    [
      "version": version,
      "origin": .string(SpokenProtocol.origin),
      "licence": .string(SpokenProtocol.licence),
      "note": "Entries unchanged, cut by `swift run hearsay-dev cut-protocol`. Do not edit.",
    ]
  }

  private static func references(in value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): return elements.flatMap(references)
    case .object(let object):
      let inner = object.members.flatMap { references(in: $0.value) }
      guard value["kind"] == "reference", let name = value["name"]?.string else { return inner }
      return inner + [name]
    default: return []
    }
  }
}
