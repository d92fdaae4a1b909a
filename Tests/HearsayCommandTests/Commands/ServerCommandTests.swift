import ProseText
import Testing

@testable import HearsayCommand

@Suite struct ServerCommandTests {
  private func options(_ arguments: String...) throws(Problem) -> ServerOptions {
    ServerOptions(try ParsedArguments(arguments, for: .server))
  }

  @Test func optionsAreRead() throws {
    let given = try options("--position-encoding", "utf-8", "--log=server.log")
    #expect(given.positionEncoding == .utf8)
    #expect(given.log == "server.log")
    #expect(try options().positionEncoding == nil)
    #expect(throws: Problem("'utf-7' is not a value of '--position-encoding'", remedy: "did you mean 'utf-8'?")) {
      try options("--position-encoding=utf-7")
    }
  }
}
