import ProseText

/// Who speaks in the blocks of an interview or a transcript.
///
/// A label in front of a turn is an attribution of all of it; questions, introduction and closing note are the draft's own
/// voice (F2 of the domain's rules).
struct Turns: Sendable, Equatable {
  /// For each block of somebody's turn the block whose label opens it.
  private var openers: [Int: Int] = [:]
  /// Blocks whose label names who asks.
  private(set) var asking: Set<Int> = []

  /// How many blocks have a label at most that is an attribution.
  var mostLabels: Int { Set(openers.values).count + asking.count }

  init() {}

  /// - Parameter talks: what was read of an earlier text of the draft, and then of this one.
  init(_ blocks: [DraftBlock], _ talks: inout TalkMemory) {
    readLabels(blocks, &talks)
    if openers.isEmpty { readQuestions(blocks) }
  }

  /// Paragraphs in bold that ask, each with an answer in which somebody says "I".
  private mutating func readQuestions(_ blocks: [DraftBlock]) {
    let questions = blocks.indices.filter { Self.isEmphasised(blocks[$0]) && Self.endsInQuestion(blocks[$0]) }
    guard questions.count >= 3 else { return }
    let answers = questions.filter { $0 + 1 < blocks.count && Self.saysI(blocks[$0 + 1]) }
    guard answers.count >= 2 else { return }
    asking = Set(questions)
    var opener: Int?
    for index in blocks.indices {
      if blocks[index].outline.kind == .heading {
        opener = nil
      } else if asking.contains(index) {
        opener = index
      } else if let opener {
        openers[index] = opener
      }
    }
  }

  private static func isEmphasised(_ block: DraftBlock) -> Bool {
    guard block.outline.kind == .paragraph, let first = block.passage.terms.first, let last = block.passage.terms.last
    else { return false }
    return block.facts.content.inlines.contains {
      $0.kind == .emphasis && $0.range.lowerBound <= Int(first.start) && $0.range.upperBound >= Int(last.end)
    }
  }

  private static func saysI(_ block: DraftBlock) -> Bool {
    block.passage.terms.indices.contains { block.passage.word($0) == .i && block.facts.quoteAt[$0] < 0 }
  }

  private mutating func readLabels(_ blocks: [DraftBlock], _ talks: inout TalkMemory) {
    let labels = blocks.indices.filter { blocks[$0].facts.dateline?.isLabel == true }
    guard labels.count >= 3 else { return }
    let turns = Dictionary(grouping: labels) { Self.label(of: blocks[$0]) }
    // Who asks has more turns that end in a question than others.
    for turn in turns.values where turn.count(where: { Self.endsInQuestion(blocks[$0]) }) * 2 > turn.count {
      asking.formUnion(turn)
    }
    let isInBrackets = labels.contains { blocks[$0].passage.isMark(0, 0x28) }
    let isDialogue = turns.count > 1 && turns.values.contains { $0.count > 1 && Self.isName($0[0], blocks) }
    guard isInBrackets || isDialogue || !asking.isEmpty else {
      asking = []
      return
    }
    let narrative = Self.narrative(blocks, &talks)
    var opener: Int?
    for index in blocks.indices {
      if blocks[index].outline.kind == .heading || narrative.contains(index) {
        opener = nil
      } else if blocks[index].facts.dateline?.isLabel == true {
        opener = index
        if asking.contains(index) { continue }
      }
      if let opener { openers[index] = opener }
    }
  }

  /// Paragraphs between turns in which nobody says "I" or "you", up to one that tells whom the outlet speaks to next: "With the
  /// Ledger, Reid discussed …".
  private static func narrative(_ blocks: [DraftBlock], _ talks: inout TalkMemory) -> Set<Int> {
    func opens(_ index: Int) -> Bool {
      blocks[index].facts.dateline?.isLabel == true || blocks[index].outline.kind == .heading
        || isPersonal(blocks[index])
    }
    var result: Set<Int> = []
    var end = 0
    // Few blocks introduce a talk: only from those is it worth reading back.
    for index in talks.introductions(blocks) {
      var first = index + 1
      while first > end, !opens(first - 1) { first -= 1 }
      result.formUnion(first..<index + 1)
      end = index + 1
    }
    return result
  }

  private static func isPersonal(_ block: DraftBlock) -> Bool {
    block.passage.terms.indices.contains { index in
      (block.passage.has(index, .firstPerson) || block.passage.word(index) == .you) && block.facts.quoteAt[index] < 0
    }
  }

  /// The block whose label opens the turn that a block is part of; nil where the draft itself speaks.
  func opener(of block: Int) -> Int? { openers[block] }

  /// The words in front of the colon, alike whatever marks stand around them.
  private static func label(of block: DraftBlock) -> [UInt64] {
    guard let label = block.passage.sentences.first?.tokens else { return [] }
    return label.filter { block.passage.terms[$0].isWord }.map { block.passage.terms[$0].key }
  }

  /// "Ida Marsh", "IM", not "Note".
  private static func isName(_ index: Int, _ blocks: [DraftBlock]) -> Bool {
    let passage = blocks[index].passage
    guard let label = passage.sentences.first?.tokens else { return false }
    return label.allSatisfy {
      !passage.terms[$0].isWord || passage.terms[$0].isName || passage.terms[$0].shape.contains(.allCaps)
    }
  }

  private static func endsInQuestion(_ block: DraftBlock) -> Bool {
    block.facts.traits.last?.contains(.question) ?? false
  }
}
