/// The terms of a passage; looking beside them finds nothing instead of failing.
///
/// Readers look at neighbours all the time, and half-typed prose ends anywhere: outside the passage stands an empty mark.
struct Terms: RandomAccessCollection, Sendable {
  /// Empty where they are packed.
  private let storage: [Term]
  private let packed: PackedTerms
  let endIndex: Int

  init(_ terms: [Term]) {
    storage = terms
    packed = PackedTerms()
    endIndex = terms.count
  }

  private init(_ terms: PackedTerms, count: Int) {
    storage = []
    packed = terms
    endIndex = count
  }

  var startIndex: Int { 0 }

  @inline(__always)
  subscript(index: Int) -> Term {
    index >= 0 && index < storage.count ? storage[index] : unpacked(index)
  }

  /// The terms of a range of indices, which have to be those of terms.
  func elements(_ range: Range<Int>) -> ArraySlice<Term> {
    isPacked ? range.map { unpacked($0) }[...] : storage[range]
  }

  /// How many terms stand before the first that is beyond something; all terms behind that one are too.
  func partition(_ isBeyond: (Term) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Far from the loops that read a block: those ask for terms as they are.
  @inline(never)
  private func unpacked(_ index: Int) -> Term {
    index >= 0 && index < endIndex && storage.isEmpty ? packed.term(index, of: endIndex) : Self.nothing
  }

  /// Whether some term has the key of the one at an index, which is one of the passage, and is as a closure wants it.
  func contains(like index: Int, where isWanted: (Int) -> Bool) -> Bool {
    if isPacked { return packed.contains(like: index, of: endIndex, where: isWanted) }
    let key = storage[index].key
    for other in storage.indices where storage[other].key == key && isWanted(other) { return true }
    return false
  }

  /// Calls a closure with the terms as they lie in memory: all are looked at in a row.
  func withStorage<Result>(_ body: (UnsafeBufferPointer<Term>) -> Result) -> Result {
    isPacked ? map { $0 }.withUnsafeBufferPointer(body) : storage.withUnsafeBufferPointer(body)
  }

  /// The indices among some of which the terms are as a closure wants them; what is asked of every term is asked in a row.
  @inline(__always)
  func indices(in range: Range<Int>, where isWanted: (Term) -> Bool) -> [Int] {
    if isPacked { return range.filter { isWanted(unpacked($0)) } }
    return storage.withUnsafeBufferPointer { terms in range.filter { isWanted(terms[$0]) } }
  }

  /// Whether each term is put together when it is asked for.
  var isPacked: Bool { storage.isEmpty && endIndex > 0 }

  /// The same in a quarter of the room, where each is slower to ask for; itself where that cannot be.
  ///
  /// - Parameter bytes: those of the block.
  func inLittleRoom(_ bytes: BlockBytes) -> Terms {
    PackedTerms(storage, in: bytes).map { Terms($0, count: endIndex) } ?? self
  }

  private static let nothing = Term(
    start: 0, end: 0, key: 0, classes: [], word: .unknown, cue: .none, forms: [], speech: [], kind: .punctuation,
    shape: [],
    tag: .punctuation)
}
