import Foundation
import JSON

/// Files of the package and beside it.
enum Files {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The official meta model, which is not part of the package.
  static let officialModel = package.deletingLastPathComponent()
    .appending(path: "shared/data/schemas/lsp-3.17-metaModel.json")

  static var officialModelIsHere: Bool { FileManager.default.fileExists(atPath: officialModel.path) }

  static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: try bytes(package.appending(path: path)))
  }
}
