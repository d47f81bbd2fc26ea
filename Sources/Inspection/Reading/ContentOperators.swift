import PDFFile

/// Reads a content stream operator by operator, with operands as values (ISO 32000-1, 7.8.2).
struct ContentOperators {
  private let bytes: [UInt8]
  private var scanner: ContentScanner
  /// The operands before the operator that was read last.
  private(set) var operands: [PDFValue] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = ContentScanner(bytes)
  }

  /// The next operator; nil at the end of the stream.
  mutating func next() -> String? {
    operands.removeAll(keepingCapacity: true)
    while let token = scanner.nextToken() {
      if let value = value(token, depth: 0) {
        // No operator has more but for colours of many inks.
        if operands.count < 64 { operands.append(value) }
        continue
      }
      switch bytes[token.lowerBound] {
      // A bracket that closes none.
      case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ")"):
        continue
      default:
        let name = String(decoding: bytes[token], as: UTF8.self)
        if name == "ID" { scanner.skipImageData() }
        return name
      }
    }
    return nil
  }

  /// The value that a token begins; nil for an operator and a bracket that closes.
  private mutating func value(_ token: Range<Int>, depth: Int) -> PDFValue? {
    switch bytes[token.lowerBound] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return .real(Self.number(bytes[token]))
    case UInt8(ascii: "/"): return .name(PDFSyntax.name(bytes[token]))
    case UInt8(ascii: "("): return .bytes(PDFSyntax.string(bytes[token]) ?? [])
    case UInt8(ascii: "<"):
      if token.count == 2, bytes[token.lowerBound + 1] == UInt8(ascii: "<") {
        return dictionary(depth: depth + 1)
      }
      return .bytes(PDFSyntax.string(bytes[token]) ?? [])
    case UInt8(ascii: "["): return .array(items(depth: depth + 1))
    case UInt8(ascii: "t") where scanner.matches(token, "true"): return .boolean(true)
    case UInt8(ascii: "f") where scanner.matches(token, "false"): return .boolean(false)
    case UInt8(ascii: "n") where scanner.matches(token, "null"): return .null
    default: return nil
    }
  }

  /// The values up to the bracket that closes.
  private mutating func items(depth: Int) -> [PDFValue] {
    var items: [PDFValue] = []
    while let token = scanner.nextToken() {
      if bytes[token.lowerBound] == UInt8(ascii: "]")
        || bytes[token.lowerBound] == UInt8(ascii: ">")
      {
        break
      }
      guard depth < 32, let value = value(token, depth: depth) else { continue }
      items.append(value)
    }
    return items
  }

  private mutating func dictionary(depth: Int) -> PDFValue {
    let items = items(depth: depth)
    var pairs: [(String, PDFValue)] = []
    for index in stride(from: 0, to: items.count - 1, by: 2) {
      if case .name(let key) = items[index] { pairs.append((key, items[index + 1])) }
    }
    return .dictionary(PDFDictionary(pairs))
  }

  /// A number as readers take it, also where it is written oddly.
  static func number(_ token: ArraySlice<UInt8>) -> Double {
    var value = 0.0
    var scale = 0.0
    var isNegative = false
    for byte in token {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): if scale == 0 { scale = 1 }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Double(byte - 48)
        scale *= 10
      default: break
      }
    }
    if scale > 1 { value /= scale }
    return isNegative ? -value : value
  }
}
