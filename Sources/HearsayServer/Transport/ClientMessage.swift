package import JSON
package import LanguageServerProtocol

/// What came from the client, decoded as far as it can be.
package struct ClientMessage: Sendable {
  package enum Content: Sendable {
    case request(id: RequestID, Result<LSP.ClientRequest, ResponseError>)
    case notification(LSP.ClientNotification)
    /// A `shutdown` without an id, as some editors send it: there is nobody to answer.
    case shutdownNotification
    /// An answer to a request of ours.
    case answer(to: RequestID, Result<JSONValue, ResponseError>)
    /// A notification that is unknown, an answer to nothing: nothing is to be done.
    case ignored
    /// A notification whose parameters make no sense.
    case unusable(InvalidValue)
    /// No message at all; the answer that JSON-RPC asks for.
    case malformed(MalformedMessage)
    /// Bytes that are no frame.
    case fault(FrameError)
  }

  package let content: Content
  /// For the log: what it is and how large, never a word of a draft.
  package let label: String

  /// Reads the body of a frame; whatever it holds becomes a message.
  package init(decoding body: [UInt8]) {
    let message: Message
    do throws(MalformedMessage) {
      message = try Message(decoding: body)
    } catch {
      content = .malformed(error)
      label = "malformed message (\(body.count) bytes)"
      return
    }
    switch message {
    case .request(let id, let method, let params):
      content = .request(id: id, Self.request(method, params))
      label = "\(method.prefix(80)) #\(id.description.prefix(80)) (\(body.count) bytes)"
    case .notification("shutdown", _):
      content = .shutdownNotification
      label = "shutdown without an id"
    case .notification(let method, let params):
      content = Self.notification(method, params)
      label = "\(method.prefix(80)) (\(body.count) bytes)"
    case .response(let id, let result):
      content = id.map { .answer(to: $0, result) } ?? .ignored
      label = "answer \(id.map { "#\($0.description.prefix(80))" } ?? "without an id") (\(body.count) bytes)"
    }
  }

  /// Bytes that are no frame.
  package init(_ fault: FrameError) {
    content = .fault(fault)
    label = fault.description
  }

  private static func request(_ method: String, _ params: JSONValue?) -> Result<LSP.ClientRequest, ResponseError> {
    do throws(InvalidValue) {
      guard let request = try LSP.ClientRequest(method: method, params: params) else {
        return .failure(.methodNotFound(method))
      }
      return .success(request)
    } catch {
      return .failure(ResponseError(error))
    }
  }

  private static func notification(_ method: String, _ params: JSONValue?) -> Content {
    do throws(InvalidValue) {
      return try LSP.ClientNotification(method: method, params: params).map { .notification($0) } ?? .ignored
    } catch {
      return .unusable(error)
    }
  }
}
