/// One line of a `.gitignore` (gitignore(5)).
struct IgnorePattern: Sendable, Equatable {
  private enum Part: Sendable, Equatable {
    /// `**`: any folders.
    case anyFolders
    case name(WildcardName)
  }

  /// Whether it takes back what a line above it said.
  let isNegated: Bool
  private let isForFolders: Bool
  private let parts: [Part]

  /// Nil for blank lines, comments, and patterns that match nothing.
  init?(line: ArraySlice<UInt8>) {
    var line = line
    if line.last == 0x0D { line = line.dropLast() }
    if line.first == UInt8(ascii: "#") { return nil }
    // Spaces at the end count only behind a backslash.
    while line.last == 0x20, line.dropLast().last != UInt8(ascii: "\\") { line = line.dropLast() }
    isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line = line.dropFirst() }
    isForFolders = line.last == UInt8(ascii: "/")
    if isForFolders { line = line.dropLast() }
    guard !line.isEmpty, let parts = Self.parts(line, isAnchored: line.contains(UInt8(ascii: "/"))) else { return nil }
    self.parts = parts
  }

  /// A pattern of paths from a folder.
  init?(path: String) {
    isNegated = false
    isForFolders = false
    guard let parts = Self.parts(Array(path.utf8)[...], isAnchored: true), !parts.isEmpty else { return nil }
    self.parts = parts
  }

  private static func parts(_ pattern: ArraySlice<UInt8>, isAnchored: Bool) -> [Part]? {
    var pattern = pattern
    if pattern.first == UInt8(ascii: "/") { pattern = pattern.dropFirst() }
    var parts: [Part] = isAnchored ? [] : [.anyFolders]
    for name in pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      // Git takes more stars for two.
      if isAnchored, name.count > 1, name.allSatisfy({ $0 == UInt8(ascii: "*") }) {
        if parts.last != .anyFolders { parts.append(.anyFolders) }
      } else {
        guard !name.isEmpty, let name = WildcardName(name) else { return nil }
        parts.append(.name(name))
      }
    }
    return parts
  }

  /// Whether a path matches, as the names from the pattern's own folder on.
  func matches(_ names: ArraySlice<ArraySlice<UInt8>>, isFolder: Bool) -> Bool {
    guard isFolder || !isForFolders else { return false }
    var part = 0
    var name = names.startIndex
    /// The last `**`, and the name at which what follows it was tried.
    var retry: (part: Int, name: Int)?
    while true {
      if part == parts.count, name == names.endIndex { return true }
      if part < parts.count, parts[part] == .anyFolders {
        // At the end it stands for all that is in a folder, not for the folder itself.
        if part + 1 == parts.count { return name < names.endIndex }
        retry = (part, name)
        part += 1
      } else if part < parts.count, name < names.endIndex, case .name(let own) = parts[part], own.matches(names[name]) {
        part += 1
        name += 1
      } else {
        guard let last = retry, last.name < names.endIndex else { return false }
        retry = (last.part, last.name + 1)
        part = last.part + 1
        name = last.name + 1
      }
    }
  }
}
