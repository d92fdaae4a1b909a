import Foundation
import HearsayCore
import ProseText
import Testing

/// Tags `text`, a paragraph of plain text, and compares the tags of the words before a slash.
///
/// "Rivals/NNS claim/VBP it" checks two words; the others may have any tag.
private func check(_ marked: String, prefix: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
  var words: [(text: String, tag: String?)] = []
  for part in marked.split(separator: " ") {
    let pieces = part.split(separator: "/", maxSplits: 1)
    words.append((String(pieces[0]), pieces.count > 1 ? String(pieces[1]) : nil))
  }
  let text = words.map(\.text).joined(separator: " ")
  let origin = prefix.utf8.count
  let bytes = Array((prefix + text).utf8)
  let tokens = tokenize(bytes, at: origin, BlockContent(prose: [0..<text.utf8.count]))
  var tagger = Tagger()
  var tags: [PartOfSpeech] = []
  for sentence in sentences(of: tokens, in: bytes, at: origin) {
    tagger.tag(tokens, in: bytes, at: origin, sentence.tokens, into: &tags)
  }
  #expect(tags.count == tokens.count, sourceLocation: sourceLocation)
  var place = 0
  for (word, tag) in words {
    if let tag, let index = tokens.firstIndex(where: { Int($0.start) == place }) {
      #expect(tags[index].penn == tag, "\(word) in \(marked)", sourceLocation: sourceLocation)
    }
    place += word.utf8.count + 1
  }
}

@Suite struct TaggerTests {
  @Test(arguments: [
    "The union claims/VBZ that 40 percent/NN of drivers left .",
    "Those claims/NNS were/VBD never checked/VBN .",
    "Critics dispute/VBP the claims/NNS made/VBN by the company .",
    "Residents claim/VBP the city ignored/VBD their reports/NNS .",
    "The ministry estimates/VBZ 12,000/CD homes were damaged/VBN .",
    "“ We estimate/VBP the loss at 12 million , ” said/VBD Oduya/NNP .",
    "An estimate/NN by the institute was/VBD 3,000/CD .",
    "The report/NN found/VBD fewer/JJR cases than earlier studies/NNS .",
    "A report/NN released/VBN by the bank shows/VBZ a decline/NN .",
    "Aid workers report/VBP that the road is closed .",
    "The bank forecasts/VBZ growth/NN of 2 percent .",
    "According/VBG to a person familiar with the matter , the firm’s shares/NNS fell .",
    "She/PRP shares/VBZ their/PRP$ view and told/VBD reporters so .",
    "The minister , who/WP resigned/VBD in 2019/CD , denied/VBD it/PRP .",
    "Officials said/VBD on Monday/NNP that/IN the plan/NN would/MD cost/VB $ 4/CD million/CD .",
    "The survey , conducted/VBN in May/NNP , showed/VBD support had dropped/VBN .",
  ])
  func tellsNounsFromVerbs(_ marked: String) {
    check(marked)
  }

  /// What treebanks have seldom and newsrooms write daily.
  @Test(arguments: [
    "Eight/CD kilns/NNS shrank/VBD overnight .",
    "Some 70/CD dinghies/NNS sprang/VBD a leak .",
    "The potters’ guild/NN estimates/VBZ that 9/CD kilns/NNS cracked .",
    "Ledgers/NNS kept/VBN by the abbey show/VBP 12/CD debts/NNS .",
    "The squad/NN seized/VBD 30/CD rafts/NNS at dawn .",
  ])
  func tellsWhatHappenedToWhatWasCounted(_ marked: String) {
    check(marked)
  }

  @Test func newWordsHaveNoTagOfAClosedClass() {
    let closed = Set([
      "TO", "IN", "DT", "PDT", "PRP", "PRP$", "MD", "CC", "EX", "WDT", "WP", "WP$", "WRB", "POS", "RP", "UH", "X",
    ])
    let known = ["my", "the", "believe", "love", "to", "of", "and", "said", "me", ","]
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let letters = Array("bdfgklmpvzaeiou")
    var tagger = Tagger()
    for _ in 0..<400 {
      let words = (0..<12).map { index in
        index % 3 == 2
          ? String((0..<6).map { _ in letters[random(letters.count)] }) + "q" : known[random(known.count)]
      }
      let tags = tags(of: words.joined(separator: " "), &tagger)
      guard tags.count == words.count else { continue }
      for index in stride(from: 2, to: 12, by: 3) { #expect(!closed.contains(tags[index].penn), "\(words)") }
    }
  }

  @Test(arguments: [
    "Kestrelby/NNP told/VBD reporters it was late .",
    "“ Nobody asked/VBD , ” Kestrelby/NNP said/VBD .",
    "“ By/IN then it was over , ” said/VBD Marta/NNP Kestrelby/NNP , the group’s director/NN .",
    "The Institute/NNP of/IN Harbour/NNP Studies/NNPS counted/VBD ships/NNS .",
  ])
  func readsNamesAndInversion(_ marked: String) {
    check(marked)
  }

  @Test func answersTheSameWhateverTheOrigin() {
    let marked = "The union claims/VBZ that those claims/NNS don’t hold/VB ."
    for prefix in ["", "x", "é🙂 — ", String(repeating: "One line.\n", count: 500)] { check(marked, prefix: prefix) }
  }

  @Test func marksNumbersAndOpaqueThingsNeedNoModel() {
    let bytes = Array("`run` 7 & 8 % , (".utf8)
    let content = BlockContent(prose: [5..<bytes.count], inlines: [Inline(kind: .code, range: 0..<5)])
    let tokens = tokenize(bytes, at: 0, content)
    var tagger = Tagger()
    var tags: [PartOfSpeech] = []
    tagger.tag(tokens, in: bytes, at: 0, tokens.indices, into: &tags)
    #expect(
      tags == [.properNoun, .cardinal, .conjunction, .cardinal, .noun, .punctuation, .punctuation])
  }

