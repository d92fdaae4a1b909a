import Foundation
import HearsayCore
import Testing

@testable import HearsayMaintenance

@Suite struct OwnSentencesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Model/Sentences").path

  /// Reads a file of one line and compares its words without tags and the tags, nil where none is given.
  private func check(
    _ line: String, _ text: String, _ tags: [String?], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sentences = try OwnSentences.read("# A remark.\n\n\(line)\n", file: "own.txt")
    let sentence = try #require(sentences.count == 1 ? sentences.first : nil, sourceLocation: sourceLocation)
    #expect(String(decoding: sentence.bytes, as: UTF8.self) == text, sourceLocation: sourceLocation)
    #expect(sentence.tags.map { $0?.penn } == tags, sourceLocation: sourceLocation)
  }

  @Test func tagsStandRightBehindTheirWords() throws {
    try check("Nine/CD kilns cracked/VBD.", "Nine kilns cracked.", ["CD", nil, "VBD", nil])
    try check(
      "“Ø/NN leaks/VBZ,” he/PRP said/VBD.", "“Ø leaks,” he said.", [nil, "NN", "VBZ", nil, nil, "PRP", "VBD", nil])
    try check("Her/PRP$ kiln/NN", "Her kiln", ["PRP$", "NN"])
  }

  @Test(arguments: ["A kiln/NOUN.", "A kiln/.", "A kiln /NN.", "/NN kiln", "A ki/NNln."])
  func whatIsNoTagIsSaidWithItsLine(_ line: String) throws {
    let error = #expect(throws: OwnSentences.TagError.self) { try OwnSentences.read("\n\(line)", file: "own.txt") }
    #expect(error?.line == 2 && error?.file == "own.txt")
  }

  @Test func theSentencesOfThePackageAreReadWhole() throws {
    let sentences = try OwnSentences.read(folder: Self.folder)
    #expect(sentences.count > 200)
    #expect(sentences.allSatisfy { sentence in sentence.tags.contains { $0 != nil } })
  }
}
