#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The value of an environment variable, nil where it is not set.
func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// From now on a write to a pipe that nobody reads any more fails, instead of ending the process by a signal.
func keepRunningWithoutReader() {
  signal(SIGPIPE, SIG_IGN)
}

/// Ends the process.
func endProcess(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}
