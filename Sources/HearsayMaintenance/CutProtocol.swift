import JSON
import ProtocolGenerator

extension Subcommand {
  /// Renews `Protocol/lsp.json` from the official meta model.
  static let cutProtocol = Subcommand(
    name: "cut-protocol", usage: "cut-protocol --model PATH",
    summary: "cut the methods that SpokenProtocol lists out of the official metaModel.json into Protocol/lsp.json"
  ) { arguments throws(MaintenanceError) in
    guard arguments.count == 2, arguments[0] == "--model" else { throw .usage }
    let model = try PackageFiles.json(arguments[1])
    let cut: JSONValue
    do throws(GeneratorError) {
      cut = try ProtocolCut.cut(model)
    } catch {
      throw .failure("\(arguments[1]): \(error.description)")
    }
    try PackageFiles.write(cut.serialized(pretty: true) + [0x0A], to: "Protocol/lsp.json")
  }
}
