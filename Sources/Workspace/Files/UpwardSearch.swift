/// Finds the nearest file of a name: in a folder, in the one above it, and so on up to the root.
///
/// What was found for a folder is kept, so that a run over many drafts looks into each folder once. The folders are
/// compared as written: a symbolic link's parent is the folder that it stands in.
package struct UpwardSearch: Sendable {
  private let name: String
  private let workingFolder: String?
  private let open: OpenTexts
  /// For each folder, as an absolute path, the file that was found from it; nil where there is none.
  private var found: [String: String?] = [:]

  /// - Parameters:
  ///   - name: the file's name, without folders.
  ///   - workingFolder: where relative paths begin.
  ///   - open: what counts as a file though nobody has saved it.
  package init(_ name: String, workingFolder: String? = currentFolder(), _ open: OpenTexts = OpenTexts()) {
    self.name = name
    self.open = open
    self.workingFolder = workingFolder
  }

  /// The file nearest to a draft, seen from the draft's own folder; as a path relative to the working folder where it lies in it.
  package mutating func nearest(toDraft path: String) -> String? { nearest(to: folder(of: path)) }

  /// The nearest file in the folder or above it.
  package mutating func nearest(to folder: String) -> String? {
    guard var folder = absolute(folder, workingFolder: workingFolder) else { return nil }
    var passed: [String] = []
    var nearest: String?
    while true {
      if let known = found[folder] {
        nearest = known
        break
      }
      passed.append(folder)
      let candidate = folder == "/" ? "/" + name : folder + "/" + name
      if isRegularFile(candidate) || open[candidate] != nil {
        nearest = normalised(candidate, workingFolder: workingFolder)
        break
      }
      if folder == "/" { break }
      folder = Workspace.folder(of: folder)
    }
    for folder in passed { found[folder] = .some(nearest) }
    return nearest
  }
}

/// The folder that a path stands in: `.` for a bare name, `/` for what lies at the root.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  let folder = path[..<slash]
  return folder.isEmpty ? "/" : String(folder)
}

/// The path from the root, without `.`, `..` and empty parts; nil where it is relative and the working folder is not known.
package func absolute(_ path: String, workingFolder: String?) -> String? {
  var whole = path
  if path.utf8.first != UInt8(ascii: "/") {
    guard let workingFolder else { return nil }
    whole = workingFolder + "/" + path
  }
  var kept: [Substring] = []
  for part in whole.split(separator: "/") where part != "." {
    if part == ".." { _ = kept.popLast() } else { kept.append(part) }
  }
  return "/" + kept.joined(separator: "/")
}
