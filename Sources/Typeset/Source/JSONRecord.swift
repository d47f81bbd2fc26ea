extension Record {
  /// The record that a JSON object is.
  ///
  /// - Parameters:
  ///   - json: the whole object, in UTF-8.
  ///   - name: what messages call it, as `data.json`.
  /// - Throws: that it is no JSON, or no object.
  public init(json: [UInt8], name: String) throws(Diagnostics) {
    let file = try readSource(json, name: name)
    try self.init(
      parseJSON(file), number: 1,
      source: RecordSource(name: name, line: 1, bytes: file.bytes))
  }

  init(_ node: SourceNode, number: Int, source: RecordSource) throws(Diagnostics) {
    guard case .mapping(let entries) = node.value else {
      throw Diagnostics(
        .error(
          .jsonRecord, "record \(number) is no object", at: node.range,
          hint: "write {\"name\": \"value\"}"))
    }
    var fields: [String: Value] = [:]
    for entry in entries { fields[entry.key] = Value(entry.value) }
    self.init(fields: fields, number: number, source: source)
  }
}

extension Record.Value {
  fileprivate init(_ node: SourceNode) {
    switch node.value {
    case .null: self = .nothing
    case .scalar(let text, isQuoted: true): self = .text(text)
    case .scalar("true", _): self = .flag(true)
    case .scalar("false", _): self = .flag(false)
    case .scalar(let digits, _): self = .number(digits)
    case .sequence(let nodes): self = .list(nodes.map { Record.Value($0) })
    case .mapping(let entries):
      var fields: [String: Record.Value] = [:]
      for entry in entries { fields[entry.key] = Record.Value(entry.value) }
      self = .object(fields)
    }
  }
}

/// The records of JSON Lines: an object on each line.
struct JSONRecords {
  private let name: String

  init(name: String) { self.name = name }

  /// The next record; nil at the end.
  func next(
    _ lines: inout ByteLines, _ encoding: RecordReader.Encoding, number: Int
  ) throws(Diagnostics) -> Record? {
    while true {
      let lineNumber = lines.lineNumber
      guard let raw = lines.line() else { return nil }
      if raw.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { continue }
      let bytes = encoding == .utf8 ? Array(raw) : decodedLatin1(raw)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Diagnostics(
          invalidUTF8(
            in: bytes, name: name, firstLine: lineNumber,
            hints: ["save the file as UTF-8, or read it with the encoding latin-1"]))
      }
      let source = RecordSource(name: name, line: lineNumber, bytes: bytes)
      let file = SourceFile(name: name, text: text, firstLine: lineNumber)
      return try Record(parseJSON(file), number: number, source: source)
    }
  }
}
