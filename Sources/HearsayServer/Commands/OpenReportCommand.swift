import HearsayCore
import HearsayReport
import JSON
import LanguageServerProtocol
import Workspace

/// The fact-checker's page of an open draft, made away from the loop.
///
/// A client that can show documents is shown the page, which is written into a folder of the user's own for that; any other gets it as
/// the answer. Nothing is written but at the user's command.
package struct ReportPageJob: Sendable {
  let request: RequestID
  let uri: String
  let analysis: Analysis
  let isShown: Bool

  init(_ request: RequestID, _ draft: AnalysedDraft, for client: ClientProfile) {
    self.request = request
    uri = draft.uri
    analysis = draft.analysis
    isShown = client.showsDocuments
  }

  /// Makes the page.
  ///
  /// - Parameter folder: an absolute path that pages may be written below; nil for none.
  package func run(_ folder: String?) -> ReportPageOutcome {
    let draft = ReportedDraft(path: FileURI.path(of: uri) ?? uri, analysis: analysis)
    let page = ReportPage([draft]).bytes
    guard isShown, let folder else { return ReportPageOutcome(request: request, page: .text(page)) }
    do throws(SystemError) {
      return ReportPageOutcome(request: request, page: .file(FileURI.uri(of: try write(page, below: folder))))
    } catch {
      return ReportPageOutcome(request: request, page: .failure(error.whenWriting))
    }
  }

  /// Writes the page where only the user reads it: one file a draft, few of them.
  private func write(_ page: [UInt8], below folder: String) throws(SystemError) -> String {
    try makeFolders(folder + "/" + Self.part, mode: 0o700)
    let name = SHA256.hexadecimalHash(Array(uri.utf8)) + Self.ending
    let path = "\(folder)/\(Self.part)/\(name)"
    try replaceFile(path, with: page, isLasting: false)
    removeOldest(
      in: folder, isOwn: { $0 == Self.part && $1.hasSuffix(Self.ending) && $1 != name }, keeping: Self.mostBytes)
    return path
  }

  private static let part = "pages"
  private static let ending = ".html"
  private static let mostBytes = 64 << 20
}

/// What became of a page.
package struct ReportPageOutcome: Sendable {
  enum Page: Sendable {
    /// It stands in the file with this address.
    case file(String)
    case text([UInt8])
    case failure(String)
  }

  let request: RequestID
  let page: Page
}

extension Session {
  /// Takes a page, unless nobody waits for it any more.
  mutating func take(_ outcome: ReportPageOutcome) {
    guard pending.removeValue(forKey: outcome.request) != nil else { return }
    switch outcome.page {
    case .file(let uri):
      answer(outcome.request, .success(.executeCommand(["uri": .string(uri)])))
      ask(.showDocument(LSP.ShowDocumentParams(uri: uri, external: true, takeFocus: true)))
    case .text(let page):
      answer(outcome.request, .success(.executeCommand(["html": .string(String(decoding: page, as: UTF8.self))])))
    case .failure(let reason):
      refuse(outcome.request, ResponseError(.requestFailed, "the page could not be written: \(reason)"))
    }
  }
}
