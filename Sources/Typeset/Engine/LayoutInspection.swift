extension Typesetter {
  /// The layouts that are shipped, in the order of their keys.
  ///
  /// - Throws: what is wrong with one of them.
  public func listLayouts() throws(Diagnostics) -> [LayoutSummary] {
    var summaries: [LayoutSummary] = []
    for key in layouts.names {
      let layout = try layout(key)
      summaries.append(
        LayoutSummary(key: key, name: layout.name, description: layout.description))
    }
    return summaries
  }

  /// The text of a layout's file, as it was written.
  ///
  /// - Parameter name: a shipped layout's name, or a path.
  /// - Throws: that there is no such layout, or what is wrong with it.
  public func layoutText(_ name: String) throws(Diagnostics) -> String {
    try layout(name).file.text
  }

  /// A letter in a layout that uses everything the layout has.
  ///
  /// - Parameter name: a shipped layout's name, or a path.
  /// - Throws: what is wrong with the layout; what it cannot set.
  public func specimen(of name: String) throws(Diagnostics) -> ComposedLetter {
    let layout = try layout(name)
    let language = try pack(for: layout.language)
    let source = specimenSource(for: layout, language: language, layoutName: name)
    return try compose(Letter(source: source), in: layout)
  }

  /// The letter that ``specimen(of:)`` composes.
  package func specimenLetter(of layout: Layout, named name: String) throws(Diagnostics) -> Letter {
    let language = try pack(for: layout.language)
    return try Letter(source: specimenSource(for: layout, language: language, layoutName: name))
  }

  /// Looks for what is wrong with a layout, and for what it does badly: contrast, styles without
  /// use, and what a letter that uses everything shows.
  ///
  /// - Parameter name: a shipped layout's name, or a path.
  /// - Returns: warnings; none for a layout that is in order.
  /// - Throws: what makes the layout useless.
  public func checkLayout(_ name: String) throws(Diagnostics) -> [Diagnostic] {
    let layout = try layout(name)
    var found = DiagnosticCollector()
    found.add(LayoutCheck(layout: layout).warnings)
    found.add(try specimen(of: name).warnings)
    return found.inSourceOrder
  }

  /// The text of a new layout: a small one that extends a shipped one, with comments.
  public static func newLayout(named name: String, extending base: String = "brev") -> String {
    """
    # The layout \(name). What it does not say is as in \(base): letterpdf layout show \(base).
    extends: \(base)
    name: \(name)
    description: Our letter

    # Colours have names; styles use them.
    colors:
      accent: "#1f4e79"

    # A logo beside this file: SVG or PNG.
    # logo: {image: logo.svg, alt: Our name}

    # Fonts by name, or as files beside this one.
    # fonts: {text: Our Sans, files: [OurSans-Regular.otf, OurSans-Bold.otf]}

    # text: {size: 11pt, leading: 14pt}
    # styles:
    #   subject: {size: 14pt, color: accent}

    # Lengths have units: mm, cm, in, pt, lines of the text or em. Two of x, width and right place a
    # frame across the page, two of y, height and bottom along it; the baseline of its first line may
    # stand for y, that of its last line for bottom.
    # regions:
    #   first: {frame: {x: 25mm, baseline: 21lines, width: 125mm, last-baseline: 52lines}}

    """
  }
}
