import JSON
import LanguageServerProtocol

/// What the server asked its client, where the answer matters.
enum AskedQuestion: Sendable, Equatable {
  /// What the user has set in the editor.
  case settings
  /// To apply an edit that is called so.
  case edit(title: String)
  /// To make room for showing some work.
  case progress(token: String)
}

extension Session {
  /// Takes the client's answer to a request of ours; one that nobody waits for is no matter.
  mutating func take(answerTo id: RequestID, _ result: Result<JSONValue, ResponseError>) {
    switch (asked.removeValue(forKey: id), result) {
    case (.settings, .success(let answer)):
      // An answer that was overtaken by a later question is not the last word.
      if !asked.values.contains(.settings) { take(settings: answer[0]) }
    case (.settings, .failure(let error)) where error.code == ErrorCode.methodNotFound.rawValue: stopAskingForSettings()
    case (.edit(let title), .success(let answer)) where answer["applied"] == false:
      log(.warning, "The editor did not apply the edit “\(title)”.")
    case (.edit(let title), .failure(let error)):
      log(.warning, "The editor did not apply the edit “\(title)”: \(shownOnOneLine(error.message))")
    case (.progress(let token), .success): beginShown(token)
    case (.progress(let token), .failure): endShown(token)
    case (.edit, _), (.settings, .failure), (nil, _): break
    }
  }
}
