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
}
