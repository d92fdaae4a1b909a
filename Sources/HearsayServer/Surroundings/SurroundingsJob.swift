import HearsayCore
import Workspace

/// Asks for what lies around the open documents, to be read away from the loop.
package struct SurroundingsJob: Sendable {
  /// A settings file or ledger that is open: its text wins over the file.
  struct OpenFile: Sendable {
    let role: DocumentRole
    let version: Int
    let revision: Int
    let bytes: [UInt8]
  }

  /// The addresses of the open drafts.
  let drafts: [String]
  /// By address.
  let openFiles: [String: OpenFile]
  let client: ClientProfile

  /// Looks for everything anew and reads what has changed.
  package func run(_ store: inout SurroundingsStore) -> SurroundingsOutcome {
    var texts: [String: [UInt8]] = [:]
    for (uri, file) in openFiles { if let path = FileURI.path(of: uri) { texts[path] = file.bytes } }
    store.refresh(OpenTexts(texts))
    var outcome = SurroundingsOutcome()
    for uri in drafts { outcome.surroundings[uri] = surroundings(of: uri, &store) }
    for (uri, file) in openFiles {
      guard let path = FileURI.path(of: uri) else { continue }
      switch file.role {
      case .draft: break
      case .settings: _ = store.settings.file(at: path)
      case .ledger: _ = store.ledgers.file(at: path)
      }
    }
    let folder = currentFolder()
    for found in store.settings.files {
      let uri = address(of: found.path, folder)
      outcome.files.append(HouseFile(found, uri: uri, revision: openFiles[uri]?.revision, client: client))
    }
    for found in store.ledgers.files {
      let uri = address(of: found.path, folder)
      outcome.files.append(HouseFile(found, uri: uri, revision: openFiles[uri]?.revision, client: client))
      for path in found.copyPaths { outcome.copies.insert(absolute(path, workingFolder: folder) ?? path) }
    }
    return outcome
  }

  private func surroundings(of uri: String, _ store: inout SurroundingsStore) -> FoundSurroundings {
    var found = store.surroundings(of: uri, editor: client.settings)
    found.ledgerURI = found.ledger.map { address(of: $0.path, currentFolder()) }
    found.ledgerVersion = found.ledgerURI.flatMap { openFiles[$0]?.version }
    return found
  }

  /// The address of a path: the client's own where it has the file open.
  private func address(of path: String, _ folder: String?) -> String {
    let place = absolute(path, workingFolder: folder) ?? path
    return openFiles.keys.first { FileURI.path(of: $0) == place } ?? FileURI.uri(of: place)
  }
}

/// What was found around documents.
package struct SurroundingsOutcome: Sendable {
  /// By the address of the draft.
  var surroundings: [String: FoundSurroundings] = [:]
  /// Every settings file and ledger that counts for a draft or is open.
  var files: [HouseFile] = []
  /// The saved copies that the ledgers name, by absolute path.
  var copies: Set<String> = []
}
