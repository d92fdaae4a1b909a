import HearsayCore
import ProseText

/// Trains the tagger: an averaged perceptron (Collins 2002), its weights then pruned and quantised.
///
/// Integers throughout and a fixed order: the same data gives the same bytes.
struct TaggerTraining {
  /// Perceptrons trained in other orders, whose weights are added up: steadier than more rounds of one.
  var runs = 10
  var rounds = 4
  /// A feature must be seen so often to count.
  var leastCount = 3
  /// How many 16-bit units the pruned entries may fill.
  var unitBudget = 256_000

  func train(_ sentences: [TaggedSentence], report: (String) -> Void) -> [UInt8] {
    let dictionary = TaggerDictionary(sentences)
    let empty = TaggerFile.write(dictionary, [])
    return empty.withUnsafeBytes { buffer in
      guard let model = TaggerModel(buffer) else { return [] }
      let samples = sentences.map { TaggerSample($0, model) }
      report("\(samples.count) sentences, \(dictionary.words.count) words in the dictionary")
      var perceptron = TaggerPerceptron(samples, leastCount: leastCount)
      report("\(perceptron.featureCount) features")
      for run in 1...runs {
        for round in 1...rounds {
          let wrong = perceptron.pass(samples, model, seed: UInt64(run << 8 | round))
          report("run \(run), round \(round): \(wrong.wrong) of \(wrong.total) wrong")
        }
        perceptron.endRun()
      }
      let entries = perceptron.entries(unitBudget: unitBudget)
      report("\(entries.count) features kept")
      return TaggerFile.write(dictionary, entries)
    }
  }
}

/// A sentence ready to learn from.
struct TaggerSample {
  var windows: [TaggerWindow]
  var tags: [PartOfSpeech?]

  init(_ sentence: TaggedSentence, _ model: TaggerModel) {
    tags = sentence.tags
    let tokens = sentence.tokens
    var groups = [UInt8](repeating: 0, count: tokens.count)
    windows = sentence.bytes.withUnsafeBufferPointer { buffer in
      groups.withUnsafeMutableBufferPointer { Self.windows(tokens, buffer, model, room: $0) }
    }
  }

  private static func windows(
    _ tokens: [Token], _ buffer: UnsafeBufferPointer<UInt8>, _ model: TaggerModel,
    room: UnsafeMutableBufferPointer<UInt8>
  ) -> [TaggerWindow] {
    let reader = TaggerWordReader(buffer, at: 0, model: model, tokens, tokens.indices, room: room)
    var before = TaggerWord.boundary
    var words: [TaggerWord] = []
    for (index, token) in tokens.enumerated() {
      before = reader.word(index, token, after: before)
      words.append(before)
    }
    words += [.boundary, .boundary]
    var window = TaggerWindow()
    window.move(words[0])
    window.move(words[1])
    return words.dropFirst(2).enumerated().map { index, word in
      window.move(word)
      window.hasFiniteVerbAhead = reader.hasFiniteVerb(after: index)
      return window
    }
  }
}