  @Test func answersTheSameWhateverWasTaggedBefore() {
    let texts = ["The union claims that the harbour leaks.", "The claims, the union said, leak.", "THE HARBOUR CLAIMS"]
    // So many invented words that none of the words before is still kept.
    let flood = (0..<9_000).map { "w" + String($0, radix: 26).map { $0.isNumber ? "q" : String($0) }.joined() + "ed" }
    var used = Tagger()
    for text in texts + [flood.joined(separator: " ")] + texts.reversed() {
      var fresh = Tagger()
      #expect(tags(of: text, &used) == tags(of: text, &fresh))
    }
  }

  private func tags(of text: String, _ tagger: inout Tagger) -> [PartOfSpeech] {
    let bytes = Array(text.utf8)
    let tokens = tokenize(bytes, at: 0, BlockContent(prose: [0..<bytes.count]))
    var tags: [PartOfSpeech] = []
    tagger.tag(tokens, in: bytes, at: 0, tokens.indices, into: &tags)
    return tags
  }

  @Test func tagsAnyBytes() {
    var state: UInt64 = 1
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for length in 0..<120 {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random()) }
      let tokens = tokenize(bytes, at: 0, BlockContent(prose: length == 0 ? [] : [0..<length]))
      var tagger = Tagger()
      var tags: [PartOfSpeech] = []
      tagger.tag(tokens, in: bytes, at: 0, tokens.indices, into: &tags)
      #expect(tags.count == tokens.count)
    }
  }

  @Test func tagsTokensThatDoNotFitTheBytes() {
    let kinds: [TokenKind] = [.word, .number, .punctuation, .symbol, .opaque]
    let places = [-5, 0, 2, 3, 1_000, Int(Int32.max), Int(Int32.min)]
    var tokens: [Token] = []
    for kind in kinds {
      for start in places {
        for end in places {
          tokens.append(Token(start: start, end: end, kind: kind, shape: [.capitalised, .hasDigit], key: 7))
        }
      }
    }
    for origin in [0, 2, -40, Int.max, Int.min] {
      var tagger = Tagger()
      var tags: [PartOfSpeech] = []
      tagger.tag(tokens, in: [0xE2, 0x80, 0x99], at: origin, -3..<tokens.count + 9, into: &tags)
      #expect(tags.count == tokens.count)
    }
  }

  @Test func embeddedFileIsOfThisVersion() {
    #expect(Tagger().isReady)
    #expect(Tagger.size <= 800_000)
  }

  @Test func headerDecidesWhatIsAModel() {
    let small = [UInt8](repeating: 0, count: TaggerModel.headerSize)
    #expect(small.withUnsafeBytes { TaggerModel($0) } == nil)
    #expect([UInt8]().withUnsafeBytes { TaggerModel($0) } == nil)
    #expect((TaggerModel.magic + small.dropFirst(4)).withUnsafeBytes { TaggerModel($0) } == nil)
  }

  /// The treebank is not part of the package: without it there is nothing to compare with.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: Sample.path), "needs ../shared/data/sentences"))
  func agreesWithTheTreebank() throws {
    let sample = try Sample.read(documents: 4)
    var right = 0
    var total = 0
    for sentence in sample {
      let bytes = Array(sentence.text.utf8)
      let tokens = tokenize(bytes, at: 0, BlockContent(prose: [0..<bytes.count]))
      var tagger = Tagger()
      var tags: [PartOfSpeech] = []
      tagger.tag(tokens, in: bytes, at: 0, tokens.indices, into: &tags)
      for (token, tag) in zip(tokens, tags) where token.kind == .word {
        guard let gold = sentence.gold[token.range] else { continue }
        total += 1
        if gold == tag.penn { right += 1 }
      }
    }
    #expect(total > 1_000)
    #expect(right * 1_000 >= total * 935, "\(right) of \(total) words")
  }
}

/// Sentences of a treebank's dev set with the tags of their words by byte range.
private enum Sample {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/sentences/gum-dev.jsonl").path(percentEncoded: false)

  static func read(documents: Int) throws -> [(text: String, gold: [Range<Int>: String])] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").prefix(documents)
    return try lines.flatMap { line -> [(text: String, gold: [Range<Int>: String])] in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let document = try #require(value as? [String: Any])
      let scalars = Array(try #require(document["text"] as? String).unicodeScalars)
      let sentences = try #require(document["sentences"] as? [[Int]])
      let tokens = try #require(document["tokens"] as? [[Any]])
      func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
      }
      return sentences.map { sentence in
        var gold: [Range<Int>: String] = [:]
        for token in tokens {
          guard let start = token[0] as? Int, let end = token[1] as? Int, let tag = token[3] as? String,
            start >= sentence[0], end <= sentence[1]
          else { continue }
          let first = text(sentence[0]..<start).utf8.count
          gold[first..<first + text(start..<end).utf8.count] = tag
        }
        return (text(sentence[0]..<sentence[1]), gold)
      }
    }
  }
}
