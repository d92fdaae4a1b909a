/// What happened to drafts between an old version and the one at hand.
package struct DraftChanges: Sendable {
  /// What happened to one draft.
  package enum Change: Sendable {
    /// It is as it was.
    case none
    /// There was no old version, or none that can be known.
    case new
    case edited(FileDiff)
  }

  /// By the absolute paths of the files as they are now.
  private let files: [String: FileDiff]
  /// The absolute paths of the files that were there; nil where all were that the diff does not name.
  private let known: Set<String>?
  private let workingFolder: String?

  init(files: [String: FileDiff], known: Set<String>?, workingFolder: String?) {
    self.files = files
    self.known = known
    self.workingFolder = workingFolder
  }

  /// The changes that a diff tells, whose paths begin in the working folder or in the root of its repository.
  package init(_ diff: UnifiedDiff, workingFolder: String? = currentFolder()) {
    var files: [String: FileDiff] = [:]
    let roots = [repositoryRoot(above: workingFolder ?? "/"), workingFolder].compactMap(\.self)
    for root in roots {
      for file in diff.files {
        guard let path = file.newPath.flatMap({ absolute($0, workingFolder: root) }) else { continue }
        files[path] = file
      }
    }
    self.init(files: files, known: nil, workingFolder: workingFolder)
  }

  /// What happened to a draft, by its path.
  package func change(of path: String) -> Change {
    guard let path = absolute(path, workingFolder: workingFolder) else { return .new }
    if let file = files[path] {
      return file.oldPath == nil || file.isBinary ? .new : file.hunks.isEmpty ? .none : .edited(file)
    }
    return known?.contains(path) ?? true ? .none : .new
  }
}

/// The nearest folder, from this one upwards, that holds a repository of git; nil where there is none.
package func repositoryRoot(above folder: String) -> String? {
  var folder = folder
  while true {
    if isThere(folder == "/" ? "/.git" : folder + "/.git") { return folder }
    if folder == "/" || folder == "." { return nil }
    folder = Workspace.folder(of: folder)
  }
}
