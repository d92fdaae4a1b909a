import ProseText

/// The drafts of a workspace in the order of their ids' bytes, each with a small number of its own, its slot.
///
/// A slot is a draft's as long as the draft is there, and may be another's afterwards. Which draft stands before which is
/// told by numbers; ids are compared only where one is new.
struct DraftOrder: Sendable {
  private var idOfSlot: [String] = []
  private var slotOf: [String: Int] = [:]
  private var free: [Int] = []
  /// All slots in use, in the order of their ids.
  private var sorted: [Int] = []
  /// By slot, where it stands in `sorted`.
  private var ranks: [Int] = []

  var count: Int { sorted.count }

  /// All ids, in order.
  var ids: [String] { sorted.map { idOfSlot[$0] } }

  /// The slot of a draft; nil where it is not here.
  func slot(of id: String) -> Int? { slotOf[id] }

  /// The draft in a slot that is in use.
  func id(of slot: Int) -> String { idOfSlot[slot] }

  /// The slot of the draft before which so many others stand.
  func slot(at rank: Int) -> Int { sorted[rank] }

  /// How many drafts stand before the one in a slot that is in use.
  func rank(of slot: Int) -> Int { ranks[slot] }

  /// The drafts in slots that are in use, in order.
  func ids(of slots: some Sequence<Int>) -> [String] {
    slots.sorted { ranks[$0] < ranks[$1] }.map { idOfSlot[$0] }
  }

  /// Takes in a draft that is not here.
  mutating func insert(_ id: String) -> Int {
    let slot = free.popLast() ?? idOfSlot.count
    if slot == idOfSlot.count {
      idOfSlot.append(id)
      ranks.append(0)
    } else {
      idOfSlot[slot] = id
    }
    slotOf[id] = slot
    // Drafts mostly come in order.
    let place =
      sorted.last.map { precedes(idOfSlot[$0], id) } ?? true
      ? sorted.count : sorted.firstPlace { !precedes(idOfSlot[$0], id) }
    sorted.insert(slot, at: place)
    number(from: place)
    return slot
  }

  mutating func remove(_ id: String) {
    guard let slot = slotOf.removeValue(forKey: id) else { return }
    let place = ranks[slot]
    sorted.remove(at: place)
    number(from: place)
    idOfSlot[slot] = ""
    free.append(slot)
  }

  private mutating func number(from place: Int) {
    for rank in place..<sorted.count { ranks[sorted[rank]] = rank }
  }

  private func precedes(_ id: String, _ other: String) -> Bool { id.utf8.lexicographicallyPrecedes(other.utf8) }
}
