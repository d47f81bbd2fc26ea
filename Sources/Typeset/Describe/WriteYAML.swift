// Values as a person would write them in YAML.
extension SourceNode {
  /// The value of a key; nil where there is none.
  func value(of key: String) -> SourceNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The value on one line.
  var flow: String {
    switch value {
    case .null: ""
    case .scalar(let text, let isQuoted): yamlScalar(text, isQuoted: isQuoted)
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(yamlScalar($0.key)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// The lines of a key with this value: on one line where it fits, else what is in it indented.
  ///
  /// - Parameter indent: how far the key stands in.
  func lines(under key: String, indent: Int, width: Int = 96) -> [String] {
    let start = String(repeating: " ", count: indent) + yamlScalar(key) + ":"
    let line = "\(start) \(flow)"
    if line.count <= width { return [line] }
    switch value {
    case .null, .scalar: return [line]
    case .mapping(let entries):
      return [start]
        + entries.flatMap { $0.value.lines(under: $0.key, indent: indent + 2, width: width) }
    case .sequence(let items):
      let dash = String(repeating: " ", count: indent + 2) + "- "
      return [start] + items.map { dash + $0.flow }
    }
  }
}

/// A text as a value of YAML that is read as just that text, also within brackets.
func yamlScalar(_ text: String, isQuoted: Bool = false) -> String {
  let special: Set<Character> = [
    ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "\n",
  ]
  let isPlain =
    !isQuoted && !text.isEmpty && !text.contains(where: special.contains) && !text.contains(": ")
    && text.last != ":" && text.first != " " && text.last != " "
    && (text.first.map { !"-?:".contains($0) } ?? false || text.dropFirst().first?.isNumber == true)
  if isPlain { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    .replacing("\n", with: "\\n")
  return "\"\(escaped)\""
}

/// A line that is switched off: its `#` stands right before its first word, where that of a comment has
/// a space behind it.
func switchedOff(_ line: String) -> String {
  let indent = line.prefix { $0 == " " }
  return indent + "#" + line.dropFirst(indent.count)
}

/// Lines of a comment that are no longer than so many columns.
///
/// - Parameter hanging: how far its words stand in from its mark.
func commentLines(_ text: String, indent: Int = 0, hanging: Int = 0, width: Int = 98) -> [String] {
  var lines: [String] = []
  let start = String(repeating: " ", count: indent) + "# " + String(repeating: " ", count: hanging)
  var line = start
  for word in text.split(separator: " ") {
    if line.count + word.count + 1 > width, line != start {
      lines.append(line)
      line = start
    }
    line += (line == start ? "" : " ") + word
  }
  return line == start ? lines : lines + [line]
}
