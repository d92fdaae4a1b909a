#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The path of a file that a file in `folder` names, where it lies in that folder's tree.
///
/// Whoever wrote the name may mean harm: no absolute path, no `..`, and no symbolic link that leads out.
package func containedPath(_ name: String, in folder: String) throws(Problem) -> String {
  let outside = Problem("it leads out of the ledger's folder", remedy: "keep it beside the ledger")
  guard !name.isEmpty, name.utf8.count <= 1024, !name.utf8.contains(0) else {
    throw Problem("it is no file name", remedy: "name a file beside the ledger")
  }
  guard name.utf8.first != UInt8(ascii: "/"), !name.split(separator: "/").contains("..") else { throw outside }
  let path = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
  guard let root = resolved(folder) else { throw Problem("its folder cannot be read", remedy: "check the folder") }
  // What is not there leads nowhere; that is said when it is read.
  guard let whole = resolved(path) else { return path }
  guard root == "/" || whole == root || whole.hasPrefix(root + "/") else { throw outside }
  return path
}

/// The path without symbolic links; nil where nothing is there.
private func resolved(_ path: String) -> String? {
  guard let whole = realpath(path, nil) else { return nil }
  defer { free(whole) }
  return String(validatingCString: whole)
}
