#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replaces a file's bytes so that whoever reads it sees the old ones or the new ones, never a part: a file beside it, then a rename.
///
/// A symbolic link stays one: what it leads to is replaced. The permissions stay; a new file may be read by everybody. A
/// signal that ends the program waits until no file is left beside it.
///
/// - Parameter isLasting: whether the bytes are on the disk before the old ones are gone, as they should be unless they can be made again.
package func replaceFile(_ path: String, with bytes: [UInt8], isLasting: Bool = true) throws(SystemError) {
  try replaceFile(path, isLasting: isLasting) { file throws(SystemError) in try file.writeAll(bytes) }
}

/// Replaces a file's bytes by what a closure writes, as `replaceFile(_:with:)` does; where the closure throws, the file stays as it is.
package func replaceFile(
  _ path: String, isLasting: Bool = true, writing write: (FileDescriptor) throws(SystemError) -> Void
) throws(SystemError) {
  var target = path
  if let resolved = realpath(path, nil) {
    defer { free(resolved) }
    target = String(validatingCString: resolved) ?? path
  }
  var ending = sigset_t()
  sigemptyset(&ending)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, signal) }
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &ending, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  let (number, name) = try newFile(beside: target)
  let file = FileDescriptor(number: number)
  do throws(SystemError) {
    var info = stat()
    if stat(target, &info) == 0 { _ = fchmod(number, info.st_mode & 0o7777) }
    try write(file)
    guard !isLasting || fsync(number) == 0, close(number) == 0 else { throw SystemError.last }
    guard rename(name, target) == 0 else { throw SystemError.last }
  } catch {
    _ = close(number)
    _ = unlink(name)
    throw error
  }
}

/// Makes a file that nobody else has, with the permissions that new files get here.
func newFile(beside target: String) throws(SystemError) -> (number: Int32, name: String) {
  var error = SystemError.last
  for _ in 0..<100 {
    let name = "\(target).\(String(UInt32.random(in: .min ... .max), radix: 36)).tmp"
    let number = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if number >= 0 { return (number, name) }
    error = .last
    guard errno == EEXIST else { break }
  }
  throw error
}
