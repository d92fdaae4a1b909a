/// Room to gather a word's features in.
struct TaggerRoom {
  let features: UnsafeMutablePointer<UInt32>
  let places: UnsafeMutablePointer<TaggerModel.Place>
  let scores: UnsafeMutableRawPointer

  /// Calls a closure with room that is gone afterwards, and with a byte for each of some tokens.
  @inline(__always)
  static func with(_ count: Int, _ body: (TaggerRoom, UnsafeMutableBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: TagScores.self, capacity: 1) { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: TaggerModel.Place.self, capacity: 2 * TaggerFeatures.count) { places in
          withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
            guard let scores = scores.baseAddress, let features = features.baseAddress,
              let places = places.baseAddress
            else { return }
            body(TaggerRoom(features: features, places: places, scores: UnsafeMutableRawPointer(scores)), bytes)
          }
        }
      }
    }
  }

  /// Room for other features, while those that were found wait.
  @inline(__always)
  var spare: TaggerRoom {
    TaggerRoom(features: features + TaggerFeatures.count, places: places + TaggerFeatures.count, scores: scores)
  }
}

extension TaggerModel {
  /// Finds the weights of the first features in a room; answers how many have any.
  @inline(__always)
  func find(_ count: Int, _ room: TaggerRoom) -> Int {
    var found = 0
    for index in 0..<count {
      // Kept in front of those found before it is known whether it counts: no branch to guess wrong.
      let feature = room.features[index]
      room.features[found] = feature
      found &+= mayHold(feature)
    }
    for index in 0..<found { room.places[index] = place(of: room.features[index]) }
    return found
  }

  /// Sets scores to what the first features in a room say.
  @inline(__always)
  func sum(_ count: Int, _ room: TaggerRoom, into scores: UnsafeMutablePointer<TagScores>) {
    scores.pointee = TagScores()
    let found = find(count, room)
    for index in 0..<found { Self.add(room.places[index], to: UnsafeMutableRawPointer(scores)) }
  }
}
