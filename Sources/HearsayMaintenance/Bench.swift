import HearsayCore
import ProseText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Subcommand {
  /// Times each stage of reading on one thread; only a release build tells anything.
  static let bench = Subcommand(
    name: "bench", usage: "bench [FILE or FOLDER…]",
    summary: "times the stages of reading and the whole analysis, with and without labeller, over all texts"
  ) { arguments throws(MaintenanceError) in
    let paths = arguments.isEmpty ? ["../shared/data/corpora"] : arguments
    var bytes: [UInt8] = []
    for path in paths { try append(path, to: &bytes) }
    guard !bytes.isEmpty else { throw .failure("no .txt or .md file in \(paths.joined(separator: ", "))") }
    Bench(bytes).run()
  }

  /// Puts the texts of a file or folder behind those before, in the order of their names.
  private static func append(_ path: String, to bytes: inout [UInt8]) throws(MaintenanceError) {
    if path.hasSuffix(".txt") || path.hasSuffix(".md") {
      bytes += try PackageFiles.read(path)
      bytes += [0x0A, 0x0A]
    } else if let names = try? PackageFiles.names(in: path) {
      for name in names { try append(path + "/" + name, to: &bytes) }
    }
  }
}

/// Runs each stage several times over the same text and prints the best time of each.
private struct Bench {
  private let text: SourceText
  private let runs = 7

  init(_ bytes: [UInt8]) { text = SourceText(bytes) }

  func run() {
    print("\(text.count) bytes, best of \(runs) runs, processor time of one thread")
    measure("count words, as wc -w does") { words() }
    measure("bytes to tokens") { ReadingStages.tokens(of: text, .plainText) }
    measure("bytes to terms") { ReadingStages.passages(of: text, .plainText).terms }
    let passages = ReadingStages.passages(of: text, .plainText)
    measure("terms to quantities") { passages.quantities() }
    measure("bytes to quantities") { ReadingStages.passages(of: text, .plainText).quantities() }
    measure("whole analysis") { figures(.embedded) }
    measure("whole analysis, rules alone") { figures(.none) }
  }

  /// Analyses the text from nothing; answers how many figures it has.
  private func figures(_ weights: LabellerWeights) -> Int {
    var analyzer = Analyzer(weights: weights)
    return analyzer.analyze(text, format: .plainText)?.figures.count ?? 0
  }

  private func measure(_ name: String, _ work: () -> Int) {
    var best = Double.infinity
    var found = 0
    for _ in 0..<runs {
      let start = processorSeconds()
      found = work()
      best = min(best, processorSeconds() - start)
    }
    let rate = Double(text.count) / 1e6 / best
    let tenths = Int(rate * 10 + 0.5)
    print("\(name): \(tenths / 10).\(tenths % 10) MB/s, \(found) found")
  }

  /// The processor's time that this thread has had: what others do on the machine does not count.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Runs of bytes between white space.
  private func words() -> Int {
    var count = 0
    var inWord = false
    for byte in text.bytes {
      let isSpace = byte == 0x20 || byte &- 0x09 < 5
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }
}
