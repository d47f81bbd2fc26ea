/// A field that a layout knows beside the standard ones, such as `unit`.
struct DeclaredField: Hashable, Sendable {
  var key: String
  /// What to call it, by language; the empty key is for every language without its own.
  var labels: [String: String]
  /// Whether a letter without it is an error.
  var isRequired: Bool
  /// What letters without it have, by language as ``labels``.
  var defaults: [String: Located<String>] = [:]
  /// What its values are.
  var holds = Content.text
  var place: SourceRange?

  /// What the values of a field are.
  enum Content: String, Hashable, Sendable, CaseIterable {
    /// Words.
    case text
    /// A telephone number, which can be called where a frame has links.
    case phone
  }

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "label", .byLanguage,
      "What to call it: a text, or one for each language and other for the rest.",
      example: "{da: Enhed, en: Unit}", otherwise: "the language's word for it, if it has one"
    ) { field, labels, _ in field.labels = labels.mapValues(\.value) },
    LayoutKey(
      "default", .byLanguage,
      "What letters without it have: a text, or one for each language and other for the rest.",
      example: "Vejby Kommune", otherwise: "none"
    ) { field, defaults, _ in field.defaults = defaults },
    LayoutKey("required", \.isRequired, .flag, "Whether a letter without it is an error."),
    LayoutKey(
      "holds", \.holds, .choice,
      "What its values are: text, or a telephone number, which can be called where a frame has links."
    ),
  ]

  /// What to call it in a language; nil if the layout says nothing.
  func label(in language: LanguageTag) -> String? {
    language.lookup.lazy.compactMap { labels[$0.tag] }.first ?? labels[""]
  }

  /// What a letter in a language has that does not say it; nil for nothing.
  func standard(in language: LanguageTag) -> Located<String>? {
    language.lookup.lazy.compactMap { defaults[$0.tag] }.first ?? defaults[""]
  }
}

extension KeyForm {
  /// What a layout says of its fields.
  static let declaredFields = KeyForm.either([
    .nothing, .array(.text),
    .named(
      .either([
        .text,
        .keys(
          DeclaredField.keys.map {
            $0.described(DeclaredField(key: "", labels: [:], isRequired: false))
          }),
      ])),
  ])
}

extension ValueForm where Context == LayoutParser, Value == [String: Located<String>] {
  /// A text, which has an empty key, or one for each language and `other` for the rest.
  fileprivate static var byLanguage: Self {
    ValueForm(
      form: { .byLanguage(.text) },
      reading: { key, reader, context in
        guard let node = reader.node(key) else { return nil }
        let path = reader.name(of: key)
        guard case .mapping = node.value else {
          return node.text(as: path, &context.problems).map { ["": $0] }
        }
        guard var part = MappingReader(node, path: path, &context.problems) else { return nil }
        var texts: [String: Located<String>] = [:]
        for language in part.keys {
          let text = part.text(language, &context.problems)
          texts[language == "other" ? "" : language] = text
        }
        return texts
      })
  }
}

extension LayoutParser {
  /// Reads `fields`: a list of keys, or a mapping with what is to be said of each.
  mutating func readFields(_ reader: inout MappingReader) -> [DeclaredField] {
    guard let node = reader.node("fields"), node.value != .null else { return [] }
    consequences.fields = reader.place(of: "fields")
    var fields: [DeclaredField] = []
    if case .sequence(let items) = node.value {
      for item in items {
        guard let key = item.text(as: "a field", &problems) else { continue }
        fields.append(
          DeclaredField(key: key.value, labels: [:], isRequired: false, place: key.place))
      }
    } else if var part = MappingReader(node, path: "fields", &problems) {
      for key in part.keys {
        if let entry = part.entry(key) { fields.append(readField(entry)) }
      }
    }
    return fields
  }

  private mutating func readField(_ entry: SourceNode.Entry) -> DeclaredField {
    var field = DeclaredField(
      key: entry.key, labels: [:], isRequired: false, place: entry.keyRange)
    if case .scalar(let label, _) = entry.value.value {
      field.labels[""] = label
    } else if var part = MappingReader(entry.value, path: "fields.\(entry.key)", &problems) {
      part.read(DeclaredField.keys, into: &field, &self)
    }
    return field
  }
}
