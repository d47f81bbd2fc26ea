/// What letters may say, in the layouts and languages that there are.
struct LetterSchema {
  /// A layout by the name that letters give it, with the language of letters that name none.
  struct NamedLayout {
    let name: String
    let layout: Layout
    let language: LanguagePack
  }

  /// The names of the layouts that are installed.
  let layoutNames: [String]
  /// The tags of the languages that are installed.
  let languages: [String]

  /// The schema of letters in any layout: to those in one of these the fields of others are unknown.
  func document(of layouts: [NamedLayout]) -> String {
    var writer = SchemaWriter.letters
    let known = headKeys(in: nil) + Letter.fieldDescriptions
    return writer.schema(
      "The head of a letter, or a letter as one JSON object", named: "letter.schema.json", known,
      others: .field
    ) { writer in layouts.map { condition(for: $0, known, &writer) } }
  }

  /// The schema of letters in a layout.
  func document(for layout: NamedLayout) -> String {
    var writer = SchemaWriter.letters
    let keys = headKeys(in: layout) + layout.fields
    return writer.schema(
      "The head of a letter in the layout \(layout.name)",
      named: "\(stem(layout.name)).letter.schema.json", keys
    ) { _ in layout.neededFields }
  }

  private func stem(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.split(separator: ".").first.map(String.init) ?? last
  }

  /// The keys of the head; the layouts and languages are those that there are.
  private func headKeys(in layout: NamedLayout?) -> [KeyDescription] {
    let body = KeyDescription(
      name: "body", form: .reference, meaning: "The text in Markdown; in JSON only.", standard: nil,
      example: "Vi skriver til dig om …", otherwise: "the text below the head")
    let keys = Letter.headKeys.map { key in
      var key = key.described(nil)
      switch key.name {
      case "layout":
        key.form = .either([.choice(layoutNames), .pattern("/|\\.ya?ml$")])
        if let layout { key.example = layout.name }
      case "language":
        let tags = languages.joined(separator: "|")
        key.form = .either([.choice(languages), .pattern("^(\(tags))(-[A-Za-z0-9]{1,8})+$")])
      case "fields": if let layout { key.form = .keys(layout.fields) }
      default: break
      }
      return key
    }
    return keys + [body]
  }

  /// `if` a letter names this layout, `then` it has its fields and no others.
  private func condition(
    for layout: NamedLayout, _ known: [KeyDescription], _ writer: inout SchemaWriter
  ) -> SchemaValue {
    let names = Set(layout.fields.map(\.name))
    let others = known.filter { !names.contains($0.name) }.map { ($0.name, SchemaValue.flag(true)) }
    let fields = layout.fields.map { ($0.name, writer.property($0)) }
    var then: SchemaWriter.Members = [
      ("properties", .object(others + fields)), ("additionalProperties", .flag(false)),
    ]
    if !layout.neededFields.isEmpty { then.append(("allOf", .list(layout.neededFields))) }
    return .object([
      (
        "if",
        .object([
          ("properties", .object([("layout", .object([("const", .text(layout.name))]))])),
          ("required", .list([.text("layout")])),
        ])
      ),
      ("then", .object(then)),
    ])
  }
}

extension LetterSchema.NamedLayout {
  /// The fields that letters in it have: those that it declares, and those that every letter has.
  fileprivate var fields: [KeyDescription] {
    let declared = layout.fields.map { field in
      let standard = field.standard(in: language.tag)?.value
      let label = field.label(in: language.tag) ?? language.words[field.key]
      let own = Letter.fieldDescriptions.first { $0.name == field.key }
      return KeyDescription(
        name: field.key, form: .field,
        meaning: [label.map { "\($0)." }, own?.meaning ?? "A field of the layout \(name)."]
          .compactMap(\.self).joined(separator: " "),
        standard: nil, example: own?.example,
        otherwise: standard ?? (field.isRequired ? "needed" : "it is left out"))
    }
    let names = Set(declared.map(\.name))
    return declared + Letter.fieldDescriptions.filter { !names.contains($0.name) }
  }

  /// That a letter has each field which the layout wants and gives no default, in its head or under
  /// `fields`.
  fileprivate var neededFields: [SchemaValue] {
    let needed = layout.fields.filter { $0.isRequired && $0.standard(in: language.tag) == nil }
    return needed.map { field in
      let named = SchemaValue.object([("required", .list([.text(field.key)]))])
      let within = SchemaValue.object([
        ("required", .list([.text("fields")])),
        ("properties", .object([("fields", named)])),
      ])
      return .object([("anyOf", .list([named, within]))])
    }
  }
}
