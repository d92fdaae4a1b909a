import Foundation
import TestSupport

/// What a run of the program left behind.
struct RunResult {
  let status: Int32
  let output: String
  let errors: String
}

/// The program that the package built beside these tests.
enum Binary {
  static var url: URL {
    // On macOS the tests run from a bundle, elsewhere they are a program of their own in the same folder.
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }
    let tests = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("hearsay")
  }
}

/// Runs `hearsay` with the arguments to its end.
///
/// - Parameters:
///   - input: what standard input holds.
///   - folder: the working folder; the temporary folder where none is given.
///   - output: where standard output goes instead of the result.
func hearsay(
  _ arguments: [String], input: [UInt8] = [], in folder: TemporaryFolder? = nil, environment: [String: String] = [:],
  output: FileHandle? = nil
) throws -> RunResult {
  // Files rather than pipes: neither side can wait for the other.
  let exchange = try TemporaryFolder()
  let inputFile = try exchange.write("input", input)
  let outputFile = try exchange.write("output", [])
  let errorFile = try exchange.write("errors", [])
  let process = Process()
  process.executableURL = Binary.url
  process.arguments = arguments
  process.currentDirectoryURL = folder?.url ?? FileManager.default.temporaryDirectory
  // What sanitizers are told is for the program as well.
  let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
  process.environment = ["PATH": "/usr/bin:/bin"].merging(sanitizers) { $1 }.merging(environment) { $1 }
  process.standardInput = try FileHandle(forReadingFrom: inputFile)
  process.standardOutput = try output ?? FileHandle(forWritingTo: outputFile)
  process.standardError = try FileHandle(forWritingTo: errorFile)
  try process.run()
  process.waitUntilExit()
  return RunResult(
    status: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
    errors: try String(contentsOf: errorFile, encoding: .utf8))
}

/// Runs `hearsay` with the words of a line.
func hearsay(_ line: String, input: String = "", in folder: TemporaryFolder? = nil) throws -> RunResult {
  try hearsay(line.split(separator: " ").map(String.init), input: Array(input.utf8), in: folder)
}
