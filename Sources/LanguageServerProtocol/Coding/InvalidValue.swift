package import JSON

/// What does not fit the protocol in a value that was received.
package struct InvalidValue: Error, Sendable, Hashable, CustomStringConvertible {
  /// The members and indices that lead to the fault, outermost first.
  package private(set) var path: [JSONPathStep]
  /// What is wrong there: "must be a string, not a number".
  package let problem: String

  package init(at path: [JSONPathStep] = [], _ problem: String) {
    self.path = path
    self.problem = problem
  }

  init(expected: String, found value: JSONValue) {
    self.init("must be \(expected), not \(value.kindDescription)")
  }

  /// The same fault seen from the value around.
  func inside(_ step: JSONPathStep) -> InvalidValue {
    var outer = self
    outer.path.insert(step, at: 0)
    return outer
  }

  /// For example "textDocument.uri must be a string, not a number".
  package var description: String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return (text.isEmpty ? "the value" : text) + " " + problem
  }
}
