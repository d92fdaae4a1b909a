/// Behind the entity or numeric character reference that begins at an ampersand; any well-formed name counts.
func entityEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  var end = start + 1
  if end < buffer.count, buffer[end] == UInt8(ascii: "#") {
    end += 1
    let isHex = end < buffer.count && buffer[end] | 0x20 == UInt8(ascii: "x")
    if isHex { end += 1 }
    let digits = end
    while end < buffer.count, end - digits < 8,
      isASCIIDigit(buffer[end]) || isHex && (buffer[end] | 0x20) &- 0x61 < 6
    {
      end += 1
    }
    guard end > digits, end - digits <= (isHex ? 6 : 7) else { return nil }
  } else {
    while end < buffer.count, end - start <= 32, isASCIILetter(buffer[end]) || isASCIIDigit(buffer[end]) { end += 1 }
    // `R&D;` is no entity: the shortest names have two letters.
    guard end - start > 2 else { return nil }
  }
  return end < buffer.count && buffer[end] == UInt8(ascii: ";") ? end + 1 : nil
}

/// The character that an entity stands for; nil for names that prose hardly uses, and for characters that are none.
func entityScalar(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
  let name = buffer[(range.lowerBound + 1)..<(range.upperBound - 1)]
  guard name.first == UInt8(ascii: "#") else { return entityScalars[String(decoding: name, as: UTF8.self)] }
  let digits = name.dropFirst()
  let isHex = (digits.first ?? 0) | 0x20 == UInt8(ascii: "x")
  let number = UInt32(String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self), radix: isHex ? 16 : 10)
  return number.flatMap { $0 < 0x20 ? nil : Unicode.Scalar($0) }
}

/// The entities of HTML that stand for marks, spaces, signs and letters of prose.
private let entityScalars: [String: Unicode.Scalar] = [
  "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}", "quot": "\"",
  "apos": "'", "amp": "&", "lt": "<", "gt": ">", "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’",
  "sbquo": "‚", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—", "hellip": "…", "middot": "·", "bull": "•",
  "minus": "−", "times": "×", "divide": "÷", "plusmn": "±", "frac12": "½", "frac14": "¼", "frac34": "¾", "deg": "°",
  "permil": "‰", "percnt": "%", "dollar": "$", "cent": "¢", "pound": "£", "euro": "€", "yen": "¥", "sect": "§",
  "copy": "©", "reg": "®", "trade": "™", "sup2": "²", "sup3": "³", "micro": "µ", "iexcl": "¡", "iquest": "¿",
  "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ", "ccedil": "ç",
  "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï",
  "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "oelig": "œ",
  "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý", "szlig": "ß", "scaron": "š", "Agrave": "À",
  "Aacute": "Á", "Acirc": "Â", "Auml": "Ä", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É",
  "Ecirc": "Ê", "Iacute": "Í", "Ntilde": "Ñ", "Oacute": "Ó", "Ouml": "Ö", "Oslash": "Ø", "Uacute": "Ú", "Uuml": "Ü",
  "Scaron": "Š",
]
