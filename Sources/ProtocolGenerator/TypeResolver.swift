/// Follows the spoken methods to every type that they need, and which way it travels.
struct TypeResolver {
  enum Direction: Hashable {
    case received
    case sent
  }

  /// A number or a string, as ids are.
  private static let identifier: Set<MetaType> = [.base("integer"), .base("string")]

  private let model: MetaModel
  private(set) var methods: [SwiftMethod] = []
  private(set) var structures: [String: SwiftStructure] = [:]
  private(set) var unions: [String: SwiftUnion] = [:]
  private(set) var enumerations: [String: MetaModel.Enumeration] = [:]
  private(set) var directions: [String: Set<Direction>] = [:]
  private var literals: [String: [MetaModel.Property]] = [:]
  private var unusedChoices = Set(SpokenProtocol.choices.keys)
  private var unusedProperties = Set(SpokenProtocol.properties.keys)

  init(_ model: MetaModel) throws(GeneratorError) {
    self.model = model
    for method in model.methods { try add(method) }
    let unused = unusedChoices.union(unusedProperties)
    guard unused.isEmpty else {
      throw GeneratorError("SpokenProtocol names what is not spoken: \(unused.sorted().joined(separator: ", "))")
    }
  }

  private mutating func add(_ method: MetaModel.Method) throws(GeneratorError) {
    var params: SwiftType?
    if let type = method.params { params = try resolve(type, at: method.name).type }
    // Only a server answers here: what clients answer is taken as JSON.
    let result = method.isFromClient ? method.result : nil
    let resolved = try result.map { (type) throws(GeneratorError) in try resolve(type, at: method.name) }
    methods.append(
      SwiftMethod(
        method: method, caseName: SwiftNames.caseName(ofMethod: method.name), params: params, result: resolved?.type,
        resultIsNullable: resolved?.isNullable ?? false))
    if let name = params?.name {
      if method.isFromClient { try visit(name, .received) }
      if method.isFromServer { try visit(name, .sent) }
    }
    if let name = resolved?.type?.name { try visit(name, .sent) }
  }

  /// Takes a type in, with all that it holds.
  private mutating func visit(_ name: String, _ direction: Direction) throws(GeneratorError) {
    guard directions[name, default: []].insert(direction).inserted else { return }
    if let enumeration = model.enumerations[name] {
      enumerations[name] = enumeration
      return
    }
    if structures[name] == nil, unions[name] == nil { try build(name) }
    if let union = unions[name] {
      guard direction == .sent else { throw GeneratorError("\(name): one of several structures cannot be received") }
      for item in union.cases { try visit(item.type, direction) }
    }
    for property in structures[name]?.properties ?? [] {
      if let inner = property.type.name { try visit(inner, direction) }
    }
  }

  private mutating func build(_ name: String) throws(GeneratorError) {
    if let structure = model.structures[name] {
      try addStructure(name, try model.allProperties(of: structure), structure.documentation)
    } else if let properties = literals[name] {
      try addStructure(name, properties, nil)
    } else if let alias = model.aliases[name], case .or(let items) = alias.type {
      var forms: [[MetaModel.Property]] = []
      var references: [String] = []
      for item in items {
        switch item {
        case .literal(let properties): forms.append(properties)
        case .reference(let reference): references.append(reference)
        default: throw GeneratorError("\(name) is neither one of several structures nor of several forms")
        }
      }
      if references.count == items.count {
        unions[name] = SwiftUnion(
          name: name, cases: references.map { (SwiftNames.caseName(ofType: $0, in: name), $0) },
          documentation: alias.documentation)
      } else if forms.count == items.count {
        try addStructure(name, try merged(forms, name), alias.documentation, isMerged: true)
      }
    }
    guard structures[name] != nil || unions[name] != nil else { throw GeneratorError("no type \(name)") }
  }

  /// The properties of several forms in one: required is what every form requires.
  private func merged(_ forms: [[MetaModel.Property]], _ name: String) throws(GeneratorError) -> [MetaModel.Property] {
    var properties: [MetaModel.Property] = []
    for property in forms.joined() where !properties.contains(where: { $0.name == property.name }) {
      let occurrences = forms.map { form in form.first { $0.name == property.name } }
      guard occurrences.allSatisfy({ $0 == nil || $0?.type == property.type }) else {
        throw GeneratorError("\(name).\(property.name) has several types")
      }
      properties.append(
        MetaModel.Property(
          name: property.name, type: property.type,
          isOptional: !occurrences.allSatisfy { $0?.isOptional == false }, documentation: property.documentation))
    }
    return properties
  }

