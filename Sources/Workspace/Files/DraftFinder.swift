import ProseText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The endings, in lower case, of the files that are drafts when a folder is searched. A file named itself may end as it likes.
package let draftExtensions = DraftFormat.allCases.flatMap(\.fileEndings)

/// Something that the arguments lead to.
package struct FoundInput: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case draft
    case standardInput
    /// A named folder in which there is no draft.
    case folderWithoutDrafts
    case unusable(Problem)
  }

  /// As given or found, relative to the working folder where it lies in it; the name to show for standard input.
  package let path: String
  package let kind: Kind
}

/// Finds the drafts that `names` lead to: files as they are, folders searched, `-` for standard input.
///
/// A name with `*`, `?` or `[` that nothing has is a pattern: of the drafts in the folder before it those that match are
/// taken, `**` standing for any folders. In a folder, names that begin with a dot are left out, and symbolic links to
/// folders are not followed, so that links cannot lead in a circle. The answer is sorted by the bytes of the paths;
/// nothing stands in it twice.
///
/// - Parameters:
///   - settings: say which drafts a search takes and leaves out; what is named itself is taken in any case.
///   - takesIgnored: whether a search takes what git ignores.
package func findInputs(
  _ names: [String], standardInputName: String, settings: inout SettingsStore, takesIgnored: Bool = false
) -> [FoundInput] {
  var found: [FoundInput] = []
  let workingFolder = currentFolder()
  for name in names {
    if name == "-" {
      let path = normalised(standardInputName, workingFolder: workingFolder)
      found.append(FoundInput(path: path, kind: .standardInput))
      continue
    }
    let path = normalised(name, workingFolder: workingFolder)
    if fileType(of: path, followsLinks: true) == .folder {
      let drafts = search(path, workingFolder, &settings, takesIgnored: takesIgnored)
      found += drafts.isEmpty ? [FoundInput(path: path, kind: .folderWithoutDrafts)] : drafts
    } else if !isThere(path), let pattern = PathPattern(path) {
      let drafts = search(pattern.folder, workingFolder, &settings, takesIgnored: takesIgnored).filter {
        pattern.matches($0.path)
      }
      found += drafts.isEmpty ? [FoundInput(path: path, kind: .unusable(unmatched))] : drafts
    } else {
      found.append(FoundInput(path: path, kind: .draft))
    }
  }
  found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  return found.enumerated().filter { $0 == 0 || $1 != found[$0 - 1] }.map(\.element)
}

/// The path without `.` and empty parts, relative where it lies in the working folder: one name for one file.
package func normalised(_ path: String, workingFolder: String?) -> String {
  func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
  var kept = parts(path)
  var isAbsolute = path.utf8.first == UInt8(ascii: "/")
  if isAbsolute, let workingFolder, kept.starts(with: parts(workingFolder)) {
    kept.removeFirst(parts(workingFolder).count)
    isAbsolute = false
  }
  let joined = kept.joined(separator: "/")
  return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
}

/// The drafts that a search of a folder takes, by path; it ends where it has looked at so many names.
package func drafts(below folder: String, mostNames: Int, settings: inout SettingsStore) -> [String] {
  let workingFolder = currentFolder()
  let found = search(
    normalised(folder, workingFolder: workingFolder), workingFolder, &settings, takesIgnored: false,
    mostNames: mostNames)
  return found.filter { $0.kind == .draft }.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Whether a search of one of these folders would take the draft at an absolute path, as far as names and settings say.
package func isFound(_ path: String, below folders: [String], settings: inout SettingsStore) -> Bool {
  guard isDraftName(path) else { return false }
  let workingFolder = currentFolder()
  for name in folders {
    let root = name == "/" ? name : name + "/"
    guard path.hasPrefix(root) else { continue }
    let names = path.dropFirst(root.count).split(separator: "/")
    guard !names.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) else { continue }
    var folder = name
    var rules = IgnoreRules(in: folder)
    var isTaken = !names.isEmpty
    for (index, name) in names.enumerated() where isTaken {
      let entry = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      let isFolder = index < names.count - 1
      let found = settings.settings(in: folder)
      let isLeftOut =
        isFolder
        ? found?.leavesOut(folder: entry, workingFolder: workingFolder) ?? false
        : !(found?.takes(entry, workingFolder: workingFolder) ?? true)
      isTaken = !isLeftOut && !rules.ignores(entry, isFolder: isFolder)
      if isFolder { rules = rules.entering(entry) }
      folder = entry
    }
    if isTaken { return true }
  }
  return false
}

private let unmatched = Problem("no draft matches this pattern", remedy: "check it; drafts are found by their endings")

/// A name with wildcards, and the folder that it is searched in.
private struct PathPattern {
  /// What comes before the first name with a wildcard.
  let folder: String
  private let pattern: IgnorePattern
  private let depth: Int

