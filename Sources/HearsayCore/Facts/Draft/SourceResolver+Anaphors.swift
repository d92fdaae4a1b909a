import ProseText

// What "the report" and "the paper" lead back to.
extension SourceResolver {
  /// What an anaphor may lead back to.
  struct Antecedent {
    var source: Int?
    var range: Range<Int>
    var block: Int
    var isBridge: Bool
  }

  /// "the report", "the publication": what they may lead back to, best first.
  func antecedents(
    of description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (candidates: [Antecedent], hasRivals: Bool, isAmbiguous: Bool) {
    let head = blocks[block].passage.terms[description.phrase.head]
    if description.kind == .document, let last = documents.last(head.key) {
      let source = last.source ?? documents.lastSource(head.key)
      return (
        [Antecedent(source: source, range: last.range, block: last.block, isBridge: false)],
        documents.hasOther(than: head.key), documents.parties(head.key) > 2
      )
    }
    // "a study in the Tide Journal … the research paper": one piece of research under another name.
    if description.kind == .document, let last = documents.onlyResearch(for: head.key) {
      return (
        [Antecedent(source: last.source, range: last.range, block: last.block, isBridge: false)],
        documents.hasOther(than: last.head), false
      )
    }
    // By type: an outlet for "the paper", and a document or, by bridging, an outlet for "the report".
    var candidates: [Antecedent] = []
    if description.kind == .document, head.has(.postNoun) {
      candidates = documents.posts().map {
        Antecedent(source: $0.source, range: $0.range, block: $0.block, isBridge: false)
      }
    }
    for index in register.relays where sources[index].kind == .publication || description.kind == .document {
      guard let last = sources[index].mentions.last(where: { $0.upperBound <= range.lowerBound }) else { continue }
      // "the paper" is a newspaper as well as a study.
      let isBridge = description.kind == .document && !head.has(.publicationNoun)
      let place = blocks.lastIndex { $0.outline.range.lowerBound <= last.lowerBound } ?? 0
      candidates.append(Antecedent(source: index, range: last, block: place, isBridge: isBridge))
    }
    // "the Ellery Lantern … the paper": a name that no list of outlets holds, if it is the only body about.
    if candidates.isEmpty, head.has(.publicationNoun) {
      let bodies = register.recent(block).map(\.source).filter {
        sources[$0].kind == .organisation && !sources[$0].words.isEmpty
      }
      if bodies.count == 1, let last = sources[bodies[0]].mentions.last {
        candidates.append(Antecedent(source: bodies[0], range: last, block: block, isBridge: false))
      }
    }
    return (candidates, false, false)
  }

  /// "the study", of which an earlier place that credits nobody says more: "a study in the Vale Journal".
  private mutating func added(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int {
    let source = add(description, in: block, at: range)
    nameFully(source, description, in: block)
    return source
  }

  /// Gives "the study" the name that another place says: "study in the Vale Journal".
  private mutating func nameFully(_ source: Int, _ description: SourceDescription, in block: Int) {
    let head = blocks[block].passage.terms[description.phrase.head].key
    guard description.kind == .document, sources[source].kind == .document, sources[source].words.count <= 2,
      let full = documents.lastNamed(head) ?? documents.research(head), let name = full.name
    else { return }
    register.adopt(words(name, full.block), text(name, full.block), initials: nil, for: source)
  }

  mutating func anaphor(
    _ description: SourceDescription, in block: Int, at range: Range<Int>
  ) -> (Int?, DraftAttribution.Resolution) {
    let (all, hasRivals, isAmbiguous) = antecedents(of: description, in: block, at: range)
    var seen: Set<Int> = []
    let candidates = all.filter { $0.source.map { seen.insert($0).inserted } ?? true }
    guard let best = candidates.first else { return (add(description, in: block, at: range), .unresolved) }
    if isAmbiguous || candidates.count > 1 {
      return (add(description, in: block, at: range), .ambiguous(candidates: candidates.prefix(3).map(\.range)))
    }
    let source = best.source.map { mention($0, in: block, at: range) } ?? added(description, in: block, at: range)
    nameFully(source, description, in: block)
    if best.isBridge { return (source, .bridged(antecedent: best.range)) }
    // A comment between two paragraphs parts nothing.
    let between = best.block + 1 < block ? blocks[best.block + 1..<block] : []
    let isNear = between.allSatisfy { $0.outline.kind == .comment } && !hasRivals
    return (source, isNear ? .near(antecedent: best.range) : .distant(antecedent: best.range))
  }
}
