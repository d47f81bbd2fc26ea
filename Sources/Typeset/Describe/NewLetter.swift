/// A letter to start from: every key that a letter in a layout may have, with what it is for.
///
/// What a letter of the kind usually has is there to be replaced, in brackets; all else stands behind
/// a `#`, which is taken away where it is wanted.
struct NewLetter {
  let layout: LetterSchema.NamedLayout
  /// The letter's language.
  let language: LanguagePack
  let words: LetterWords
  let date: CalendarDate
  /// What the letter's file is called.
  let file: String
  /// The path of the schema of letters; nil where none is installed.
  let schema: String?

  /// The whole file.
  var text: String {
    var lines = ["---"]
    if let schema { lines.append("# yaml-language-server: $schema=\(schema)") }
    for paragraph in words.introduction {
      let filled = paragraph.replacing("{layout}", with: layout.name)
        .replacing("{file}", with: file)
      lines += commentLines(filled, width: 90)
    }
    for section in sections where !section.lines.isEmpty {
      lines += ["", "# -- " + (words.sections[section.name] ?? section.name)]
      lines += Self.aligned(section.lines)
    }
    return (lines + ["---", ""]).joined(separator: "\n") + words.body
  }

  /// A line of the head with what is said of it.
  private struct Line {
    /// The lines of the key and its value.
    var written: [String]
    var comment: String?
    /// Whether it stands behind a `#`.
    var isOff: Bool
  }

  private var sections: [(name: String, lines: [Line])] {
    [
      ("letter", [layoutLine, languageLine, dateLine]),
      ("sender", fields),
      ("recipient", [line("to"), line("attention"), line("confidentiality")].compactMap(\.self)),
      (
        "content",
        [line("subject"), line("title"), line("author"), line("opening")].compactMap(\.self)
      ),
      (
        "close",
        [
          line("closing"), line("signatures"), line("postscript"), line("enclosures"),
          line("copies"),
        ]
        .compactMap(\.self)
      ),
      ("words", [line("hyphenation")].compactMap(\.self)),
      ("delivery", delivery),
    ]
  }

  // MARK: Lines

  private func comment(_ key: String) -> String? { words.keys[key]?.says }

  private var layoutLine: Line {
    Line(
      written: ["layout: \(yamlScalar(layout.name))"], comment: comment("layout"), isOff: false)
  }

  /// The language is said where it is not the layout's own.
  private var languageLine: Line {
    Line(
      written: ["language: \(language.tag.tag)"], comment: comment("language"),
      isOff: language.tag == layout.layout.language)
  }

  private var dateLine: Line {
    Line(written: ["date: \(date.iso8601)"], comment: comment("date"), isOff: false)
  }

  /// A key of every letter; what is to be replaced is in the language's words, and keys without it are
  /// off, with an example.
  private func line(_ key: String) -> Line? {
    guard let described = Letter.headKeys.first(where: { $0.name == key })?.described(nil) else {
      return nil
    }
    let entry = words.keys[key]
    let says = entry?.says ?? described.meaning
    guard let value = entry?.value else {
      let example = described.shownExample ?? ""
      return Line(written: ["\(key): \(example)"], comment: says, isOff: true)
    }
    return Line(
      written: Self.written(key, value), comment: says, isOff: !Self.holdsBrackets(value))
  }

  /// A value as a letter has it: the lines of an address below each other, signers one a line.
  private static func written(_ key: String, _ value: SourceNode) -> [String] {
    guard case .sequence(let items) = value.value, ["to", "signatures"].contains(key) else {
      return value.lines(under: key, indent: 0)
    }
    if key == "signatures" { return ["\(key):"] + items.map { "  - \($0.flow)" } }
    return ["\(key): |"]
      + items.map { item in
        if case .scalar(let text, _) = item.value { "  \(text)" } else { "  \(item.flow)" }
      }
  }

  /// Whether something in it is to be replaced.
  private static func holdsBrackets(_ value: SourceNode) -> Bool {
    switch value.value {
    case .null: false
    case .scalar(let text, _): text.contains("[")
    case .sequence(let items): items.contains { holdsBrackets($0) }
    case .mapping(let entries): entries.contains { holdsBrackets($0.value) }
    }
  }

  // MARK: Fields

  /// The fields of the layout and those of every letter: those that it sets are there to be filled,
  /// those that it lacks are off.
  private var fields: [Line] {
    let declared = layout.layout.fields
    let keys =
      declared.map(\.key)
      + Letter.fieldDescriptions.map(\.name).filter { key in !declared.contains { $0.key == key } }
    let shown = layout.layout.shownFields
    return keys.filter { key in declared.contains { $0.key == key } || shown.contains(key) }.map {
      key in
      field(key, declared.first { $0.key == key }, isShown: shown.contains(key))
    }
  }

  private func field(_ key: String, _ declared: DeclaredField?, isShown: Bool) -> Line {
    let label = declared?.label(in: language.tag) ?? language.words[key]
    let entry = words.keys[key]
    var told = entry?.says ?? label ?? key
    if let label, entry?.says != nil, !told.hasPrefix(label) { told = "\(label): \(told)" }
    let standard = declared?.standard(in: language.tag)?.value
    let isNeeded = declared?.isRequired == true && standard == nil
    if isNeeded { told += " – \(words.needed)" }
    let value = standard.map { yamlScalar($0) } ?? entry?.value?.flow ?? "\"[\(label ?? key)]\""
    let isWanted = entry.map { $0.value.map(Self.holdsBrackets) ?? false } ?? true
    return Line(
      written: ["\(key): \(value)"], comment: told,
      isOff: !isNeeded && (!isShown || !isWanted || standard != nil))
  }

  // MARK: Delivery

  private var delivery: [Line] {
    guard !words.delivery.isEmpty else { return [] }
    let keys = Letter.Delivery.keys.map { $0.described(nil) }
    let lines = words.delivery.map { key, entry in
      let example =
        entry.value?.flow ?? keys.first { $0.name == key }?.shownExample ?? ""
      return Line(written: ["  \(key): \(example)"], comment: entry.says, isOff: true)
    }
    return [Line(written: ["delivery:"], comment: comment("delivery"), isOff: true)] + lines
  }

  // MARK: Layout

  /// The lines with what is said of them: behind them in a column of its own where all of it fits, else
  /// above.
  private static func aligned(_ lines: [Line]) -> [String] {
    func shown(_ line: Line) -> [String] { line.written.map { line.isOff ? switchedOff($0) : $0 } }
    let single = lines.filter { $0.written.count == 1 }.map { shown($0)[0].count }
    let column = min(single.max() ?? 0, 44) + 2
    var text: [String] = []
    for line in lines {
      let written = shown(line)
      guard let comment = line.comment, !comment.isEmpty else {
        text += written
        continue
      }
      if written.count == 1, written[0].count < column, column + comment.count + 2 <= 100 {
        let gap = String(repeating: " ", count: column - written[0].count)
        text.append(written[0] + gap + "# " + comment)
      } else {
        text += commentLines(comment, indent: written[0].prefix { $0 == " " }.count) + written
      }
    }
    return text
  }
}

extension Layout {
  /// The fields that its frames set.
  var shownFields: Set<String> {
    var found: Set<String> = []
    for group in frames.flatMap({ $0.groups.all.flatMap(\.self) }) {
      for line in group.lines {
        for template in (line.label?.all ?? []) { found.formUnion(template.fields) }
        if case .text(let text) = line.content {
          for template in text.all { found.formUnion(template.fields) }
        }
      }
    }
    return found
  }
}
