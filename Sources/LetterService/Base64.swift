/// Bytes as text and back (RFC 4648, 4).
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// Bytes as text.
  static func encode(_ bytes: [UInt8]) -> String {
    let length = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { text in
      var place = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var group = 0
        for offset in 0..<3 {
          group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0)
        }
        for digit in 0..<4 {
          text[place] =
            digit <= count ? digits[group >> (18 - 6 * digit) & 63] : UInt8(ascii: "=")
          place += 1
        }
      }
      return length
    }
  }

  /// The bytes that a text stands for; nil for a text that is none of these.
  static func decode(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    guard digits.count % 4 == 0 else { return nil }
    var padding = 0
    while padding < 2, digits.last == UInt8(ascii: "=") {
      digits.removeLast()
      padding += 1
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 3 / 4)
    var group = 0
    for (index, digit) in digits.enumerated() {
      let value = values[Int(digit)]
      guard value != 0xFF else { return nil }
      group = (group << 6 | Int(value)) & 0xFFFFFF
      switch index % 4 {
      case 1: bytes.append(UInt8(truncatingIfNeeded: group >> 4))
      case 2: bytes.append(UInt8(truncatingIfNeeded: group >> 2))
      case 3: bytes.append(UInt8(truncatingIfNeeded: group))
      default: break
      }
    }
    return bytes
  }
}
