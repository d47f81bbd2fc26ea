/// Reads a layout and everything it extends.
///
/// - Parameters:
///   - file: the layout's text.
///   - showsFaults: whether frames that lie over each other are only noticed, for one who wants to see
///     them (``Layout/overlaps``).
///   - inheriting: finds the file that a layout extends, by its name and the file that names it.
/// - Throws: ``Diagnostics`` with every problem found.
func parseLayout(
  _ file: SourceFile, showingFaults showsFaults: Bool = false,
  inheriting: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> Layout {
  try Diagnostics.telling(of: "layout") { () throws(Diagnostics) in
    try readLayout(file, showsFaults, inheriting: inheriting)
  }
}

private func readLayout(
  _ file: SourceFile, _ showsFaults: Bool,
  inheriting: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> Layout {
  let inherited = try inherit(file, inheriting: inheriting)
  var parser = LayoutParser()
  parser.leadings = inherited.leadings
  parser.consequences = inherited.consequences
  var layout = parser.layout(inherited.node, file: file, ancestors: inherited.ancestors)
  let overlaps = layout?.overlaps ?? []
  layout?.overlaps = overlaps.map(\.asWarning)
  if !showsFaults { parser.problems.add(overlaps) }
  parser.tellConsequences()
  try parser.problems.throwIfErrors()
  guard let layout else { throw Diagnostics(parser.problems.inSourceOrder) }
  return layout
}

/// Reads layouts; keeps what the parts of a layout refer to, and the problems found.
struct LayoutParser {
  var problems = DiagnosticCollector()
  var page = PageSetup()
  /// The language of letters that name none.
  var language = LanguageTag.danish
  var fonts = LayoutFonts()
  var colors: [String: Color] = [:]
  /// What `em` and `lines` are; nil until the text has been read.
  var units: RelativeUnits?
  /// The leading that `lines` are of in the files that the layout extends.
  var leadings: [String: Length] = [:]
  /// What one mistake brings about elsewhere.
  var consequences = Consequences()
  /// The names of all fields that templates may use.
  var fieldKeys: [String] = standardFields
  var styles = StyleSheet(text: .plain)
  /// The layout's own styles by name, with the place each is written.
  var customStyles: [String: SourceRange] = [:]
  /// The layout's own styles that frames use.
  var usedStyles: Set<String> = []

  /// Reads the whole layout; nil if it is not a mapping or has no place for the text.
  mutating func layout(_ node: SourceNode, file: SourceFile, ancestors: [SourceFile]) -> Layout? {
    guard var reader = MappingReader(node, known: ["extends", "variables"], &problems) else {
      return nil
    }
    var layout = Layout(file: file, ancestors: ancestors, name: file.name, regions: .none)
    for key in Layout.groundKeys { key.read(&layout, &reader, &self) }
    layout.fonts.note(reader.value(of: "fonts"))
    page = layout.page
    language = layout.language
    fonts = layout.fonts
    colors = layout.colors
    fieldKeys += layout.fields.map(\.key)
    for key in Layout.textKeys { key.read(&layout, &reader, &self) }
    layout.styles = styles
    setStandards(of: &layout)
    reader.read(Layout.partKeys, into: &layout, &self)
    reportStylesOfNothing()
    guard layout.regions != .none else { return nil }
    layout.overlaps = overlaps(of: layout.regions, layout.frames, layout.recipient)
    return layout
  }

  /// Defaults that hang on the styles and on the letter's language.
  private mutating func setStandards(of layout: inout Layout) {
    layout.recipient.spaceAfter = styles[.text].spaceAfter
    layout.recipient.gap = styles[.recipient].paragraph.leading
    layout.enclosures.label = ByLanguage(
      template(Located(value: "{label:enclosures}:", place: nil)))
    layout.copies.label = ByLanguage(template(Located(value: "{label:copies}:", place: nil)))
  }

  /// `colors: {accent: "#8a1538"}`.
  mutating func readColors(_ reader: inout MappingReader, into layout: inout Layout) {
    guard var part = reader.mapping("colors", &problems) else { return }
    for key in part.keys {
      let color = part.color(key, &problems)
      layout.colors[key] = color?.value
      layout.colorDeclarations[key] = color?.place
      if color == nil { consequences.brokenColors.insert(key) }
    }
  }

  /// Tells what several lines have come to by one mistake, once.
  mutating func tellConsequences() {
    var told = DiagnosticCollector()
    let comments = Set(consequences.commented.compactMap(\.place))
    let others = problems.all.filter { $0.place.map { !comments.contains($0) } ?? true }
    told.add(consequences.commented)
    told.add(consequences.condensed(others + consequences.lostFieldProblems))
    problems = told
  }
}
