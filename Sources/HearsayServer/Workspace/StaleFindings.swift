import HearsayCore
import LanguageServerProtocol

/// The open drafts of which others have changed, so that what these give rise to has to be looked for anew; first come first.
///
/// Where a hundred open drafts state one claim, each analysis concerns all of them, and to say all their findings anew at once would
/// keep everybody waiting. So a turn of the loop does a share, and what is left brings another turn about.
struct StaleFindings: Sendable {
  /// So many drafts are done in a turn.
  static let share = 4

  /// What has changed them.
  enum Cause: Sendable {
    case edit
    /// A reading of drafts that are not open: the client is told of it when all readings have ended.
    case reading
  }

  /// Addresses, some of which may be done already.
  private var queue: ArraySlice<String> = []
  private var causes: [String: Cause] = [:]
  /// How many were done in this turn.
  var done = 0
  /// Whether other marks stand in drafts than a client that asks for them was told.
  var isUntold = false

  var isEmpty: Bool { causes.isEmpty }

  /// Whether the turn has done its share.
  var isShareDone: Bool { done >= Self.share }

  mutating func insert(_ uri: String, _ cause: Cause) {
    guard let known = causes[uri] else {
      causes[uri] = cause
      return queue.append(uri)
    }
    if known == .reading { causes[uri] = cause }
  }

  /// Answers why a draft is to be done, and forgets it; nil where it is not.
  mutating func remove(_ uri: String) -> Cause? { causes.removeValue(forKey: uri) }

  /// The draft that has waited longest.
  mutating func next() -> String? {
    while let uri = queue.popFirst() {
      if causes[uri] != nil { return uri }
    }
    return nil
  }
}

extension Session {
  /// Notes that other drafts have changed for some.
  ///
  /// - Parameter ids: of drafts in the index; those that are not open are passed over.
  mutating func outdate(_ ids: Set<String>, by cause: StaleFindings.Cause) {
    guard !ids.isEmpty else { return }
    for uri in documents.values.filter({ ids.contains($0.workspaceID) }).map(\.uri).sorted() {
      stale.insert(uri, cause)
    }
  }

  /// Says anew what is found in open drafts of which others have changed, as many as are a turn's share.
  mutating func refreshFindings() {
    while !stale.isShareDone, let uri = stale.next() { refreshFindings(in: uri) }
    guard stale.isEmpty, stale.isUntold else { return }
    stale.isUntold = false
    refreshes.insert(.diagnostics)
  }

  /// Says anew what is found in a draft, if others have changed for it.
  mutating func refreshFindings(in uri: String) {
    guard let cause = stale.remove(uri), let draft = documents[uri]?.current else { return }
    stale.done += 1
    guard let joined = joined(draft) else { return }
    documents[uri]?.take(joined)
    if let publication = joined.publication { send(publication) }
    guard joined.saysOther(than: draft) else { return }
    if cause == .reading, readings > 0 { holdsRefresh = true } else { stale.isUntold = true }
  }
}
