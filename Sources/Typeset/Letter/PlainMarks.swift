/// Signs in the text of a letter that Markdown would take for its own marks, and that are meant as
/// they stand: the star between figures, the underscores of a form's line, a single tilde, and the
/// full stop of a date at the beginning of a line (``OrdinalLines``).
///
/// Each is hidden from cmark behind a control character, which no letter may hold, and put back in
/// what cmark gives. So nothing moves, and code and links keep their signs. Addresses between angle
/// brackets, which may hold no control characters (CommonMark 6.5), are left as they are.
struct PlainMarks {
  /// The signs; the control character of each is its index and 1.
  private static let signs = Array(".*_~".utf8)

  private let bytes: ArraySlice<UInt8>
  private var result: ArraySlice<UInt8>

  /// A text with its plain signs hidden.
  static func hidden(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !text.contains(where: isHidden) else { return text }
    var marks = PlainMarks(bytes: text, result: text)
    marks.hideSigns()
    for stop in OrdinalLines(bytes: text).stopsOfDates { marks.hide(stop..<stop + 1) }
    return marks.result
  }

  /// A text with its signs put back.
  static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: isHidden) else { return text }
    let bytes = text.utf8.map { isHidden($0) ? signs[Int($0) - 1] : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHidden(_ byte: UInt8) -> Bool { (1...4).contains(byte) }

  private mutating func hide(_ range: Range<Int>) {
    for index in range {
      guard let sign = Self.signs.firstIndex(of: bytes[index]) else { continue }
      result[index] = UInt8(sign + 1)
    }
  }

  private mutating func hideSigns() {
    var index = bytes.startIndex
    var word = (end: index, isLine: false)
    var line = (end: index, isRule: false)
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "<"):
        index = addressEnd(from: index) ?? index + 1
      case UInt8(ascii: "&"):
        if let figure = lastFigureOfControl(at: index) { result[figure] = UInt8(ascii: "8") }
        index += 1
      case UInt8(ascii: "*"):
        let end = runEnd(from: index)
        if isFigure(at: index - 1), isFigure(at: end) { hide(index..<end) }
        index = end
      case UInt8(ascii: "~"):
        let end = runEnd(from: index)
        if end - index == 1 { hide(index..<end) }
        index = end
      case UInt8(ascii: "_"):
        let end = runEnd(from: index)
        if index >= line.end { line = lineOfRule(around: index) }
        if index >= word.end { word = wordOfLine(around: index) }
        if word.isLine, !line.isRule { hide(index..<end) }
        index = end
      default:
        index += 1
      }
    }
  }

  /// The index behind an address between angle brackets; nil where none begins.
  private func addressEnd(from start: Int) -> Int? {
    var isAddress = false
    for index in start + 1..<bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: ">"): return isAddress ? index + 1 : nil
      case UInt8(ascii: "<"), 0...0x20: return nil
      case UInt8(ascii: ":"), UInt8(ascii: "@"): isAddress = true
      default: break
      }
    }
    return nil
  }

  /// The last figure of a reference to one of the control characters that signs are hidden behind,
  /// `&#1;`.
  ///
  /// It becomes one to another, so that it is refused as those are.
  private func lastFigureOfControl(at start: Int) -> Int? {
    var index = start + 1
    guard bytes.indices.contains(index), bytes[index] == UInt8(ascii: "#") else { return nil }
    index += 1
    if bytes.indices.contains(index), bytes[index] & 0xDF == UInt8(ascii: "X") { index += 1 }
    // No reference has more figures (CommonMark 2.5).
    let limit = min(index + 7, bytes.endIndex)
    while index < limit, bytes[index] == UInt8(ascii: "0") { index += 1 }
    guard index + 1 < bytes.endIndex, (0x31...0x34).contains(bytes[index]),
      bytes[index + 1] == UInt8(ascii: ";")
    else { return nil }
    return index
  }

  /// The index behind the signs of a kind that stand in a row.
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < bytes.endIndex, bytes[end] == bytes[start] { end += 1 }
    return end
  }

  private func isFigure(at index: Int) -> Bool {
    bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
  }

  /// The end of the word that a stretch of underscores stands in, and whether it is a line to write
  /// on: `____-____`, `__/__`, `Navn:____`.
  private func wordOfLine(around start: Int) -> (end: Int, isLine: Bool) {
    var (lower, upper) = (start, start)
    while lower > bytes.startIndex, !Self.isGap(bytes[lower - 1]) { lower -= 1 }
    while upper < bytes.endIndex, !Self.isGap(bytes[upper]) { upper += 1 }
    let word = bytes[lower..<upper]
    let count = word.count { $0 == UInt8(ascii: "_") }
    let isBare = count >= 2 && word.allSatisfy { "_-./:,;()|".utf8.contains($0) }
    return (upper, isBare || hasRun(in: word))
  }

  /// Whether four underscores stand in a row.
  private func hasRun(in word: ArraySlice<UInt8>) -> Bool {
    var run = 0
    for byte in word {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// The end of a line, and whether nothing but underscores stands on it, which makes it a rule across
  /// the page.
  private func lineOfRule(around start: Int) -> (end: Int, isRule: Bool) {
    let lower = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
    let upper = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    return (upper, bytes[lower..<upper].allSatisfy { [0x20, 0x09, 0x5F].contains($0) })
  }

  private static func isGap(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A].contains(byte) }
}
