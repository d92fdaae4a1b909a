import JSON
import TestSupport
import Testing

@testable import HearsayServer

/// Tokens as what has changed since the last ones.
struct TokenDeltaTests {
  private func full(_ client: inout TestClient) -> (id: JSONValue, data: [JSONValue]) {
    let result = client.request("textDocument/semanticTokens/full", TestClient.document())["result"]
    return (result?["resultId"] ?? .null, result?["data"]?.array ?? [])
  }

  private func delta(after id: JSONValue, _ client: inout TestClient) -> JSONValue {
    let params: JSONValue = ["textDocument": ["uri": .string(TestClient.uri)], "previousResultId": id]
    return client.request("textDocument/semanticTokens/full/delta", params)["result"] ?? .null
  }

  /// What a client has after it applied a delta to what it had.
  private func applied(_ delta: JSONValue, to data: [JSONValue]) -> [JSONValue] {
    var data = data
    for edit in (delta["edits"]?.array ?? []).reversed() {
      let start = edit["start"]?.int ?? 0
      data.replaceSubrange(start..<start + (edit["deleteCount"]?.int ?? 0), with: edit["data"]?.array ?? [])
    }
    return data
  }

  @Test func deltasLeadToTheTokensOfTheText() {
    var client = TestClient.ready()
    var random = SeededGenerator(seed: 11)
    let sentences = [
      "Some 640 homes were flooded. ", "“It rained,” Ida Brandt said. ", "é🙂\n\n",
      "The Marsh Council counted 31 gates. ",
    ]
    client.open("It rained. ")
    var (id, held) = full(&client)
    for version in 2..<40 {
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in sentences.randomElement(using: &random) ?? "" }
      client.change([["text": .string(text.joined())]], version: version)
      let delta = delta(after: id, &client)
      #expect(delta["edits"] != nil && delta["data"] == nil)
      held = applied(delta, to: held)
      id = delta["resultId"] ?? .null
      var fresh = TestClient.ready()
      fresh.open(text.joined())
      #expect(held == full(&fresh).data)
    }
  }

  @Test func nothingChangedMeansNoEdits() {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    let (id, _) = full(&client)
    #expect(delta(after: id, &client)["edits"] == [])
  }

  @Test func whoeverNamesOtherTokensGetsAll() {
    var client = TestClient.ready()
    client.open("Some 640 homes were flooded.")
    let answer = delta(after: "older", &client)
    #expect(answer["edits"] == nil && answer["data"]?.array == full(&client).data)
  }
}
