import CYAML

/// Builds nodes out of libyaml's events, without recursion.
struct YAMLTreeBuilder {
  let file: SourceFile
  let offsets: CharacterOffsets
  /// What was found that does not stop the reading: duplicate keys, control characters.
  private(set) var problems: [Diagnostic] = []
  private var open: [Collection] = []
  private var root: SourceNode?
  private var documents = 0

  /// A list or mapping whose end has not come yet.
  private struct Collection {
    let start: Int
    let isMapping: Bool
    var isFlow: Bool
    var items: [SourceNode] = []
    var entries: [SourceNode.Entry] = []
    var key: (text: String, range: SourceRange)?
    var keys: [String: SourceRange] = [:]
  }

  init(file: SourceFile, offsets: CharacterOffsets) {
    self.file = file
    self.offsets = offsets
  }

  mutating func take(_ event: yaml_event_t) throws(Diagnostics) {
    let start = offsets.byteOffset(of: Int(event.start_mark.index))
    let end = offsets.byteOffset(of: Int(event.end_mark.index))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        try fail(
          "a second YAML document begins here", start, end, hint: "keep one document in the file")
      }
    case YAML_ALIAS_EVENT:
      try fail(
        "\(quoted(file.range(start, end).text)) is a YAML alias, which is not allowed", start, end,
        hint: "write the value out, or put it in quotes if it is text")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, start)
      add(node(of: scalar, start, end))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      try refuse(anchor: sequence.anchor, tag: sequence.tag, start)
      try begin(isMapping: false, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, start, end)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      try refuse(anchor: mapping.anchor, tag: mapping.tag, start)
      try begin(isMapping: true, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, start, end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close(at: end)
    default:
      break
    }
  }

  /// The root node; the given place stands for a document without any.
  func finish(at place: SourceRange) throws(Diagnostics) -> SourceNode {
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return root ?? SourceNode(value: .null, range: place)
  }

  private mutating func begin(
    isMapping: Bool, isFlow: Bool, _ start: Int, _ end: Int
  ) throws(Diagnostics) {
    if open.count == nestingLimit {
      try fail("lists and mappings are nested more than \(nestingLimit) deep", start, end)
    }
    if let outer = open.last, outer.isMapping, outer.key == nil {
      let isField = isMapping && start > 0 && file.bytes[start - 1] == UInt8(ascii: "{")
      try fail(
        isMapping ? "a key must be text, not a mapping" : "a key must be text, not a list", start,
        end,
        hint: isField
          ? "put the whole value in quotes: \(inQuotes(written(from: start - 1)))"
          : "write a word before the colon, or put the value in quotes")
    }
    open.append(Collection(start: start, isMapping: isMapping, isFlow: isFlow))
  }

  /// A value that begins with the braces of a field: to the end of its line, or to the braces' end
  /// within a list.
  private func written(from start: Int) -> String {
    var end = start
    while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
    while file.bytes[end - 1] == 0x20 { end -= 1 }
    let line = file.range(start, end).text
    guard open.dropLast().contains(where: \.isFlow), let braces = line.firstRange(of: "}}") else {
      return line
    }
    return String(line[..<braces.upperBound])
  }

  private mutating func close(at end: Int) {
    guard let done = open.popLast() else { return }
    // A block collection's own end mark is where the next token begins, often lines below.
    let last = done.isMapping ? done.entries.last?.value.range.upper : done.items.last?.range.upper
    let upper = done.isFlow ? end : last ?? done.start
    let value: SourceNode.Value =
      done.isMapping ? .mapping(done.entries) : .sequence(done.items)
    add(SourceNode(value: value, range: file.range(done.start, upper)))
  }

  private mutating func add(_ node: SourceNode) {
    guard var collection = open.popLast() else {
      root = node
      return
    }
    if !collection.isMapping {
      collection.items.append(node)
    } else if let key = collection.key {
      if let first = collection.keys[key.text] {
        problems.append(
          .error(
            .duplicateKey, "the key \(quoted(key.text)) is here twice", at: key.range,
            hint: "keep this one or the one in line \(first.line)"))
      } else {
        collection.keys[key.text] = key.range
        collection.entries.append(.init(key: key.text, keyRange: key.range, value: node))
      }
      collection.key = nil
    } else if case .scalar(let text, _) = node.value {
      collection.key = (text, node.range)
    } else {
      collection.key = (node.range.text, node.range)
    }
    open.append(collection)
  }

  private mutating func node(
    of scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ start: Int, _ end: Int
  ) -> SourceNode {
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let text = String(decoding: bytes, as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    var upper = end
    if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
      while upper > start, [0x20, 0x0A].contains(file.bytes[upper - 1]) { upper -= 1 }
    }
    let range = file.range(start, upper)
    if let control = text.unicodeScalars.first(where: isControl) {
      problems.append(
        .error(
          .controlCharacter, "this text holds the control character \(codePoint(control))",
          at: range))
    }
    if isPlain, ["", "~", "null", "Null", "NULL"].contains(text) {
      return SourceNode(value: .null, range: range)
    }
    return SourceNode(value: .scalar(text, isQuoted: !isPlain), range: range)
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ start: Int
  ) throws(Diagnostics) {
    guard anchor != nil || tag != nil else { return }
    var end = start
    while end < file.bytes.count, ![0x20, 0x0A, 0x2C].contains(file.bytes[end]) { end += 1 }
    let isAnchor = file.range(start, start + 1).text == "&"
    let text = quoted(file.range(start, end).text)
    try fail(
      isAnchor
        ? "\(text) is a YAML anchor, which is not allowed"
        : "\(text) is a YAML tag, which is not allowed", start, end,
      hint: "delete it, or put the value in quotes if it is text")
  }

  private func fail(
    _ message: DiagnosticText, _ start: Int, _ end: Int, hint: DiagnosticText...
  ) throws(Diagnostics) {
    throw Diagnostics(
      problems + [Diagnostic(.error, .yamlSyntax, message, at: file.range(start, end), hints: hint)]
    )
  }
}
