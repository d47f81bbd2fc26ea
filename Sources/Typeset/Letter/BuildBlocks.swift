extension Block {
  /// A paragraph of a text without markup.
  public static func paragraph(_ text: String) -> Block { paragraph([.text(text)]) }

  /// A paragraph.
  public static func paragraph(_ inlines: [Inline]) -> Block { Block(.paragraph(inlines)) }

  /// A heading of a text without markup, of level 1 to 6.
  public static func heading(_ text: String, level: Int) -> Block {
    heading([.text(text)], level: level)
  }

  /// A heading, of level 1 to 6.
  public static func heading(_ inlines: [Inline], level: Int) -> Block {
    Block(.heading(level: level, inlines))
  }

  /// A close list with bullets, each item of a text without markup.
  public static func bullets(_ items: [String]) -> Block { list(items, start: nil) }

  /// A close list with numbers, each item of a text without markup.
  ///
  /// - Parameters:
  ///   - items: a text for each item.
  ///   - start: the first number.
  public static func numbered(_ items: [String], from start: Int = 1) -> Block {
    list(items, start: start)
  }

  private static func list(_ items: [String], start: Int?) -> Block {
    Block(.list(List(items.map { List.Item([.paragraph($0)]) }, start: start)))
  }

  /// What someone else wrote.
  public static func quote(_ blocks: [Block]) -> Block { Block(.quote(blocks)) }

  /// What stands out in a box, with a title without markup or the layout's own.
  public static func callout(
    _ blocks: [Block], kind: Callout.Kind = .note, title: String = ""
  ) -> Block {
    Block(.callout(Callout(blocks, kind: kind, title: title.isEmpty ? [] : [.text(title)])))
  }

  /// An image in a paragraph of its own.
  public static func image(_ image: Image) -> Block { Block(.image(image)) }

  /// A table of texts without markup.
  ///
  /// - Parameters:
  ///   - head: what stands above each column.
  ///   - rows: one text for each column in each row.
  ///   - columns: the alignment of each column; nil leaves all to the layout.
  ///   - caption: what stands above the table.
  public static func table(
    head: [String], rows: [[String]], columns: [Table.Alignment]? = nil, caption: String = ""
  ) -> Block {
    Block(
      .table(
        Table(
          head: head.map { Table.Cell($0) },
          rows: rows.map { row in Table.Row(row.map { Table.Cell($0) }) }, columns: columns,
          caption: caption.isEmpty ? [] : [.text(caption)])))
  }

  /// Terms and values in aligned columns, both texts without markup.
  public static func fields(_ fields: KeyValuePairs<String, String>) -> Block {
    Block(.fields(fields.map { Field(term: [.text($0.key)], value: [.text($0.value)]) }))
  }
}

extension Inline {
  /// Text without markup.
  public static func text(_ text: String) -> Inline { Inline(.text(text)) }

  /// Emphasised text.
  public static func emphasis(_ text: String) -> Inline { Inline(.emphasis([.text(text)])) }

  /// Bold text.
  public static func strong(_ text: String) -> Inline { Inline(.strong([.text(text)])) }

  /// A link to an address of http, https, mailto or tel.
  public static func link(_ text: String, to uri: String) -> Inline {
    Inline(.link(uri: uri, [.text(text)]))
  }

  /// A line end that stays.
  public static var lineBreak: Inline { Inline(.lineBreak) }

  /// Text in another language than the letter's.
  public static func text(_ text: String, in language: LanguageTag) -> Inline {
    Inline(.span([.text(text)], attributes: ["lang": language.tag]))
  }

  /// A reference to the footnote of that index in ``Letter/footnotes``.
  public static func footnote(_ index: Int) -> Inline { Inline(.footnote(index)) }
}

extension Inline: ExpressibleByStringLiteral {
  /// Makes text without markup.
  public init(stringLiteral value: String) { self.init(.text(value)) }
}
