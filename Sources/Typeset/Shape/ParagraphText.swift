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
    var text = text
    text.withUTF8 { append($0, endsInSpace: &endsInSpace, keepsSpaces: keepsSpaces) }
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, endsInSpace: inout Bool, keepsSpaces: Bool
  ) {
    bytes.reserveCapacity(bytes.count + text.count)
    var index = 0
    while index < text.count {
      let rest = UnsafeBufferPointer(rebasing: text[index...])
      switch Mark(rest) {
      case .softHyphen(let length):
        softHyphens.insert(bytes.count)
        index += length
      case .byteOrderMark(let length):
        // A byte order mark within pasted text; no PDF/A may hold it (ISO 19005-2, 6.2.11.7.2).
        index += length
      case .space(let length):
        if !endsInSpace || keepsSpaces { bytes.append(UInt8(ascii: " ")) }
        endsInSpace = true
        index += length
      case nil:
        bytes.append(text[index])
        endsInSpace = false
        index += 1
      }
    }
  }

  /// What is not set as it is written, with its length in bytes.
  private enum Mark {
    case softHyphen(Int)
    case byteOrderMark(Int)
    case space(Int)

    /// The mark that bytes begin with; nil if they begin with something else.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      switch bytes[0] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        self = .space(1)
      case 0xC2 where bytes[1] == 0xAD: self = .softHyphen(2)
      // U+2028 and U+2029.
      case 0xE2 where bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9): self = .space(3)
      case 0xEF where bytes[1] == 0xBB && bytes[2] == 0xBF: self = .byteOrderMark(3)
      default: return nil
      }
    }
  }

  /// The letters of the shorter of the two pieces that a division makes of a word; a hyphen or
  /// other mark within it ends a piece as well.
  func lettersAround(_ offset: Int, in word: Range<Int>) -> Int {
    let (before, after) = (word.lowerBound..<offset, offset..<word.upperBound)
    if let left = plainLetters(endingIn: before), let right = plainLetters(beginning: after) {
      return min(left, right)
    }
    let letters: (Character) -> Bool = { $0.isLetter }
    let left = string(before).reversed().prefix(while: letters).count
    return min(left, string(after).prefix(while: letters).count)
  }

  /// The letters at the beginning of a range; nil if others than those of Latin-1 are among them.
  private func plainLetters(beginning range: Range<Int>) -> Int? {
    var (count, index) = (0, range.lowerBound)
    while index < range.upperBound {
      let byte = bytes[index]
      if byte.isLetter {
        index += 1
      } else if byte == 0xC3, bytes[index + 1].endsLetter {
        index += 2
      } else {
        return byte < 0x80 ? count : nil
      }
      count += 1
    }
    return count
  }

  /// The same at the end of a range.
  private func plainLetters(endingIn range: Range<Int>) -> Int? {
    var (count, index) = (0, range.upperBound)
    while index > range.lowerBound {
      let byte = bytes[index - 1]
      if byte.isLetter {
        index -= 1
      } else if byte.endsLetter, index - 2 >= range.lowerBound, bytes[index - 2] == 0xC3 {
        index -= 2
      } else {
        return byte < 0x80 ? count : nil
      }
      count += 1
    }
    return count
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

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }

  /// Whether it makes a letter of Latin-1 with 0xC3 before it, where × and ÷ stand too.
  fileprivate var endsLetter: Bool { 0x80...0xBF ~= self && self != 0x97 && self != 0xB7 }
}
