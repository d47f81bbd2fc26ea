extension BlockStyle {
  /// The text of a layout that says nothing: 10 on 13 pt, ragged right.
  static let plain = BlockStyle(
    text: TextStyle(
      families: ["Liberation Sans", "DejaVu Sans"], size: .pt(10), weight: 400, italic: false,
      color: .black, features: []),
    paragraph: ParagraphStyle(
      leading: .pt(13), alignment: .left, breaking: .totalFit,
      hyphenation: .init(
        enabled: true, before: 2, after: 2, ladder: 2, graded: true, exceptions: []),
      protectsPhrases: true, opticalMargin: false, spaceStretch: 0.5, spaceShrink: 0.33),
    spaceAfter: .pt(13))
}

extension LayoutParser {
  /// Reads `text` and `styles`, and settles every style.
  mutating func readStyles(_ reader: inout MappingReader) -> TextSetting {
    var setting = TextSetting()
    var text = BlockStyle.plain
    text.text.families = [fonts.text] + fonts.fallback
    var written: [OrderedStyle] = []
    if var part = reader.mapping("text", &problems) {
      let rule = styleRule(&part, from: text, isText: true)
      let place = reader.place(of: "text")
      written.append(
        OrderedStyle(
          style: .init(key: .role(.text), place: place, color: part.colorPlace(rule)), order: -1))
      text = rule.applied(to: text)
      if rule.spaceAfter == nil { text.spaceAfter = text.paragraph.leading }
      setting.quotes = quotes(&part)
      setting.orphans = part.integer("orphans", in: 1...10, &problems)?.value ?? 2
      setting.widows = part.integer("widows", in: 1...10, &problems)?.value ?? 2
      setting.keepsGrid = part.flag("keep-grid", &problems)?.value ?? false
      setting.numbersParagraphs =
        part.flag("number-paragraphs", &problems)?.value ?? false
      part.finish(&problems)
    }
    var part = reader.mapping("styles", &problems)
    if let rule = part.flatMap({ ownRule(.role(.text), from: text, in: $0, &written) }) {
      text = rule.applied(to: text)
    }
    measure(by: text)
    text.paragraph.grid = LineGrid(
      leading: text.paragraph.leading, text: text.text, isKept: setting.keepsGrid)
    styles = StyleSheet(text: text)
    // Roles stand after the roles they start from.
    for role in StyleRole.allCases where role != .text {
      let base = role.parent.map { styles[$0] } ?? text
      var style = StyleRule.standard(role, text: text, fonts: fonts).applied(to: base)
      if let rule = part.flatMap({ ownRule(.role(role), from: style, in: $0, &written) }) {
        style = rule.applied(to: style)
      }
      styles[role] = style
    }
    readCustomStyles(&part, &written)
    measure(by: text)
    styles.note(written.sorted { $0.order < $1.order }.map(\.style))
    return setting
  }

  /// A style that the layout sets, and where it stands among those.
  private struct OrderedStyle {
    var style: StyleSheet.Written
    var order: Int
  }

  /// What the layout says of a style under its own key; nil for nothing.
  private mutating func ownRule(
    _ key: StyleKey, from base: BlockStyle, in part: MappingReader, _ written: inout [OrderedStyle]
  ) -> StyleRule? {
    var part = part
    guard let entry = part.entry(key.name),
      var style = MappingReader(entry.value, path: "styles.\(key.name)", &problems)
    else { return nil }
    if case .custom = key { _ = style.node("from") }
    let rule = styleRule(&style, from: base, isText: key == .role(.text))
    written.append(
      OrderedStyle(
        style: .init(key: key, place: entry.keyRange, color: style.colorPlace(rule)),
        order: part.keys.firstIndex(of: key.name) ?? 0))
    style.finish(&problems)
    return rule
  }

  /// Reads the styles that the layout made for its frames.
  private mutating func readCustomStyles(
    _ part: inout MappingReader?, _ written: inout [OrderedStyle]
  ) {
    guard let part else { return }
    var reader = part
    for name in part.keys where StyleRole(rawValue: name) == nil {
      guard let entry = reader.entry(name) else { continue }
      var base = StyleRole.frame
      if case .mapping(let entries) = entry.value.value,
        let from = entries.first(where: { $0.key == "from" })
      {
        base =
          from.value.choice(as: "styles.\(name).from", of: StyleRole.self, &problems)?.value ?? base
      }
      guard let rule = ownRule(.custom(name), from: styles[base], in: part, &written) else {
        continue
      }
      styles.add(rule.applied(to: styles[base]), named: name)
      customStyles[name] = entry.keyRange
    }
  }

  /// Lets `em` and `lines` be those of a style.
  private mutating func measure(by style: BlockStyle) {
    units = RelativeUnits(
      em: style.text.size, line: style.paragraph.leading, lineByFile: leadings)
  }

