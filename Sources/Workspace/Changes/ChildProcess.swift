#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program that was run to its end left behind.
struct ChildResult: Sendable {
  /// The exit status, nil where a signal ended it.
  let status: Int?
  let output: [UInt8]
  let errors: [UInt8]
}

/// Runs a program of the PATH with this process's environment and no input, and reads all that it writes.
func runChild(_ arguments: [String]) throws(SystemError) -> ChildResult {
  let output = try Pipe()
  let errors: Pipe
  do throws(SystemError) { errors = try Pipe() } catch {
    output.close()
    throw error
  }
  let process: pid_t
  do throws(SystemError) { process = try spawn(arguments, output: output, errors: errors) } catch {
    output.close()
    errors.close()
    throw error
  }
  // Only the child writes: its end is the end of both.
  output.closeWriting()
  errors.closeWriting()
  let read = readBoth(output.reading, errors.reading)
  output.closeReading()
  errors.closeReading()
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  let exited = status & 0x7F == 0
  return ChildResult(status: exited ? Int(status >> 8 & 0xFF) : nil, output: read.0, errors: read.1)
}

private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  func closeReading() { _ = Self.closed(reading) }
  func closeWriting() { _ = Self.closed(writing) }

  func close() {
    closeReading()
    closeWriting()
  }

  private static func closed(_ end: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(end)
    #elseif canImport(Musl)
      Musl.close(end)
    #else
      Darwin.close(end)
    #endif
  }
}

private func spawn(_ arguments: [String], output: Pipe, errors: Pipe) throws(SystemError) -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
  posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
  let words = arguments.map { strdup($0) } + [nil]
  let variables = environment().map { strdup($0) } + [nil]
  defer { for word in words + variables { free(word) } }
  var process: pid_t = 0
  let code = posix_spawnp(&process, arguments[0], &actions, nil, words, variables)
  guard code == 0 else { throw SystemError(code: code) }
  return process
}

/// The variables of this process, each `NAME=value`.
private func environment() -> [String] {
  #if canImport(Darwin)
    var result: [String] = []
    guard let variables = _NSGetEnviron().pointee else { return result }
    var index = 0
    while let variable = variables[index] {
      result.append(String(cString: variable))
      index += 1
    }
    return result
  #else
    // As it was at the start; nothing here changes it. The C variable may not be read by concurrent code.
    let bytes = try? FileDescriptor.withFile("/proc/self/environ") { file throws(Problem) in try everything(in: file) }
    return (bytes ?? []).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  #endif
}

private func everything(in file: FileDescriptor) throws(Problem) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  do throws(SystemError) {
    while case let count = try file.fill(&chunk), count > 0 { bytes += chunk[..<count] }
  } catch { throw error.problem }
  return bytes
}

/// Reads two pipes to their ends as they fill: the child may wait for either.
private func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
  var bytes: [[UInt8]] = [[], []]
  var requests = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while requests.contains(where: { $0.fd >= 0 }) {
    guard poll(&requests, nfds_t(requests.count), -1) > 0 || errno == EINTR else { break }
    for index in requests.indices where requests[index].fd >= 0 && requests[index].revents != 0 {
      let count = read(requests[index].fd, &chunk, chunk.count)
      if count > 0 {
        bytes[index] += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        requests[index].fd = -1
      }
    }
  }
  return (bytes[0], bytes[1])
}
