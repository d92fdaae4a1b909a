import LanguageServerProtocol
import ProseText

/// What the client can do, and what was agreed upon with it.
struct ClientProfile: Sendable, Equatable {
  var positionEncoding = PositionEncoding.utf16
  /// It asks for diagnostics; pushing them too would show each twice.
  var pullsDiagnostics = false
  var showsRelatedPlaces = false
  /// It sends back the `data` of a diagnostic when it asks for code actions.
  var keepsDiagnosticData = false
  /// It shows a link with a diagnostic's code.
  var linksCodes = false
  var readsMarkdownHovers = false
  /// It applies edits only to the version that they were made for.
  var takesVersionedEdits = false
  var marksPreferredActions = false
  /// It says when files change, for patterns that it is asked to watch.
  var watchesFiles = false
  /// It asks for diagnostics anew where it is told that they have changed.
  var refreshesDiagnostics = false

  init() {}

  /// - Parameter forcedEncoding: the unit of columns that was set when the server was started; it wins.
  init(_ capabilities: LSP.ClientCapabilities, forcedEncoding: PositionEncoding?) {
    let document = capabilities.textDocument
    positionEncoding = forcedEncoding ?? Self.preferred(capabilities.general?.positionEncodings ?? [])
    pullsDiagnostics = document?.diagnostic != nil
    showsRelatedPlaces = document?.publishDiagnostics?.relatedInformation ?? false
    keepsDiagnosticData = document?.publishDiagnostics?.dataSupport ?? false
    linksCodes = document?.publishDiagnostics?.codeDescriptionSupport ?? false
    readsMarkdownHovers = document?.hover?.contentFormat?.first == .markdown
    takesVersionedEdits = capabilities.workspace?.workspaceEdit?.documentChanges ?? false
    marksPreferredActions = document?.codeAction?.isPreferredSupport ?? false
    watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    refreshesDiagnostics = pullsDiagnostics && capabilities.workspace?.diagnostics?.refreshSupport ?? false
  }

  /// The first of the client's units that is known; UTF-16 where it names none (LSP 3.17, PositionEncodingKind).
  private static func preferred(_ offered: [LSP.PositionEncodingKind]) -> PositionEncoding {
    for kind in offered {
      if let encoding = PositionEncoding(rawValue: kind.rawValue) { return encoding }
    }
    return .utf16
  }
}
