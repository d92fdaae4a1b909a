/// Texts that somebody edits and may not have saved, by absolute path: each wins over the file of its name, and counts where there is no file.
package struct OpenTexts: Sendable {
  private let bytes: [String: [UInt8]]

  package init(_ bytes: [String: [UInt8]] = [:]) { self.bytes = bytes }

  /// The text at an absolute path; nil where it is not open.
  package subscript(path: String) -> [UInt8]? { bytes[path] }
}

/// What a file's bytes were when they were read, to tell whether they still are.
enum TextOrigin: Sendable, Equatable {
  case file(FileStamp?)
  case open([UInt8])

  /// The bytes at a place as they are now.
  init(of place: String, _ open: OpenTexts) {
    self = open[place].map { .open($0) } ?? .file(FileStamp(of: place))
  }

  /// Whether the place still holds the same; a file that is not there is looked for again.
  func isCurrent(at place: String, _ open: OpenTexts) -> Bool {
    self != .file(nil) && self == TextOrigin(of: place, open)
  }
}
