/// A pattern of paths: `*` stands for any bytes of one name, `?` for one scalar, `**` for any folders.
///
/// A pattern with a slash in it, the last byte aside, is matched against the whole path; one without matches a name at any depth.
/// What matches a folder matches all that is in it. Matching takes time in proportion to the product of both lengths at
/// most: of several stars only the last is tried again, which is enough, since what stands before it has found its first place.
package struct GlobPattern: Sendable, Equatable {
  private let parts: [[UInt8]]

  package init(_ pattern: String) {
    var names = pattern.utf8.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
    let isAnchored = names.count > 1 || pattern.utf8.first == UInt8(ascii: "/")
    if !isAnchored, !names.isEmpty { names.insert(Self.anyFolders, at: 0) }
    parts = names
  }

  private static let anyFolders = Array("**".utf8)

  /// Whether a path or a folder above it matches; paths are relative and written without `.` and `..`.
  package func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    guard !parts.isEmpty, !names.isEmpty else { return false }
    var part = 0
    var name = 0
    /// The last `**`, and the name at which what follows it was tried.
    var retry: (part: Int, name: Int)?
    while true {
      if part == parts.count { return true }
      if parts[part] == Self.anyFolders {
        if part + 1 == parts.count { return name < names.count }
        retry = (part, name)
        part += 1
      } else if name < names.count, Self.matches(parts[part], names[name]) {
        part += 1
        name += 1
      } else {
        guard let last = retry, last.name < names.count else { return false }
        retry = (last.part, last.name + 1)
        part = last.part + 1
        name = last.name + 1
      }
    }
  }

  private static func matches(_ pattern: [UInt8], _ name: some Collection<UInt8>) -> Bool {
    let name = Array(name)
    var at = 0
    var offset = 0
    /// The last star, and the offset at which what follows it was tried.
    var retry: (at: Int, offset: Int)?
    while offset < name.count || at < pattern.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        retry = (at, offset)
        at += 1
      } else if at < pattern.count, offset < name.count, pattern[at] == UInt8(ascii: "?") {
        at += 1
        offset += 1
        while offset < name.count, name[offset] & 0xC0 == 0x80 { offset += 1 }
      } else if at < pattern.count, offset < name.count, pattern[at] == name[offset] {
        at += 1
        offset += 1
      } else {
        guard let last = retry, last.offset < name.count else { return false }
        retry = (last.at, last.offset + 1)
        at = last.at + 1
        offset = last.offset + 1
      }
    }
    return true
  }
}
