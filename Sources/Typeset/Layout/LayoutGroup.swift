/// Lines that belong together; white stands between groups.
struct LayoutGroup: Hashable, Sendable {
  var lines: [LayoutLine]
  var condition = LayoutCondition()
  /// White above it; nil for the frame's own.
  var spaceBefore: Length? = nil
  /// When it is read; nil for the frame's own.
  var turn: ReadingTurn? = nil
}

/// When something of a layout is shown.
struct LayoutCondition: Hashable, Sendable {
  /// A field without which it is left out.
  var presence: String? = nil
  /// A field with which it is left out.
  var absence: String? = nil
}

/// A line of a frame.
struct LayoutLine: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case text(ByLanguage<Template>)
    case image(LayoutImage)
    case rule(Stroke)
  }
  var content: Content
  /// What stands in the label column.
  var label: ByLanguage<Template>? = nil
  /// nil for the frame's own.
  var style: StyleKey? = nil
  var condition = LayoutCondition()
  /// Where it links to; nil for nowhere.
  var link: String? = nil
}

/// A group as it is read where it is more than its lines.
struct ReadGroup: Sendable {
  var group = LayoutGroup(lines: [])

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "lines", form: { .list(.line) }, "The lines that stand together.", isRequired: true,
      example: "[\"**E-mail**\", \"{email}\"]"
    ) { read, reader, parser in
      let items = reader.items("lines", &parser.problems) ?? []
      if parser.tellFieldsWithoutQuotes(items) { return }
      read.group.lines = items.compactMap { parser.line($0, path: reader.path) }
    },
    LayoutKey(
      "if", \.group.condition.presence, .field, "A field without which it is left out.",
      example: "email", otherwise: "always there"),
    LayoutKey(
      "unless", \.group.condition.absence, .field, "A field with which it is left out.",
      example: "phone", otherwise: "always there"),
    LayoutKey(
      "space-before", \.group.spaceBefore, .extent, "White above it.", example: "12pt",
      otherwise: "group-gap of the frame"),
    LayoutKey(
      "read", .choice,
      "When screen readers read it, before the letter or after it, where that is not when they read "
        + "the rest of the frame.", example: "before", otherwise: "as the frame"
    ) { (read, turn: ReadingTurn, _) in read.group.turn = turn },
  ]
}

/// A line as it is read where it is more than its text.
struct ReadLine: Sendable {
  var text: ByLanguage<Template>? = nil
  var image = ReadImage()
  var rule: Stroke? = nil
  var label: ByLanguage<Template>? = nil
  var style: StyleKey? = nil
  var condition = LayoutCondition()
  var link: String? = nil

  static let keys: [LayoutKey<Self>] =
    [
      LayoutKey(
        "text", \.text, .words, "What the line says.", example: "\"{label:date}: {date}\"",
        otherwise: "needed, if it is neither image nor rule")
    ]
    + ReadImage.keys.map { $0.within(\.image) } + [
      LayoutKey(
        "rule", \.rule, .stroke, "A line drawn across the frame.", example: "0.5pt",
        otherwise: "none"),
      LayoutKey(
        "label", \.label, .words, "What stands before or above the text.",
        example: "\"{label:date}\"", otherwise: "none"),
      LayoutKey(
        "style", \.style, .style, "Its style, where it is not the frame's.", example: "label",
        otherwise: "that of the frame"),
      LayoutKey(
        "if", \.condition.presence, .field, "A field without which it is left out.",
        example: "email", otherwise: "always there"),
      LayoutKey(
        "unless", \.condition.absence, .field, "A field with which it is left out.",
        example: "phone", otherwise: "always there"),
      LayoutKey(
        "link", \.link, .text, "Where it leads to.", example: "https://www.vejby.example",
        otherwise: "nowhere"),
    ]

  /// What the line shows; nil for nothing.
  var content: LayoutLine.Content? {
    text.map { .text($0) } ?? image.image(in: nil).map { .image($0) } ?? rule.map { .rule($0) }
  }
}

extension KeyForm {
  static let line = KeyForm.definition("line", "A line of a frame: its text, or more.") {
    .either([.words, .keys(ReadLine.keys.map { $0.described(nil) })])
  }

  static let group = KeyForm.definition(
    "group", "Lines that stand together: one, several, or more."
  ) { .either([.array(.line), .line, .keys(ReadGroup.keys.map { $0.described(nil) })]) }
}

