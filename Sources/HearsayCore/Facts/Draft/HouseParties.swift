/// Parties of which the house has settled what they are.
struct HouseParties: Sendable, Equatable {
  private let own: NameList
  private let primary: NameList

  init(surroundings: DraftSurroundings) {
    own = surroundings.settings.ownPublications
    primary = surroundings.settings.primarySources
  }

  var isEmpty: Bool { own.isEmpty && primary.isEmpty }

  func isOwn(_ source: DraftSource) -> Bool { isNamed(source, in: own) }

  func isPrimary(_ source: DraftSource) -> Bool { isNamed(source, in: primary) }

  private func isNamed(_ source: DraftSource, in list: NameList) -> Bool {
    guard !list.isEmpty else { return false }
    switch source.kind {
    case .person, .organisation, .publication, .document: return list.contains(source.words)
    case .anonymous, .vague, .writer, .missing: return false
    }
  }
}

extension Draft {
  /// Makes own publications the writer and takes primary sources for origins, once every mention has found its party.
  mutating func apply(_ house: HouseParties) {
    guard !house.isEmpty else { return }
    for index in sources.indices {
      if house.isOwn(sources[index]) {
        sources[index].kind = .writer
        sources[index].isRelay = false
      } else if house.isPrimary(sources[index]) {
        sources[index].isPrimary = true
        sources[index].isRelay = false
      }
    }
    for index in attributions.indices {
      guard let resolved = attributions[index].resolved, sources[resolved].kind == .writer else { continue }
      attributions[index].local.source?.kind = .writer
      attributions[index].strength = .strong
    }
  }
}
