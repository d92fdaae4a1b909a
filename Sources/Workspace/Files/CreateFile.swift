#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a file with all its bytes, and the folders that it stands in; answers false where something has that path already.
package func createFile(_ path: String, with bytes: [UInt8]) throws(SystemError) -> Bool {
  var made = ""
  for name in folder(of: path).split(separator: "/") where name != "." {
    made += made.isEmpty && path.utf8.first != UInt8(ascii: "/") ? String(name) : "/" + name
    guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw .last }
  }
  let (number, name) = try newFile(beside: path)
  defer { _ = unlink(name) }
  do throws(SystemError) {
    try FileDescriptor(number: number).writeAll(bytes)
  } catch {
    _ = close(number)
    throw error
  }
  guard close(number) == 0 else { throw .last }
  // Unlike a rename, a link never takes the place of a file that is there.
  if link(name, path) == 0 { return true }
  if errno == EEXIST { return false }
  throw .last
}
