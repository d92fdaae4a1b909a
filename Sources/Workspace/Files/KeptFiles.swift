#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a folder; one that is there already will do.
package func makeFolder(_ path: String) throws(SystemError) {
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
}

/// Makes a folder and those that it stands in; those that are there already will do.
///
/// - Parameter mode: the permissions of those that are made.
package func makeFolders(_ path: String, mode: UInt16) throws(SystemError) {
  var made = ""
  for name in path.split(separator: "/") {
    made += made.isEmpty && path.utf8.first != UInt8(ascii: "/") ? String(name) : "/" + name
    guard mkdir(made, mode_t(mode)) == 0 || errno == EEXIST else { throw .last }
  }
}

/// Removes files from the folders in a folder, those that were written first, until the rest has at most so many bytes.
///
/// Another program may do the same at the same time: a file that is gone is gone. No link is followed: what lies outside the folder stays.
///
/// - Parameter isOwn: whether a file, by its folder's name and its own, may be removed; others are not counted.
package func removeOldest(in folder: String, isOwn: (String, String) -> Bool, keeping most: Int) {
  var files: [(path: String, seconds: Int, size: Int)] = []
  for part in entryNames(of: folder) where fileType(of: folder + "/" + part, followsLinks: false) == .folder {
    for name in entryNames(of: folder + "/" + part) where isOwn(part, name) {
      let path = "\(folder)/\(part)/\(name)"
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
      #if canImport(Darwin)
        let changed = info.st_mtimespec
      #else
        let changed = info.st_mtim
      #endif
      files.append((path, Int(changed.tv_sec), Int(info.st_size)))
    }
  }
  var size = files.reduce(0) { $0 + $1.size }
  guard size > most else { return }
  files.sort { ($0.seconds, $0.path) < ($1.seconds, $1.path) }
  for file in files where size > most {
    _ = unlink(file.path)
    size -= file.size
  }
}

private func entryNames(of folder: String) -> [String] { ((try? entries(of: folder)) ?? []).compactMap(\.name) }
