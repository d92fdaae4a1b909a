import HearsayCore
import JSON
import ProtocolGenerator

extension Subcommand {
  /// Writes the generated files, or with `--check` says which are stale.
  static let generate = Subcommand(
    name: "generate", usage: "generate [--check]",
    summary: "write the Swift types of Protocol/lsp.json and Protocol/hearsay.json, and the rules' pages under "
      + "Protocol/Rules; --check only compares"
  ) { arguments throws(MaintenanceError) in
    guard arguments.isEmpty || arguments == ["--check"] else { throw .usage }
    var stale: [(path: String, text: String?)] = []
    for folder in try GeneratedFolder.all() { stale += try folder.staleFiles() }
    guard arguments.isEmpty else {
      if stale.isEmpty { return }
      throw .failure("stale: \(stale.map(\.path).joined(separator: ", ")); run `swift run hearsay-dev generate`")
    }
    for file in stale {
      if let text = file.text {
        try PackageFiles.write(Array(text.utf8), to: file.path)
      } else {
        try PackageFiles.remove(file.path)
      }
      print(file.path)
    }
  }
}

/// A file that is written by a program and committed.
struct GeneratedFile: Equatable {
  let name: String
  let text: String
}

/// A folder in which every file is generated.
struct GeneratedFolder {
  /// From the package's folder on.
  let path: String
  let files: [GeneratedFile]

  /// Every such folder of the package.
  static func all() throws(MaintenanceError) -> [GeneratedFolder] {
    [
      GeneratedFolder(path: "Sources/LanguageServerProtocol/Generated", files: try protocolTypes()),
      GeneratedFolder(path: RulePages.folder, files: RulePages.files(for: Rule.all)),
    ]
  }

  private static func protocolTypes() throws(MaintenanceError) -> [GeneratedFile] {
    let standard = try PackageFiles.json("Protocol/lsp.json")
    let extensions = try PackageFiles.json("Protocol/hearsay.json")
    do throws(GeneratorError) {
      return try GeneratedTypes.files(standard: standard, extensions: extensions)
        .map { GeneratedFile(name: $0.name, text: $0.text) }
    } catch {
      throw .failure(error.description)
    }
  }

  /// The files that differ from what is generated; the text is nil where there should be no file.
  func staleFiles() throws(MaintenanceError) -> [(path: String, text: String?)] {
    let present = try PackageFiles.names(in: path)
    var stale: [(path: String, text: String?)] = []
    for name in present where !files.contains(where: { $0.name == name }) { stale.append(("\(path)/\(name)", nil)) }
    for file in files {
      let isFresh =
        present.contains(file.name) ? try PackageFiles.read("\(path)/\(file.name)") == Array(file.text.utf8) : false
      if !isFresh { stale.append(("\(path)/\(file.name)", file.text)) }
    }
    return stale
  }
}
