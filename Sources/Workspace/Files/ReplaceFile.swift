#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replaces a file's bytes so that whoever reads it sees the old ones or the new ones, never a part: a file beside it, then a rename.
///
/// A symbolic link stays one: what it leads to is replaced. The permissions stay; a new file may be read by everybody.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws(SystemError) {
  var target = path
  if let resolved = realpath(path, nil) {
    defer { free(resolved) }
    target = String(validatingCString: resolved) ?? path
  }
  var name = Array("\(target).XXXXXX".utf8CString)
  let number = mkstemp(&name)
  guard number >= 0 else { throw .last }
  let file = FileDescriptor(number: number)
  do throws(SystemError) {
    var info = stat()
    _ = fchmod(number, stat(target, &info) == 0 ? info.st_mode & 0o7777 : 0o644)
    try file.writeAll(bytes)
    guard fsync(number) == 0, close(number) == 0 else { throw SystemError.last }
    guard rename(name, target) == 0 else { throw SystemError.last }
  } catch {
    _ = close(number)
    _ = unlink(name)
    throw error
  }
}
