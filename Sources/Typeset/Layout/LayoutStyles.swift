extension LayoutParser {
  /// Reads `text` and `styles`, and settles every style.
  mutating func readStyles(_ reader: inout MappingReader) -> TextSetting {
    var written: [OrderedStyle] = []
    var (text, setting) = readText(&reader, &written)
    var part = reader.mapping("styles", &problems)
    if let entry = part?.entry("text") { reportSecondText(entry, besides: reader) }
    measure(by: text)
    text.paragraph.grid = LineGrid(
      leading: text.paragraph.leading, text: text.text, isKept: setting.keepsGrid)
    styles = StyleSheet(text: text)
    // Roles stand after the roles they start from.
    for role in StyleRole.allCases where role != .text {
      let base = role.parent.map { styles[$0] } ?? text
      let standard = base.standard(for: role, text: text, fonts: fonts)
      let own = part?.entry(role.rawValue).flatMap {
        style(.role(role), $0, from: standard, in: part, &written)
      }
      styles[role] = own ?? standard
    }
    readCustomStyles(&part, &written)
    measure(by: text)
    styles.note(written.sorted { $0.order < $1.order }.map(\.style))
    return setting
  }

  /// Reads `text`, which is the style of the running text and what holds for the whole of it.
  private mutating func readText(
    _ reader: inout MappingReader, _ written: inout [OrderedStyle]
  ) -> (BlockStyle, TextSetting) {
    var text = BlockStyle.plain
    text.text.families = [fonts.text] + fonts.fallback
    var setting = TextSetting()
    guard var part = reader.mapping("text", &problems) else { return (text, setting) }
    text = readStyle(&part, from: text, isText: true)
    if part.value(of: "space-after") == nil { text.spaceAfter = text.paragraph.leading }
    written.append(
      OrderedStyle(
        style: .init(.role(.text), at: reader.place(of: "text"), saying: part), order: -1))
    part.read(TextSetting.keys, into: &setting, &self)
    return (text, setting)
  }

  /// The running text is set under `text`, not among the styles that differ from it.
  private mutating func reportSecondText(
    _ entry: SourceNode.Entry, besides reader: MappingReader
  ) {
    let first = reader.value(of: "text") == nil ? nil : reader.place(of: "text")
    var message: DiagnosticText = "the running text is set under text, not under styles"
    if let first {
      message =
        first.file == entry.keyRange.file
        ? "\(message), as in line \(first.line)"
        : "\(message), as in line \(first.line) of \(first.file.name)"
    }
    problems.add(
      .error(
        .noSuchStyle, message, at: entry.keyRange,
        hint: "write it under text:"))
  }

  /// A style that the layout sets, and where it stands among those.
  private struct OrderedStyle {
    var style: StyleSheet.Written
    var order: Int
  }

  /// A style with what the layout says of it under its own key; nil where that is no style.
  private mutating func style(
    _ key: StyleKey, _ entry: SourceNode.Entry, from base: BlockStyle, in part: MappingReader?,
    _ written: inout [OrderedStyle]
  ) -> BlockStyle? {
    guard var reader = MappingReader(entry.value, path: "styles.\(key.name)", &problems) else {
      return nil
    }
    if case .custom = key { _ = reader.node("from") }
    let style = readStyle(&reader, from: base, isText: key == .role(.text))
    written.append(
      OrderedStyle(
        style: .init(key, at: entry.keyRange, saying: reader),
        order: part?.keys.firstIndex(of: key.name) ?? 0))
    reader.finish(in: &self)
    return style
  }

  /// Reads the styles that the layout made for its frames.
  private mutating func readCustomStyles(
    _ part: inout MappingReader?, _ written: inout [OrderedStyle]
  ) {
    guard let part else { return }
    for name in part.keys where StyleRole(rawValue: name) == nil {
      readCustomStyle(name, after: [], in: part, &written)
    }
  }

  /// A style that says which it starts from.
  private struct DerivedStyle {
    var name: String
    var from: Located<String>
  }

  /// Reads a style of the layout's own, after the one it starts from.
  ///
  /// - Parameter chain: the styles that start from it, the one asked for first.
  private mutating func readCustomStyle(
    _ name: String, after chain: [DerivedStyle], in part: MappingReader,
    _ written: inout [OrderedStyle]
  ) {
    var reader = part
    guard styles.custom[name] == nil, let entry = reader.entry(name) else { return }
    var base = StyleKey.role(.frame)
    if case .mapping(let entries) = entry.value.value,
      let node = entries.first(where: { $0.key == "from" })?.value,
      let from = node.text(as: "styles.\(name).from", &problems)
    {
      let chain = chain + [DerivedStyle(name: name, from: from)]
      base = self.base(of: chain, in: part, &written) ?? base
    }
    guard let own = style(.custom(name), entry, from: styles[base], in: part, &written) else {
      return
    }
    styles.add(own, named: name)
    customStyles[name] = entry.keyRange
  }

  /// The style that the last of a chain starts from; nil where it is none, which is an error.
  private mutating func base(
    of chain: [DerivedStyle], in part: MappingReader, _ written: inout [OrderedStyle]
  ) -> StyleKey? {
    guard let last = chain.last else { return nil }
    let name = last.from.value
    if let role = StyleRole(rawValue: name) { return .role(role) }
    if let start = chain.firstIndex(where: { $0.name == name }) {
      let links = chain[start...].map { link in
        "\(quoted(link.name)) from \(quoted(link.from.value)) in line \(link.from.place?.line ?? 0)"
      }
      problems.add(
        .error(
          .ring, "the style \(quoted(name)) starts from itself: \(links.joined(separator: ", "))",
          at: last.from.place, hint: "let one of them start from a kind of text, as from: text"))
      return nil
    }
    guard part.keys.contains(name) else {
      let names = StyleRole.allCases.map(\.rawValue) + part.keys
      problems.add(
        .error(
          .noSuchStyle, "styles.\(last.name).from is \(quoted(name)), which is no style",
          at: last.from.place,
          hint: nearestName(to: name, in: names).map { "write \($0)" } ?? "add it under styles:"))
      return nil
    }
    readCustomStyle(name, after: chain, in: part, &written)
    usedStyles.insert(name)
    return .custom(name)
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
  private mutating func readStyle(
    _ reader: inout MappingReader, from base: BlockStyle, isText: Bool
  ) -> BlockStyle {
    var style = base
    units = RelativeUnits(
      em: base.text.size, line: isText ? nil : units?.line, lineByFile: leadings)
    for key in BlockStyle.measureKeys {
      key.read(&style, &reader, &self)
      units?.em = style.text.size
    }
    if isText { units?.line = style.paragraph.leading }
    for key in BlockStyle.keys { key.read(&style, &reader, &self) }
    return style
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
        .noSuchStyle, "\(reader.name(of: key)) is \(quoted(name.value)), which is no style",
        at: name.place,
        hint: nearestName(to: name.value, in: names).map { "write \($0)" }
          ?? "add it under styles:"))
    return nil
  }

  /// A style that is neither a role nor used by a frame is most likely misspelt; an inherited one has
  /// lost the frame that was taken away.
  mutating func reportStylesOfNothing() {
    for (name, place) in customStyles
    where !usedStyles.contains(name) && !consequences.isInherited(place) {
      let near = nearestName(to: name, in: StyleRole.allCases.map(\.rawValue))
      problems.add(
        .error(
          .noSuchStyle, "the style \(quoted(name)) is neither a kind of text nor used by a frame",
          at: place,
          hint: near.map { "write \($0)" } ?? "use it with style: \(name), or delete it"))
    }
  }
}

extension StyleSheet.Written {
  /// A style that the layout sets, with the places of what it says itself.
  fileprivate init(_ key: StyleKey, at place: SourceRange, saying part: MappingReader) {
    func own(_ key: String) -> SourceRange? {
      part.value(of: key) == nil ? nil : part.place(of: key)
    }
    self.init(key: key, place: place)
    color = own("color")
    if case .scalar(let name, _)? = part.value(of: "color"), !name.hasPrefix("#") {
      colorName = name
    }
    font = own("font")
    weight = own("weight") ?? own("italic")
    leading = own("leading")
  }
}
