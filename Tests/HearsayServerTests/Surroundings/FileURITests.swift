import Testing

@testable import HearsayServer

@Suite struct FileURITests {
  @Test(arguments: [
    ("file:///drafts/a.md", "/drafts/a.md"), ("FILE:///a%20b/%C3%A9.md", "/a b/é.md"),
    ("file://localhost/a.md", "/a.md"),
    ("file:///a.md?x#y", "/a.md"),
  ])
  func paths(_ uri: String, _ path: String) {
    #expect(FileURI.path(of: uri) == path)
  }

  @Test(arguments: [
    "untitled:one", "file://server/a.md", "file:///a%2", "file:///a%ZZ", "file:///%FF", "file:///a%00b", "",
  ])
  func otherAddresses(_ uri: String) {
    #expect(FileURI.path(of: uri) == nil)
  }

  @Test(arguments: ["/a b/é#?.md", "/plain/path-1_2~3.md", "/50%/c"])
  func roundTrip(_ path: String) {
    #expect(FileURI.path(of: FileURI.uri(of: path)) == path)
  }
}
