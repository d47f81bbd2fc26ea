/// The text of a paragraph as one string of bytes, and which inline each byte belongs to.
///
/// Soft hyphens are taken out and kept as places, byte order marks are left out; runs of white space are one space; a line break
/// is a space that ends its line.
struct ParagraphText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Consecutive stretches, one for each inline that sets something.
  private(set) var spans: [Span] = []
  /// Byte offsets before which the author allows a division.
  private(set) var softHyphens: Set<Int> = []
  /// Byte offsets after whose space a line must end.
  private(set) var lineBreaks: Set<Int> = []
  /// Byte offsets of images, each an object replacement character (U+FFFC).
  private(set) var images: [Int] = []

  struct Span: Sendable {
    /// Index into the inlines the text was made from.
    let inline: Int
    let range: Range<Int>
  }

  /// Collects the inlines, with page numbers and note marks written out.
  ///
  /// - Parameter keepsSpaces: whether runs of spaces stay as they are, as in program text.
  init(_ inlines: [InlinePlan], page: PageNumbers, keepsSpaces: Bool = false) {
    // White at the start of a paragraph is none; after a space a further one is dropped.
    var endsInSpace = true
    for (index, inline) in inlines.enumerated() {
      let start = bytes.count
      switch inline.content {
      case .text(let text):
        append(text, endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces)
      case .lineBreak:
        if bytes.last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
        lineBreaks.insert(bytes.count)
        endsInSpace = true
      case .pageNumber:
        append(page.number, endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces)
      case .pageCount:
        append(page.count, endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces)
      case .image:
        images.append(bytes.count)
        append("\u{FFFC}", endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces)
      case .footnoteMark(let note):
        append(String(note + 1), endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces)
      }
      if bytes.count > start { spans.append(Span(inline: index, range: start..<bytes.count)) }
    }
    if !keepsSpaces, bytes.last == UInt8(ascii: " "), !lineBreaks.contains(bytes.count) {
      bytes.removeLast()
      if let last = spans.popLast(), last.range.count > 1 {
        spans.append(Span(inline: last.inline, range: last.range.lowerBound..<bytes.count))
      }
    }
  }

  private mutating func append(_ text: String, endsInSpace: inout Bool, keepsSpaces: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{AD}":
        softHyphens.insert(bytes.count)
      case "\u{FEFF}":
        // A byte order mark within pasted text; no PDF/A may hold it (ISO 19005-2, 6.2.11.7.2).
        continue
      case " ", "\t", "\n", "\r", "\u{2028}", "\u{2029}":
        if !endsInSpace || keepsSpaces { bytes.append(UInt8(ascii: " ")) }
        endsInSpace = true
      default:
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encode("\u{FFFD}") ?? .init())
        endsInSpace = false
      }
    }
  }

  /// The letters of the shorter of the two pieces that a division makes of a word; a hyphen or
  /// other mark within it ends a piece as well.
  func lettersAround(_ offset: Int, in word: Range<Int>) -> Int {
    let letters: (Character) -> Bool = { $0.isLetter }
    let before = string(word.lowerBound..<offset).reversed().prefix(while: letters).count
    return min(before, string(offset..<word.upperBound).prefix(while: letters).count)
  }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// What stands for the page number and the number of pages, already in the letter's number form.
struct PageNumbers: Hashable, Sendable {
  let number: String
  let count: String

  /// Text that has no page numbers in it.
  static let none = PageNumbers(number: "", count: "")
}
