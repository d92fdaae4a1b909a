import Foundation
import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// A draft under somebody's fingers: letter by letter, what is kept of the text before never changes an answer.
///
/// The drafts are made of what the rules give as examples, in blocks of their own and many to a block, so that each rule's reach is
/// put to the test.
@Suite struct WrittenDraftTests {
  private static let phrases = [
    "hearsay ", "Ida Brandt said ", "some 40 homes ", "officials say ", "rose 12 percent, ", "The report claims that ",
    "“We left,” ", "according to the Dorn Ledger, ", "we counted ", "reportedly ", "in May ", "Mayor Tom Reid ",
    ". She ",
    "the Vale Institute (VI) ", "#", "- ", ": ", "\n", "\n\n", "1 ", "thousands of ", "study of 40 seals ",
    "He was worried. ",
    "For example: ", "(Lind, 2019) ", "[12] ", "VI ", "the mayor ", "a decree of Bishop Brandt ",
  ]

  /// How often somebody begins to type; more with `HEARSAY_FUZZ_ROUNDS` in the environment.
  private static let rounds = ProcessInfo.processInfo.environment["HEARSAY_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 6

  private static let examples = Rule.all.flatMap { $0.flagged + $0.clean }.filter { example in
    example.ledger == nil && example.drafts.isEmpty && !example.isLedger && !example.isSettings
  }

  /// How the examples stand in a draft.
  enum Layout: CaseIterable {
    /// Most of them in a paragraph of its own.
    case paragraphs
    /// A dozen to a paragraph, so that most of it stays as it is.
    case longParagraphs
    /// As what two people say by turns.
    case turns
  }

  @Test("letter by letter", arguments: Layout.allCases, [1, 2, 3, 4] as [UInt64])
  func typing(_ layout: Layout, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let isMarkdown = seed % 2 == 0
    var text = draft(layout, isMarkdown, &random)
    var warm = Analyzer()
    _ = warm.analyze(SourceText(text), format: isMarkdown ? .markdown : .plainText)
    var kept = 0
    for burst in 0..<Self.rounds {
      var place = random.index(below: text.unicodeScalars.count)
      let phrase = Self.phrases[random.index(below: Self.phrases.count)]
      for letter in phrase.unicodeScalars {
        let index = text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: place)
        text.unicodeScalars.insert(letter, at: index)
        place += 1
        if random.index(below: 5) == 0 {
          // Facts may be asked for without findings; what is kept of these is of another text then.
          _ = warm.draft(
            SourceText(text), format: isMarkdown ? .markdown : .plainText, in: DraftSurroundings(),
            isCancelled: { false })
          continue
        }
        if try check(text, isMarkdown, &warm, "seed \(seed), burst \(burst), “\(phrase)” at \(place)") { kept += 1 }
      }
      for _ in 0..<random.index(below: 4) where place > 0 {
        place -= 1
        let index = text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: place)
        text.unicodeScalars.remove(at: index)
        if try check(text, isMarkdown, &warm, "seed \(seed), burst \(burst), taken back at \(place)") { kept += 1 }
      }
    }
    #expect(kept > 0 || layout == .turns, "nothing was ever kept")
  }

  /// Each letter in another block than the one before: what was known before a block is then known from what others did.
  @Test("a letter here, a letter there", arguments: [Layout.paragraphs, .turns], [5, 6, 7, 8] as [UInt64])
  func correcting(_ layout: Layout, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let isMarkdown = seed % 2 == 0
    var text = draft(layout, isMarkdown, &random)
    var warm = Analyzer()
    _ = warm.analyze(SourceText(text), format: isMarkdown ? .markdown : .plainText)
    var kept = 0
    for round in 0..<Self.rounds * 12 {
      let letters = text.indices.dropFirst().filter { text[$0].isLetter && text[text.index(before: $0)].isLetter }
      let place = letters[random.index(below: letters.count)]
      if random.index(below: 2) == 0 {
        text.insert(Character(UnicodeScalar(UInt8(97 + random.index(below: 26)))), at: place)
      } else {
        text.remove(at: place)
      }
      if try check(text, isMarkdown, &warm, "seed \(seed), round \(round)") { kept += 1 }
    }
    #expect(kept > Self.rounds * 2 || layout == .turns, "next to nothing was kept")
  }

  /// Some examples, each a block of its own or behind another in one.
  private func draft(_ layout: Layout, _ isMarkdown: Bool, _ random: inout SeededGenerator) -> String {
    let all = Self.examples.filter { $0.isMarkdown == isMarkdown || isMarkdown }
    var text = ""
    for _ in 0..<24 {
      let example = all[random.index(below: all.count)].text.filter { $0 != "⟦" && $0 != "⟧" }
      switch layout {
      case .paragraphs: text += text.isEmpty ? "" : random.index(below: 3) == 0 ? " " : "\n\n"
      case .longParagraphs: text += text.isEmpty ? "" : random.index(below: 12) != 0 ? " " : "\n\n"
      case .turns: text += (text.isEmpty ? "" : "\n\n") + (random.index(below: 2) == 0 ? "Ida Reid: " : "Tom Lind: ")
      }
      text += example
    }
    return text + "\n"
  }

  /// - Returns: whether attributions of other blocks were taken from memory.
  private func check(_ string: String, _ isMarkdown: Bool, _ warm: inout Analyzer, _ what: Comment) throws -> Bool {
    try checkCachedEqualsFresh(string, isMarkdown, &warm, what).draft?.onlyChange != nil
  }
}

extension SeededGenerator {
  fileprivate mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
