/// Breaks text into lines of so many columns.
///
/// A line breaks at a space that is none of those that hold together, at a zero-width space, and
/// between characters of East Asia; a word wider than the measure stands out of it, since a divided
/// address leads nowhere. Line ends in the text stay.
///
/// - Returns: the lines, without white at their ends; one empty line for a text without words.
func wrapped(_ text: String, to width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { part in
    wrappedLine(part, to: width)
  }
}

private func wrappedLine(_ text: Substring, to width: Int) -> [String] {
  if let lines = wrappedWestern(Array(text.utf8), to: width) { return lines }
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for word in undivided(in: text) {
    let white = line.isEmpty || !word.followsSpace ? 0 : 1
    let wordWidth = word.text.displayWidth
    if lineWidth + white + wordWidth > width, !line.isEmpty {
      lines.append(line)
      line = ""
      lineWidth = 0
    } else if white > 0 {
      line += " "
      lineWidth += 1
    }
    line += word.text
    lineWidth += wordWidth
  }
  lines.append(line)
  return lines
}

/// The lines of text whose characters all take one column and whose words only spaces part, which most
/// text is; nil for any other.
private func wrappedWestern(_ bytes: [UInt8], to width: Int) -> [String]? {
  guard isWestern(bytes) else { return nil }
  var lines: [String] = []
  var line: [UInt8] = []
  var lineWidth = 0
  for word in bytes.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
    let wordWidth = word.count { $0 & 0xC0 != 0x80 }
    if line.isEmpty {
      line.append(contentsOf: word)
      lineWidth = wordWidth
    } else if lineWidth + 1 + wordWidth > width {
      lines.append(String(decoding: line, as: UTF8.self))
      line = Array(word)
      lineWidth = wordWidth
    } else {
      line.append(0x20)
      line.append(contentsOf: word)
      lineWidth += 1 + wordWidth
    }
  }
  lines.append(String(decoding: line, as: UTF8.self))
  return lines
}

/// Whether text holds nothing but letters and signs of Latin script in one piece each, dashes, quotation
/// marks and the like, the euro, and spaces.
private func isWestern(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case 0x20...0x7E, 0x09...0x0D: index += 1
    // U+00A0 to U+02FF but for the soft hyphen; controls are below.
    case 0xC2:
      guard index + 1 < bytes.count, bytes[index + 1] >= 0xA0, bytes[index + 1] != 0xAD else {
        return false
      }
      index += 2
    case 0xC3...0xCB: index += 2
    // U+2010 to U+2027.
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      guard (0x90...0xA7).contains(bytes[index + 2]) else { return false }
      index += 3
    case 0xE2 where bytes[index...].starts(with: [0xE2, 0x82, 0xAC]): index += 3
    default: return false
    }
  }
  return true
}

/// What is not divided, and whether a space parts it from what stands before.
private struct Piece {
  var text = ""
  var followsSpace = false
}

private func undivided(in text: Substring) -> [Piece] {
  var pieces: [Piece] = []
  var open = Piece()
  func end(_ followsSpace: Bool, _ open: inout Piece, _ pieces: inout [Piece]) {
    if !open.text.isEmpty { pieces.append(open) }
    open = Piece(text: "", followsSpace: followsSpace || (open.text.isEmpty && open.followsSpace))
  }
  for character in text {
    if character.parts {
      end(character != "\u{200B}", &open, &pieces)
      continue
    }
    if character.isIdeographic || open.text.last?.isIdeographic == true,
      !character.hangsOn, open.text.last?.holdsNext != true
    {
      end(false, &open, &pieces)
    }
    open.text.append(character)
  }
  if !open.text.isEmpty { pieces.append(open) }
  return pieces
}

extension Character {
  /// Whether lines may end in its place.
  fileprivate var parts: Bool {
    switch self {
    case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}", "\u{FEFF}": false
    default: self == "\u{200B}" || isWhitespace
    }
  }

  /// Whether it is of a script whose lines break between any two characters.
  fileprivate var isIdeographic: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.isWide && first.value >= 0x2E80 && first.value < 0xAC00
  }

  /// Whether no line begins with it (Unicode Standard Annex 14, CL, EX, NS).
  fileprivate var hangsOn: Bool {
    "、。，．：；！？）］｝」』】〉》〕々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;!?)]}»”’".contains(self)
  }

  /// Whether no line ends with it (OP).
  fileprivate var holdsNext: Bool { "（［｛「『【〈《〔([{«“‘".contains(self) }
}
