package import JSON

extension LSP {
  /// A value behind a reference, for structures that hold one of their own kind.
  package indirect enum Boxed<Value: Sendable & Equatable & JSONEncodable>: Sendable, Equatable, JSONEncodable {
    case value(Value)

    package init(_ value: Value) { self = .value(value) }

    package func encode(into writer: inout JSONWriter) {
      switch self {
      case .value(let value): value.encode(into: &writer)
      }
    }
  }
}
