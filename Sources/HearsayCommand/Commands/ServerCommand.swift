import HearsayServer
import ProseText
import Workspace

extension Command {
  static let server = Command(
    name: "server", summary: "speak the Language Server Protocol on standard input and output",
    discussion: """
      Editors start this command. The column unit is agreed upon with the editor unless --position-encoding \
      sets it. Settings are read when a draft is opened and when they change.
      """,
    options: [
      ServerOptions.positionEncoding, DraftOptions.settings, DraftOptions.noSettings, ServerOptions.log,
    ]
  ) { (arguments) throws(Problem) in try serve(try ServerOptions(arguments)) }
}

/// How the server is to run.
struct ServerOptions: Sendable, Equatable {
  static let positionEncoding = Option(
    name: "position-encoding", value: .choice(PositionEncoding.allCases.map(\.rawValue)),
    summary: "the unit of columns, instead of the one agreed upon")
  static let log = Option(name: "log", value: .file, summary: "write what happens to this file")

  /// Nil where it is agreed upon with the client.
  var positionEncoding: PositionEncoding?
  var settings: SettingsSource
  /// The log's path; nil for none.
  var log: String?

  init(_ arguments: ParsedArguments) throws(Problem) {
    settings = try DraftOptions.settingsSource(arguments)
    positionEncoding = arguments.value(of: Self.positionEncoding).flatMap(PositionEncoding.init(rawValue:))
    log = arguments.value(of: Self.log)
  }
}

/// Serves one client until it leaves.
func serve(_ options: ServerOptions) throws(Problem) -> ExitStatus {
  var log: (@Sendable (String) -> Void)?
  if let path = options.log {
    let file = try LogFile(path)
    log = { file.write($0) }
  }
  let transport = Transport {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = (try? FileDescriptor.standardInput.fill(&chunk)) ?? 0
    return Array(chunk.prefix(count))
  } write: { bytes in
    (try? FileDescriptor.standardOutput.writeAll(bytes)) != nil
  }
  let server = Server(transport, forcedEncoding: options.positionEncoding, settings: options.settings, log: log)
  return switch server.run() {
  case .exit(afterShutdown: true), .inputEnded: .clean
  case .exit(afterShutdown: false): .leftWithoutShutdown
  case .outputEnded: .incomplete
  }
}
