import HearsayCore
import LanguageServerProtocol
import ProseText
package import Workspace

/// A question about every place that names a key of a ledger: in the ledger, in open drafts and in those below its folder.
struct KeySearch: Sendable {
  enum Purpose: Sendable {
    case references(withDeclaration: Bool)
    case rename(to: String)
  }

  let key: String
  let ledger: FoundLedger
  /// By which the client knows the ledger.
  let ledgerURI: String
  let purpose: Purpose
}

/// The answer to a request: at once, or after a search away from the loop.
enum Reply: Sendable {
  case answer(Result<LSP.ServerResult, ResponseError>)
  /// An answer at once, behind which the client is asked for something and its user is told something.
  case asking([LSP.ServerRequest], notes: [String], LSP.ServerResult)
  case search(KeySearch)
  /// The fact-checker's page of a draft, made away from the loop.
  case page(AnalysedDraft)
  /// Diagnostics, to which those of other drafts may belong.
  case report(LSP.DocumentDiagnosticReport, of: AnalysedDraft)
  /// Tokens, of which the client may have some from before: the name of those.
  case tokens(LSP.SemanticTokens, after: String?)

  static func result(_ result: LSP.ServerResult) -> Reply { .answer(.success(result)) }
}

/// A search to be done away from the loop, as it reads drafts that are not open.
package struct KeySearchJob: Sendable {
  /// A document that the client has open.
  struct OpenText: Sendable {
    let version: Int
    let revision: Int
    let text: SourceText
    let format: DraftFormat
  }

  /// The most names in folders that are looked at.
  private static let mostNames = 20_000
  /// The most bytes of drafts that are read.
  private static let mostBytes = 64_000_000

  let request: RequestID
  let search: KeySearch
  /// Drafts of the ledger, and the ledger itself, by address.
  let open: [String: OpenText]
  let client: ClientProfile

  /// Finds every place that names the key.
  package func run(_ settings: SettingsSource) -> KeySearchOutcome {
    var settings = SettingsStore(settings)
    let result: Result<LSP.ServerResult, ResponseError>
    do throws(ResponseError) {
      if case .rename(let name) = search.purpose { try check(name) }
      result = .success(answer(places(&settings)))
    } catch {
      result = .failure(error)
    }
    return KeySearchOutcome(request: request, result: result, revisions: open.mapValues(\.revision))
  }

  private func check(_ name: String) throws(ResponseError) {
    guard let reading = search.ledger.understood, reading.bytes == search.ledger.reading?.bytes else {
      throw ResponseError(.requestFailed, "the ledger makes no sense as it stands; mend it first")
    }
    guard LedgerReading.isID(name) else {
      throw ResponseError(
        .requestFailed, "this is no key: letters, digits, and single marks such as - _ . : between them")
    }
    guard name == search.key || reading.ledger?.index(of: name) == nil else {
      throw ResponseError(.requestFailed, "the ledger has a source of this name already")
    }
  }

  private func answer(_ places: [FoundPlaces]) -> LSP.ServerResult {
    switch search.purpose {
    case .references(let withDeclaration):
      return .references(
        places.flatMap { file in
          file.ranges.filter { withDeclaration || $0 != file.declaration }.map {
            LSP.Location(uri: file.uri, range: $0)
          }
        })
    case .rename(let name):
      return .rename(
        WorkspaceEdits(client: client).edit(
          places.map { file in
            WorkspaceEdits.Document(
              uri: file.uri, version: file.version,
              edits: file.ranges.map { LSP.TextEdit(range: $0, newText: name) })
          }))
    }
  }

  // MARK: Looking

  /// What was found in one file.
  private struct FoundPlaces {
    var uri: String
    /// Nil where it is not open.
    var version: Int?
    var ranges: [LSP.Range]
    var declaration: LSP.Range?
  }

  private func places(_ settings: inout SettingsStore) -> [FoundPlaces] {
    var found: [FoundPlaces] = []
    if let ledger = placesOfLedger() { found.append(ledger) }
    var drafts: [String: (text: SourceText, format: DraftFormat, version: Int?)] = [:]
    for (uri, file) in open where uri != search.ledgerURI { drafts[uri] = (file.text, file.format, file.version) }
    let openPaths = Set(open.keys.compactMap(FileURI.path))
    for path in closedDrafts(except: openPaths, &settings) {
      drafts[FileURI.uri(of: path.place)] = (SourceText(path.bytes), DraftFormat(fileName: path.place), nil)
    }
    for (uri, draft) in drafts.sorted(by: { $0.key < $1.key }) {
      let ranges = KeyMention.all(in: draft.text, format: draft.format).filter { $0.id == search.key }.map(\.idRange)
      guard !ranges.isEmpty else { continue }
      found.append(FoundPlaces(uri: uri, version: draft.version, ranges: Self.ranges(ranges, draft.text, client)))
    }
    return found
  }

  private func placesOfLedger() -> FoundPlaces? {
    guard let reading = search.ledger.understood, let ledger = reading.ledger else { return nil }
    let places = ledger.places(of: search.key)
    guard let declaration = places.declaration else { return nil }
    var ranges = [declaration] + places.uses
    ranges += reading.placesOfFigures(ofSource: search.key)
    ranges.sort { $0.lowerBound < $1.lowerBound }
    let text = SourceText(reading.bytes)
    return FoundPlaces(
      uri: search.ledgerURI, version: open[search.ledgerURI]?.version, ranges: Self.ranges(ranges, text, client),
      declaration: Self.ranges([declaration], text, client).first)
  }

  private static func ranges(_ ranges: [Range<Int>], _ text: SourceText, _ client: ClientProfile) -> [LSP.Range] {
    PositionTable.ranges(ranges, in: text, client.positionEncoding)
  }

  /// The drafts below the ledger's folder that hold the key's bytes and for which this ledger is the nearest.
  private func closedDrafts(
    except openPaths: Set<String>, _ settings: inout SettingsStore
  ) -> [(place: String, bytes: [UInt8])] {
    let workingFolder = currentFolder()
    let copies = search.ledger.copyPaths
    var upward = UpwardSearch(FoundLedger.name)
    var found: [(place: String, bytes: [UInt8])] = []
    var total = 0
    for path in drafts(below: folder(of: search.ledger.place), mostNames: Self.mostNames, settings: &settings) {
      guard total < Self.mostBytes, !copies.contains(path),
        let place = absolute(path, workingFolder: workingFolder), !openPaths.contains(place),
        upward.nearest(toDraft: path) == normalised(search.ledger.place, workingFolder: workingFolder),
        let bytes = try? readDraft(path)
      else { continue }
      total += bytes.count
      if String(decoding: bytes, as: UTF8.self).contains(search.key) { found.append((place, bytes)) }
    }
    return found
  }
}

/// What a search found.
package struct KeySearchOutcome: Sendable {
  let request: RequestID
  let result: Result<LSP.ServerResult, ResponseError>
  /// The texts that it was found in, by address.
  let revisions: [String: Int]
}
