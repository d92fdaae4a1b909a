package import JSON

/// What ties a response to its request, chosen by the one who asks.
package typealias RequestID = LSP.IntegerOrString

extension LSP {
  /// An integer or a string: the id of a request, the code of a diagnostic.
  package enum IntegerOrString: Sendable, Hashable {
    case integer(Int)
    case string(String)
  }
}

extension LSP.IntegerOrString: JSONDecodable, JSONEncodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    if let integer = value.int {
      self = .integer(integer)
    } else if let string = value.string {
      self = .string(string)
    } else {
      throw InvalidValue(expected: "an integer or a string", found: value)
    }
  }

  package func encode(into writer: inout JSONWriter) {
    switch self {
    case .integer(let integer): writer.value(integer)
    case .string(let string): writer.value(string)
    }
  }
}

extension LSP.IntegerOrString: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }

  package var description: String {
    switch self {
    case .integer(let integer): String(integer)
    case .string(let string): "\"\(string)\""
    }
  }
}
