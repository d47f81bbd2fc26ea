// What people and editors are told of a key, made of what the table of keys says.
extension KeyDescription {
  /// A value as one would write it: the key's own example, its default, or one that its form gives.
  var shownExample: String? { example ?? form.example(besides: standard) ?? standard }

  /// Its meaning, what it is measured in, and what holds without it.
  var explanation: String {
    var told = meaning
    if let unit = form.unit { told += " Unit: \(unit)." }
    if let held = standard ?? otherwise { told += " Default: \(held)." }
    return told
  }

  /// The key where what it says starts from something else: without a default of its own it is as
  /// there.
  func startingFrom(_ words: String) -> KeyDescription {
    var key = self
    if standard == nil { key.otherwise = words }
    if case .keys(let inner) = form {
      key.form = .keys(inner.map { $0.startingFrom(words) })
    } else if case .either(let forms) = form {
      key.form = .either(
        forms.map { form in
          guard case .keys(let inner) = form else { return form }
          return .keys(inner.map { $0.startingFrom(words) })
        })
    }
    return key
  }
}

extension KeyForm {
  /// What its values are, where a word or two says it; nil for all else.
  var kind: String? {
    switch self {
    case .definition("length", _, _), .definition("extent", _, _): "a length"
    case .definition("rule", _, _): "a length, or {thickness: …, color: …}"
    case .definition("color", _, _): "a colour"
    case .list(let one), .array(let one, _): one.kind.map { "\($0), or a list of them" }
    case .flag: "write true or false"
    case .choice(let words): "write \(listed(words).english)"
    case .integer(let bounds): "from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .number(let bounds): "from \(short(bounds.lowerBound)) to \(short(bounds.upperBound))"
    default: nil
    }
  }

  /// What its values are measured in; nil for what has no measure.
  var unit: String? {
    switch self {
    case .definition("length", _, _), .definition("extent", _, _), .definition("rule", _, _):
      "mm, cm, in, pt, lines of the text or em"
    case .definition("color", _, _): "a name under colors, or #rrggbb in quotes"
    case .list(let one), .array(let one, _): one.unit
    default: nil
    }
  }

  /// A value of it other than the default; nil where it has to be said with the key.
  func example(besides standard: String?) -> String? {
    switch self {
    case .flag: standard == "true" ? "false" : "true"
    case .choice(let words): words.first { $0 != standard } ?? standard
    case .date: "2026-03-11"
    case .list(let one), .array(let one, _): standard == nil ? one.example(besides: nil) : nil
    case .either(let forms): forms.lazy.compactMap { $0.example(besides: standard) }.first
    case .keys(let keys): Self.example(of: keys)
    case .definition("length", _, _), .definition("extent", _, _): nil
    case .definition("color", _, _): "\"#8a1538\""
    case .definition(_, _, let form): form().example(besides: standard)
    case .integer(let bounds): standard == nil ? String(bounds.lowerBound) : nil
    default: nil
    }
  }

  private static func example(of keys: [KeyDescription]) -> String? {
    keys.lazy.compactMap { key in key.shownExample.map { "{\(key.name): \($0)}" } }.first
  }
}
