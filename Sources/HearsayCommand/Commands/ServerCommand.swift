import HearsayServer
import ProcessMemory
import ProseText
import Workspace

extension Command {
  static let server = Command(
    name: "server", summary: "speak the Language Server Protocol on standard input and output",
    discussion: """
      Editors start this command. The column unit is agreed upon with the editor unless --position-encoding \
      sets it. Settings and ledgers are read when a draft is opened and when they change.

      A log has the times and kinds of what happens and no word of a draft: `slow` says who the editor is and which turns of the \
      loop took over 10 ms, `messages` has a line a message too, `turns` what each turn took.
      """,
    options: [
      ServerOptions.positionEncoding, DraftOptions.settings, DraftOptions.noSettings,
    ] + LedgerOptions.all + [ServerOptions.log, ServerOptions.logLevel]
  ) { (arguments) throws(Problem) in try serve(try ServerOptions(arguments)) }
}

/// How the server is to run.
struct ServerOptions: Sendable, Equatable {
  static let positionEncoding = Option(
    name: "position-encoding", value: .choice(PositionEncoding.allCases.map(\.rawValue)),
    summary: "the unit of columns, instead of the one agreed upon")
  static let log = Option(name: "log", value: .file, summary: "write what happens to this file")
  static let logLevel = Option(
    name: "log-level", value: .choice(LogLevel.allCases.map(\.rawValue)), summary: "how much of it; messages by default"
  )

  /// Nil where it is agreed upon with the client.
  var positionEncoding: PositionEncoding?
  var settings: SettingsSource
  var ledger: LedgerChoice
  /// The log's path; nil for none.
  var log: String?
  var logLevel: LogLevel

  init(_ arguments: ParsedArguments) throws(Problem) {
    settings = try DraftOptions.settingsSource(arguments)
    positionEncoding = arguments.value(of: Self.positionEncoding).flatMap(PositionEncoding.init(rawValue:))
    ledger = try LedgerOptions.choice(arguments)
    log = arguments.value(of: Self.log)
    logLevel = arguments.choice(of: Self.logLevel, default: .messages)
    if log == nil, arguments.has(Self.logLevel) {
      throw Problem("--log-level is of use with --log only", remedy: "name the log's file with --log")
    }
  }
}

/// Serves one client until it leaves.
func serve(_ options: ServerOptions) throws(Problem) -> ExitStatus {
  // Of heaps that threads have for themselves each keeps what was freed in it: in a day of edits memory would only grow.
  hearsay_share_one_heap()
  var log: ServerLog?
  if let path = options.log {
    let file = try LogFile(path)
    log = ServerLog(options.logLevel) { file.write($0) }
  }
  let transport = Transport {
    (try? FileDescriptor.standardInput.next(atMost: 1 << 16)) ?? []
  } write: { bytes in
    (try? FileDescriptor.standardOutput.writeAll(bytes)) != nil
  } hasMore: {
    FileDescriptor.standardInput.hasMore
  } writeAtOnce: { bytes in
    FileDescriptor.standardOutput.writeAtOnce(bytes)
  }
  let server = Server(
    transport, forcedEncoding: options.positionEncoding, settings: options.settings, ledger: options.ledger,
    pages: userCacheFolder().map { $0 + "/\(program)" }, log: log)
  return switch server.run() {
  case .exit(afterShutdown: true), .inputEnded: .clean
  case .exit(afterShutdown: false): .leftWithoutShutdown
  case .outputEnded: .incomplete
  }
}
