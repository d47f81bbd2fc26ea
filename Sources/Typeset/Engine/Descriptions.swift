/// What there is a JSON Schema of.
public enum SchemaSubject: String, Hashable, Sendable, CaseIterable {
  /// Letters, in JSON or as the head of one in Markdown.
  case letter
  /// Layouts.
  case layout
  /// The files that tell of a language.
  case language
  /// The files that say who sends messages.
  case sender
}

// What letters and layouts may say, for editors and for those who begin.
extension Typesetter {
  /// The JSON Schema of files of a kind.
  ///
  /// - Parameter layout: a layout, by name or path, whose letters the schema is of; with none it is of
  ///   letters in any, and those in an installed one have that one's fields alone.
  /// - Throws: what is wrong with the layout, or with one of the installed ones.
  public func schema(
    of subject: SchemaSubject, layout: String? = nil
  ) throws(Diagnostics) -> String {
    switch subject {
    case .letter: return try letterSchema(layout)
    case .layout:
      var writer = SchemaWriter.layouts
      let empty = Layout(file: SourceFile(name: "", text: ""), name: "", regions: .none)
      return writer.schema(
        "A layout of letterpdf", named: "layout.schema.json",
        Layout.keys.map { $0.described(empty) })
    case .language:
      var writer = SchemaWriter.layouts
      return writer.schema(
        "A language of letterpdf", named: "language.schema.json", languageKeys)
    case .sender:
      var writer = SchemaWriter.layouts
      return writer.schema(
        "Who sends letters by Digital Post and remote print", named: "sender.schema.json",
        SenderSetting.keys.map { $0.described(SenderSetting()) })
    }
  }

  private func letterSchema(_ name: String?) throws(Diagnostics) -> String {
    let tags = fileNames(in: resources.languages).filter {
      realPath(resources.language($0)) != nil
    }
    let schema = LetterSchema(layoutNames: layouts.names, languages: tags)
    if let name { return schema.document(for: try namedLayout(name)) }
    var all: [LetterSchema.NamedLayout] = []
    for name in layouts.names { all.append(try namedLayout(name)) }
    return schema.document(of: all)
  }

  private func namedLayout(_ name: String) throws(Diagnostics) -> LetterSchema.NamedLayout {
    let layout = try layout(name)
    return .init(name: name, layout: layout, language: try pack(for: layout.language))
  }

  /// The text of a new letter: every key of the head and the text's blocks, to be replaced.
  ///
  /// - Parameters:
  ///   - name: the letter's layout, by name or path.
  ///   - written: what the letter calls the layout; nil for its name.
  ///   - language: the letter's language; nil for the layout's own.
  ///   - file: what the letter's file is called.
  /// - Throws: that there is no such layout or language, or what is wrong with it.
  public func newLetter(
    in name: String, called written: String? = nil, language: String? = nil, date: CalendarDate,
    file: String
  ) throws(Diagnostics) -> String {
    let layout = try layout(name)
    let pack = try pack(for: language.map { LanguageTag($0) } ?? layout.language)
    return NewLetter(
      layout: .init(name: written ?? name, layout: layout, language: pack), language: pack,
      words: try letterWords(of: pack.tag), date: date, file: file,
      schema: schemaFile(of: .letter)
    ).text
  }

  /// The words of new letters in a language, or in one that its readers know too, or in English.
  private func letterWords(of tag: LanguageTag) throws(Diagnostics) -> LetterWords {
    let neighbours = ["fo": "da", "kl": "da", "nn": "nb"]
    let tags = tag.lookup.map(\.tag) + tag.lookup.compactMap { neighbours[$0.tag] } + ["en"]
    let paths = tags.map { "\(resources.languages)/\($0)/new-letter.yaml" }
    let path = paths.first { realPath($0) != nil } ?? paths[0]
    return try LetterWords(
      try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path))
  }

  /// The text of a new layout that extends another: all that can be said of a layout as comments, with
  /// what holds now.
  ///
  /// - Parameters:
  ///   - name: what the layout is called.
  ///   - base: the layout that it extends, by name or path.
  ///   - written: what the new layout calls that one; nil for its name.
  /// - Throws: that there is no such layout, or what is wrong with it.
  public func newLayout(
    named name: String, extending base: String = "brev", called written: String? = nil
  ) throws(Diagnostics) -> String {
    let layout = try layout(base)
    let inherited = try layouts.inheritance(of: layout.file)
    return NewLayout(
      name: name, base: written ?? base, node: inherited.node, layout: layout,
      schema: schemaFile(of: .layout)
    ).text
  }

  /// The path of the schema that lies beside the resources where they are installed, and among the
  /// documents in the project; nil where there is none.
  private func schemaFile(of subject: SchemaSubject) -> String? {
    ["schema", "Docs/schema"].lazy
      .map { "\(self.resources.path)/\($0)/\(subject.rawValue).schema.json" }
      .first { realPath($0) != nil }
  }
}
