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

/// The folder for what a program may keep of this user and make again, by the XDG Base Directory Specification or as macOS has it;
/// nil where nobody says.
func userCacheFolder() -> String? {
  if let folder = environmentVariable("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
  guard let home = environmentVariable("HOME"), home.hasPrefix("/") else { return nil }
  #if canImport(Darwin)
    return home + "/Library/Caches"
  #else
    return home + "/.cache"
  #endif
}

/// From now on a write to a pipe that nobody reads any more fails, instead of ending the process by a signal.
func keepRunningWithoutReader() {
  signal(SIGPIPE, SIG_IGN)
}

/// Ends the process.
func endProcess(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}
