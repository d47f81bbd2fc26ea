/// A value as JSON writes it (RFC 8259); keys stay in their order, so equal facts are equal bytes.
package indirect enum JSON: Hashable, Sendable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case array([JSON])
  case object([JSON.Entry])

  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    let key: String
    let value: JSON
  }

  /// An object; what is nil is left out.
  package static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { pair in pair.value.map { Entry(key: pair.key, value: $0) } })
  }

  /// An object of members in their order; what is nil is left out.
  package static func object(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { member in member.1.map { Entry(key: member.0, value: $0) } })
  }

  /// A whole number.
  package static func count(_ number: Int) -> JSON { .number(Double(number)) }

  /// The text, on one line.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .string(let value): Self.write(value, to: &text)
    case .number(let value):
      text += Int(exactly: value).map(String.init) ?? "\((value * 1000).rounded() / 1000)"
    case .flag(let value): text += value ? "true" : "false"
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .object(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += "," }
        Self.write(entry.key, to: &text)
        text += ":"
        entry.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
