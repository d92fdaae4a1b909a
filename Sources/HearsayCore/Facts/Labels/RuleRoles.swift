/// What the rules take each term of a passage for.
struct RuleRoles {
  var roles: [UInt16]
  var depths: [UInt8]

  init(_ count: Int, _ attributions: [LocalAttribution]) {
    roles = [UInt16](repeating: 0, count: count)
    depths = [UInt8](repeating: 0, count: count)
    for attribution in attributions {
      let shift = Self.isNested(attribution, in: attributions) ? LabellerWord.nestedShift : 0
      if let source = attribution.source { mark(source.phrase.terms, .source, shift) }
      for part in attribution.cue { mark(part, .cue, shift) }
      for part in attribution.content {
        mark(part, .content, shift)
        for index in part where depths.indices.contains(index) && depths[index] < 3 { depths[index] += 1 }
      }
    }
  }

  private mutating func mark(_ range: Range<Int>, _ role: AttributionLabel.Role, _ shift: UInt64) {
    for index in range where roles.indices.contains(index) {
      roles[index] |= UInt16(LabellerWord.ruleBit(role, begins: index == range.lowerBound) << shift)
    }
  }

  /// Whether an attribution stands in the content of another that does not stand in its own.
  static func isNested(_ attribution: LocalAttribution, in all: [LocalAttribution]) -> Bool {
    let anchor = attribution.source?.phrase.terms.lowerBound ?? attribution.principal
    return all.indices.contains { index in
      all[index].principal != attribution.principal && all[index].source != nil
        && (all[index].content.contains { $0.contains(anchor) } || !all[index].readContent.isEmpty)
        && encloses(all[index], attribution, anchor)
    }
  }

  static func encloses(_ other: LocalAttribution, _ attribution: LocalAttribution) -> Bool {
    encloses(other, attribution, attribution.source?.phrase.terms.lowerBound ?? attribution.principal)
  }

  private static func encloses(_ other: LocalAttribution, _ attribution: LocalAttribution, _ anchor: Int) -> Bool {
    other.principal != attribution.principal && other.source != nil && other.covers(anchor)
      && other.covers(attribution.principal) && !attribution.covers(other.principal)
  }
}
