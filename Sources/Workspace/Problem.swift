/// Something that a person has to put right: an argument, or an input that could not be used.
package struct Problem: Error, Sendable, Equatable {
  /// What was wrong.
  package let message: String
  /// What to do about it.
  package let remedy: String

  package init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}
