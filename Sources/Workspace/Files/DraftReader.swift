import ProseText

/// The largest draft that is read, in bytes; a larger one is a problem, never cut.
package let draftSizeLimit = 64_000_000

/// Reads a draft: a file's bytes, which are UTF-8 without NUL.
package func readDraft(_ path: String) throws(Problem) -> [UInt8] {
  try readText(path, limit: draftSizeLimit)
}

/// Reads a draft from an open file, pipe or terminal up to its end.
package func readDraft(from file: FileDescriptor) throws(Problem) -> [UInt8] {
  try readText(from: file, limit: draftSizeLimit)
}

/// Reads a file's bytes, which are UTF-8 without NUL; one of more than `limit` bytes is a problem, never cut.
package func readText(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
  try FileDescriptor.withFile(path) { (file) throws(Problem) in try readText(from: file, limit: limit) }
}

private func readText(from file: FileDescriptor, limit: Int) throws(Problem) -> [UInt8] {
  let bytes = try readBytes(from: file, limit: limit)
  if let problem = encodingProblem(bytes) { throw problem }
  return bytes
}

/// The most bytes of what is no draft: a diff or a list of files may be about a whole repository.
package let listSizeLimit = 512_000_000

/// Reads a file's bytes, whatever they are.
package func readBytes(_ path: String, limit: Int = listSizeLimit) throws(Problem) -> [UInt8] {
  try FileDescriptor.withFile(path) { (file) throws(Problem) in try readBytes(from: file, limit: limit) }
}

/// Reads what an open file, pipe or terminal holds up to its end, whatever it is.
package func readBytes(from file: FileDescriptor, limit: Int = listSizeLimit) throws(Problem) -> [UInt8] {
  var bytes: [UInt8] = []
  // Growing would hold up to twice the size of a large draft.
  bytes.reserveCapacity(min(file.size, limit) + 1)
  // A pipe has no size; a file is read at once where it is no large one.
  let most = 1 << 16
  var chunk = [UInt8](repeating: 0, count: file.size > 0 ? min(file.size + 1, most) : most)
  do throws(SystemError) {
    while true {
      let count = try file.fill(&chunk)
      if count == 0 { break }
      bytes += chunk[..<count]
      if bytes.count > limit { break }
    }
  } catch {
    throw error.problem
  }
  if bytes.count > limit {
    let most = limit < 1_000_000 ? "\(limit / 1000) kB" : "\(limit / 1_000_000) MB"
    throw Problem("it is larger than \(most)", remedy: "split it or leave it out")
  }
  return bytes
}

/// Why the bytes are no UTF-8 text, nil where they are one.
package func encodingProblem(_ bytes: [UInt8]) -> Problem? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Problem("it is UTF-16, not UTF-8", remedy: "save it as UTF-8")
  }
  if let offset = firstInvalidByte(bytes) {
    return Problem("not valid UTF-8 at byte \(offset)", remedy: "save it as UTF-8 or leave it out")
  }
  if let offset = ByteSearch.first(0, in: bytes) {
    return Problem("not a text: NUL at byte \(offset)", remedy: "leave binary files out")
  }
  return nil
}

/// The offset of the first byte that is no part of a well-formed UTF-8 sequence (Unicode 16, table 3-7), nil where all are.
package func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { buffer in
    var at = 0
    while at < buffer.count {
      let byte = buffer[at]
      if byte < 0x80 {
        at += 1
        while at + 8 <= buffer.count,
          UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
        }
        continue
      }
      // The second byte's bounds keep out overlong forms, surrogates and what lies past U+10FFFF.
      let form: (length: Int, second: ClosedRange<UInt8>)
      switch byte {
      case 0xC2...0xDF: form = (2, 0x80...0xBF)
      case 0xE0: form = (3, 0xA0...0xBF)
      case 0xED: form = (3, 0x80...0x9F)
      case 0xE1...0xEF: form = (3, 0x80...0xBF)
      case 0xF0: form = (4, 0x90...0xBF)
      case 0xF1...0xF3: form = (4, 0x80...0xBF)
      case 0xF4: form = (4, 0x80...0x8F)
      default: return at
      }
      guard at + form.length <= buffer.count, form.second.contains(buffer[at + 1]) else { return at }
      for index in 2..<max(2, form.length) where buffer[at + index] & 0xC0 != 0x80 { return at }
      at += form.length
    }
    return nil
  }
}
