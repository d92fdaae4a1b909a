package import JSON

/// A JSON-RPC 2.0 message as it was received.
package enum Message: Sendable, Hashable {
  case request(id: RequestID, method: String, params: JSONValue?)
  case notification(method: String, params: JSONValue?)
  /// An answer to a request of ours; the id is nil where the other side could not tell it.
  case response(id: RequestID?, result: Result<JSONValue, ResponseError>)
}

/// A body that is no message, with the answer that JSON-RPC asks for.
package struct MalformedMessage: Error, Sendable, Hashable {
  /// The id to answer, nil (written as `null`) where it cannot be told.
  package let id: RequestID?
  package let error: ResponseError
}

extension Message {
  /// Reads the body of a frame.
  ///
  /// Null parameters count as absent. Whatever has no method, but a result or an error, is a response.
  /// - Throws: `MalformedMessage` with -32700 where the body is no JSON and -32600 where it is no message; so is a
  ///   batch, which the Language Server Protocol does not have.
  package init(decoding body: [UInt8]) throws(MalformedMessage) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: body)
    } catch {
      throw MalformedMessage(
        id: nil, error: ResponseError(.parseError, "not JSON: \(error.description) (byte \(error.offset))"))
    }
    try self.init(decoding: value)
  }

  /// Reads a message from its value.
  /// - Throws: `MalformedMessage` with -32600 where it is none.
  package init(decoding value: JSONValue) throws(MalformedMessage) {
    guard let object = value.object else {
      let problem = value.array == nil ? "a message must be an object, not \(value.kindDescription)" : "no batches"
      throw MalformedMessage(id: nil, error: ResponseError(.invalidRequest, problem))
    }
    let id = object["id"].flatMap { try? RequestID(decoding: $0) }
    func invalid(_ problem: String) -> MalformedMessage {
      MalformedMessage(id: id, error: ResponseError(.invalidRequest, problem))
    }
    guard object["jsonrpc"] == "2.0" else { throw invalid("jsonrpc must be \"2.0\"") }
    guard let method = object["method"] else {
      if let error = object["error"], !error.isNull {
        self = .response(id: id, result: .failure(ResponseError(received: error)))
      } else if let result = object["result"] {
        self = .response(id: id, result: .success(result))
      } else {
        throw invalid("a message needs a method, a result or an error")
      }
      return
    }
    guard let method = method.string else { throw invalid("method must be a string, not \(method.kindDescription)") }
    let params = object["params"].flatMap { $0.isNull ? nil : $0 }
    if let id {
      self = .request(id: id, method: method, params: params)
    } else if let id = object["id"] {
      throw invalid("id must be an integer or a string, not \(id.kindDescription)")
    } else {
      self = .notification(method: method, params: params)
    }
  }
}
