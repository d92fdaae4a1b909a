import JSON
import LanguageServerProtocol

/// Work that the client shows as long as it goes on.
struct ShownWork: Sendable, Equatable {
  /// Work that ends sooner shows nothing.
  static let patience = Duration.milliseconds(200)

  let title: String
  /// How far it is, where that is known: in words, and of a hundred.
  var message: String?
  var percentage: Int?
  /// Whether the client is ready to show it.
  var hasBegun = false

  fileprivate func value(_ kind: String) -> JSONValue {
    var value: JSONObject = ["kind": .string(kind)]
    if kind == "begin" {
      value["title"] = .string(title)
      value["cancellable"] = false
    }
    if let message { value["message"] = .string(message) }
    if let percentage { value["percentage"] = .integer(percentage) }
    return .object(value)
  }
}

extension Session {
  /// Asks a client that shows such things to make room for work; says how far it is where there is room already.
  ///
  /// - Parameter token: the same for one piece of work, and never used for another.
  mutating func show(_ token: String, _ title: String, message: String? = nil, percentage: Int? = nil) {
    if let known = shownWork[token] {
      shownWork[token]?.message = message
      shownWork[token]?.percentage = percentage
      guard known.hasBegun, let work = shownWork[token] else { return }
      send(progress: token, work.value("report"))
    } else if client.showsProgress {
      shownWork[token] = ShownWork(title: title, message: message, percentage: percentage)
      ask(
        .workDoneProgressCreate(LSP.WorkDoneProgressCreateParams(token: .string(token))), then: .progress(token: token))
    }
  }

  /// Begins what the client has made room for, unless it has ended.
  mutating func beginShown(_ token: String) {
    guard let work = shownWork[token], !work.hasBegun else { return }
    shownWork[token]?.hasBegun = true
    send(progress: token, work.value("begin"))
  }

  /// Takes work away that has ended, or for which the client has no room.
  mutating func endShown(_ token: String) {
    guard let work = shownWork.removeValue(forKey: token), work.hasBegun else { return }
    send(progress: token, ["kind": "end"])
  }

  private mutating func send(progress token: String, _ value: JSONValue) {
    send(.progress(LSP.ProgressParams(token: .string(token), value: value)))
  }
}
