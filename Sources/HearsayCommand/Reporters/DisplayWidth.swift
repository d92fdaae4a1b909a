/// Estimates how many columns scalars take on a terminal when they follow one another.
///
/// Widths after Unicode Standard Annex #11 (wide and full-width forms take two columns) and Technical Standard #51
/// (an emoji sequence is one picture of two columns); terminals differ where fonts do.
struct DisplayWidth: Sendable {
  /// Columns so far.
  private(set) var columns = 0
  private var last: Unicode.Scalar?
  private var lastWidth = 0
  private var isHalfOfFlag = false

  /// Counts a scalar that is shown as it is.
  mutating func advance(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      (last, lastWidth, isHalfOfFlag) = (scalar, 1, false)
      columns += 1
      return
    }
    var width = standaloneWidth(of: scalar)
    let isFlagPart = (0x1F1E6...0x1F1FF).contains(scalar.value)
    if last?.value == 0x200D, scalar.properties.isEmoji {
      width = 0
    } else if scalar.value == 0xFE0F, lastWidth == 1, last?.properties.isEmoji ?? false {
      width = 1
    } else if (0x1F3FB...0x1F3FF).contains(scalar.value), lastWidth == 2 {
      width = 0
    } else if isFlagPart {
      width = isHalfOfFlag ? 0 : 2
    }
    isHalfOfFlag = isFlagPart && !isHalfOfFlag
    if width > 0 || scalar.value == 0x200D { last = scalar }
    if width > 0 { lastWidth = width }
    columns += width
  }
}

/// The columns that a text takes on a terminal.
func displayWidth(of text: String) -> Int {
  var width = DisplayWidth()
  for scalar in text.unicodeScalars { width.advance(scalar) }
  return width.columns
}

/// The columns that a scalar takes by itself: 0, 1 or 2.
func standaloneWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value == 0xAD ? 0 : 1 }
  // Dashes and quotation marks stand in every line of prose.
  if (0x2010...0x2027).contains(value) { return 1 }
  // Vowels and final consonants of Hangul join the syllable before them.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }
}

/// Whether a scalar opens text that runs from right to left (Hebrew, Arabic, Syriac and their neighbours).
func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

/// East Asian wide and full-width scalars, by block.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D8F,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: false
  }
}
