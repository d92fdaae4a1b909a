/// An optional value that few have, kept apart so that what holds it stays small where there is none.
@propertyWrapper
package struct Indirect<Value: Sendable>: Sendable {
  private enum Storage: Sendable {
    case none
    indirect case some(Value)
  }

  private var storage: Storage

  package init(wrappedValue: Value?) { storage = wrappedValue.map(Storage.some) ?? .none }

  package var wrappedValue: Value? {
    get {
      guard case .some(let value) = storage else { return nil }
      return value
    }
    set { storage = newValue.map(Storage.some) ?? .none }
  }
}

extension Indirect: Equatable where Value: Equatable {
  package static func == (left: Indirect, right: Indirect) -> Bool { left.wrappedValue == right.wrappedValue }
}
