/// A value of JSON whose objects keep their order.
indirect enum SchemaValue {
  case text(String)
  /// A number as it is written.
  case number(String)
  case flag(Bool)
  case null
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  /// What a value of YAML is in JSON: what is quoted is a text, and what looks like a number is one
  /// (YAML 1.2.2, 10.3.2).
  init(_ node: SourceNode) {
    switch node.value {
    case .null: self = .null
    case .scalar(let text, let isQuoted): self = isQuoted ? .text(text) : Self.plain(text)
    case .sequence(let items): self = .list(items.map { SchemaValue($0) })
    case .mapping(let entries):
      self = .object(entries.map { ($0.key, SchemaValue($0.value)) })
    }
  }

  private static func plain(_ text: String) -> SchemaValue {
    switch text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null", "~": return .null
    default: break
    }
    let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    let isNumber =
      digits && text.utf8.first.map { (0x31...0x39).contains($0) } == true && Double(text) != nil
      || text == "0" || text.hasPrefix("0.") && digits && Double(text) != nil
    return isNumber ? .number(text) : .text(text)
  }

  /// The value of a text of YAML; nil for what is none.
  init?(yaml text: String) {
    let file = SourceFile(name: "", text: text)
    guard let node = try? parseYAML(file, in: 0..<file.bytes.count) else { return nil }
    self = SchemaValue(node)
  }

  /// The value as a file: objects with their short members on one line.
  var document: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    let flat = flat
    if indent.count + flat.count <= 100 { return flat }
    let inner = indent + "  "
    switch self {
    case .object(let members):
      let lines = members.map {
        inner + Self.quote($0.0) + ": " + $0.1.written(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .list(let items):
      let lines = items.map { inner + $0.written(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    default: return flat
    }
  }

  private var flat: String {
    switch self {
    case .text(let text): Self.quote(text)
    case .number(let number): number
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(\.flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quote($0.0) + ": " + $0.1.flat }.joined(separator: ", ") + "}"
    }
  }

  /// A text as JSON writes it (RFC 8259, section 7).
  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
