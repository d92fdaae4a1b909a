import JSON

extension Message {
  /// The body of a request to the client.
  package static func body(id: RequestID, _ request: LSP.ServerRequest) -> [UInt8] {
    body { writer in
      writer.member("id", id)
      writer.member("method", request.method)
      request.encodeParams(into: &writer)
    }
  }

  /// The body of a notification to the client.
  package static func body(_ notification: LSP.ServerNotification) -> [UInt8] {
    body { writer in
      writer.member("method", notification.method)
      notification.encodeParams(into: &writer)
    }
  }

  /// The body of a notification that brings a part of what answers a request (LSP 3.17, Partial Result Progress).
  ///
  /// - Parameter token: the one that the client sent with the request.
  package static func body(partOf token: LSP.IntegerOrString, _ value: some JSONEncodable) -> [UInt8] {
    body { writer in
      writer.member("method", "$/progress")
      writer.key("params")
      writer.beginObject()
      writer.member("token", token)
      writer.member("value", value)
      writer.endObject()
    }
  }

  /// The body of an answer to the client.
  package static func body(id: RequestID, result: LSP.ServerResult) -> [UInt8] {
    body { writer in
      writer.member("id", id)
      writer.member("result", result)
    }
  }

  /// The body of an answer that says why there is no result; without an id where the request's cannot be told.
  package static func body(id: RequestID?, error: ResponseError) -> [UInt8] {
    body { writer in
      writer.nullableMember("id", id)
      writer.member("error", error)
    }
  }

  private static func body(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    members(&writer)
    writer.endObject()
    return writer.bytes
  }
}
