import HearsayServer
import Workspace

/// What the log of a server tells of its last session.
func logLines(_ path: String) throws(Problem) -> [String] {
  let log = String(decoding: try readBytes(path), as: UTF8.self)
  guard let client = LoggedClient(log: log) else { return ["editor    the log names none"] }
  let name = [client.name, client.version].compactMap(\.self).joined(separator: " ")
  var lines = ["editor    \(name), columns in \(client.columns)"]
  if !client.can.isEmpty { lines.append("  can     " + client.can.joined(separator: ", ")) }
  if !client.cannot.isEmpty { lines.append("  cannot  " + client.cannot.joined(separator: ", ")) }
  let slow = log.split(separator: "\n").filter { $0.contains(" slow turn: ") }
  lines.append("  turns over 10 ms: \(slow.count)")
  lines += slow.suffix(3).map { "    " + $0 }
  return lines
}
