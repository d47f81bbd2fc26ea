/// Follows text that cmark has taken out of its escapes and entities back to its source.
enum TextAlignment {
  /// The offset after the source of a literal that begins at an offset; nil if it does not.
  ///
  /// - Parameter record: gets the source offset of each byte of the literal.
  static func end(
    of literal: [UInt8], at start: Int, in text: BodyText, record: ((Int) -> Void)? = nil
  ) -> Int? {
    var source = start
    var index = 0
    while index < literal.count {
      let wanted = literal[index]
      guard let found = text.byte(source) else { return nil }
      let from = source
      var count = 1
      if found == UInt8(ascii: "\\"), let next = text.byte(source + 1), next == wanted,
        isPunctuation(next)
      {
        source += 2
      } else if found == UInt8(ascii: "&"), let end = entityEnd(source, in: text, for: wanted) {
        source = end
        // An entity is taken as one character; the few that are two end the match later.
        count = length(of: wanted)
      } else if found == wanted {
        source += 1
      } else {
        return nil
      }
      for _ in 0..<count { record?(from) }
      index += count
    }
    return index == literal.count ? source : nil
  }

  /// The source offset of each byte of a literal, and at last of its end; nil if it is not there.
  static func offsets(of literal: [UInt8], at start: Int, in text: BodyText) -> [Int]? {
    var offsets: [Int] = []
    offsets.reserveCapacity(literal.count + 1)
    guard let end = end(of: literal, at: start, in: text, record: { offsets.append($0) }) else {
      return nil
    }
    offsets.append(end)
    return offsets
  }

  /// ASCII punctuation, which a backslash may escape (CommonMark 0.29, 6.1).
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The end of an entity at an offset, unless the wanted byte is that `&` itself.
  private static func entityEnd(_ start: Int, in text: BodyText, for wanted: UInt8) -> Int? {
    var offset = start + 1
    while let byte = text.byte(offset), offset - start <= 33 {
      if byte == UInt8(ascii: ";") {
        let isAmpersand =
          text.has("&amp;", at: start) || text.has("&#38;", at: start)
          || text.has("&AMP;", at: start) || text.has("&#x26;", at: start)
        let isLiteral = wanted == UInt8(ascii: "&") && !isAmpersand
        return offset == start + 1 || isLiteral ? nil : offset + 1
      }
      guard
        byte == UInt8(ascii: "#") || Character(UnicodeScalar(byte)).isLetter
          || (48...57).contains(byte)
      else { return nil }
      offset += 1
    }
    return nil
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}

/// Where the character at an index stands, counted in Unicode scalars.
///
/// The source may hold escapes and line ends that the text does not; so the same occurrence of the
/// same character is looked for. If the source spells it otherwise, the whole stretch is given.
func place(ofScalarAt index: Int, of text: String, in range: SourceRange) -> SourceRange {
  let scalars = text.unicodeScalars
  guard index >= 0,
    let position = scalars.index(scalars.startIndex, offsetBy: index, limitedBy: scalars.endIndex),
    position < scalars.endIndex
  else { return range }
  let scalar = scalars[position]
  var occurrences = scalars[..<position].count { $0 == scalar }
  let bytes = Array(String(scalar).utf8)
  let source = range.file.bytes
  var offset = range.lower
  while offset + bytes.count <= range.upper {
    if source[offset..<offset + bytes.count].elementsEqual(bytes) {
      if occurrences == 0 { return range.file.range(offset, offset + bytes.count) }
      occurrences -= 1
    }
    offset += 1
  }
  return range
}
