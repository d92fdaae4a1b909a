import HearsayCore

/// Something that a person has to put right: an argument, or an input that could not be used.
struct Problem: Error, Sendable, Equatable {
  /// What was wrong.
  let message: String
  /// What to do about it.
  let remedy: String

  init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}

/// Says on standard error what was wrong and what to do: `hearsay: subject: message; remedy`.
func report(_ problem: Problem, about subject: String? = nil) {
  writeError("\(subject.map { $0 + ": " } ?? "")\(problem.message); \(problem.remedy)")
}

/// Says something on standard error that asks nothing of anybody: `hearsay: subject: message`.
func note(_ message: String, about subject: String) {
  writeError("\(subject): \(message)")
}

/// Control characters are made visible: file names and arguments come from outside.
private func writeError(_ message: String) {
  let line = visible("\(Version.name): \(message)") + "\n"
  // Where standard error itself is gone there is nobody left to tell.
  try? FileDescriptor.standardError.writeAll(Array(line.utf8))
}
