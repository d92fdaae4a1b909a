/// What is thrown at the program.
enum FuzzKind: String, Sendable, CaseIterable {
  /// Raw bytes, as they come from a client's stream.
  case bytes
  /// Valid messages in any order.
  case messages
  /// Texts, through every markup reader and the analysis.
  case text
}

/// Why nothing more is thrown.
struct FuzzError: Error, Sendable, Equatable {
  let message: String
  /// 1 where something was found, 2 for wrong arguments.
  var status: Int32 = 1
}

/// How long, what, and from which seed on.
struct FuzzOptions: Sendable, Equatable {
  static let usage = """
    usage: hearsay-fuzz [--kind bytes|messages|text|all] [--seconds N | --count N] [--seed N] [--from N] [--show]
      --from N   begin with that execution, as a report names it; with --count 1 it is repeated alone
      --show     name each execution before it is done, to find one that ends the process
    """

  var kinds = FuzzKind.allCases
  var seconds: Double?
  var count = Int.max
  var seed: UInt64 = 1
  var first = 0
  var isShown = false

  init(_ arguments: [String]) throws(FuzzError) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--show" {
        isShown = true
        continue
      }
      guard let value = rest.popFirst() else { throw FuzzError(message: Self.usage, status: 2) }
      switch name {
      case "--kind" where value == "all": kinds = FuzzKind.allCases
      case "--kind": kinds = try Self.read(value) { FuzzKind(rawValue: $0).map { [$0] } }
      case "--seconds": seconds = try Self.read(value) { Double($0) }
      case "--count": count = try Self.read(value) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
      case "--seed": seed = try Self.read(value) { UInt64($0) }
      case "--from": first = try Self.read(value) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
      default: throw FuzzError(message: Self.usage, status: 2)
      }
    }
    if seconds == nil, count == .max { seconds = 60 }
  }

  private static func read<Value>(_ text: String, _ read: (String) -> Value?) throws(FuzzError) -> Value {
    guard let value = read(text) else { throw FuzzError(message: usage, status: 2) }
    return value
  }
}
