/// Finds what is left of letters that a program read in the wrong encoding: `KÃ¦re` and U+FFFD.
struct WrongEncoding {
  /// The stretch of the first word that has one.
  let range: Range<Int>
  /// The word as it was meant; nil where it is lost.
  let meant: String?

  /// The first such word in a text; nil for none.
  init?(in bytes: [UInt8]) {
    var index = 0
    while index + 1 < bytes.count {
      let isLost = bytes.goes(on: "\u{FFFD}", at: index)
      // Ã and Â, and â before €, are how the first bytes of letters of two and three bytes look.
      let isSuspect = bytes[index] == 0xC3 && [0x83, 0x82, 0xA2].contains(bytes[index + 1])
      if isLost || isSuspect {
        var (lower, upper) = (index, index)
        while lower > 0, !bytes.isGap(at: lower - 1) { lower -= 1 }
        while !bytes.isGap(at: upper) { upper += 1 }
        let word = String(decoding: bytes[lower..<upper], as: UTF8.self)
        let meant = Self.decoded(word)
        if isLost || meant != nil {
          range = lower..<upper
          self.meant = isLost ? nil : meant
          return
        }
        index = upper
      }
      index += 1
    }
    return nil
  }

  /// A word out of bytes that were taken for Windows-1252 and are UTF-8; nil if they are none.
  private static func decoded(_ word: String) -> String? {
    var result = ""
    var pending: [UInt8] = []
    var hasLetter = false
    for scalar in word.unicodeScalars {
      guard let byte = windowsByte(scalar), byte >= 0x80 else {
        guard pending.isEmpty else { return nil }
        result.unicodeScalars.append(scalar)
        continue
      }
      pending.append(byte)
      if let letter = String(validating: pending, as: UTF8.self) {
        result += letter
        pending = []
        hasLetter = true
      } else if pending.count >= 4 {
        return nil
      }
    }
    return pending.isEmpty && hasLetter ? result : nil
  }

  /// The byte that stands for a character in Windows-1252; nil for none.
  private static func windowsByte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    guard scalar.value < 0x1_0000 else { return nil }
    return windowsLetters.firstIndex(of: UInt16(scalar.value)).map {
      UInt8(0x80 + $0)
    }
  }
}
