import Foundation
import JSON

extension String {
  var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

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

/// Random numbers that repeat with their seed (SplitMix64).
struct RandomSource: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
