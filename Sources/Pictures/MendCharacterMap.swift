import GLibSupport

/// A `ToUnicode` map with letters in place of the ligatures that they make; nil if it has none.
///
/// Cairo takes the text of a ligature from the font's own table of characters, where it is one
/// character of the compatibility blocks; who searches or listens wants the letters.
func mendCharacterMap(_ map: [UInt8]) -> [UInt8]? {
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

private func mend(line: ArraySlice<UInt8>) -> [UInt8]? {
  guard line.last == UInt8(ascii: ">"), let open = line.lastIndex(of: UInt8(ascii: "<")),
    line.distance(from: open, to: line.endIndex) == 6,
    line.prefix(upTo: open).contains(UInt8(ascii: ">")),
    let scalar = UInt32(
      String(decoding: line[(open + 1)..<(line.endIndex - 1)], as: UTF8.self), radix: 16),
    let letters = Unicode.Scalar(scalar).flatMap({ PresentationForms.letters(of: $0) })
  else { return nil }
  return Array(line.prefix(upTo: open)) + Array("<\(hexadecimal(letters))>".utf8)
}

/// Text as UTF-16 in digits of base sixteen.
private func hexadecimal(_ text: String) -> String {
  text.utf16.map { unit in
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}
