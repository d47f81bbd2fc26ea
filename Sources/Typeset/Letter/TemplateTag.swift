/// The name of a field as a template writes it: `name`, `items.name`, `this`, `@index`.
struct FieldPath: Hashable, Sendable {
  let name: String
  /// The name cut at its points.
  let parts: [String]
  let place: SourceRange

  init(_ name: String, at place: SourceRange) {
    self.name = name
    self.place = place
    parts =
      name.utf8.contains(UInt8(ascii: "."))
      ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
  }

  /// Whether it means the value of the list that is gone through, or a part of it.
  var isThis: Bool { parts[0] == "this" }
  /// Whether it means the number of that value.
  var isIndex: Bool { name == "@index" }
}

/// What is done with a value before it is set.
enum FieldFilter: Hashable, Sendable {
  /// A number as the language writes it, with so many decimals; nil keeps those it has.
  case number(decimals: Int?)
  /// A day as the language writes it.
  case date(DateStyle)
  /// What stands for a value that is missing or empty.
  case standard(String)
  /// A value must be there.
  case required

  /// How a day is written.
  enum DateStyle: String, CaseIterable, Sendable { case long, short, iso }

  static let names = ["number", "date", "default", "required"]
}

/// A field in a text: `{{amount | number 2}}`.
struct FieldUse: Hashable, Sendable {
  let path: FieldPath
  let filters: [FieldFilter]

  /// Whether the letter cannot do without the record's naming it.
  var isNeeded: Bool {
    !filters.contains { if case .standard = $0 { true } else { false } }
  }
}

/// A tag that opens, divides or closes a part of a template.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case open(FieldPath)
    case otherwise
    case close
  }

  let kind: Kind
  /// Whether it belongs to a condition, rather than to a list.
  let isIf: Bool
  let place: SourceRange

  /// What to say of it when it has no partner.
  var isMisplaced: Diagnostic {
    let word = isIf ? "if" : "each"
    switch kind {
    case .open:
      return .error(
        .tagPair, "\(quoted(place.text)) is not closed", at: place,
        hint: "write {{/\(word)}} in the same text",
        "put both in paragraphs, items or rows of their own")
    case .otherwise:
      return .error(
        .tagPair, "\(quoted(place.text)) belongs to no {{#if}} or {{#each}}", at: place,
        hint: "put it between the two tags, once, in the same text or in a paragraph of its own")
    case .close:
      return .error(
        .tagPair, "\(quoted(place.text)) closes nothing", at: place,
        hint: "write {{#\(word) …}} before it, in the same text or in a paragraph of its own")
    }
  }
}
