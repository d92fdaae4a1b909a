import HearsayCore
import Workspace

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
