/// Reads Markdown (CommonMark and the extensions that drafts use) as a mask over the draft's bytes.
enum Markdown {
  static func outline(of bytes: [UInt8]) -> Outline {
    PlainText.outline(of: bytes)
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    PlainText.content(of: block, in: bytes)
  }
}
