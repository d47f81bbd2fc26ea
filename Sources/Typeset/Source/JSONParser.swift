/// Reads one JSON text (RFC 8259) out of a file, strictly, with the place of every value.
///
/// Strings become quoted scalars; numbers, `true` and `false` unquoted ones, as they are written.
///
/// - Throws: ``Diagnostics`` with the first error of syntax, or with every duplicate key.
package func parseJSON(_ file: SourceFile) throws(Diagnostics) -> SourceNode {
  var parser = JSONParser(file: file)
  let node = try parser.readDocument()
  guard parser.problems.isEmpty else { throw Diagnostics(parser.problems) }
  return node
}

/// A cursor over JSON; recursion is bounded by ``nestingLimit``.
private struct JSONParser {
  let file: SourceFile
  var problems: [Diagnostic] = []
  private var offset = 0
  private var depth = 0

  init(file: SourceFile) { self.file = file }

  mutating func readDocument() throws(Diagnostics) -> SourceNode {
    let node = try readValue()
    skipSpace()
    if current != nil {
      try fail("there is text after the end of the JSON value", hint: "delete it")
    }
    return node
  }

  private var current: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func readValue() throws(Diagnostics) -> SourceNode {
    skipSpace()
    let start = offset
    switch current {
    case UInt8(ascii: "{"):
      return try readNested { (me) throws(Diagnostics) in
        try me.readObject(start)
      }
    case UInt8(ascii: "["):
      return try readNested { (me) throws(Diagnostics) in
        try me.readArray(start)
      }
    case UInt8(ascii: "\""):
      let text = try readString()
      return SourceNode(value: .scalar(text, isQuoted: true), range: file.range(start, offset))
    case nil: try fail("a value is missing here", hint: "write a value")
    default: return try readLiteral(start)
    }
  }

  private mutating func readNested(
    _ read: (inout JSONParser) throws(Diagnostics) -> SourceNode
  ) throws(Diagnostics) -> SourceNode {
    if depth == nestingLimit {
      try fail(
        "arrays and objects are nested more than \(nestingLimit) deep", hint: "nest them less")
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func readObject(_ start: Int) throws(Diagnostics) -> SourceNode {
    var entries: [SourceNode.Entry] = []
    var keys: [String: SourceRange] = [:]
    offset += 1
    skipSpace()
    if current == UInt8(ascii: "}") {
      offset += 1
      return SourceNode(value: .mapping([]), range: file.range(start, offset))
    }
    while true {
      skipSpace()
      let keyStart = offset
      guard current == UInt8(ascii: "\"") else {
        try fail("a key in quotes is missing here", hint: "write \"key\": value")
      }
      let key = try readString()
      let range = file.range(keyStart, offset)
      skipSpace()
      guard current == UInt8(ascii: ":") else {
        try fail("a \":\" is missing here", hint: "put a colon between the key and its value")
      }
      offset += 1
      let value = try readValue()
      if let first = keys[key] {
        problems.append(
          .error(
            .duplicateKey, "the key \(quoted(key)) is here twice", at: range,
            hint: "keep this one or the one in line \(first.line)"))
      } else {
        keys[key] = range
        entries.append(.init(key: key, keyRange: range, value: value))
      }
      if try endsList(with: UInt8(ascii: "}")) {
        return SourceNode(value: .mapping(entries), range: file.range(start, offset))
      }
    }
  }

  private mutating func readArray(_ start: Int) throws(Diagnostics) -> SourceNode {
    var items: [SourceNode] = []
    offset += 1
    skipSpace()
    if current == UInt8(ascii: "]") {
      offset += 1
      return SourceNode(value: .sequence([]), range: file.range(start, offset))
    }
    while true {
      items.append(try readValue())
      if try endsList(with: UInt8(ascii: "]")) {
        return SourceNode(value: .sequence(items), range: file.range(start, offset))
      }
    }
  }

  /// Passes a comma, or the closing bracket.
  private mutating func endsList(with closing: UInt8) throws(Diagnostics) -> Bool {
    skipSpace()
    let bracket = String(UnicodeScalar(closing))
    guard current == UInt8(ascii: ",") || current == closing else {
      try fail(
        "a \",\" or \"\(bracket)\" is missing here",
        hint: "put a comma between values and close with \(bracket)")
    }
    let ends = current == closing
    offset += 1
    if !ends {
      let comma = offset - 1
      skipSpace()
      if current == closing {
        offset = comma
        try fail("there is a \",\" before \"\(bracket)\"", hint: "delete the comma")
      }
    }
    return ends
  }

  private mutating func readLiteral(_ start: Int) throws(Diagnostics) -> SourceNode {
    while let byte = current,
      !([0x20, 0x09, 0x0A, 0x0D] + Array(",:[]{}\"".utf8)).contains(byte)
    {
      offset += 1
    }
    // A lone delimiter is not a value; show it all the same.
    let range = file.range(start, max(offset, start + 1))
    let text = range.text
    switch text {
    case "null": return SourceNode(value: .null, range: range)
    case "true", "false": return SourceNode(value: .scalar(text, isQuoted: false), range: range)
    default:
      guard isJSONNumber(text) else {
        offset = start
        try fail(
          "\(quoted(text)) is not a JSON value", length: range.upper - range.lower,
          hint: "put text in double quotes")
      }
      return SourceNode(value: .scalar(text, isQuoted: false), range: range)
    }
  }

  private mutating func readString() throws(Diagnostics) -> String {
    let start = offset
    let string = try JSONString(in: file, at: start)
    offset = string.end
    if let control = string.text.unicodeScalars.first(where: isControl) {
      problems.append(
        .error(
          .controlCharacter, "this text holds the control character \(codePoint(control))",
          at: file.range(start, offset)))
    }
    return string.text
  }

  private func fail(_ message: DiagnosticText, length: Int = 1, hint: DiagnosticText)
    throws(Diagnostics) -> Never
  {
    throw Diagnostics(
      .error(.jsonSyntax, message, at: file.range(offset, offset + length), hint: hint))
  }
}

/// Whether a text is a number by the grammar of RFC 8259, section 6.
private func isJSONNumber(_ text: String) -> Bool {
  var rest = Substring(text)
  func digits() -> Int {
    let count = rest.utf8.prefix { (48...57).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  if rest.first == "-" { rest = rest.dropFirst() }
  let startsWithZero = rest.first == "0"
  let whole = digits()
  guard whole == 1 || whole > 1 && !startsWithZero else { return false }
  if rest.first == "." {
    rest = rest.dropFirst()
    guard digits() > 0 else { return false }
  }
  if rest.first == "e" || rest.first == "E" {
    rest = rest.dropFirst()
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    guard digits() > 0 else { return false }
  }
  return rest.isEmpty
}
