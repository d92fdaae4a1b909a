extension Subcommand {
  static let train = Subcommand(
    name: "train", usage: "train --part tagger [--data FOLDER] [--out FOLDER]",
    summary: "trains the weights that Sources/Model carries"
  ) { arguments throws(MaintenanceError) in
    guard option("--part", in: arguments) == "tagger" else { throw .usage }
    let data = option("--data", in: arguments) ?? "../shared/data"
    let out = option("--out", in: arguments) ?? "Sources/Model"
    try run { try TrainTagger.run(data: data, out: out) }
  }

  static let evaluate = Subcommand(
    name: "evaluate", usage: "evaluate --part tagger [--data FOLDER]",
    summary: "prints how right and how fast the trained weights are"
  ) { arguments throws(MaintenanceError) in
    guard option("--part", in: arguments) == "tagger" else { throw .usage }
    let data = option("--data", in: arguments) ?? "../shared/data"
    try run { try EvaluateTagger.run(data: data) }
  }

  static let tags = Subcommand(name: "tags", usage: "tags FILE…", summary: "prints the words of texts with their tags")
  {
    arguments throws(MaintenanceError) in
    try run { try PrintTags.run(arguments) }
  }

  private static func option(_ name: String, in arguments: [String]) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
  }

  private static func run(_ work: () throws -> Void) throws(MaintenanceError) {
    do { try work() } catch { throw .failure("\(error)") }
  }
}
