import HearsayCore
import ProseText

/// The project's own sentences for the tagger: what a newsroom writes daily and treebanks have seldom.
///
/// In a file a sentence stands on a line, `# ` opens a remark, and a slash with a tag of the Penn Treebank stands right behind
/// the words that are to be learnt ("The guild/NN claims/VBZ that it rained."); other words have no gold tag.
enum OwnSentences {
  /// What is wrong with a line.
  struct TagError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var description: String { "\(file), line \(line): a word behind a slash is no tag, or no word stands before it" }
  }

  /// The sentences of every `.txt` file in a folder, in the order of the files' names.
  static func read(folder: String) throws -> [TaggedSentence] {
    try readTexts(in: folder, read)
  }

  static func read(_ file: String, file name: String) throws -> [TaggedSentence] {
    try file.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      if line.isEmpty || line.hasPrefix("# ") { return nil }
      guard let sentence = sentence(line.utf8) else { throw TagError(file: name, line: number + 1) }
      return sentence
    }
  }

  /// Nil where a slash is followed by no tag, or stands behind no word.
  private static func sentence(_ line: Substring.UTF8View) -> TaggedSentence? {
    var bytes: [UInt8] = []
    var gold: [Int: PartOfSpeech] = [:]
    var rest = line[...]
    while let byte = rest.popFirst() {
      guard byte == 0x2F else {
        bytes.append(byte)
        continue
      }
      let tag = rest.prefix { $0 == 0x24 || (0x41...0x5A).contains($0) }
      guard let found = byPenn[String(Substring(tag))] else { return nil }
      gold[bytes.count] = found
      rest = rest.dropFirst(tag.count)
    }
    let tokens = tokenize(bytes, at: 0, BlockContent(prose: bytes.isEmpty ? [] : [0..<bytes.count]))
    guard gold.keys.allSatisfy({ end in tokens.contains { Int($0.end) == end } }) else { return nil }
    return TaggedSentence(
      bytes: bytes, tokens: tokens, tags: tokens.map { gold[Int($0.end)] }, genre: "own")
  }

  private static let byPenn = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.penn, $0) })
}
