#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An error number of the operating system.
package struct SystemError: Error, Sendable, Equatable {
  package let code: Int32

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }

  /// Whether whoever read our output has gone.
  package var isBrokenPipe: Bool { code == EPIPE }

  /// What was wrong and what to do, for somebody who named the file.
  package var problem: Problem {
    switch code {
    case ENOENT: Problem("there is no such file or folder", remedy: "check the name")
    case ENOTDIR: Problem("part of its path is a file, not a folder", remedy: "check the name")
    case EACCES, EPERM: Problem("permission to read it is denied", remedy: "change its permissions or leave it out")
    case ELOOP: Problem("its symbolic links lead in a circle", remedy: "mend the links or leave it out")
    case ENAMETOOLONG: Problem("its name is longer than the system allows", remedy: "check the name")
    case EMFILE, ENFILE: Problem("too many files are open", remedy: "raise the limit of open files (ulimit -n)")
    default: Problem("it cannot be read: \(name)", remedy: "check the file")
    }
  }

  /// What was wrong, of something that could not be written or made.
  package var whenWriting: String {
    switch code {
    case ENOENT: "there is no such folder"
    case ENOTDIR: "part of its path is a file, not a folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission to write it is denied"
    case EROFS: "nothing can be written there"
    case ENOSPC: "no space is left"
    default: name
    }
  }

  /// The system's own words for the error.
  package var name: String { String(cString: strerror(code)) }
}
