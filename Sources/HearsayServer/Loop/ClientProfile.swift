import JSON
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
  /// It applies edits that it is asked to apply.
  var appliesEdits = false
  /// It goes to a place that it is asked to show.
  var showsDocuments = false
  /// The requests that it may send.
  var requests: Set<Feature> = []
  /// It shows words at a link.
  var showsLinkTips = false
  var readsMarkdownCompletions = false
  /// It asks what would be renamed before it renames.
  var preparesRenames = false
  /// Its user switched hints between the words on.
  var wantsInlayHints = false
  /// Its user switched lenses above each claim on.
  var wantsClaimLenses = false
  /// It answers what its user has set.
  var answersConfiguration = false
  /// What it said of that without being asked.
  var saidSettings: JSONValue?
  /// It says when that changes, if it is asked to.
  var registersConfiguration = false
  /// It shows how far work is.
  var showsProgress = false
  /// It takes the diagnostics of other drafts with those that it asked for.
  var takesRelatedReports = false
  /// It asks for an action's edit when the user chooses the action.
  var resolvesEdits = false
  /// What its user has set.
  var settings = EditorSettings()
  /// What it asks for anew where it is told that that has changed.
  var refreshes: Set<Refresh> = []

  /// What is offered to clients that ask for it only.
  enum Feature: Sendable {
    case completion, definition, references, highlights, links, renames, symbols, workspaceSymbols, selections, chains
    case lenses, hints, tokens
  }

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
    requests = Self.requests(document)
    if capabilities.workspace?.symbol != nil { requests.insert(.workspaceSymbols) }
    answersConfiguration = capabilities.workspace?.configuration ?? false
    registersConfiguration = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration ?? false
    showsProgress = capabilities.window?.workDoneProgress ?? false
    takesRelatedReports = document?.diagnostic?.relatedDocumentSupport ?? false
    let action = document?.codeAction
    resolvesEdits = action?.dataSupport == true && action?.resolveSupport?.properties.contains("edit") == true
    appliesEdits = capabilities.workspace?.applyEdit ?? false
    showsDocuments = capabilities.window?.showDocument?.support ?? false
    showsLinkTips = document?.documentLink?.tooltipSupport ?? false
    readsMarkdownCompletions = document?.completion?.completionItem?.documentationFormat?.first == .markdown
    preparesRenames = document?.rename?.prepareSupport ?? false
    watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    refreshes = Self.refreshes(capabilities)
  }

  private static func refreshes(_ capabilities: LSP.ClientCapabilities) -> Set<Refresh> {
    let (document, workspace) = (capabilities.textDocument, capabilities.workspace)
    var refreshes: Set<Refresh> = []
    if document?.diagnostic != nil, workspace?.diagnostics?.refreshSupport == true { refreshes.insert(.diagnostics) }
    if document?.codeLens != nil, workspace?.codeLens?.refreshSupport == true { refreshes.insert(.lenses) }
    if document?.inlayHint != nil, workspace?.inlayHint?.refreshSupport == true { refreshes.insert(.hints) }
    if document?.semanticTokens != nil, workspace?.semanticTokens?.refreshSupport == true { refreshes.insert(.tokens) }
    return refreshes
  }

  private static func requests(_ document: LSP.TextDocumentClientCapabilities?) -> Set<Feature> {
    var requests: Set<Feature> = []
    if document?.completion != nil { requests.insert(.completion) }
    if document?.definition != nil { requests.insert(.definition) }
    if document?.references != nil { requests.insert(.references) }
    if document?.documentHighlight != nil { requests.insert(.highlights) }
    if document?.documentLink != nil { requests.insert(.links) }
    if document?.rename != nil { requests.insert(.renames) }
    // The older form, a flat list, has no place for what a claim rests on.
    if document?.documentSymbol?.hierarchicalDocumentSymbolSupport == true { requests.insert(.symbols) }
    if document?.selectionRange != nil { requests.insert(.selections) }
    if document?.callHierarchy != nil { requests.insert(.chains) }
    if document?.codeLens != nil { requests.insert(.lenses) }
    if document?.inlayHint != nil { requests.insert(.hints) }
    if document?.semanticTokens != nil { requests.insert(.tokens) }
    return requests
  }

  /// The first of the client's units that is known; UTF-16 where it names none (LSP 3.17, PositionEncodingKind).
  private static func preferred(_ offered: [LSP.PositionEncodingKind]) -> PositionEncoding {
    for kind in offered {
      if let encoding = PositionEncoding(rawValue: kind.rawValue) { return encoding }
    }
    return .utf16
  }
}
