package import JSON

/// The Language Server Protocol's own description of itself, `metaModel.json`, as far as the generator reads it.
package struct MetaModel: Sendable {
  /// A request or a notification.
  struct Method: Sendable {
    let name: String
    let isFromClient: Bool
    let isFromServer: Bool
    let params: MetaType?
    /// What answers it; nil for a notification.
    let result: MetaType?
    let documentation: String?
  }

  struct Property: Sendable, Hashable {
    let name: String
    let type: MetaType
    let isOptional: Bool
    let documentation: String?
  }

  struct Structure: Sendable {
    let name: String
    /// The structures whose properties it has too, first to last.
    let bases: [String]
    let properties: [Property]
    let documentation: String?
  }

  struct Enumeration: Sendable {
    struct Case: Sendable {
      let name: String
      let value: JSONValue
      let documentation: String?
    }

    let name: String
    let cases: [Case]
    /// Whether values that it does not list may occur.
    let isOpen: Bool
    let documentation: String?
  }

  /// Another name for a type.
  struct Alias: Sendable {
    let name: String
    let type: MetaType
    let documentation: String?
  }

  private(set) var methods: [Method] = []
  private(set) var structures: [String: Structure] = [:]
  private(set) var enumerations: [String: Enumeration] = [:]
  private(set) var aliases: [String: Alias] = [:]

  /// Joins files in the meta model's form; entries that are only proposed are left out.
  package init(_ files: [JSONValue]) throws(GeneratorError) {
    for file in files {
      for entry in Self.entries(file, "requests") { methods.append(try Method(entry, isRequest: true)) }
      for entry in Self.entries(file, "notifications") { methods.append(try Method(entry, isRequest: false)) }
      for entry in Self.entries(file, "structures") {
        let structure = try Structure(entry)
        structures[structure.name] = structure
      }
      for entry in Self.entries(file, "enumerations") {
        let enumeration = try Enumeration(entry)
        enumerations[enumeration.name] = enumeration
      }
      for entry in Self.entries(file, "typeAliases") {
        let alias = try Alias(entry)
        aliases[alias.name] = alias
      }
    }
  }

  /// The properties of a structure and of those that it builds on, bases first.
  func allProperties(of structure: Structure) throws(GeneratorError) -> [Property] {
    var properties: [Property] = []
    for base in structure.bases {
      guard let base = structures[base] else {
        throw GeneratorError("no structure \(base), a base of \(structure.name)")
      }
      properties += try allProperties(of: base)
    }
    // A structure may say again, more narrowly, what its base says.
    properties.removeAll { inherited in structure.properties.contains { $0.name == inherited.name } }
    return properties + structure.properties
  }

  static func entries(_ file: JSONValue, _ part: String) -> [JSONValue] {
    (file[part]?.array ?? []).filter { $0["proposed"] != true }
  }
}

/// The type of a property, of parameters or of a result.
indirect enum MetaType: Sendable, Hashable {
  case base(String)
  case reference(String)
  case array(MetaType)
  /// An object with any keys.
  case map(MetaType)
  case or([MetaType])
  /// A structure without a name.
  case literal([MetaModel.Property])
  case stringLiteral(String)
}

/// What keeps types from being generated.
package struct GeneratorError: Error, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
