import HearsayCore
import HearsayReport
import ProseText
import Synchronization
import Workspace

/// What was found in drafts by earlier runs, in a folder of files that are named for all that a finding depends on.
///
/// Several runs may share the folder: a file is written whole or not at all, and what is not what this program wrote for just this draft
/// counts as absent. Nothing else in the folder is read, changed or removed.
final class LintCache: Sendable {
  static let folder = Option(
    name: "cache-dir", value: .folder,
    summary: "keep in this folder what was found in drafts, so that those that did not change need not be read again")

  /// The name of one draft's file.
  struct Key: Sendable, Equatable {
    fileprivate let name: String
  }

  /// Bytes of drafts that are kept; the oldest of more are removed at the end of a run.
  static let mostBytes = 256 << 20

  private let path: String
  private let program: [UInt8]
  private let surroundings = Mutex<[String: [UInt8]]>([:])
  private let written = Mutex((count: 0, failure: SystemError?.none))

  /// - Throws: where the folder cannot be used.
  init(_ path: String) throws(Problem) {
    self.path = path
    // A folder that was there before stays as it was.
    if !isFolder(path) { try Self.make(path) }
    program = Array("\(Self.form) \(Version.number) \(FileStamp.ofProgram?.description ?? "")\n".utf8)
  }

  private static func make(_ path: String) throws(Problem) {
    do throws(SystemError) {
      // Tells backups and git that there is nothing to keep.
      _ = try createFile(path + "/CACHEDIR.TAG", with: Array(tag.utf8))
      _ = try createFile(path + "/.gitignore", with: Array("*\n".utf8))
    } catch {
      throw Problem(
        "the cache '\(path)' cannot be used: \(error.whenWriting)", remedy: "name a folder, or leave out --cache-dir")
    }
  }

  private static let form = "hearsay lint 1"
  private static let tag = """
    Signature: 8a477f597d28d172789f06886806bc55
    # What hearsay found in drafts; it can be deleted at any time. See https://bford.info/cachedir/

    """

  /// The key of a draft: its bytes, and whatever else its findings depend on.
  func key(_ bytes: [UInt8], _ input: DraftInput, _ options: LintOptions) -> Key {
    var hash = SHA256()
    hash.update(program)
    hash.update(surroundings(of: input, options))
    hash.update(Array((DraftFormat(fileName: input.path).rawValue + "\n").utf8))
    hash.update(bytes)
    return Key(name: SHA256.hexadecimal(hash.finish()))
  }

  /// The hash of settings, ledger, saved copies and options; made once for each settings file and ledger.
  private func surroundings(of input: DraftInput, _ options: LintOptions) -> [UInt8] {
    let name = "\(input.settingsPath ?? "")\0\(input.ledger?.path ?? "")"
    if let known = surroundings.withLock({ $0[name] }) { return known }
    var hash = SHA256()
    func add(_ part: [UInt8]) {
      hash.update(Array("\(part.count):".utf8))
      hash.update(part)
    }
    add(Array("\(options.selection.selected) \(options.selection.ignored) \(options.date?.iso ?? "")".utf8))
    add(input.settingsText ?? [])
    add(input.ledger?.understood?.bytes ?? [])
    for copy in (input.ledger?.copyPaths ?? []).sorted() {
      let bytes = try? readDraft(copy)
      add(Array("\(copy) \(bytes == nil)".utf8))
      add(bytes ?? [])
    }
    let made = hash.finish()
    surroundings.withLock { $0[name] = made }
    return made
  }

  /// What was found in the draft with this key; nil where nobody knows.
  func read(_ key: Key, of bytes: [UInt8], _ settings: Settings) -> StoredDraft? {
    guard let file = try? readBytes(place(of: key)), file.count > 64 else { return nil }
    // Whatever became of the file, its end still has to fit its beginning.
    let content = Array(file[64...])
    guard file[..<32].elementsEqual(SHA256.hash(content)), SHA256.hexadecimal(Array(file[32..<64])) == key.name else {
      return nil
    }
    return StoredDraft(bytes: content, textLength: bytes.count, settings: settings)
  }

  /// Keeps what was found in a draft.
  func write(_ analysis: Analysis, _ key: Key) {
    guard let content = StoredDraft(analysis).bytes else { return }
    let file = SHA256.hash(content) + Self.bytes(key.name) + content
    do throws(SystemError) {
      try makeFolder(path + "/" + key.name.prefix(2))
      try replaceFile(place(of: key), with: file, isLasting: false)
      written.withLock { $0.count += 1 }
    } catch {
      written.withLock { $0.failure = error }
    }
  }

  /// Removes what is too much, and says what could not be kept.
  func finish(isQuiet: Bool) {
    let (count, failure) = written.withLock { $0 }
    if let failure, !isQuiet { note("not all could be kept: \(failure.name)", about: path) }
    guard count > 0 else { return }
    removeOldest(in: path, isOwn: Self.isOwn, keeping: Self.mostBytes)
  }

  private func place(of key: Key) -> String { "\(path)/\(key.name.prefix(2))/\(key.name.dropFirst(2))" }

  /// Whether a folder and a name in it are those of a draft.
  private static func isOwn(_ folder: String, _ name: String) -> Bool {
    folder.utf8.count == 2 && name.utf8.count == 62 && (folder + name).utf8.allSatisfy(digits.contains)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func bytes(_ name: String) -> [UInt8] {
    let values = name.utf8.map { UInt8(digits.firstIndex(of: $0) ?? 0) }
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
