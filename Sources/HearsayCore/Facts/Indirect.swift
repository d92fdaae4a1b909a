/// An optional value that few have, kept apart so that what holds it stays small where there is none.
@propertyWrapper
struct Indirect<Value: Sendable & Equatable>: Sendable, Equatable {
  private enum Storage: Sendable, Equatable {
    case none
    indirect case some(Value)
  }

  private var storage: Storage

  init(wrappedValue: Value?) { storage = wrappedValue.map(Storage.some) ?? .none }

  var wrappedValue: Value? {
    get {
      guard case .some(let value) = storage else { return nil }
      return value
    }
    set { storage = newValue.map(Storage.some) ?? .none }
  }
}
