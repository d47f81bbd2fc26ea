/// How the running text is treated as a whole.
struct TextSetting: Hashable, Sendable {
  enum Quotes: Hashable, Sendable {
    /// As they were typed.
    case asWritten
    /// Quotation marks, apostrophes and dashes as the language sets them.
    case typographic
    /// The same with the layout's own opening and closing mark.
    case marks(opening: String, closing: String)

    /// Reads `as-written`, `typographic` or two marks with three dots between, as `»…«`.
    init?(_ text: String) {
      switch text {
      case "as-written": self = .asWritten
      case "typographic": self = .typographic
      default:
        let marks = text.replacing("...", with: "…").split(separator: "…")
        guard marks.count == 2 else { return nil }
        self = .marks(opening: String(marks[0]), closing: String(marks[1]))
      }
    }
  }
  var quotes = Quotes.asWritten
  /// Fewest lines of a paragraph at the foot and at the head of a page.
  var orphans = 2
  var widows = 2
  /// Whether the column returns to its lines after tables, images and larger type.
  var keepsGrid = false
  /// Whether the paragraphs of the body are numbered in the margin.
  var numbersParagraphs = false

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "quotes", \.quotes, .quotes,
      "Quotation marks as they were typed, as the language sets them, or the layout's own.",
      example: "typographic"),
    LayoutKey(
      "orphans", \.orphans, .integer(1...10),
      "Fewest lines of a paragraph at the foot of a page."),
    LayoutKey(
      "widows", \.widows, .integer(1...10), "Fewest lines of a paragraph at the head of a page."),
    LayoutKey(
      "keep-grid", \.keepsGrid, .flag,
      "Whether the column returns to its lines after tables, images and larger type."),
    LayoutKey(
      "number-paragraphs", \.numbersParagraphs, .flag,
      "Whether the paragraphs of the body are numbered in the margin."),
  ]
}

extension ValueForm where Context == LayoutParser, Value == TextSetting.Quotes {
  /// `as-written`, `typographic` or `»…«`.
  fileprivate static var quotes: Self {
    ValueForm(
      form: { .pattern("^(as-written|typographic|.*(…|\\.\\.\\.).*)$") },
      reading: { key, reader, context in
        guard let written = reader.text(key, &context.problems) else { return nil }
        if let quotes = TextSetting.Quotes(written.value) { return quotes }
        context.problems.add(
          .error(
            .wrongWord, "\(reader.name(of: key)) is \(quoted(written.value)), which says no marks",
            at: written.place,
            hint: "write as-written, typographic, or the marks with dots between, as \"»…«\""))
        return nil
      },
      shown: { quotes in
        switch quotes {
        case .asWritten: "as-written"
        case .typographic: "typographic"
        case .marks(let opening, let closing): "\(opening)…\(closing)"
        }
      })
  }
}