  private mutating func addStructure(
    _ name: String, _ all: [MetaModel.Property], _ documentation: String?, isMerged: Bool = false
  ) throws(GeneratorError) {
    var spoken = all
    if let names = SpokenProtocol.properties[name] {
      unusedProperties.remove(name)
      spoken = []
      for wanted in names {
        guard let property = all.first(where: { $0.name == wanted }) else {
          throw GeneratorError("SpokenProtocol: \(name) has no property \(wanted)")
        }
        spoken.append(property)
      }
    }
    var properties: [SwiftProperty] = []
    for property in spoken {
      let (type, isNullable) = try resolve(property.type, at: "\(name).\(property.name)")
      guard let type else { throw GeneratorError("\(name).\(property.name) is always null") }
      properties.append(
        SwiftProperty(
          name: property.name, type: type, isOptional: property.isOptional, isNullable: isNullable,
          documentation: property.documentation))
    }
    structures[name] = SwiftStructure(
      name: name, properties: properties, isMerged: isMerged, documentation: documentation)
  }

  /// The Swift type at `place`, a property or a method; nil for null alone.
  private mutating func resolve(
    _ type: MetaType, at place: String
  ) throws(GeneratorError) -> (type: SwiftType?, isNullable: Bool) {
    switch type {
    case .base("string"), .base("DocumentUri"), .base("URI"), .base("RegExp"): return (.string, false)
    case .base("integer"): return (.integer, false)
    case .base("uinteger"): return (.unsigned, false)
    case .base("decimal"): return (.double, false)
    case .base("boolean"): return (.boolean, false)
    case .base("null"): return (nil, true)
    case .base(let name): throw GeneratorError("\(place): no base type \(name)")
    case .reference("LSPAny"), .reference("LSPObject"): return (.any, false)
    case .reference("LSPArray"): return (.array(.any), false)
    case .reference(let name):
      guard let alias = model.aliases[name] else { return (.named(name), false) }
      if case .or(let items) = alias.type, SpokenProtocol.choices[place] == nil, Set(items) != Self.identifier {
        return (.named(name), false)
      }
      return try resolve(alias.type, at: place)
    case .array(let element): return (.array(try resolveInner(element, at: place)), false)
    case .map(let value): return (.map(try resolveInner(value, at: place)), false)
    case .stringLiteral(let value): return (.constant(value), false)
    case .literal(let properties):
      let name = SwiftNames.typeName(ofLiteralAt: place)
      literals[name] = properties
      return (.named(name), false)
    case .or(let items): return try resolveChoice(items, at: place)
    }
  }

  private mutating func resolveInner(_ type: MetaType, at place: String) throws(GeneratorError) -> SwiftType {
    let (type, isNullable) = try resolve(type, at: place)
    guard let type, !isNullable else { throw GeneratorError("\(place) holds null") }
    return type
  }

  private mutating func resolveChoice(
    _ items: [MetaType], at place: String
  ) throws(GeneratorError) -> (type: SwiftType?, isNullable: Bool) {
    let others = items.filter { $0 != .base("null") }
    let isNullable = others.count < items.count
    if others.count == 1 { return (try resolve(others[0], at: place).type, isNullable) }
    if Set(others) == Self.identifier { return (.integerOrString, isNullable) }
    guard let choice = SpokenProtocol.choices[place] else {
      throw GeneratorError("\(place) may be of several types: say in SpokenProtocol.choices which one is spoken")
    }
    let several = choice.split(separator: "|").map { $0.filter { $0 != " " } }
    if several.count > 1 { return (try resolveUnion(several, of: others, at: place), isNullable) }
    guard let chosen = others.first(where: { canBe($0, choice) }) else {
      throw GeneratorError("SpokenProtocol.choices: \(place) cannot be \(choice)")
    }
    unusedChoices.remove(place)
    return (try resolve(chosen, at: place).type, isNullable)
  }

  /// A union without a name in the model: it is called after its method.
  private mutating func resolveUnion(
    _ names: [String], of items: [MetaType], at place: String
  ) throws(GeneratorError) -> SwiftType {
    guard names.allSatisfy({ items.contains(.reference($0)) }) else {
      throw GeneratorError("SpokenProtocol.choices: \(place) cannot be \(names.joined(separator: " | "))")
    }
    unusedChoices.remove(place)
    let union = SwiftNames.typeName(ofResultOf: place)
    let cases = names.map { (SwiftNames.caseName(ofType: $0, in: union), $0) }
    unions[union] = SwiftUnion(name: union, cases: cases, documentation: "What answers `\(place)`.")
    return .named(union)
  }

  /// Whether a type is the one that is chosen, or another name for several of which it is one.
  private func canBe(_ type: MetaType, _ choice: String) -> Bool {
    switch type {
    case .reference(choice), .base(choice): true
    case .reference(let name):
      if case .or(let items) = model.aliases[name]?.type { items.contains { canBe($0, choice) } } else { false }
    case .array(.reference(let name)): "[\(name)]" == choice
    case .literal: choice == "{}"
    default: false
    }
  }
}
