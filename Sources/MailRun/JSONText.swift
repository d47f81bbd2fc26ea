import Typeset

/// One JSON object on one line, in the making (RFC 8259): keys stay in the order in which they are
/// given, so equal facts are equal bytes.
struct JSONText {
  private var text = "{"

  /// The object.
  var line: String { text + "}" }

  private mutating func begin(_ key: String) {
    if text.utf8.count > 1 { text += "," }
    text += Self.quoted(key) + ":"
  }

  /// Adds a string; nil is left out.
  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    begin(key)
    text += Self.quoted(value)
  }

  /// Adds a number; nil is left out.
  mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    begin(key)
    text += String(value)
  }

  /// Adds a truth value.
  mutating func add(_ key: String, _ value: Bool) {
    begin(key)
    text += value ? "true" : "false"
  }

  /// Adds an object.
  mutating func add(_ key: String, _ value: JSONText?) {
    guard let value else { return }
    begin(key)
    text += value.line
  }

  /// Adds objects.
  mutating func add(_ key: String, _ values: [JSONText]) {
    begin(key)
    text += "[" + values.map(\.line).joined(separator: ",") + "]"
  }

  /// Adds diagnostics, as the report of a letter has them.
  mutating func add(_ key: String, _ diagnostics: [Diagnostic]) {
    begin(key)
    let objects = diagnostics.map { diagnostic in
      let record = DiagnosticRecord(diagnostic)
      var object = JSONText()
      object.add("severity", record.severity)
      object.add("code", record.code)
      object.add("message", record.message)
      object.add("file", record.file)
      object.add("line", record.line)
      object.add("column", record.column)
      object.addStrings("hints", record.hints)
      return object.line
    }
    text += "[" + objects.joined(separator: ",") + "]"
  }

  private mutating func addStrings(_ key: String, _ values: [String]) {
    begin(key)
    text += "[" + values.map(Self.quoted).joined(separator: ",") + "]"
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    if isPlain { return "\"" + value + "\"" }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// A JSON object of strings, on one line, its keys in the order given.
package func jsonObject(_ entries: [(String, String)]) -> String {
  var object = JSONText()
  for (key, value) in entries { object.add(key, value) }
  return object.line
}
