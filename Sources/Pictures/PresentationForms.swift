/// The letters that ligatures and shaped forms of letters stand for, as UTF-16 in hex.
///
/// Cairo takes the text of a ligature from the font's own table of characters, where it is one
/// character of the compatibility blocks; who searches or listens wants the letters (Unicode
/// Standard, 23.8 and the decompositions of UnicodeData.txt).
enum PresentationForms {
  /// Alphabetic Presentation Forms, Arabic Presentation Forms-A and Forms-B.
  private static let blocks: [ClosedRange<UInt32>] = [0xFB00...0xFDFF, 0xFE70...0xFEFF]

  /// The letters of such a character; nil for any other.
  static func letters(of scalar: UInt32) -> String? {
    guard blocks.contains(where: { $0.contains(scalar) }), let form = Unicode.Scalar(scalar)
    else { return nil }
    let letters = NormalForm.plain.of(String(form))
    // A mark that stands alone would bring a space with it, which nobody wrote. By their scalars, for
    // strings that mean the same are equal.
    guard let first = letters.unicodeScalars.first, first != form, first != " " else { return nil }
    return letters.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// A `ToUnicode` map with the letters in place of such characters; nil if it has none.
  static func mend(_ map: [UInt8]) -> [UInt8]? {
    // The destination is the last `<xxxx>` of a line of a `bfchar` section.
    var result: [UInt8] = []
    var isMended = false
    for line in map.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let mended = mend(line: line) {
        result += mended
        isMended = true
      } else {
        result += line
      }
      result.append(UInt8(ascii: "\n"))
    }
    return isMended ? result : nil
  }

  private static func mend(line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.last == UInt8(ascii: ">"), let open = line.lastIndex(of: UInt8(ascii: "<")),
      line.distance(from: open, to: line.endIndex) == 6,
      line.prefix(upTo: open).contains(UInt8(ascii: ">")),
      let scalar = UInt32(
        String(decoding: line[(open + 1)..<(line.endIndex - 1)], as: UTF8.self), radix: 16),
      let letters = letters(of: scalar)
    else { return nil }
    return Array(line.prefix(upTo: open)) + Array("<\(letters)>".utf8)
  }
}
