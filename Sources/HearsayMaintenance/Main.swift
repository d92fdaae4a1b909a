@main
enum Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, value(of: "--part", in: arguments)) {
    case ("train", "tagger"):
      try TrainTagger.run(
        data: value(of: "--data", in: arguments) ?? "../shared/data",
        out: value(of: "--out", in: arguments) ?? "Sources/Model")
    case ("evaluate", "tagger"):
      try EvaluateTagger.run(data: value(of: "--data", in: arguments) ?? "../shared/data")
    case ("tags", _): try PrintTags.run(Array(arguments.dropFirst()))
    default: print("usage: hearsay-dev train|evaluate --part tagger [--data folder] [--out folder]")
    }
  }

  private static func value(of option: String, in arguments: [String]) -> String? {
    arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
  }
}
