import Foundation
import JSON

/// The JSON conformance cases, kept beside the package and not in it.
enum ConformanceCases {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data/json")

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func names(in part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path).sorted()
  }

  static func bytes(_ part: String, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: part).appending(path: name)))
  }
}
