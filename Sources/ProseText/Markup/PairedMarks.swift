/// Finds the mark that closes a pair of equal ones, as in `*words*`, and remembers what it found.
///
/// A pair opens before a word and closes behind one; pairs of one mark do not nest. Every stretch is searched once for each
/// mark, so that no input makes a reader quadratic.
struct PairedMarks {
  private struct Memory {
    let mark: UInt8
    let length: Int
    /// The end of the pair of this mark that was found last.
    var end = 0
    /// From where on nothing closes one.
    var noneFrom = Int.max
  }

  private var memories: [Memory] = []

  /// Where `length` marks close the pair that as many open at `start`; nil where these open none.
  ///
  /// A constrained mark opens and closes at the borders of words only.
  mutating func closing(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, length: Int, isConstrained: Bool = true
  ) -> Int? {
    let mark = buffer[start]
    let inside = start + length
    guard inside < buffer.count, buffer[inside] > 0x20 || !isConstrained, buffer[inside] != mark else { return nil }
    if isConstrained, start > 0, isWordByte(buffer[start - 1]) || buffer[start - 1] == mark { return nil }
    let index = memory(mark, length)
    guard start >= memories[index].end, inside < memories[index].noneFrom else { return nil }
    var at = inside
    while at + length <= buffer.count {
      if buffer[at] == mark, closes(buffer, at, mark, length, isConstrained), at > inside {
        memories[index].end = at + length
        return at
      }
      at += 1
    }
    memories[index].noneFrom = inside
    return nil
  }

  private func closes(
    _ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ mark: UInt8, _ length: Int, _ isConstrained: Bool
  ) -> Bool {
    let end = at + length
    for index in at..<end where buffer[index] != mark { return false }
    if buffer[at - 1] == UInt8(ascii: "\\") { return false }
    if end < buffer.count, buffer[end] == mark { return false }
    guard isConstrained else { return true }
    return buffer[at - 1] > 0x20 && (buffer[at - 1] != mark) && (end == buffer.count || !isWordByte(buffer[end]))
  }

  private mutating func memory(_ mark: UInt8, _ length: Int) -> Int {
    if let index = memories.firstIndex(where: { $0.mark == mark && $0.length == length }) { return index }
    memories.append(Memory(mark: mark, length: length))
    return memories.count - 1
  }
}
