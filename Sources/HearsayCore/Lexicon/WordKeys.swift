import ProseText

/// The keys of words in a list, parted by blanks or line breaks.
func foldedKeys(_ words: String) -> Set<UInt64> {
  Set(words.split { $0 == " " || $0 == "\n" }.map { foldedKey(String($0)) })
}
