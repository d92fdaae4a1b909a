import HearsayCore

/// Finds the settings of drafts, and keeps what it has read: each file is read once as long as it stays the same.
package struct SettingsStore: Sendable {
  private struct Entry: Sendable {
    var origin: TextOrigin
    var found: FoundSettings
  }

  private let source: SettingsSource
  private let workingFolder: String?
  private var open = OpenTexts()
  private var search: UpwardSearch
  private var read: [String: Entry] = [:]
  /// What was read before the last refresh and not asked for since.
  private var earlier: [String: Entry] = [:]

  /// - Parameter workingFolder: where relative paths begin.
  package init(_ source: SettingsSource, workingFolder: String? = currentFolder()) {
    self.source = source
    self.workingFolder = workingFolder
    search = UpwardSearch(SettingsFile.name, workingFolder: workingFolder)
  }

  /// The settings for a draft, by its path; nil where there are none.
  package mutating func settings(forDraft path: String) -> FoundSettings? {
    settings(in: folder(of: path))
  }

  /// The settings for the drafts of a folder.
  package mutating func settings(in folder: String) -> FoundSettings? {
    switch source {
    case .none: nil
    case .file(let path): found(path)
    case .nearest: search.nearest(to: folder).map { found($0) }
    }
  }

  /// The settings file at an absolute path, whether it holds for a draft or not.
  package mutating func file(at path: String) -> FoundSettings {
    found(normalised(path, workingFolder: workingFolder))
  }

  /// Forgets where it looked and looks again from now on; what was read is read again where it has changed.
  ///
  /// - Parameter open: texts that win over files.
  package mutating func refresh(_ open: OpenTexts = OpenTexts()) {
    self.open = open
    search = UpwardSearch(SettingsFile.name, workingFolder: workingFolder, open)
    earlier.merge(read) { _, new in new }
    read = [:]
  }

  /// Every file that was asked for since the last refresh, by path.
  package var files: [FoundSettings] {
    read.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { read[$0]?.found }
  }

  private mutating func found(_ path: String) -> FoundSettings {
    if let known = read[path] { return known.found }
    let place = absolute(path, workingFolder: workingFolder) ?? path
    let last = earlier.removeValue(forKey: path)
    if let last, last.origin.isCurrent(at: place, open) {
      read[path] = last
      return last.found
    }
    // The stamp first: a change while the file is read is seen the next time.
    let origin = TextOrigin(of: place, open)
    let found =
      switch origin {
      case .file: FoundSettings(reading: path, at: place)
      case .open(let bytes): FoundSettings(open: bytes, path: path, at: place, after: last?.found)
      }
    read[path] = Entry(origin: origin, found: found)
    return found
  }
}
