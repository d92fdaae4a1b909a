extension Array {
  /// The same without room to grow.
  func fitted() -> [Element] { capacity > count ? map { $0 } : self }
}
