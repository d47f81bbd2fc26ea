/// A font's `ToUnicode` map: which characters each code stands for (ISO 32000-1, 9.10.3).
package struct UnicodeMap: Sendable {
  private var single: [Int: [UInt8]] = [:]
  private var ranges: [(codes: ClosedRange<Int>, first: [UInt8])] = []

  /// Reads a map; what is none says nothing of any code.
  package init(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    var section = ""
    var pending: [[UInt8]] = []
    var array: [[UInt8]]?
    while let token = scanner.nextToken() {
      let text = bytes[token]
      if let string = PDFSyntax.string(text) {
        if array != nil { array?.append(string) } else { pending.append(string) }
        if array == nil { take(section, &pending) }
        continue
      }
      switch text.first {
      case UInt8(ascii: "["): array = []
      case UInt8(ascii: "]"):
        if section == "range", pending.count == 2, let array {
          let first = Self.number(pending[0])
          for (offset, characters) in array.enumerated() { single[first + offset] = characters }
        }
        pending = []
        array = nil
      default:
        let word = String(decoding: text, as: UTF8.self)
        if word == "beginbfchar" { section = "char" }
        if word == "beginbfrange" { section = "range" }
        if word.hasPrefix("endbf") { section = "" }
        pending = []
      }
    }
  }

  private mutating func take(_ section: String, _ pending: inout [[UInt8]]) {
    switch (section, pending.count) {
    case ("char", 2):
      single[Self.number(pending[0])] = pending[1]
      pending = []
    case ("range", 3):
      let (low, high) = (Self.number(pending[0]), Self.number(pending[1]))
      if low <= high, ranges.count < 10_000 { ranges.append((low...high, pending[2])) }
      pending = []
    case ("", _): pending = []
    default: break
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int {
    bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The characters of a code, in units of UTF-16; nil if the map does not say.
  package func units(of code: Int) -> [Int]? {
    if let known = single[code] { return Self.units(known) }
    guard let (codes, first) = ranges.first(where: { $0.codes.contains(code) }) else { return nil }
    var units = Self.units(first)
    if let last = units.popLast() { units.append(last + code - codes.lowerBound) }
    return units
  }

  private static func units(_ bytes: [UInt8]) -> [Int] {
    if bytes.count == 1 { return [Int(bytes[0])] }
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])
    }
  }
}
