/// An attribution of the draft with its source resolved and its chain.
struct DraftAttribution: Sendable {
  private var shared: Shared<LocalAttribution>
  @CompactIndex var block: Int
  var strength = AttributionStrength.none
  /// Index into the draft's sources.
  @CompactOptionalIndex var resolved: Int?
  /// How the words of the source led to it.
  var resolution = Resolution.direct
  /// "The Ledger was told by a clerk": the source that heard it, by index.
  @CompactOptionalIndex var hearer: Int?
  /// Index into the draft's attributions.
  @CompactOptionalIndex var nestedIn: Int?
  @CompactOptionalIndex var hand: Int?
  var isAtLeast = false
  var chain: [Int] = []
  var end = ChainEnd.origin
  /// Blocks behind its own that are its content too.
  @Compact var introduces = 0..<0

  init(block: Int, _ local: Shared<LocalAttribution>) {
    self.block = block
    shared = local
  }

  /// What its block shows of it.
  var local: LocalAttribution {
    @inline(__always) _read { yield shared.value }
    set { shared = Shared(newValue) }
  }

  /// Whether it is one attribution of one reading of its block, resolved to the same.
  func isSame(as other: DraftAttribution) -> Bool {
    shared === other.shared && strength == other.strength && resolved == other.resolved && hearer == other.hearer
      && nestedIn == other.nestedIn && resolution == other.resolution
  }

  /// How a mention found its party.
  enum Resolution: Sendable, Equatable {
    case direct
    /// An anaphor whose antecedent is in the same or the preceding paragraph with no rival between.
    case near(antecedent: Range<Int>)
    /// Further away, or with rivals between.
    case distant(antecedent: Range<Int>)
    /// "the report" of an outlet of which no report was named.
    case bridged(antecedent: Range<Int>)
    case ambiguous(candidates: [Range<Int>])
    case unresolved
  }
}
