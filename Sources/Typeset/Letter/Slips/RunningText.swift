/// The words of one block as they run on, out of emphasis and links, with the way back from each byte
/// to the source.
///
/// Line ends of the source are kept, so that what was typed line by line can be seen. It is a class,
/// for the way back is worked out once, when it is first asked for.
final class RunningText {
  /// The most bytes that a block may have to be looked at: nobody writes a longer one by hand.
  static let limit = 64 * 1024

  /// What stands for a line end of the source that is only a space.
  static let softBreak: UInt8 = 0x0A
  /// What stands for a line end that stays.
  static let lineBreak: UInt8 = 0x0B
  /// What stands for code, a picture or the mark of a note.
  static let other: UInt8 = 0x1A

  let text: BodyText
  private(set) var bytes: [UInt8] = []
  private var parts: [Part] = []
  private var isTooLong = false
  private var seen = [Bool](repeating: false, count: 256)

  /// The source offset of each byte.
  private lazy var offsets = allOffsets
  /// The source offset behind each byte.
  private lazy var ends = allEnds

  private struct Part {
    let start: Int
    let count: Int
    let source: Range<Int>
  }

  /// The words of pieces; nil for those of more than ``limit``.
  init?(_ pieces: [InlinePiece], in text: BodyText) {
    self.text = text
    append(pieces)
    guard !isTooLong else { return nil }
    for byte in bytes { seen[Int(byte)] = true }
  }

  private func append(_ pieces: [InlinePiece]) {
    for piece in pieces where !isTooLong {
      switch piece {
      case .text(let literal, let range):
        let start = bytes.count
        isTooLong = start + literal.utf8.count > Self.limit
        guard !isTooLong else { return }
        bytes += literal.utf8
        parts.append(Part(start: start, count: bytes.count - start, source: range))
      case .softBreak(let range): append(Self.softBreak, range)
      case .lineBreak(let range): append(Self.lineBreak, range)
      case .code(_, let range), .footnote(_, let range), .image(_, let range):
        append(Self.other, range)
      case .group(_, let inner, _): append(inner)
      }
    }
  }

  private func append(_ byte: UInt8, _ range: Range<Int>) {
    parts.append(Part(start: bytes.count, count: 1, source: range))
    bytes.append(byte)
  }

  /// Whether a byte occurs in it.
  func has(_ byte: UInt8) -> Bool { seen[Int(byte)] }

  /// Whether an ASCII character occurs in it.
  func has(_ character: Unicode.Scalar) -> Bool { seen[Int(UInt8(ascii: character))] }

  /// Whether a character stands in the source behind a backslash or as an entity, and so is meant.
  func isEscaped(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return text.byte(source(index..<index + 1).lowerBound) != bytes[index]
  }

  /// Where a stretch of it stands in the source.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < bytes.count else {
      let end = ends.last ?? text.start
      return end..<end
    }
    let lower = offsets[range.lowerBound]
    return lower..<max(lower, range.isEmpty ? lower : ends[range.upperBound - 1])
  }

  /// Where a stretch of it stands in the file.
  func place(_ range: Range<Int>) -> SourceRange { text.place(source(range)) }

  /// The words of a stretch, on one line.
  func words(_ range: Range<Int>) -> String {
    let words = bytes[range].map { $0 == Self.softBreak || $0 == Self.lineBreak ? 0x20 : $0 }
    return String(decoding: words, as: UTF8.self)
  }

  private var allOffsets: [Int] { parts.flatMap { aligned($0).dropLast() } }

  private var allEnds: [Int] { parts.flatMap { aligned($0).dropFirst() } }

  /// The source offset of each byte of a part, and of its end.
  private func aligned(_ part: Part) -> [Int] {
    let literal = Array(bytes[part.start..<part.start + part.count])
    guard part.count > 1 || literal.first.map({ $0 >= 0x20 }) ?? false,
      let offsets = TextAlignment.offsets(of: literal, at: part.source.lowerBound, in: text)
    else {
      return Array(repeating: part.source.lowerBound, count: part.count) + [part.source.upperBound]
    }
    return offsets
  }

  /// A line of the source, and whether the next runs on from it.
  struct TypedLine {
    /// From its first character that is no space to its last.
    let range: Range<Int>
    /// Whether the line end behind it is only a space.
    let runsOn: Bool
  }

  /// Its lines.
  private(set) lazy var lines = allLines

  private var allLines: [TypedLine] {
    var lines: [TypedLine] = []
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : Self.lineBreak
      guard byte == Self.softBreak || byte == Self.lineBreak else { continue }
      var (lower, upper) = (start, index)
      while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
      while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
      lines.append(TypedLine(range: lower..<upper, runsOn: byte == Self.softBreak))
      start = index + 1
    }
    return lines
  }

  /// Where a word of characters next stands; nil for nowhere.
  func find(_ word: StaticString, from start: Int = 0) -> Int? {
    bytes.find(word, from: start)
  }

  /// Whether the text goes on with these characters at an index.
  func goes(on word: StaticString, at index: Int) -> Bool { bytes.goes(on: word, at: index) }
}

extension [UInt8] {
  /// Where a word of characters next stands; nil for nowhere.
  func find(_ word: StaticString, from start: Int = 0) -> Int? {
    let first = word.withUTF8Buffer { $0[0] }
    var from = start
    while from < count, let index = self[from...].firstIndex(of: first) {
      if goes(on: word, at: index) { return index }
      from = index + 1
    }
    return nil
  }

  /// Whether these characters stand at an index.
  func goes(on word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(self[index..<index + $0.count]) }
  }

  /// Whether a letter or digit stands at an index; whatever is not ASCII counts as a letter.
  func isWord(at index: Int) -> Bool {
    guard indices.contains(index) else { return false }
    switch self[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: return true
    default: return false
    }
  }

  /// Whether a figure stands at an index.
  func isFigure(at index: Int) -> Bool {
    indices.contains(index) && (0x30...0x39).contains(self[index])
  }

  /// Whether a space, tab or line end stands at an index, or none.
  func isGap(at index: Int) -> Bool {
    guard indices.contains(index) else { return true }
    return [0x20, 0x09, 0x0A, 0x0B].contains(self[index])
  }
}
