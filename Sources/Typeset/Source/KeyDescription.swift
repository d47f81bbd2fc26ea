/// A key as schema and reference tell of it.
struct KeyDescription: Sendable {
  let name: String
  var form: KeyForm
  /// What it says, a sentence or two.
  let meaning: String
  /// The default as one would write it; nil where words say what holds, or nothing does.
  let standard: String?
  /// A value as one would write it; nil where the form gives one.
  var example: String? = nil
  /// What holds without it, in words, where no default says so.
  var otherwise: String? = nil
  /// Whether the mapping is wrong without it.
  var isRequired = false
  /// Whether `+name` adds to its list.
  var isAdditive = false
}

/// What the value of a key may be.
indirect enum KeyForm: Sendable {
  /// A text on one line; numbers are text too.
  case text
  /// A text or a number, neither `true` nor `false`.
  case word
  /// A day, written `2024-03-11`.
  case date
  /// Text that a regular expression matches (ECMA 262, as JSON Schema has it).
  case pattern(String)
  /// A text that is taken for something of the same file, as a colour by its name.
  case reference
  case flag
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// One of some words.
  case choice([String])
  /// Several, or a single one that stands for a list of one.
  case list(KeyForm)
  /// Several, always in a list.
  case array(KeyForm, count: ClosedRange<Int>? = nil)
  /// A mapping with these keys.
  case keys([KeyDescription])
  /// A mapping whose keys are names of one's own; optional if it may be left empty.
  case named(KeyForm, isOptional: Bool = true)
  /// A mapping with these keys, and names of one's own.
  case keysAndNamed([KeyDescription], KeyForm)
  case either([KeyForm])
  /// A form that occurs often, by its name in the schema.
  case definition(String, String, @Sendable () -> KeyForm)
  /// Nothing at all, as after `footer:`.
  case nothing
  /// Whatever one writes.
  case anything
}

extension KeyForm {
  /// The key that stands at the end of a path of keys and names; nil where there is none.
  func key(at path: ArraySlice<String>) -> KeyDescription? {
    switch self {
    case .keys(let keys): Self.key(at: path, in: keys, others: nil)
    case .keysAndNamed(let keys, let other): Self.key(at: path, in: keys, others: other)
    case .named(let other, _): Self.key(at: path, in: [], others: other)
    case .either(let forms): forms.lazy.compactMap { $0.key(at: path) }.first
    case .definition(_, _, let form): form().key(at: path)
    default: nil
    }
  }

  private static func key(
    at path: ArraySlice<String>, in keys: [KeyDescription], others: KeyForm?
  ) -> KeyDescription? {
    guard let step = path.first else { return nil }
    let rest = path.dropFirst()
    guard let key = keys.first(where: { $0.name == step }) else { return others?.key(at: rest) }
    return rest.isEmpty ? key : key.form.key(at: rest)
  }
}
