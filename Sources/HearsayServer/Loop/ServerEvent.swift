import ProseText

/// What makes the loop turn.
package enum ServerEvent: Sendable {
  case message(ClientMessage)
  case analysed(AnalysisOutcome)
  /// An analysis is not done yet.
  case analysing(SlowAnalysis)
  case surroundingsRead(SurroundingsOutcome)
  case searched(KeySearchOutcome)
  case symbolsFound(SymbolSearchOutcome)
  case pageMade(ReportPageOutcome)
  case foldersRead(FolderReadingOutcome)
  case reported(WorkspaceReportOutcome)
  /// A turn before has left work.
  case turnedAgain
  /// The client will send no more.
  case inputEnded
  /// The client takes no more.
  case outputEnded

  /// For the log.
  package var label: String {
    switch self {
    case .message(let message): message.label
    case .analysed(let outcome): "analysis \(outcome.isComplete ? "finished" : "given up")"
    case .analysing: "analysis under way"
    case .surroundingsRead: "surroundings read"
    case .searched: "search finished"
    case .symbolsFound(let outcome): "\(outcome.symbols.count) symbols found"
    case .pageMade: "page made"
    case .foldersRead(let outcome): "\(outcome.drafts.count) drafts read"
    case .reported(let outcome): "\(outcome.made.count) reports made"
    case .turnedAgain: "work that was left"
    case .inputEnded: "end of input"
    case .outputEnded: "end of output"
    }
  }
}

/// What a turn of the loop asks to be done outside it.
package enum ServerEffect: Sendable {
  case send(OutgoingMessage)
  case analyse(AnalysisJob)
  case readSurroundings(SurroundingsJob)
  case search(KeySearchJob)
  case findSymbols(SymbolSearchJob)
  case makePage(ReportPageJob)
  case readFolders(FolderReadingJob)
  case makeReports(WorkspaceReportJob)
  /// Another turn, behind whatever comes in the meantime.
  case turnAgain
  /// A line for the log.
  case note(String)
  case end(ServerEnd)

  /// For the log.
  var label: String {
    switch self {
    case .send(let message): message.label
    case .analyse(let job): "an analysis of \(job.text.count) bytes"
    case .readSurroundings: "a reading of surroundings"
    case .search: "a search"
    case .findSymbols: "a search for symbols"
    case .makePage: "a page"
    case .readFolders: "a reading of folders"
    case .makeReports: "reports of drafts"
    case .turnAgain: "another turn"
    case .note: "a note"
    case .end(let end): "the end, \(end)"
    }
  }
}

/// Why the server stopped.
package enum ServerEnd: Sendable, Equatable {
  /// `exit`, after `shutdown` or without it.
  case exit(afterShutdown: Bool)
  /// The input ended.
  case inputEnded
  /// The client does not read what is sent to it.
  case outputEnded
}
