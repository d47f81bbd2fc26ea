/// A key of a layout.
typealias LayoutKey<Setting> = Key<LayoutParser, Setting>

// The values of layouts, and how they are told of.

extension KeyForm {
  static let length = KeyForm.definition(
    "length",
    "A number with its unit, or a sum of such: 25mm, 44lines, 3mm + 2lines; or a $variable, also in "
      + "a sum."
  ) {
    .pattern(lengthPattern(firstTerm: "-?"))
  }

  static let extent = KeyForm.definition(
    "extent", "A length that is not negative: 25mm, 44lines, 3mm + 2lines; or a $variable."
  ) {
    .pattern(lengthPattern(firstTerm: ""))
  }

  /// What lengths look like, with what may stand before the first number.
  private static func lengthPattern(firstTerm sign: String) -> String {
    let amount = "[0-9]+(\\.[0-9]+)? ?(mm|cm|in|pt|lines?|em)"
    let more = "( [+-] (-?\(amount)|\\$[^ ]+))*"
    return "^(\\$.+|\(sign)\(amount)\(more))$"
  }

  static let color = KeyForm.definition(
    "color", "A name under colors, or #rrggbb in quotes."
  ) { .reference }

  static let stroke = KeyForm.definition(
    "rule", "The thickness of a black line, or its thickness and colour."
  ) {
    .either([
      .extent,
      .keys(Stroke.keys.map { $0.described(nil) }),
    ])
  }

  static let pages = KeyForm.definition(
    "pages", "The pages that something stands on: one word or several."
  ) { .list(.choice(PageWord.allCases.map(\.rawValue))) }

  static let template = KeyForm.definition(
    "template",
    "Text with {field}, {label:word}, {page}, {pages}, {page-of}; ** around what is strong."
  ) { .text }
}

extension ValueForm where Context == LayoutParser, Value == Length {
  /// A length, above or below nothing.
  static var length: Self {
    ValueForm(
      form: { .length }, reading: { $1.length($0, in: $2.units, &$2.problems)?.value },
      shown: { $0.shown })
  }

  /// A length that is not negative.
  static var extent: Self {
    ValueForm(form: { .extent }, reading: { $2.extent($0, &$1) }, shown: { $0.shown })
  }

  /// A length that is more than nothing, as the size of type has to be.
  static var measure: Self {
    ValueForm(
      form: { .extent },
      reading: { key, reader, parser in
        guard let length = parser.extent(key, &reader) else { return nil }
        if length > .zero { return length }
        parser.problems.add(
          .error(
            .outOfRange, "\(reader.name(of: key)) is nothing at all", at: reader.place(of: key),
            hint: "write a length above 0pt, as 10pt, or leave the key out"))
        return nil
      }, shown: { $0.shown })
  }
}

extension ValueForm where Context == LayoutParser, Value == [Length] {
  /// Lengths that are not negative, or a single one.
  static var extents: Self {
    ValueForm(form: { .list(.extent) }, reading: { $2.extents($0, &$1) }, join: +)
  }
}

extension ValueForm where Context == LayoutParser, Value == Color {
  /// A colour by one of the layout's names or as `"#8a1538"`.
  static var color: Self {
    ValueForm(form: { .color }, reading: { $2.color($0, &$1) }, shown: { $0.shown })
  }
}

extension ValueForm where Context == LayoutParser, Value == Stroke {
  /// A thickness, or thickness and colour.
  static var stroke: Self {
    ValueForm(form: { .stroke }, reading: { $2.stroke($0, &$1) }, shown: { $0.thickness.shown })
  }
}

extension ValueForm where Context == LayoutParser, Value == PageSelection {
  /// One word for pages, or several.
  static var pages: Self {
    ValueForm(form: { .pages }, reading: { $2.pages($0, &$1) }, shown: { $0.shown })
  }
}

extension ValueForm where Context == LayoutParser, Value == StyleKey {
  /// The name of a style.
  static var style: Self {
    ValueForm(form: { .text }, reading: { $2.styleKey($0, &$1) }, shown: { $0.name })
  }
}

extension Length {
  /// The length as a layout writes it: `6mm`, `0.5pt`.
  fileprivate var shown: String {
    if self == .zero { return "0mm" }
    let tenths = millimetres * 10
    if abs(tenths - tenths.rounded()) < 1e-6 { return "\(short(tenths.rounded() / 10))mm" }
    return "\(short((points * 1000).rounded() / 1000))pt"
  }
}

extension Color {
  /// The colour as a layout writes it.
  fileprivate var shown: String {
    let parts = [red, green, blue].map { part in
      let digits = String(Int((part * 255).rounded()), radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    return "\"#\(parts.joined())\""
  }
}

extension PageSelection {
  /// The word for it, where there is one.
  fileprivate var shown: String? {
    if self == .odd { return "odd" }
    return PageWord.allCases.first { $0.selection == self }?.rawValue
  }
}