  init?(_ path: String) {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    let names = path.split(separator: "/")
    guard let first = names.firstIndex(where: { $0.utf8.contains { "*?[".utf8.contains($0) } }) else { return nil }
    let before = (isAbsolute ? "/" : "") + names[..<first].joined(separator: "/")
    folder = before.isEmpty ? "." : before
    depth = first
    guard let pattern = IgnorePattern(path: names[first...].joined(separator: "/")) else { return nil }
    self.pattern = pattern
  }

  func matches(_ path: String) -> Bool {
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/")).map { $0 }
    return pattern.matches(names.dropFirst(depth), isFolder: false)
  }
}

private func search(
  _ folder: String, _ workingFolder: String?, _ settings: inout SettingsStore, takesIgnored: Bool,
  mostNames: Int = .max
) -> [FoundInput] {
  var found: [FoundInput] = []
  var names = 0
  func rules(in folder: String) -> IgnoreRules? {
    takesIgnored ? nil : absolute(folder, workingFolder: workingFolder).map(IgnoreRules.init)
  }
  // A list of its own instead of recursion: folders may be nested as deep as the disk allows.
  var waiting = [(folder: folder, rules: rules(in: folder))]
  while let (folder, rules) = waiting.popLast() {
    do throws(Problem) {
      for entry in try entries(of: folder) {
        names += 1
        guard names <= mostNames else { return found }
        guard let name = entry.name else {
          found.append(FoundInput(path: folder, kind: .unusable(unreadableName)))
          continue
        }
        if name.utf8.first == UInt8(ascii: ".") { continue }
        let path = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
        func isTaken() -> Bool { settings.settings(in: folder)?.takes(path, workingFolder: workingFolder) ?? true }
        let type = entry.type ?? fileType(of: path, followsLinks: false)
        let whole = absolute(path, workingFolder: workingFolder)
        if let whole, rules?.ignores(whole, isFolder: type == .folder) ?? false { continue }
        switch type {
        case .folder:
          let isOut = settings.settings(in: folder)?.leavesOut(folder: path, workingFolder: workingFolder) ?? false
          if !isOut { waiting.append((path, whole.flatMap { rules?.entering($0) })) }
        case .file where isDraftName(name) && isTaken(): found.append(FoundInput(path: path, kind: .draft))
        case .link where isDraftName(name) && leadsToDraft(path) && isTaken():
          found.append(FoundInput(path: path, kind: .draft))
        default: break
        }
      }
    } catch {
      found.append(FoundInput(path: folder, kind: .unusable(error)))
    }
  }
  return found
}

private let unreadableName = Problem("the name of a file in it is not UTF-8", remedy: "rename the file")

/// Whether a file of this name is a draft by its ending.
package func isDraftName(_ name: String) -> Bool {
  guard let dot = name.lastIndex(of: ".") else { return false }
  return draftExtensions.contains(name[name.index(after: dot)...].lowercased())
}

/// A link that leads nowhere counts as a draft, so that reading it says what is wrong.
private func leadsToDraft(_ path: String) -> Bool {
  let type = fileType(of: path, followsLinks: true)
  return type == .file || type == nil
}

/// Whether the path leads to a plain file, through links or not: no folder, pipe or device.
package func isRegularFile(_ path: String) -> Bool { fileType(of: path, followsLinks: true) == .file }

/// Whether the path leads to a folder, through links or not.
package func isFolder(_ path: String) -> Bool { fileType(of: path, followsLinks: true) == .folder }

/// Whether anything has that path.
func isThere(_ path: String) -> Bool { fileType(of: path, followsLinks: false) != nil }

enum FileType { case file, folder, link, other }

func fileType(of path: String, followsLinks: Bool) -> FileType? {
  var info = stat()
  guard (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
  return switch info.st_mode & 0o170000 {
  case 0o100000: .file
  case 0o040000: .folder
  case 0o120000: .link
  default: .other
  }
}

/// The folder's entries in the system's order, itself and the one above it aside; a type is nil where the file system does not say, a name where it is not UTF-8.
func entries(of folder: String) throws(Problem) -> [(name: String?, type: FileType?)] {
  guard let stream = opendir(folder) else { throw SystemError.last.problem }
  defer { closedir(stream) }
  var entries: [(name: String?, type: FileType?)] = []
  while let entry = readdir(stream) {
    let type: FileType? =
      switch Int32(entry.pointee.d_type) {
      case 0: nil
      case 4: .folder
      case 8: .file
      case 10: .link
      default: .other
      }
    // The name is longer than the tuple that the imported structure declares; it is read from its address.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    let text = String(validatingCString: name)
    if text != ".", text != ".." { entries.append((text, type)) }
  }
  return entries
}

/// The working folder as an absolute path, nil where the system does not say.
package func currentFolder() -> String? {
  guard let path = getcwd(nil, 0) else { return nil }
  defer { free(path) }
  return String(validatingCString: path)
}
