import ProtocolGenerator

extension Subcommand {
  /// Writes the generated Swift files, or with `--check` says which are stale.
  static let generate = Subcommand(
    name: "generate", usage: "generate [--check]",
    summary: "write the Swift types of Protocol/lsp.json and Protocol/hearsay.json; --check only compares"
  ) { arguments throws(MaintenanceError) in
    guard arguments.isEmpty || arguments == ["--check"] else { throw .usage }
    let stale = try staleFiles()
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

  /// The files that differ from what is generated; the text is nil where there should be no file.
  private static func staleFiles() throws(MaintenanceError) -> [(path: String, text: String?)] {
    let folder = "Sources/LanguageServerProtocol/Generated"
    let standard = try PackageFiles.json("Protocol/lsp.json")
    let extensions = try PackageFiles.json("Protocol/hearsay.json")
    let files: [GeneratedTypes.File]
    do throws(GeneratorError) {
      files = try GeneratedTypes.files(standard: standard, extensions: extensions)
    } catch {
      throw .failure(error.description)
    }
    let present = try PackageFiles.names(in: folder)
    var stale: [(path: String, text: String?)] = []
    for name in present where !files.contains(where: { $0.name == name }) { stale.append(("\(folder)/\(name)", nil)) }
    for file in files {
      let path = "\(folder)/\(file.name)"
      let isFresh = present.contains(file.name) ? try PackageFiles.read(path) == Array(file.text.utf8) : false
      if !isFresh { stale.append((path, file.text)) }
    }
    return stale
  }
}
