package import JSON

/// Who has what from whom, in the JSON form of the W3C's provenance model (PROV-JSON).
package struct ProvenanceDocument: Sendable {
  /// The document.
  package let json: JSONValue

  package init(_ ledger: Ledger) {
    var entities: JSONObject = [:]
    var agents: JSONObject = [:]
    var attributed: JSONObject = [:]
    var derived: JSONObject = [:]
    var activities: JSONObject = [:]
    var associated: JSONObject = [:]
    var known: Set<String> = []
    var ranks: [String: SourceRank] = [:]
    for source in ledger.sources { ranks[source.id] = source.rank }
    for source in ledger.sources {
      let name = "ledger:" + source.id
      var entity: JSONObject = ["prov:label": .string(source.title ?? source.name)]
      if let url = source.url { entity["prov:atLocation"] = .string(url) }
      if let rank = source.rank { entity["ledger:kind"] = .string(rank.rawValue) }
      if let issued = source.issued { entity["ledger:issued"] = .string(issued.first.iso) }
      entities.members.append(JSONObject.Member(key: name, value: .object(entity)))
      if let party = source.publisher ?? source.author {
        let agent = "agent:" + party
        if known.insert(agent).inserted {
          agents.members.append(.init(key: agent, value: ["prov:label": .string(party)]))
        }
        attributed.members.append(
          .init(
            key: "_:attribution-\(source.id)", value: ["prov:entity": .string(name), "prov:agent": .string(agent)]))
      }
      for (number, derivation) in source.derivations.enumerated() {
        var edge: JSONObject = [
          "prov:generatedEntity": .string(name), "prov:usedEntity": .string("ledger:" + derivation.source),
        ]
        if let type = Self.relation(derivation, ranks[derivation.source]) { edge["prov:type"] = .string(type) }
        derived.members.append(.init(key: "_:derivation-\(source.id)-\(number + 1)", value: .object(edge)))
      }
      for (number, verification) in source.verifications.enumerated() {
        let activity = "_:verification-\(source.id)-\(number + 1)"
        var value: JSONObject = ["prov:label": .string(verification.how ?? "verified")]
        if let day = verification.on { value["prov:endTime"] = .string(day.last.iso + "T00:00:00") }
        activities.members.append(.init(key: activity, value: .object(value)))
        guard let person = verification.by else { continue }
        let agent = "agent:" + person
        if known.insert(agent).inserted {
          agents.members.append(.init(key: agent, value: ["prov:label": .string(person)]))
        }
        associated.members.append(
          .init(
            key: "_:association-\(source.id)-\(number + 1)",
            value: ["prov:activity": .string(activity), "prov:agent": .string(agent)]))
      }
    }
    if ledger.sources.contains(where: { $0.derivations.contains(where: \.isUnknown) }) {
      entities.members.append(.init(key: "ledger:unknown", value: ["prov:label": "origin not found"]))
    }
    let parts: [(String, JSONObject)] = [
      ("entity", entities), ("agent", agents), ("activity", activities), ("wasAttributedTo", attributed),
      ("wasDerivedFrom", derived), ("wasAssociatedWith", associated),
    ]
    var document: JSONObject = [
      "prefix": [
        "ledger": "https://hearsay.example/ledger#", "agent": "https://hearsay.example/agent#",
      ]
    ]
    for (key, part) in parts where !part.isEmpty { document[key] = .object(part) }
    json = .object(document)
  }

  /// What kind of derivation it is, in the model's own words.
  private static func relation(_ derivation: Derivation, _ rank: SourceRank?) -> String? {
    switch derivation.relation {
    case "quotes": "prov:Quotation"
    case "revises", "corrects": "prov:Revision"
    default:
      rank == .primary ? "prov:PrimarySource" : nil
    }
  }
}
