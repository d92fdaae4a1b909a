package import HearsayCore
import JSON
import ProseText

/// A settings file that was found, and what came of reading it.
package struct FoundSettings: Sendable {
  /// The largest settings file that is read, in bytes.
  package static let sizeLimit = 256_000

  /// As it was named or found.
  package let path: String
  /// What it says; nil where it could not be read at all.
  package let file: SettingsFile?
  /// Why it settles nothing.
  package let problem: Problem?
  /// From the root.
  private let folder: String
  private let include: [GlobPattern]
  private let exclude: [GlobPattern]

  /// Reads the file at a path; `absolute` is the same path from the root.
  init(reading path: String, at absolute: String) {
    self.path = path
    folder = Workspace.folder(of: absolute)
    var bytes: [UInt8] = []
    var file: SettingsFile?
    var problem: Problem?
    do throws(Problem) {
      bytes = try readText(absolute, limit: Self.sizeLimit)
      do throws(JSONError) {
        file = try SettingsFile(bytes)
      } catch {
        file = SettingsFile(unreadable: bytes, error)
        let place = error.place(in: bytes)
        problem = Problem(
          "line \(place.line), column \(place.column): \(error.description)",
          remedy: "mend it, or leave the settings out with --no-settings")
      }
    } catch let unreadable {
      problem = unreadable
    }
    self.file = file
    self.problem = problem
    include = (file?.settings.include ?? []).map(GlobPattern.init)
    exclude = (file?.settings.exclude ?? []).map(GlobPattern.init)
  }

  /// What it settles; nothing where it could not be read.
  package var settings: Settings { file?.settings ?? Settings() }

  /// Whether a search of folders takes a draft; `workingFolder` is where relative paths begin.
  func takes(_ path: String, workingFolder: String?) -> Bool {
    guard !include.isEmpty || !exclude.isEmpty, let relative = relative(path, workingFolder) else { return true }
    if exclude.contains(where: { $0.matches(relative) }) { return false }
    return include.isEmpty || include.contains { $0.matches(relative) }
  }

  /// Whether a search of folders leaves a folder out with all that is in it.
  func leavesOut(folder: String, workingFolder: String?) -> Bool {
    guard !exclude.isEmpty, let relative = relative(folder, workingFolder) else { return false }
    return exclude.contains { $0.matches(relative) }
  }

  /// The path from the settings file's own folder; nil where it does not lie in it.
  private func relative(_ path: String, _ workingFolder: String?) -> String? {
    guard let path = absolute(path, workingFolder: workingFolder) else { return nil }
    if folder == "/" { return String(path.dropFirst()) }
    guard path.hasPrefix(folder + "/") else { return nil }
    return String(path.dropFirst(folder.count + 1))
  }
}
