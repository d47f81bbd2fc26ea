import Foundation

@testable import Typeset

/// Writes the tables of keys as JSON Schema (draft 2020-12).
struct SchemaWriter {
  /// A value of JSON whose objects keep their order.
  indirect enum JSON {
    case text(String)
    case number(String)
    case flag(Bool)
    case list([JSON])
    case object([(String, JSON)])

    static func word(_ text: String) -> JSON { .text(text) }
  }

  /// What a text may be in JSON, where nothing is quoted that need not be.
  let textTypes: [String]
  /// Whether an empty value stands for no keys.
  let takesNothing: Bool
  private var definitions: [(String, JSON)] = []

  init(textTypes: [String], takesNothing: Bool) {
    self.textTypes = textTypes
    self.takesNothing = takesNothing
  }

  /// The schema of files with these keys.
  mutating func schema(
    _ title: String, _ keys: [KeyDescription], others: KeyForm? = nil
  ) -> String {
    var root: [(String, JSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(title)), ("type", .text("object")),
    ]
    root += members(keys, others: others)
    root.append(("$defs", .object(definitions.sorted { $0.0 < $1.0 })))
    return Self.text(.object(root)) + "\n"
  }

  private mutating func members(
    _ keys: [KeyDescription], others: KeyForm? = nil
  ) -> [(String, JSON)] {
    var found: [(String, JSON)] = [("properties", .object(keys.map { ($0.name, property($0)) }))]
    let additive = keys.filter(\.isAdditive)
    if !additive.isEmpty {
      found.append(
        (
          "patternProperties",
          .object(additive.map { ("^\\+\($0.name)$", .object(self.members(of: $0.form))) })
        ))
    }
    found.append(
      ("additionalProperties", others.map { .object(members(of: $0)) } ?? .flag(false)))
    let needed = keys.filter(\.isRequired)
    if !needed.isEmpty { found.append(("required", .list(needed.map { .text($0.name) }))) }
    return found
  }

  private mutating func property(_ key: KeyDescription) -> JSON {
    var found = members(of: key.form)
    found.append(("description", .text(key.meaning)))
    if let standard = key.standard { found.append(("default", value(standard, key.form))) }
    return .object(found)
  }

  /// A default as JSON; a list is told as one writes it.
  private func value(_ written: String, _ form: KeyForm) -> JSON {
    switch form {
    case .flag: .flag(written == "true")
    case .integer, .number: .number(written)
    case .list where written.hasPrefix("["):
      .list(written.dropFirst().dropLast().components(separatedBy: ", ").map { .text($0) })
    default: .text(written.trimmingCharacters(in: ["\""]))
    }
  }

  private mutating func members(of form: KeyForm) -> [(String, JSON)] {
    switch form {
    case .text: return type(textTypes)
    case .word: return type(["string", "number"])
    case .reference: return type(["string"])
    case .date: return type(["string"]) + [("format", .text("date"))]
    case .pattern(let pattern): return type(["string"]) + [("pattern", .text(pattern))]
    case .flag: return type(["boolean"])
    case .integer(let bounds):
      return type(["integer"]) + limits("\(bounds.lowerBound)", "\(bounds.upperBound)")
    case .number(let bounds):
      return type(["number"]) + limits(short(bounds.lowerBound), short(bounds.upperBound))
    case .choice(let words): return [("enum", .list(words.map { .text($0) }))]
    case .list(let one): return members(of: .either([one, .array(one)]))
    case .array(let one, let count):
      var found = type(["array"]) + [("items", .object(members(of: one)))]
      if let count {
        found.append(("minItems", .number("\(count.lowerBound)")))
        found.append(("maxItems", .number("\(count.upperBound)")))
      }
      return found
    case .keys(let keys): return type(mappingTypes) + members(keys)
    case .named(let one, let isOptional):
      return type(isOptional ? mappingTypes : ["object"]) + [
        ("additionalProperties", .object(members(of: one)))
      ]
    case .keysAndNamed(let keys, let one): return type(mappingTypes) + members(keys, others: one)
    case .either(let forms): return [("anyOf", .list(forms.map { .object(members(of: $0)) }))]
    case .definition(let name, let meaning, let inner):
      if !definitions.contains(where: { $0.0 == name }) {
        definitions.append((name, .object([])))
        let made = members(of: inner()) + [("description", .text(meaning))]
        definitions[definitions.firstIndex { $0.0 == name } ?? 0].1 = .object(made)
      }
      return [("$ref", .text("#/$defs/\(name)"))]
    case .nothing: return type(["null"])
    case .anything: return []
    }
  }

  private var mappingTypes: [String] { takesNothing ? ["object", "null"] : ["object"] }

  private func type(_ names: [String]) -> [(String, JSON)] {
    [("type", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) }))]
  }

  private func limits(_ low: String, _ high: String) -> [(String, JSON)] {
    [("minimum", .number(low)), ("maximum", .number(high))]
  }

  /// JSON with an object's short members on one line.
  private static func text(_ value: JSON, _ indent: String = "") -> String {
    let flat = flat(value)
    if indent.count + flat.count <= 100 { return flat }
    let inner = indent + "  "
    switch value {
    case .object(let members):
      let lines = members.map { inner + quote($0.0) + ": " + text($0.1, inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .list(let items):
      return "[\n" + items.map { inner + text($0, inner) }.joined(separator: ",\n") + "\n" + indent
        + "]"
    default: return flat
    }
  }

  private static func flat(_ value: JSON) -> String {
    switch value {
    case .text(let text): quote(text)
    case .number(let number): number
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { quote($0.0) + ": " + flat($0.1) }.joined(separator: ", ") + "}"
    }
  }

  private static func quote(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
