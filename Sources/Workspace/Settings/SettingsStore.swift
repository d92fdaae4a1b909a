import HearsayCore

/// Finds the settings of drafts, and keeps what it has read: each file is read once as long as it stays the same.
package struct SettingsStore: Sendable {
  private let source: SettingsSource
  private let workingFolder: String?
  private var search: UpwardSearch
  private var read: [String: (stamp: FileStamp?, found: FoundSettings)] = [:]

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

  /// Forgets where it looked and looks again from now on; what was read is read again where it has changed.
  package mutating func refresh() {
    search = UpwardSearch(SettingsFile.name, workingFolder: workingFolder)
    let folder = workingFolder
    read = read.filter { path, entry in
      entry.stamp != nil && entry.stamp == FileStamp(of: absolute(path, workingFolder: folder) ?? path)
    }
  }

  /// Every file that was read, by path.
  package var files: [FoundSettings] {
    read.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { read[$0]?.found }
  }

  private mutating func found(_ path: String) -> FoundSettings {
    if let known = read[path] { return known.found }
    // The stamp first: a change while the file is read is seen the next time.
    let place = absolute(path, workingFolder: workingFolder) ?? path
    let stamp = FileStamp(of: place)
    let found = FoundSettings(reading: path, at: place)
    read[path] = (stamp, found)
    return found
  }
}
