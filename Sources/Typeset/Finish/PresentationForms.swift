/// The letters that ligatures and shaped forms of letters stand for, as UTF-16 in hex.
///
/// Cairo takes the text of a ligature from the font's own table of characters, where it is one
/// character of the compatibility blocks; who searches or listens wants the letters (Unicode
/// Standard, 23.8 and the decompositions of UnicodeData.txt).
enum PresentationForms {
  private static let ligatures: [UInt32: String] = [
    0xFB00: "00660066", 0xFB01: "00660069", 0xFB02: "0066006c", 0xFB03: "006600660069",
    0xFB04: "00660066006c", 0xFB05: "00730074", 0xFB06: "00730074",
  ]

  /// Arabic Presentation Forms-B, without the marks that stand alone.
  private static let arabic: [(ClosedRange<UInt32>, String)] = [
    (0xFE80...0xFE80, "0621"), (0xFE81...0xFE82, "0622"),
    (0xFE83...0xFE84, "0623"), (0xFE85...0xFE86, "0624"),
    (0xFE87...0xFE88, "0625"), (0xFE89...0xFE8C, "0626"),
    (0xFE8D...0xFE8E, "0627"), (0xFE8F...0xFE92, "0628"),
    (0xFE93...0xFE94, "0629"), (0xFE95...0xFE98, "062a"),
    (0xFE99...0xFE9C, "062b"), (0xFE9D...0xFEA0, "062c"),
    (0xFEA1...0xFEA4, "062d"), (0xFEA5...0xFEA8, "062e"),
    (0xFEA9...0xFEAA, "062f"), (0xFEAB...0xFEAC, "0630"),
    (0xFEAD...0xFEAE, "0631"), (0xFEAF...0xFEB0, "0632"),
    (0xFEB1...0xFEB4, "0633"), (0xFEB5...0xFEB8, "0634"),
    (0xFEB9...0xFEBC, "0635"), (0xFEBD...0xFEC0, "0636"),
    (0xFEC1...0xFEC4, "0637"), (0xFEC5...0xFEC8, "0638"),
    (0xFEC9...0xFECC, "0639"), (0xFECD...0xFED0, "063a"),
    (0xFED1...0xFED4, "0641"), (0xFED5...0xFED8, "0642"),
    (0xFED9...0xFEDC, "0643"), (0xFEDD...0xFEE0, "0644"),
    (0xFEE1...0xFEE4, "0645"), (0xFEE5...0xFEE8, "0646"),
    (0xFEE9...0xFEEC, "0647"), (0xFEED...0xFEEE, "0648"),
    (0xFEEF...0xFEF0, "0649"), (0xFEF1...0xFEF4, "064a"),
    (0xFEF5...0xFEF6, "06440622"), (0xFEF7...0xFEF8, "06440623"),
    (0xFEF9...0xFEFA, "06440625"), (0xFEFB...0xFEFC, "06440627"),
  ]

  /// The letters of a compatibility character; nil for any other.
  static func letters(of scalar: UInt32) -> String? {
    if let letters = ligatures[scalar] { return letters }
    return arabic.first { $0.0.contains(scalar) }?.1
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