extension ValueForm where Context == LayoutParser, Value == ByLanguage<[LayoutGroup]> {
  /// Groups of lines, which may be given by language.
  static var groups: Self {
    ValueForm(
      form: { .either([.list(.group), .named(.list(.group), isOptional: false)]) },
      reading: { $2.groups($0, &$1) }, join: { $0.joined(with: $1, +) })
  }
}

extension ValueForm where Context == LayoutParser, Value == String {
  /// The key of a field that letters may have.
  fileprivate static var field: Self {
    ValueForm(form: { .text }, reading: { $2.field($0, &$1) })
  }
}

extension SourceNode {
  /// Whether it is `{phone}`: a word in braces that YAML reads as a key without a value.
  fileprivate var isFieldWithoutQuotes: Bool {
    guard case .mapping(let entries) = value, entries.count == 1, let only = entries.first,
      only.value.value == .null
    else { return false }
    return range.text.hasPrefix("{") && !ReadLine.keys.contains { $0.name == only.key }
  }
}

extension LayoutParser {
  fileprivate mutating func groups(
    _ key: String, _ reader: inout MappingReader
  ) -> ByLanguage<[LayoutGroup]>? {
    guard let node = reader.node(key), node.value != .null else { return nil }
    let name = reader.name(of: key)
    guard node.isByLanguage else { return ByLanguage(groups(node, path: name)) }
    return byLanguage(node, as: name) { $2.groups($0, path: $1) }
  }

  private mutating func groups(_ node: SourceNode, path: String) -> [LayoutGroup] {
    guard case .sequence(let items) = node.value else { return [group(node, path: path)] }
    if tellFieldsWithoutQuotes(items) { return [] }
    return items.map { group($0, path: path) }
  }

  private mutating func group(_ node: SourceNode, path: String) -> LayoutGroup {
    if case .sequence(let items) = node.value {
      if tellFieldsWithoutQuotes(items) { return LayoutGroup(lines: []) }
      return LayoutGroup(lines: items.compactMap { line($0, path: path) })
    }
    guard case .mapping(let entries) = node.value, entries.contains(where: { $0.key == "lines" })
    else { return LayoutGroup(lines: line(node, path: path).map { [$0] } ?? []) }
    var read = ReadGroup()
    if var part = MappingReader(node, path: path, &problems) {
      part.read(ReadGroup.keys, into: &read, &self)
    }
    return read.group
  }

  /// Tells of `[{phone}, {web}]`, where YAML takes the braces for its own, once for a list.
  fileprivate mutating func tellFieldsWithoutQuotes(_ items: [SourceNode]) -> Bool {
    let bare = items.filter(\.isFieldWithoutQuotes)
    guard let first = bare.first else { return false }
    let written = bare.map { inQuotes($0.range.text) }.joined(separator: ", ")
    problems.add(
      .error(
        .wrongType, "\(quoted(first.range.text)) is a mapping of YAML, not a line with a field",
        at: first.range, hint: "put braces and all in quotes: \(written)"))
    return true
  }

  fileprivate mutating func line(_ node: SourceNode, path: String) -> LayoutLine? {
    if tellFieldsWithoutQuotes([node]) { return nil }
    guard case .mapping = node.value, !node.isByLanguage else {
      return words(node, as: "a line of \(path)").map { LayoutLine(content: .text($0)) }
    }
    guard var part = MappingReader(node, path: path, &problems) else { return nil }
    var read = ReadLine()
    part.read(ReadLine.keys, into: &read, &self)
    guard let content = read.content else {
      problems.add(
        .error(
          .missingKey, "a line of \(path) has neither text, image nor rule", at: node.range,
          hint: "add text: with what the line says"))
      return nil
    }
    return LayoutLine(
      content: content, label: read.label, style: read.style, condition: read.condition,
      link: read.link)
  }

  /// Fields decide whether something is shown: `if: field`, `unless: field`.
  fileprivate mutating func field(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let field = reader.text(key, &problems) else { return nil }
    if fieldKeys.contains(field.value) { return field.value }
    problems.add(
      .error(
        .noSuchLayoutField, "\(key) names \(quoted(field.value)), which is not a field of letters",
        at: field.place,
        hint: nearestName(to: field.value, in: fieldKeys).map { "write \($0)" }
          ?? "declare it under fields:"))
    return nil
  }
}
