import JSON

// Reading the meta model's JSON. A key that is missing is an error of the file, named by its entry.

private func requiredString(_ entry: JSONValue, _ key: String) throws(GeneratorError) -> String {
  guard let string = entry[key]?.string else {
    throw GeneratorError("an entry without \(key): \(String(decoding: entry.serialized().prefix(80), as: UTF8.self))")
  }
  return string
}

private func requiredType(_ entry: JSONValue, _ key: String) throws(GeneratorError) -> MetaType {
  guard let value = entry[key] else {
    throw GeneratorError("an entry without \(key): \(String(decoding: entry.serialized().prefix(80), as: UTF8.self))")
  }
  return try MetaType(value)
}

extension MetaModel.Method {
  init(_ entry: JSONValue, isRequest: Bool) throws(GeneratorError) {
    name = try requiredString(entry, "method")
    let direction = try requiredString(entry, "messageDirection")
    isFromClient = direction != "serverToClient"
    isFromServer = direction != "clientToServer"
    params = entry["params"] == nil ? nil : try requiredType(entry, "params")
    result = isRequest ? try requiredType(entry, "result") : nil
    documentation = entry["documentation"]?.string
  }
}

extension MetaModel.Property {
  init(_ entry: JSONValue) throws(GeneratorError) {
    name = try requiredString(entry, "name")
    type = try requiredType(entry, "type")
    isOptional = entry["optional"] == true
    documentation = entry["documentation"]?.string
  }
}

extension MetaModel.Structure {
  init(_ entry: JSONValue) throws(GeneratorError) {
    name = try requiredString(entry, "name")
    var bases: [String] = []
    for base in (entry["extends"]?.array ?? []) + (entry["mixins"]?.array ?? []) {
      bases.append(try requiredString(base, "name"))
    }
    self.bases = bases
    var properties: [MetaModel.Property] = []
    for property in MetaModel.entries(entry, "properties") { properties.append(try MetaModel.Property(property)) }
    self.properties = properties
    documentation = entry["documentation"]?.string
  }
}

extension MetaModel.Enumeration {
  init(_ entry: JSONValue) throws(GeneratorError) {
    name = try requiredString(entry, "name")
    var cases: [Case] = []
    for value in MetaModel.entries(entry, "values") {
      cases.append(
        Case(
          name: try requiredString(value, "name"), value: value["value"] ?? .null,
          documentation: value["documentation"]?.string
        )
      )
    }
    self.cases = cases
    isOpen = entry["supportsCustomValues"] == true
    documentation = entry["documentation"]?.string
  }
}

extension MetaModel.Alias {
  init(_ entry: JSONValue) throws(GeneratorError) {
    name = try requiredString(entry, "name")
    type = try requiredType(entry, "type")
    documentation = entry["documentation"]?.string
  }
}

extension MetaType {
  init(_ value: JSONValue) throws(GeneratorError) {
    switch try requiredString(value, "kind") {
    case "base": self = .base(try requiredString(value, "name"))
    case "reference": self = .reference(try requiredString(value, "name"))
    case "array": self = .array(try requiredType(value, "element"))
    case "map": self = .map(try requiredType(value, "value"))
    case "or":
      var items: [MetaType] = []
      for item in value["items"]?.array ?? [] { items.append(try MetaType(item)) }
      self = .or(items)
    case "literal":
      var properties: [MetaModel.Property] = []
      for property in MetaModel.entries(value["value"] ?? .null, "properties") {
        properties.append(try MetaModel.Property(property))
      }
      self = .literal(properties)
    case "stringLiteral": self = .stringLiteral(try requiredString(value, "value"))
    case let kind: throw GeneratorError("a type of the kind \(kind) is not supported")
    }
  }
}
