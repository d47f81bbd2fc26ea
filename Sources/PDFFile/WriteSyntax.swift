/// How numbers, names, strings and values are written into a PDF (ISO 32000-1, 7.3).
extension [UInt8] {
  /// Words of the syntax.
  package mutating func append(ascii word: StaticString) {
    word.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// A whole number.
  package mutating func append(integer value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digits: value.magnitude)
  }

  private mutating func append(digits value: UInt) {
    if value < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
    let start = count
    var rest = value
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }

  /// A number without an exponent, which PDF does not know (7.3.3); what is no number is 0.
  ///
  /// - Parameter decimals: the digits after the point, at most nine, less those that are zero at its
  ///   end.
  package mutating func append(real value: Double, decimals: Int = 3) {
    let unit = Self.units[Swift.max(0, Swift.min(decimals, 9))]
    let scaled = value.isFinite ? (Swift.min(abs(value), 1e9) * Double(unit)).rounded() : 0
    append(scaled: value < 0 ? -Int(scaled) : Int(scaled), unit: unit)
  }

  /// A number of thousandths.
  package mutating func append(thousandths value: Int) { append(scaled: value, unit: 1000) }

  private mutating func append(scaled value: Int, unit: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let scaled = Int(value.magnitude)
    var rest = scaled % unit
    // ".5" is a number too.
    if scaled >= unit || rest == 0 { append(digits: UInt(scaled / unit)) }
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var place = unit / 10
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }

  private static let units = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// A name with its slash (7.3.5): what is not plain in it as `#` and two digits.
  package mutating func append(name: String) {
    append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case 0x21...0x7E where !Self.special.contains(byte): append(byte)
      default:
        append(UInt8(ascii: "#"))
        append(Self.digits[Int(byte >> 4)])
        append(Self.digits[Int(byte & 15)])
      }
    }
  }

  private static let special = [UInt8]("()<>[]{}/%#".utf8)
  private static let digits = [UInt8]("0123456789ABCDEF".utf8)

  /// Two digits of base sixteen for each byte.
  package mutating func append(hexadecimal bytes: some Sequence<UInt8>) {
    for byte in bytes {
      append(Self.digits[Int(byte >> 4)])
      append(Self.digits[Int(byte & 15)])
    }
  }

  /// A byte within a literal string (7.3.4.2).
  package mutating func append(literal byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    // A reader takes it for a line feed.
    case 13: append(ascii: "\\r")
    default: append(byte)
    }
  }

  /// A string of bytes, with its brackets.
  package mutating func append(string bytes: some Sequence<UInt8>) {
    append(UInt8(ascii: "("))
    for byte in bytes { append(literal: byte) }
    append(UInt8(ascii: ")"))
  }

  /// Text for people as a string (7.9.2.2): in PDFDocEncoding where that has its characters, else in
  /// UTF-16.
  package mutating func append(text: String) {
    // The codes of Latin-1 are the same in it (annex D.2).
    let isPlain = text.unicodeScalars.allSatisfy {
      (0x20...0x7E).contains($0.value) || (0xA1...0xFF).contains($0.value) && $0.value != 0xAD
    }
    if isPlain {
      return append(
        string: text.unicodeScalars.lazy.map { UInt8(truncatingIfNeeded: $0.value) })
    }
    append(UInt8(ascii: "("))
    append(0xFE)
    append(0xFF)
    for unit in text.utf16 {
      append(literal: UInt8(unit >> 8))
      append(literal: UInt8(unit & 0xFF))
    }
    append(UInt8(ascii: ")"))
  }

  /// A value, with nothing before or after it.
  ///
  /// - Parameter numbers: the number of each object of the body; 0 for one that is left out, which
  ///   is written as null.
  package mutating func append(_ value: PDFValue, numbers: [Int]) {
    switch value {
    case .null: append(ascii: "null")
    case .boolean(let flag): append(ascii: flag ? "true" : "false")
    case .integer(let number): append(integer: number)
    case .real(let number): append(real: number, decimals: 9)
    case .name(let name): append(name: name)
    case .text(let text): append(text: text)
    case .bytes(let bytes): append(string: bytes)
    case .array(let items):
      append(UInt8(ascii: "["))
      for item in items { append(part: item, numbers) }
      append(UInt8(ascii: "]"))
    case .dictionary(let entries): append(entries, numbers: numbers)
    case .reference(let reference):
      let number = numbers.indices.contains(reference.index) ? numbers[reference.index] : 0
      if number == 0 { return append(ascii: "null") }
      append(integer: number)
      append(ascii: " 0 R")
    }
  }

  /// A dictionary with its brackets.
  package mutating func append(_ entries: PDFDictionary, numbers: [Int]) {
    append(ascii: "<<")
    for entry in entries.entries {
      append(name: entry.key)
      append(part: entry.value, numbers)
    }
    append(ascii: ">>")
  }

  /// A stream as an object, with its length among its entries (ISO 32000-1, 7.3.8).
  mutating func append(
    stream number: Int, _ entries: PDFDictionary, _ data: [UInt8], numbers: [Int]
  ) {
    var entries = entries
    entries["Length"] = .integer(data.count)
    append(integer: number)
    append(ascii: " 0 obj\n")
    append(entries, numbers: numbers)
    append(ascii: "\nstream\n")
    self += data
    // A line end that is no part of the data (ISO 19005-2, 6.1.7.1).
    append(ascii: "\nendstream\nendobj\n")
  }

  /// A value after something else: what would run into it is parted by a space.
  private mutating func append(part value: PDFValue, _ numbers: [Int]) {
    switch value {
    case .null, .boolean, .integer, .real, .reference:
      if last != UInt8(ascii: "["), last != UInt8(ascii: "]"), last != UInt8(ascii: ")") {
        append(UInt8(ascii: " "))
      }
    case .name, .text, .bytes, .array, .dictionary: break
    }
    append(value, numbers: numbers)
  }
}

extension PDFSyntax {
  /// A number as it is written, of at most so many digits after the point.
  package static func number(_ value: Double, decimals: Int = 5) -> String {
    var bytes: [UInt8] = []
    bytes.append(real: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes as two digits each.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.append(hexadecimal: bytes)
    return String(decoding: digits, as: UTF8.self)
  }
}
