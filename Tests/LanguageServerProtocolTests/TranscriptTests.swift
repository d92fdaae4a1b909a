import JSON
import LanguageServerProtocol
import TestSupport
import Testing

struct TranscriptTests {
  @Test func linesAreReadAndWritten() throws {
    let text = """
      {"dir":"client->server","msg":{"jsonrpc":"2.0","method":"exit"}}

      {"dir":"server->client","msg":{"jsonrpc":"2.0","id":1,"result":null}}
      """
    let entries = try TranscriptEntry.entries(text.bytes)
    #expect(entries.map(\.direction) == [.clientToServer, .serverToClient])
    #expect(entries.first?.message["method"] == "exit")
    var writer = JSONWriter()
    entries.first?.encode(into: &writer)
    #expect(writer.bytes == Array(text.bytes.prefix { $0 != 0x0A }))
  }

  @Test(arguments: [
    ("{\n", "[0] is not JSON: the text ends where a key in quotes is expected"),
    ("\n{\"dir\":\"up\",\"msg\":1}", "[1].dir is not one of the values that the protocol lists"),
    ("{\"msg\":1}", "[0].dir is missing"),
  ])
  func faultsNameTheirLine(text: String, description: String) {
    let error = #expect(throws: InvalidValue.self) { try TranscriptEntry.entries(text.bytes) }
    #expect(error?.description == description)
  }
}
