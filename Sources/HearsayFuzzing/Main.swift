#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `hearsay-fuzz`: throws bytes, messages and texts at the program's parts, in one process and repeatable by a seed.
@main
enum Main {
  static func main() {
    do throws(FuzzError) {
      try FuzzRun(FuzzOptions(Array(CommandLine.arguments.dropFirst()))).run()
    } catch {
      var text = "hearsay-fuzz: \(error.message)\n"
      text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(error.status)
    }
  }
}
