import HearsayCore
import ProseText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `hearsay-dev train --part tagger`: writes the tagger's file from the treebanks.
enum TrainTagger {
  static func run(data: String, out: String) throws {
    let treebanks = try ["ewt-train", "gum-train"].flatMap { try Treebank.read($0, in: data) }
    let sentences = treebanks + (try OwnSentences.read(folder: "Sources/Model/Sentences"))
    let file = TaggerTraining().train(sentences) { print($0) }
    try Data(file).write(to: URL(filePath: out).appending(path: "tagger.bin"))
    print("\(file.count) bytes")
    var scores = TaggerWordScores()
    try EvaluateTagger.report(data: data) { sentence in
      var tags: [PartOfSpeech] = []
      file.withUnsafeBytes { buffer in
        TaggerModel(buffer)?
          .tag(sentence.tokens, in: sentence.bytes, at: 0, sentence.tokens.indices, &scores, into: &tags)
      }
      return tags
    }
  }
}

/// `hearsay-dev evaluate --part tagger`: the embedded tagger on the treebanks' dev sets, and its cost.
enum EvaluateTagger {
  static func run(data: String) throws {
    var tagger = Tagger()
    try report(data: data) { sentence in
      var tags: [PartOfSpeech] = []
      tagger.tag(sentence.tokens, in: sentence.bytes, at: 0, sentence.tokens.indices, into: &tags)
      return tags
    }
    try time(Treebank.read("gum-dev", in: data), tagger)
  }

  static func report(data: String, _ tag: (TaggedSentence) -> [PartOfSpeech]) throws {
    for name in ["ewt-dev", "gum-dev"] {
      var whole = TaggerEvaluation()
      var genres: [String: TaggerEvaluation] = [:]
      for sentence in try Treebank.read(name, in: data) {
        let tags = tag(sentence)
        whole.add(sentence, tags)
        genres[sentence.genre, default: TaggerEvaluation()].add(sentence, tags)
      }
      print("\(name): \(whole.summary)")
      for (genre, evaluation) in genres.sorted(by: { $0.key < $1.key }) { print("  \(genre): \(evaluation.summary)") }
      print("  errors: \(whole.commonErrors)")
    }
  }

  private static func time(_ sentences: [TaggedSentence], _ tagger: Tagger) {
    var tagger = tagger
    let clock = ContinuousClock()
    let tokens = sentences.reduce(0) { $0 + $1.tokens.count }
    var tags: [PartOfSpeech] = []
    let times = (0..<100).map { _ in
      clock.measure {
        tags.removeAll(keepingCapacity: true)
        for sentence in sentences {
          tagger.tag(sentence.tokens, in: sentence.bytes, at: 0, sentence.tokens.indices, into: &tags)
        }
      }
    }
    if let best = times.min() {
      let nanoseconds = best.components.attoseconds / 1_000_000_000 + best.components.seconds * 1_000_000_000
      print("\(nanoseconds / Int64(max(1, tokens))) ns a token (best of \(times.count) passes over \(tokens) tokens)")
    }
  }
}
