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
  /// What it settles; nothing where it could not be read.
  package private(set) var settings: Settings
  /// From the root.
  private let folder: String
  private var include: [GlobPattern]
  private var exclude: [GlobPattern]

  /// Reads the file at a path; `absolute` is the same path from the root.
  init(reading path: String, at absolute: String) {
    do throws(Problem) {
      self.init(try readText(absolute, limit: Self.sizeLimit), path, absolute)
    } catch {
      self.init(path, absolute, nil, error)
    }
  }

  /// Takes the text that somebody has open; while it makes no sense, what it settled last still holds.
  init(open bytes: [UInt8], path: String, at absolute: String, after last: FoundSettings?) {
    self.init(bytes, path, absolute)
    guard problem != nil, let last else { return }
    settings = last.settings
    include = last.include
    exclude = last.exclude
  }

  private init(_ bytes: [UInt8], _ path: String, _ absolute: String) {
    do throws(JSONError) {
      self.init(path, absolute, try SettingsFile(bytes), nil)
    } catch {
      let place = error.place(in: bytes)
      self.init(
        path, absolute, SettingsFile(unreadable: bytes, error),
        Problem(
          "line \(place.line), column \(place.column): \(error.description)",
          remedy: "mend it, or leave the settings out with --no-settings"))
    }
  }

  private init(_ path: String, _ absolute: String, _ file: SettingsFile?, _ problem: Problem?) {
    self.path = path
    folder = Workspace.folder(of: absolute)
    self.file = file
    self.problem = problem
    settings = file?.settings ?? Settings()
    include = settings.include.map(GlobPattern.init)
    exclude = settings.exclude.map(GlobPattern.init)
  }

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
