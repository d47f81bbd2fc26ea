/// Writes tables of keys as JSON Schema (draft 2020-12).
struct SchemaWriter {
  typealias Members = [(String, SchemaValue)]

  /// What a text may be in JSON, where nothing is quoted that need not be.
  let textTypes: [String]
  /// Whether an empty value stands for no keys.
  let takesNothing: Bool
  /// Whether each key may be left empty, as in a letter that is still to be filled.
  let leavesOpen: Bool
  private var definitions: Members = []

  /// A writer for layouts, senders and languages.
  static var layouts: SchemaWriter {
    SchemaWriter(textTypes: ["string", "number"], takesNothing: true, leavesOpen: false)
  }

  /// A writer for letters.
  static var letters: SchemaWriter {
    SchemaWriter(
      textTypes: ["string", "number", "boolean"], takesNothing: false, leavesOpen: true)
  }

  private init(textTypes: [String], takesNothing: Bool, leavesOpen: Bool) {
    self.textTypes = textTypes
    self.takesNothing = takesNothing
    self.leavesOpen = leavesOpen
  }

  /// The schema of files with these keys.
  ///
  /// - Parameters:
  ///   - name: the name of the schema's file, which is its `$id`.
  ///   - others: what keys of other names may be; nil where there are none.
  ///   - conditions: what else has to hold, made with the writer so that definitions are shared.
  mutating func schema(
    _ title: String, named name: String, _ keys: [KeyDescription], others: KeyForm? = nil,
    conditions: (inout SchemaWriter) -> [SchemaValue] = { _ in [] }
  ) -> String {
    var root: Members = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text(name)), ("title", .text(title)), ("type", .text("object")),
    ]
    root += members(keys, others: others)
    let conditions = conditions(&self)
    if !conditions.isEmpty { root.append(("allOf", .list(conditions))) }
    if !definitions.isEmpty {
      root.append(("$defs", .object(definitions.sorted { $0.0 < $1.0 })))
    }
    return SchemaValue.object(root).document
  }

  /// What an object with these keys may be.
  mutating func members(_ keys: [KeyDescription], others: KeyForm? = nil) -> Members {
    var found: Members = [("properties", .object(keys.map { ($0.name, property($0)) }))]
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

  /// What the value of a key may be, with all that is told of it.
  mutating func property(_ key: KeyDescription) -> SchemaValue {
    var found = members(of: key.form)
    if leavesOpen { found = Self.leftOpen(found) }
    found.append(("description", .text(key.explanation)))
    if let standard = key.standard.flatMap({ SchemaValue(yaml: $0) }) {
      found.append(("default", standard))
    }
    if let example = key.shownExample.flatMap({ SchemaValue(yaml: $0) }) {
      found.append(("examples", .list([example])))
    }
    return .object(found)
  }

  /// What holds for a value, where it may also be nothing.
  private static func leftOpen(_ members: Members) -> Members {
    guard let first = members.first else { return members }
    let null = SchemaValue.object([("type", .text("null"))])
    switch first {
    case ("type", .text(let type)) where type != "null":
      return [("type", .list([.text(type), .text("null")]))] + members.dropFirst()
    case ("type", .list(let types)):
      return [("type", .list(types + [.text("null")]))] + members.dropFirst()
    case ("enum", .list(let words)): return [("enum", .list(words + [.null]))] + members.dropFirst()
    case ("anyOf", .list(let forms)):
      return [("anyOf", .list(forms + [null]))] + members.dropFirst()
    default: return [("anyOf", .list([.object(members), null]))]
    }
  }

  private mutating func members(of form: KeyForm) -> Members {
    switch form {
    case .text: return type(textTypes)
    case .word: return type(["string", "number"])
    case .reference: return type(["string"])
    case .date:
      let day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
      return type(["string"]) + [("pattern", .text(day))]
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

  private func type(_ names: [String]) -> Members {
    [("type", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) }))]
  }

  private func limits(_ low: String, _ high: String) -> Members {
    [("minimum", .number(low)), ("maximum", .number(high))]
  }
}
