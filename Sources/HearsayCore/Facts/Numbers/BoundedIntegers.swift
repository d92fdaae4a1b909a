extension Int {
  /// The whole part of a number, held within ±2^62: figures of a draft may be of any size, and a message must come out.
  init(bounded value: Double) {
    self = value.isNaN ? 0 : Int(Swift.max(-0x1p62, Swift.min(0x1p62, value)))
  }
}
