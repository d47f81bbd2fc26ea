// What a layout can say of a style. Each key changes a style that has every choice made already, so
// what is not said stays as in the style it starts from.
extension BlockStyle {
  /// The keys that others are measured by, in the order in which they are: `em` is of the size.
  static let measureKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "size", .measure, standard: { $0.text.size }, "The size of the type.", example: "11pt"
    ) {
      style, size, _ in
      style.setSize(size)
    },
    LayoutKey(
      "leading", .measure, standard: { $0.paragraph.leading },
      "Distance from baseline to baseline; it follows the size.", example: "14pt"
    ) { style, leading, _ in style.paragraph.leading = leading },
  ]

  static let keys: [LayoutKey<Self>] = typeKeys + paragraphKeys + blockKeys

  /// All keys, for schema and reference.
  static var allKeys: [LayoutKey<Self>] { typeKeys.prefix(1) + measureKeys + keys.dropFirst() }

  private static let typeKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "font", .text, "A family, or text, heading or mono for those under fonts.",
      example: "heading", otherwise: "text"
    ) { style, name, parser in style.text.families = parser.fonts.families(name) },
    LayoutKey(
      "weight", \.text.weight, .weight, "How heavy the type is.", example: "bold",
      otherwise: "regular"),
    LayoutKey("italic", \.text.italic, .flag, "Whether it is italic."),
    LayoutKey("color", \.text.color, .color, "Its colour.", example: "\"#8a1538\""),
    LayoutKey(
      "features", \.text.features, .texts, "OpenType features.", example: "[ss01, liga=0]",
      otherwise: "none"),
    LayoutKey(
      "small-caps", .flag, "Whether small letters are small capitals.", example: "true",
      otherwise: "false"
    ) {
      style, wanted, _ in
      style.text.setFeature("smcp", wanted)
    },
    LayoutKey(
      "old-style-figures", .flag,
      "Whether figures have descenders.", example: "true", otherwise: "as the font has them"
    ) { style, wanted, _ in style.text.setFeature("onum", wanted, else: "lnum") },
    LayoutKey(
      "tabular-figures", .flag,
      "Whether all figures are of one width.", example: "true", otherwise: "as the font has them"
    ) { style, wanted, _ in style.text.setFeature("tnum", wanted, else: "pnum") },
    LayoutKey("uppercase", \.uppercase, .flag, "Whether it is set in capitals."),
    LayoutKey("underline", \.text.underline, .flag, "Whether it is underlined."),
    LayoutKey(
      "tracking", \.text.tracking, .length, "White added between letters.", example: "0.05em"),
  ]

  private static let paragraphKeys: [LayoutKey<Self>] = [
    LayoutKey("align", \.paragraph.alignment, .choice, "Where its lines stand."),
    LayoutKey(
      "breaking", \.paragraph.breaking, .choice,
      "Whether each line takes what fits, or the lines of a paragraph are chosen together."),
    hyphenation,
    LayoutKey(
      "balance", \.paragraph.balances, .flag,
      "Whether ragged lines are made about equally long, as headings are."),
    LayoutKey(
      "protect-phrases", \.paragraph.protectsPhrases, .flag,
      "Whether dates, times, § 65 and the like stay on one line."),
    LayoutKey(
      "optical-margin", \.paragraph.opticalMargin, .flag,
      "Whether hyphens and full stops hang in the right margin."),
    LayoutKey(
      "justification", \.paragraph, keys: justificationKeys,
      "How much of its width a space may give or take in justified text."),
  ]

  private static let hyphenation = LayoutKey<Self>(
    "hyphenation",
    form: { style in
      let rules = style?.paragraph.hyphenation
      return .either([.flag, .keys(HyphenationRules.keys.map { $0.described(rules) })])
    },
    "Whether words are divided, or how.", example: "{before: 3, after: 3}"
  ) { style, reader, parser in
    guard let node = reader.node("hyphenation") else { return }
    let name = reader.name(of: "hyphenation")
    if case .scalar = node.value {
      if let divides = node.flag(as: name, &parser.problems)?.value {
        style.paragraph.hyphenation.enabled = divides
      }
    } else if var part = MappingReader(node, path: name, &parser.problems) {
      part.read(HyphenationRules.keys, into: &style.paragraph.hyphenation, &parser)
    }
  }

  private static let justificationKeys: [LayoutKey<ParagraphStyle>] = [
    LayoutKey(
      "stretch", \.spaceStretch, .number(0...3), "How much wider a space may be.", example: "0.4"),
    LayoutKey("shrink", \.spaceShrink, .number(0...0.5), "How much narrower.", example: "0.25"),
  ]

  private static let blockKeys: [LayoutKey<Self>] = [
    LayoutKey(
      "space-before", \.spaceBefore, .extent, "White above a paragraph.", example: "1lines"),
    LayoutKey("space-after", \.spaceAfter, .extent, "White below it.", example: "0.5lines"),
    LayoutKey("indent", \.indent, .extent, "How far its lines stand in.", example: "5mm"),
    LayoutKey("numbering", \.numbering, .choice, "How headings are numbered."),
  ]

  /// Sets the size of the type; the leading follows it.
  mutating func setSize(_ size: Length) {
    if text.size.points > 0 { paragraph.leading = paragraph.leading * (size / text.size) }
    text.size = size
  }
}

extension TextStyle {
  /// Turns a feature on or off.
  ///
  /// - Parameter other: the feature that takes its place, since fonts differ in what they do unasked.
  mutating func setFeature(_ feature: String, _ wanted: Bool, else other: String? = nil) {
    features.removeAll { $0 == feature || $0 == other }
    if wanted { features.append(feature) } else if let other { features.append(other) }
  }
}

extension HyphenationRules {
  fileprivate static let keys: [LayoutKey<Self>] = [
    LayoutKey("enabled", \.enabled, .flag, "Whether words are divided."),
    LayoutKey("before", \.before, .integer(1...20), "Fewest letters before a hyphen."),
    LayoutKey("after", \.after, .integer(1...20), "Fewest letters after a hyphen."),
    LayoutKey(
      "ladder", \.ladder, .integer(0...20),
      "Most lines in a row that end in a hyphen; 0 is no limit."),
    LayoutKey(
      "graded", \.graded, .flag,
      "Whether words are divided at their joints first, or by the plain patterns."),
    LayoutKey(
      "reluctance", \.reluctance, .choice,
      "How unwillingly words are divided where lines are chosen together; never divides only a "
        + "word wider than its measure."),
    LayoutKey(
      "exceptions", \.exceptions, .texts, "Words with their own divisions, as Kommu-nernes.",
      example: "[Kommu-nernes]", otherwise: "none"),
  ]
}

extension ValueForm where Context == LayoutParser, Value == Int {
  /// A CSS weight, or its name.
  fileprivate static var weight: Self {
    ValueForm(
      form: { .either([.integer(100...900), .choice(WeightName.allCases.map(\.rawValue))]) },
      reading: { key, reader, context in
        guard let node = reader.node(key) else { return nil }
        let name = reader.name(of: key)
        if case .scalar(let written, _) = node.value, written.first?.isNumber == true {
          return node.integer(as: name, in: 100...900, &context.problems)?.value
        }
        return node.choice(as: name, of: WeightName.self, &context.problems)?.value.weight
      })
  }
}
