#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `hearsay-dev`, the program for those who work on Hearsay itself; it is run in the package's folder.
@main
enum Main {
  /// One file a subcommand.
  static let subcommands: [Subcommand] = [.cutProtocol, .generate, .train, .evaluate, .tags, .labels, .bench]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let subcommand = subcommands.first(where: { $0.name == arguments.first }) else {
      let lines = subcommands.map { "  hearsay-dev \($0.usage)\n      \($0.summary)\n" }
      complain("usage:\n" + lines.joined())
      exit(2)
    }
    do throws(MaintenanceError) {
      try subcommand.run(Array(arguments.dropFirst()))
    } catch {
      switch error {
      case .usage:
        complain("usage: hearsay-dev \(subcommand.usage)\n")
        exit(2)
      case .failure(let message):
        complain("hearsay-dev \(subcommand.name): \(message)\n")
        exit(1)
      }
    }
  }

  private static func complain(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
