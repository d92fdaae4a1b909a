/// What git ignores in a folder and below it: the patterns of its `.gitignore`, those above it up to the repository's
/// root, and those of `.git/info/exclude`.
struct IgnoreRules: Sendable {
  private struct Level: Sendable {
    /// How many names the patterns' own folder lies below the root.
    let depth: Int
    let patterns: [IgnorePattern]
  }

  /// The largest file of patterns that is read, in bytes.
  private static let sizeLimit = 1_000_000

  /// The absolute path that names are counted from: the repository's root, or where the search began.
  private let root: String
  /// Weakest first.
  private var levels: [Level] = []

  /// The rules that hold in a folder, an absolute path.
  init(in folder: String) {
    root = repositoryRoot(above: folder) ?? folder
    add(Self.excludeFile(of: root), depth: 0)
    let names = Self.names(folder, from: root)
    var path = root
    add(Self.join(path, ".gitignore"), depth: 0)
    for (index, name) in names.enumerated() {
      path = Self.join(path, String(decoding: name, as: UTF8.self))
      add(Self.join(path, ".gitignore"), depth: index + 1)
    }
  }

  /// The rules in a folder of that folder; a repository inside has its own.
  func entering(_ folder: String) -> IgnoreRules {
    if isThere(Self.join(folder, ".git")) { return IgnoreRules(in: folder) }
    var rules = self
    rules.add(Self.join(folder, ".gitignore"), depth: Self.names(folder, from: root).count)
    return rules
  }

  /// Whether git ignores what has this absolute path; the folders above it are not asked again.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    guard !levels.isEmpty else { return false }
    let names = Self.names(path, from: root)
    for level in levels.reversed() {
      let own = names.dropFirst(level.depth)
      if let last = level.patterns.last(where: { $0.matches(own, isFolder: isFolder) }) { return !last.isNegated }
    }
    return false
  }

  private mutating func add(_ file: String?, depth: Int) {
    guard let file, isRegularFile(file), let bytes = try? readBytes(file, limit: Self.sizeLimit) else { return }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let patterns = text.split(separator: 0x0A).compactMap { IgnorePattern(line: $0) }
    if !patterns.isEmpty { levels.append(Level(depth: depth, patterns: patterns)) }
  }

  /// Where a repository keeps the patterns that are not shared; in a linked working tree `.git` is a file that leads there.
  private static func excludeFile(of root: String) -> String? {
    let git = join(root, ".git")
    guard isRegularFile(git) else { return join(git, "info/exclude") }
    guard let link = try? readBytes(git, limit: 10_000), link.starts(with: "gitdir: ".utf8) else { return nil }
    let name = String(decoding: link.dropFirst(8).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    guard let folder = absolute(name, workingFolder: root) else { return nil }
    guard let common = try? readBytes(join(folder, "commondir"), limit: 10_000) else {
      return join(folder, "info/exclude")
    }
    let path = String(decoding: common.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return absolute(path, workingFolder: folder).map { join($0, "info/exclude") }
  }

  private static func names(_ path: String, from root: String) -> [ArraySlice<UInt8>] {
    let skipped = root.utf8.split(separator: UInt8(ascii: "/")).count
    return Array(path.utf8).split(separator: UInt8(ascii: "/")).dropFirst(skipped).map { $0 }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }
}
