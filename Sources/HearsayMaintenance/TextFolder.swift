#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is read of every `.txt` file in a folder, in the order of the files' names.
///
/// - Parameter read: takes a file's text and its name.
func readTexts<Text>(in folder: String, _ read: (String, String) throws -> [Text]) throws -> [Text] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
  return try names.flatMap { name in
    try read(String(contentsOf: URL(filePath: folder).appending(path: name), encoding: .utf8), name)
  }
}
