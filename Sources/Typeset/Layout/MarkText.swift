/// What a mark says, with fields for the sheet that it stands on.
struct MarkText: Hashable, Sendable {
  /// What the sheets of letters differ in.
  enum Field: String, Hashable, Sendable, CaseIterable {
    /// What the letter's record calls itself; of a letter without one its document's number.
    case id
    /// Which sheet of the letter, from 1, and how many it has.
    case sheet, sheets
    /// Which letter of the run, and which sheet of it, from 1.
    case letter
    case runSheet = "run-sheet"
  }

  /// A piece of the text.
  enum Part: Hashable, Sendable {
    case text(String)
    /// A field with the digits that it has at least.
    case field(Field, digits: Int)
  }

  let parts: [Part]

  static let usual = MarkText(
    parts: [
      .field(.id, digits: 0), .text(" "), .field(.sheet, digits: 0), .text("/"),
      .field(.sheets, digits: 0),
    ])

  /// The text for one sheet.
  func filled(_ value: (Field) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .field(let field, let digits):
        let text = value(field)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
      }
    }.joined()
  }

  /// The text as a layout writes it.
  fileprivate var written: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let field, let digits):
        "{\(field.rawValue)\(digits > 0 ? ":\(digits)" : "")}"
      }
    }.joined()
  }
}

extension MarkText {
  /// Reads a text.
  ///
  /// - Returns: the text, or the words between braces that are no field.
  static func read(_ source: String) -> (text: MarkText?, unknown: String?) {
    var parts: [Part] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else { return (nil, String(rest)) }
      let word = rest[..<close]
      rest = rest[rest.index(after: close)...]
      let halves = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let digits = halves.count == 2 ? Int(halves[1]) ?? -1 : 0
      guard let field = Field(rawValue: String(halves[0])), (0...12).contains(digits) else {
        return (nil, String(word))
      }
      parts.append(.field(field, digits: digits))
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return (MarkText(parts: parts), nil)
  }
}

extension ValueForm where Context == LayoutParser, Value == MarkText {
  /// Text with fields for the sheet.
  static var markText: Self {
    ValueForm(
      form: { .text },
      reading: { key, reader, parser in
        guard let source = reader.text(key, &parser.problems) else { return nil }
        let (text, unknown) = MarkText.read(source.value)
        if let unknown {
          let names = MarkText.Field.allCases.map(\.rawValue)
          let near = nearestName(to: unknown, in: names)
          parser.problems.add(
            .error(
              .marks, "a mark cannot have {\(unknown)}", at: source.place,
              hint: near.map { "did you mean {\($0)}?" }
                ?? "write {id}, {sheet}, {sheets}, {letter} or {run-sheet}"))
        }
        return text
      }, shown: { "\"\($0.written)\"" })
  }
}
