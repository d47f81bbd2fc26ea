/// How numbers, names and strings are written in a PDF (ISO 32000-1, 7.3).
package enum PDFSyntax {
  // MARK: Reading

  /// What a name token says, its `#` and two digits resolved (ISO 32000-1, 7.3.5).
  package static func name(_ token: ArraySlice<UInt8>) -> String {
    String(decoding: nameBytes(token), as: UTF8.self)
  }

  /// The bytes of a name, its `#` and two digits resolved.
  package static func nameBytes(_ token: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = token.dropFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "#"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The bytes that a string token stands for; nil for any other (ISO 32000-1, 7.3.4).
  package static func string(_ token: ArraySlice<UInt8>) -> [UInt8]? {
    if token.first == UInt8(ascii: "<"), token.dropFirst().first != UInt8(ascii: "<") {
      let digits = token.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | ($0 + 1 < digits.count ? digits[$0 + 1] : 0))
      }
    }
    guard token.first == UInt8(ascii: "(") else { return nil }
    var result: [UInt8] = []
    var rest = token.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch escaped {
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value = Int(escaped - 48)
        var count = 1
        while count < 3, let next = rest.first, (48...55).contains(next) {
          value = value * 8 + Int(next - 48)
          rest.removeFirst()
          count += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
      case 13:
        if rest.first == 10 { rest.removeFirst() }
      case 10: break
      default: result.append(escaped)
      }
    }
    return result
  }

  // MARK: Writing

  /// A number without an exponent, which PDF does not know (ISO 32000-1, 7.3.3).
  ///
  /// - Parameter decimals: the digits after the point, less those that are zero at its end.
  package static func number(_ value: Double, decimals: Int = 5) -> String {
    guard value.isFinite else { return "0" }
    let unit = (0..<decimals).reduce(1) { whole, _ in whole * 10 }
    let scaled = Int((min(abs(value), 1e9) * Double(unit)).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    var rest = String(scaled % unit)
    rest = String(repeating: "0", count: max(0, decimals - rest.count)) + rest
    while rest.last == "0" { rest.removeLast() }
    return sign + String(scaled / unit) + (rest.isEmpty ? "" : "." + rest)
  }

  /// Bytes as two digits each.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Text for people as a string of UTF-16 in digits (ISO 32000-1, 7.9.2.2), with its brackets.
  package static func text(_ text: String) -> String {
    "<FEFF" + hexadecimal(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) + ">"
  }
}
