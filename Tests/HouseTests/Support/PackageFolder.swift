import Foundation

/// The package on disk, found from this file.
enum PackageFolder {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names in a folder, sorted.
  static func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: folder).path).sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// The paths of all files below a folder that end so, from the package's folder on, sorted.
  static func files(in folder: String, endingIn suffix: String = "") throws -> [String] {
    let below = FileManager.default.enumerator(atPath: url.appending(path: folder).path)
    let paths = try (below?.compactMap { $0 as? String } ?? []).filter { path in
      let values = try url.appending(path: "\(folder)/\(path)").resourceValues(forKeys: [.isRegularFileKey])
      return values.isRegularFile == true && path.hasSuffix(suffix)
    }
    return paths.map { "\(folder)/\($0)" }.sorted()
  }
}
