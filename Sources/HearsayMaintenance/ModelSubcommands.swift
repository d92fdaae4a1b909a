extension Subcommand {
  static let train = Subcommand(
    name: "train", usage: "train [--part tagger|labeller] [--data FOLDER] [--out FOLDER]",
    summary: "trains the weights that Sources/Model carries"
  ) { arguments throws(MaintenanceError) in
    try check(arguments, ["--part", "--data", "--out"])
    let data = option("--data", in: arguments) ?? "../shared/data"
    let out = option("--out", in: arguments) ?? "Sources/Model"
    switch option("--part", in: arguments) {
    case "tagger": try run { try TrainTagger.run(data: data, out: out) }
    case "labeller": try run { try TrainLabeller.run(data: data, out: out) }
    case nil:
      try run {
        try TrainTagger.run(data: data, out: out)
        try TrainLabeller.run(data: data, out: out)
      }
    default: throw .usage
    }
  }

  static let evaluate = Subcommand(
    name: "evaluate", usage: "evaluate [--part tagger|labeller] [--folds N] [--data FOLDER]",
    summary: "prints how right and how fast the trained weights are; --folds trains and tests the labeller N times"
  ) { arguments throws(MaintenanceError) in
    try check(arguments, ["--part", "--folds", "--data"])
    let data = option("--data", in: arguments) ?? "../shared/data"
    if let folds = option("--folds", in: arguments) {
      guard let folds = Int(folds), folds > 1 else { throw .usage }
      try run { try EvaluateLabeller.folds(folds, data: data) }
      return
    }
    switch option("--part", in: arguments) {
    case "tagger": try run { try EvaluateTagger.run(data: data) }
    case "labeller": try run { try EvaluateLabeller.run(data: data) }
    case nil:
      try run {
        try EvaluateTagger.run(data: data)
        try EvaluateLabeller.run(data: data)
      }
    default: throw .usage
    }
  }

  static let tags = Subcommand(name: "tags", usage: "tags FILE…", summary: "prints the words of texts with their tags")
  {
    arguments throws(MaintenanceError) in
    try run { try PrintTags.run(arguments) }
  }

  static let labels = Subcommand(
    name: "labels", usage: "labels FILE…",
    summary: "prints the sources, cues and contents that the labeller sees in texts"
  ) { arguments throws(MaintenanceError) in
    try run { try PrintLabels.run(arguments) }
  }

  /// Minutes of work, and weights that are written over, should not begin with a slip of the hand.
  private static func check(_ arguments: [String], _ names: Set<String>) throws(MaintenanceError) {
    for index in stride(from: 0, to: arguments.count, by: 2)
    where !names.contains(arguments[index]) || index + 1 == arguments.count { throw .usage }
  }

  private static func option(_ name: String, in arguments: [String]) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
  }

  private static func run(_ work: () throws -> Void) throws(MaintenanceError) {
    do { try work() } catch { throw .failure("\(error)") }
  }
}
