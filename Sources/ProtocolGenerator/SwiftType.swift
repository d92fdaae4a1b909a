/// A type of the protocol as the generated Swift says it.
indirect enum SwiftType: Sendable, Hashable {
  case string
  case integer
  /// An integer from 0.
  case unsigned
  case double
  case boolean
  /// Any JSON.
  case any
  case integerOrString
  /// A generated type, with the structure around it where it has one.
  case named(String)
  case array(SwiftType)
  /// An object with any keys.
  case map(SwiftType)
  /// Always this string.
  case constant(String)

  /// The type as it is written.
  var spelling: String {
    switch self {
    case .string, .constant: "String"
    case .integer, .unsigned: "Int"
    case .double: "Double"
    case .boolean: "Bool"
    case .any: "JSONValue"
    case .integerOrString: "LSP.IntegerOrString"
    // In full: `Range` is Swift's too, and a structure may hold one named like another outside.
    case .named(let name): "LSP." + name
    case .array(let element): "[\(element.spelling)]"
    case .map(let value): "[String: \(value.spelling)]"
    }
  }

  /// The generated type that it is or holds.
  var name: String? {
    switch self {
    case .named(let name): name
    case .array(let inner), .map(let inner): inner.name
    default: nil
    }
  }
}

/// A property as it is generated.
struct SwiftProperty: Sendable {
  let name: String
  let type: SwiftType
  /// Whether the member may be left out.
  let isOptional: Bool
  /// Whether the member may be null.
  let isNullable: Bool
  let documentation: String?

  var isConstant: Bool {
    if case .constant = type { true } else { false }
  }
}

/// A structure as it is generated.
struct SwiftStructure: Sendable {
  let name: String
  let properties: [SwiftProperty]
  /// Whether it stands for several forms that are told apart by what is absent.
  let isMerged: Bool
  let documentation: String?
}

/// One of several structures.
struct SwiftUnion: Sendable {
  let name: String
  let cases: [(name: String, type: String)]
  let documentation: String?
}

/// A method as it is generated; a type that is nil is null on the wire.
struct SwiftMethod: Sendable {
  let method: MetaModel.Method
  let caseName: String
  let params: SwiftType?
  let result: SwiftType?
  let resultIsNullable: Bool
}