  /// Reads the choices of one style.
  ///
  /// - Parameters:
  ///   - base: the style it starts from, whose size is the `em` of its own.
  ///   - isText: whether it is that of the running text, which says what a line is.
  private mutating func styleRule(
    _ reader: inout MappingReader, from base: BlockStyle, isText: Bool
  ) -> StyleRule {
    var rule = StyleRule()
    if let family = reader.text("font", &problems)?.value { rule.families = families(family) }
    units = RelativeUnits(
      em: base.text.size, line: isText ? nil : units?.line, lineByFile: leadings)
    rule.size = extent("size", &reader)
    units?.em = rule.size ?? base.text.size
    rule.leading = extent("leading", &reader)
    if isText { units?.line = rule.applied(to: base).paragraph.leading }
    rule.weight = weight(&reader)
    rule.italic = reader.flag("italic", &problems)?.value
    rule.color = color("color", &reader)
    rule.features = reader.texts("features", &problems)?.map(\.value)
    rule.smallCaps = reader.flag("small-caps", &problems)?.value
    rule.oldStyleFigures = reader.flag("old-style-figures", &problems)?.value
    rule.tabularFigures = reader.flag("tabular-figures", &problems)?.value
    rule.uppercase = reader.flag("uppercase", &problems)?.value
    rule.underline = reader.flag("underline", &problems)?.value
    rule.tracking = reader.length("tracking", in: units, &problems)?.value
    rule.alignment = reader.choice("align", &problems)?.value
    rule.breaking = reader.choice("breaking", &problems)?.value
    rule.balances = reader.flag("balance", &problems)?.value
    rule.hyphenation = hyphenation(&reader)
    rule.protectsPhrases = reader.flag("protect-phrases", &problems)?.value
    rule.opticalMargin = reader.flag("optical-margin", &problems)?.value
    if var part = reader.mapping("justification", &problems) {
      rule.spaceStretch = part.number("stretch", in: 0...3, &problems)?.value
      rule.spaceShrink = part.number("shrink", in: 0...0.5, &problems)?.value
      part.finish(&problems)
    }
    rule.spaceBefore = extent("space-before", &reader)
    rule.spaceAfter = extent("space-after", &reader)
    rule.indent = extent("indent", &reader)
    rule.numbering = reader.choice("numbering", &problems)?.value
    return rule
  }

  /// `quotes: as-written`, `typographic` or `»…«`.
  private mutating func quotes(_ reader: inout MappingReader) -> TextSetting.Quotes {
    guard let written = reader.text("quotes", &problems) else { return .asWritten }
    if let quotes = TextSetting.Quotes(written.value) { return quotes }
    problems.add(
      .error(
        "\(reader.name(of: "quotes")) is \(quoted(written.value)), which says no marks",
        at: written.place,
        hint: "write as-written, typographic, or the marks with dots between, as \"»…«\""))
    return .asWritten
  }

  private func families(_ name: String) -> [String] {
    let family =
      switch name {
      case "text": fonts.text
      case "heading": fonts.heading ?? fonts.text
      case "mono": fonts.mono
      default: name
      }
    return [family] + fonts.fallback
  }

  private enum WeightName: String, CaseIterable {
    case thin, light, regular, medium, semibold, bold, black

    var weight: Int {
      switch self {
      case .thin: 100
      case .light: 300
      case .regular: 400
      case .medium: 500
      case .semibold: 600
      case .bold: 700
      case .black: 900
      }
    }
  }

  private mutating func weight(_ reader: inout MappingReader) -> Int? {
    guard let node = reader.node("weight") else { return nil }
    let name = reader.name(of: "weight")
    if case .scalar(let written, _) = node.value, written.first?.isNumber == true {
      return node.integer(as: name, in: 100...900, &problems)?.value
    }
    return node.choice(as: name, of: WeightName.self, &problems)?.value.weight
  }

  /// `hyphenation: false`, or how.
  private mutating func hyphenation(
    _ reader: inout MappingReader
  ) -> StyleRule.HyphenationRule {
    var rule = StyleRule.HyphenationRule()
    guard let node = reader.node("hyphenation") else { return rule }
    let name = reader.name(of: "hyphenation")
    if case .scalar = node.value {
      rule.enabled = node.flag(as: name, &problems)?.value
      return rule
    }
    guard var part = MappingReader(node, path: name, &problems) else { return rule }
    rule.enabled = part.flag("enabled", &problems)?.value
    rule.before = part.integer("before", in: 1...20, &problems)?.value
    rule.after = part.integer("after", in: 1...20, &problems)?.value
    rule.ladder = part.integer("ladder", in: 0...20, &problems)?.value
    rule.graded = part.flag("graded", &problems)?.value
    rule.reluctance = part.choice("reluctance", &problems)?.value
    rule.exceptions = part.texts("exceptions", &problems)?.map(\.value)
    part.finish(&problems)
    return rule
  }

  /// The style that a key names: a role, or one of the layout's own.
  mutating func styleKey(_ key: String, _ reader: inout MappingReader) -> StyleKey? {
    guard let name = reader.text(key, &problems) else { return nil }
    if let role = StyleRole(rawValue: name.value) { return .role(role) }
    if styles.custom[name.value] != nil {
      usedStyles.insert(name.value)
      return .custom(name.value)
    }
    let names = StyleRole.allCases.map(\.rawValue) + styles.custom.keys.sorted()
    problems.add(
      .error(
        "\(reader.name(of: key)) is \(quoted(name.value)), which is no style", at: name.place,
        hint: nearestName(to: name.value, in: names).map { "write \($0)" }
          ?? "add it under styles:"))
    return nil
  }

  /// A style that is neither a role nor used by a frame is most likely misspelt.
  mutating func reportStylesOfNothing() {
    for (name, place) in customStyles where !usedStyles.contains(name) {
      let near = nearestName(to: name, in: StyleRole.allCases.map(\.rawValue))
      problems.add(
        .error(
          "the style \(quoted(name)) is neither a kind of text nor used by a frame", at: place,
          hint: near.map { "write \($0)" } ?? "use it with style: \(name), or delete it"))
    }
  }
}

extension MappingReader {
  /// Where a style's own colour stands.
  fileprivate func colorPlace(_ rule: StyleRule) -> SourceRange? {
    rule.color == nil ? nil : place(of: "color")
  }
}
