package import JSON

/// The error codes of JSON-RPC 2.0 and of the Language Server Protocol that a server sends.
package enum ErrorCode: Int, Sendable, CaseIterable {
  case parseError = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603
  case serverNotInitialized = -32002
  case requestFailed = -32803
  case serverCancelled = -32802
  case contentModified = -32801
  case requestCancelled = -32800
}

/// Why a request has no result.
package struct ResponseError: Error, Sendable, Hashable {
  /// One of `ErrorCode`, or another number that a client chose.
  package let code: Int
  package let message: String
  package let data: JSONValue?

  package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code.rawValue
    self.message = message
    self.data = data
  }

  /// Parameters that do not fit their method.
  package init(_ invalid: InvalidValue) {
    self.init(.invalidParams, invalid.description)
  }

  /// A request for a method that the server does not know.
  package static func methodNotFound(_ method: String) -> ResponseError {
    ResponseError(.methodNotFound, "no such request: \(method)")
  }

  /// The error of a response; a malformed one still is an error.
  init(received value: JSONValue) {
    code = value["code"]?.int ?? ErrorCode.internalError.rawValue
    message = value["message"]?.string ?? "an error without a message"
    data = value["data"]
  }
}

extension ResponseError: JSONEncodable {
  package func encode(into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("code", code)
    writer.member("message", message)
    writer.optionalMember("data", data)
    writer.endObject()
  }
}
