import HearsayCore
import ProseText

/// `hearsay-dev evaluate --part labeller`: the whole analysis on annotated texts, with the embedded weights, with the rules
/// alone, and with weights trained on parts of the data.
enum EvaluateLabeller {
  static let devSets = ["wikinews-dev", "blog-dev", "gum-dev"]

  static func run(data: String) throws {
    for name in devSets {
      let records = try AttributionRecord.read(name, in: data)
      show("\(name), rules and labeller", evaluate(records, .embedded))
      show("\(name), rules alone", evaluate(records, .none))
    }
    try curve(data: data)
    try EmbeddedLabeller.time(data: data)
  }

  /// How the figures grow with the data: a quarter, half and all of the texts.
  private static func curve(data: String) throws {
    let records = try AttributionRecord.read("wikinews-dev", in: data)
    let training = try TrainLabeller.records(data: data)
    print("learning curve, wikinews-dev")
    for quarters in [1, 2, 4] {
      let part = training.enumerated().filter { $0.offset % 4 < quarters }.map(\.element)
      let own = try AnnotatedText.read(folder: "Sources/Model/Texts")
      let ownPart = own.enumerated().filter { $0.offset % 4 < quarters }.map(\.element)
      let file = LabellerTraining().train(
        LabelledBlock.blocks(of: part) + LabelledBlock.blocks(of: ownPart, first: part.count))
      print("  \(part.count) texts: \(evaluate(records, .bytes(file)).summary)")
    }
  }

  /// Every text of train and dev once, with weights trained on the other folds.
  static func folds(_ count: Int, data: String) throws {
    let records = try (TrainLabeller.sets + ["wikinews-dev", "blog-dev"]).flatMap {
      try AttributionRecord.read($0, in: data)
    }
    let blocks = LabelledBlock.blocks(of: records)
    let own = LabelledBlock.blocks(
      of: try AnnotatedText.read(folder: "Sources/Model/Texts"), first: records.count)
    var news = AttributionEvaluation()
    var posts = AttributionEvaluation()
    for fold in 0..<count {
      let file = LabellerTraining().train(blocks.filter { $0.text % count != fold } + own)
      var analyzer = Analyzer(weights: .bytes(file))
      for (number, record) in records.enumerated() where number % count == fold {
        guard let analysis = analyzer.analyze(record) else { continue }
        if record.format == "markdown" { posts.add(record, analysis) } else { news.add(record, analysis) }
      }
      print("fold \(fold + 1) of \(count)")
    }
    show("\(count) folds, news", news)
    show("\(count) folds, posts", posts)
  }

  private static func evaluate(_ records: [AttributionRecord], _ weights: LabellerWeights) -> AttributionEvaluation {
    var analyzer = Analyzer(weights: weights)
    var evaluation = AttributionEvaluation()
    for record in records {
      if let analysis = analyzer.analyze(record) { evaluation.add(record, analysis) }
    }
    return evaluation
  }

  private static func show(_ title: String, _ evaluation: AttributionEvaluation) {
    print(title)
    for line in evaluation.lines { print("  \(line)") }
  }
}

extension Analyzer {
  mutating func analyze(_ record: AttributionRecord) -> Analysis? {
    analyze(SourceText(Array(record.text.utf8)), format: record.draftFormat)
  }
}
