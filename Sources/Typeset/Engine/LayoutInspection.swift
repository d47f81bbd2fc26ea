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

  /// A letter as an authority writes it, in the layout's language and with all its fields.
  ///
  /// In a language that has no such letter it is an English one.
  ///
  /// - Parameter name: a shipped layout's name, or a path.
  /// - Throws: what is wrong with the layout; what it cannot set.
  public func specimen(of name: String) throws(Diagnostics) -> ComposedLetter {
    let layout = try layout(name)
    return try compose(specimenLetter(of: layout, named: name), in: layout)
  }

  /// A letter with the whole alphabet, to see what a layout cannot set.
  private func proof(of name: String) throws(Diagnostics) -> ComposedLetter {
    let layout = try layout(name)
    let language = try pack(for: layout.language)
    return try compose(
      Letter(source: proofSource(for: layout, language: language, layoutName: name)), in: layout)
  }

  /// The letter that ``specimen(of:)`` composes.
  package func specimenLetter(of layout: Layout, named name: String) throws(Diagnostics) -> Letter {
    let language = try pack(for: layout.language)
    return try Letter(
      source: specimenSource(
        try specimenText(in: layout.language), for: layout, language: language, layoutName: name))
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
    found.add(try proof(of: name).warnings)
    return found.inSourceOrder
  }
}
