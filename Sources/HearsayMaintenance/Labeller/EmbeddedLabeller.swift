import HearsayCore
import ProseText

/// What the embedded labeller costs.
enum EmbeddedLabeller {
  static func time(data: String) throws {
    let blocks = try ["wikinews-train", "wikinews-dev"].flatMap { try AttributionRecord.read($0, in: data) }
      .flatMap { LabellerBlock.blocks(of: SourceText(Array($0.text.utf8)), $0.draftFormat) }
    let terms = blocks.reduce(0) { $0 + $1.terms.count }
    let clock = ContinuousClock()
    let times = (0..<5).map { _ in
      clock.measure {
        for block in blocks { _ = block.spans(.embedded) }
      }
    }
    if let best = times.min() {
      let nanoseconds = best.components.attoseconds / 1_000_000_000 + best.components.seconds * 1_000_000_000
      print("\(nanoseconds / Int64(max(1, terms))) ns a token (best of \(times.count) passes over \(terms) tokens)")
    }
  }
}
