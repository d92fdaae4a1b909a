import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// Where the labeller and the rules meet: what each brings, and what remains when the other is silent.
struct LabellerTests {
  private typealias Role = AttributionLabel.Role

  @Test("labels make runs of one role")
  func spans() {
    let labels: [AttributionLabel] = [
      .sourceBegin, .sourceInside, .cueBegin, .outside, .contentBegin, .contentInside, .contentBegin, .sourceInside,
    ]
    #expect(
      LabelledSpan.spans(of: labels) == [
        LabelledSpan(role: .source, terms: 0..<2), LabelledSpan(role: .cue, terms: 2..<3),
        LabelledSpan(role: .content, terms: 4..<6), LabelledSpan(role: .content, terms: 6..<7),
        LabelledSpan(role: .source, terms: 7..<8),
      ])
  }

  @Test("what is inside stands behind its own kind", arguments: AttributionLabel.allCases)
  func order(label: AttributionLabel) {
    let allowed = AttributionLabel.allCases.filter { label.mayFollow($0) }
    if let role = label.role, label.isInside {
      #expect(allowed == [AttributionLabel(beginning: role), AttributionLabel(inside: role)])
    } else {
      #expect(allowed == AttributionLabel.allCases)
    }
  }

  /// Verbs that are in no list of the rules.
  @Test(
    "finds reports that no rule reads",
    arguments: [
      "⟦Mayor Ida Brandt⟧ ⟦reaffirmed⟧ ⟦that the quay would reopen in May⟧.",
      "⟦Opposition leader Tomas Reid⟧ ⟦slammed⟧ ⟦the budget as “a gift to the ferry lobby”⟧.",
    ])
  func beyondRules(marked: String) throws {
    let draft = MarkedDraft(marked)
    let (text, ranges) = (draft.plain, draft.ranges)
    let found = try #require(analyzed(text, .embedded).attributions.first)
    #expect(found.source == [ranges[0]])
    #expect(found.cue == [ranges[1]])
    #expect(found.content == [ranges[2]])
    #expect(try analyzed(text, .none).attributions.isEmpty)
  }

  @Test("without weights, or with broken ones, the rules stand alone")
  func fallback() throws {
    let text = "The clerk said the quay was closed. “We had no choice,” said Ida Brandt."
    let alone = try analyzed(text, .none)
    #expect(alone.attributions.count == 2)
    let broken: [[UInt8]] = [[], [0x48, 0x53, 0x4C, 0x42], [UInt8](repeating: 7, count: 4096)]
    for bytes in broken {
      #expect(try analyzed(text, .bytes(bytes)).attributions == alone.attributions)
    }
  }

  @Test("the embedded weights are of the version that is read")
  func embedded() {
    var isRead = false
    var labeller = Labeller(.embedded)
    labeller.withModel { _, _ in isRead = true }
    #expect(isRead)
    #expect(LabellerWeights.embeddedSize + Tagger.size <= 4 << 20)
  }

  @Test("what is kept of a term is what all its rows add up to")
  func kept() throws {
    let said =
      "“The quay leaks,” said Ida Brandt, the mayor, on Monday. Reid told the Ledger that 40 boats sank in May. "
    let bytes = Array((said + said + "The clerk, who asked not to be named, agreed. " + said).utf8)
    let content = BlockContent(prose: [0..<bytes.count])
    var tagger = Tagger()
    let block = BlockOutline(kind: .paragraph, range: 0..<bytes.count, segments: [0..<bytes.count])
    var none = Labeller(.none)
    let facts = BlockFacts(block, content, in: bytes, numbers: NumberFormat(of: bytes), &tagger, &none) {
      TagMemory([])
    }
    let input = LabellerInput(facts.passage, facts.quotations, facts.quoteAt, facts.attributions)
    let passage = LabellerPassage(facts.passage.terms.indices, of: input)
    var labeller = Labeller(.embedded)
    var compared = 0
    labeller.withModel { model, sums in
      for weights in [model.outer, model.inner, model.outer] {
        _ = passage.withFeatures { features in
          sums.withEmissions(weights, features) { emissions in
            var room = [UInt32](repeating: 0, count: LabellerRows.capacity)
            for index in features.terms {
              let scores = emissions.scores(of: index, emissions.places(of: index))
              let all = room.withUnsafeMutableBufferPointer { room in
                guard let base = room.baseAddress else { return SIMD8<Int16>(repeating: 0) }
                var rows = LabellerRows(base, mask: weights.mask)
                features.add(index, to: &rows)
                return weights.sum(base, rows.count)
              }
              #expect(scores == all)
              compared += 1
            }
          }
        }
      }
    }
    #expect(compared > 200)
  }

  /// Eight times the text may cost three times eight times as much, not sixty-four times.
  @Test(
    "a block full of cues costs no more than its length",
    arguments: ["said ", "“said ", "he said, ", "according to ", "Reid: ", "she said that "])
  func hostile(unit: String) {
    let isLinear = GrowingTimes(from: 96 * unit.utf8.count, bound: 24).hold { size in
      var analyzer = Analyzer()
      let text = SourceText(repeated(unit, to: size))
      return processorTime { _ = analyzer.analyze(text, format: .plainText) }
    }
    #expect(isLinear)
  }

  private func analyzed(_ text: String, _ weights: LabellerWeights) throws -> Analysis {
    var analyzer = Analyzer(weights: weights)
    let analysis = analyzer.analyze(SourceText(Array(text.utf8)), format: .plainText)
    return try #require(analysis)
  }
}
