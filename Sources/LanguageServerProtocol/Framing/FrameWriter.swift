/// Puts the header of the base protocol before a message.
package enum FrameWriter {
  /// The bytes to send for the body of one message.
  package static func frame(_ body: [UInt8]) -> [UInt8] {
    let header = "Content-Length: \(body.count)\r\n\r\n"
    var frame: [UInt8] = []
    frame.reserveCapacity(header.utf8.count + body.count)
    frame.append(contentsOf: header.utf8)
    frame.append(contentsOf: body)
    return frame
  }
}
