import Testing

@testable import Typeset

/// The messages of what a body throws, each with its place as `line:column`, and its hints.
func messages(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch let error as Diagnostics {
    return error.all.map(brief)
  } catch {
    return ["\(error)"]
  }
}

/// A diagnostic on one line: `2:3 error: message | hint | hint`.
func brief(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place.map { "\($0.line):\($0.column) " } ?? ""
  let kind = diagnostic.severity == .error ? "" : "\(diagnostic.severity): "
  return place + kind + ([diagnostic.message] + diagnostic.hints).joined(separator: " | ")
}

/// Reads text as YAML.
func yaml(_ text: String) throws -> SourceNode {
  let file = SourceFile(name: "test.yaml", text: text)
  return try parseYAML(file, in: 0..<file.bytes.count)
}

/// Reads text as JSON.
func json(_ text: String) throws -> SourceNode {
  try parseJSON(SourceFile(name: "test.json", text: text))
}

/// A node in one line, each value with the text of its range where that differs.
func dump(_ node: SourceNode) -> String {
  switch node.value {
  case .null: "null"
  case .scalar(let text, let isQuoted): isQuoted ? "'\(text)'" : text
  case .sequence(let items): "[" + items.map(dump).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(dump($0.value))" }.joined(separator: ", ") + "}"
  }
}

/// The entries of a mapping; a test that expects one fails on anything else.
func entries(of node: SourceNode) throws -> [SourceNode.Entry] {
  guard case .mapping(let entries) = node.value else {
    return try #require(nil as [SourceNode.Entry]?, "\(node.range.text) is no mapping")
  }
  return entries
}
