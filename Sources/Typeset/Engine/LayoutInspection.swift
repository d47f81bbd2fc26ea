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
  /// - Parameters:
  ///   - name: a shipped layout's name, or a path.
  ///   - drawsGuides: whether frames, zones and what breaks cost are drawn under it; what stands where it
  ///     must not is a warning then, and shown.
  /// - Throws: what is wrong with the layout; what it cannot set.
  public func specimen(
    of name: String, drawsGuides: Bool = false
  ) throws(Diagnostics) -> ComposedLetter {
    let layout = try drawsGuides ? layoutForGuides(Located(value: name)) : layout(name)
    return try compose(
      specimenLetter(of: layout, named: name), in: layout,
      options: ComposeOptions(drawsGuides: drawsGuides))
  }

  /// A letter with the whole alphabet, to see what a layout cannot set.
  private func proof(of layout: Layout, named name: String) throws(Diagnostics) -> ComposedLetter {
    let language = try pack(for: layout.language, at: layout.languagePlace)
    return try compose(
      Letter(source: proofSource(for: layout, language: language, layoutName: name)), in: layout)
  }

  /// The letter that ``specimen(of:)`` composes.
  package func specimenLetter(of layout: Layout, named name: String) throws(Diagnostics) -> Letter {
    let language = try pack(for: layout.language, at: layout.languagePlace)
    return try Letter(
      source: specimenSource(
        try specimenText(in: layout.language), for: layout, language: language, layoutName: name))
  }

  /// Looks for what is wrong with a layout, and for what it does badly: contrast, styles without
  /// use, fonts and pictures in every language, and what a letter that uses everything shows.
  ///
  /// - Parameter name: a shipped layout's name, or a path.
  /// - Returns: warnings; none for a layout that is in order.
  /// - Throws: what makes the layout useless.
  public func checkLayout(_ name: String) throws(Diagnostics) -> [Diagnostic] {
    let layout = try layout(name)
    var found = LayoutCheck(layout: layout).warnings
    func add(_ more: [Diagnostic]) { found += more.filter { !found.contains($0) } }
    add(problems(withFontsOf: layout))
    add(problems(withPicturesOf: layout))
    do throws(Diagnostics) {
      add(try proof(of: layout, named: name).warnings)
    } catch {
      add(error.all)
    }
    var told = DiagnosticCollector()
    told.add(found)
    try told.throwIfErrors()
    return told.inSourceOrder
  }

  /// The fonts that styles ask for and that are not there.
  private func problems(withFontsOf layout: Layout) -> [Diagnostic] {
    pool.withWorkbench { bench in
      FontCheck(layout: layout, fonts: bench.fonts(with: layout.fontFiles)).diagnostics
    }
  }

  /// What is wrong with the pictures that the layout's frames show, in letters of any language.
  private func problems(withPicturesOf layout: Layout) -> [Diagnostic] {
    let assets = assets(AssetFolder(path: "."), of: layout)
    var told: Set<String> = []
    return layout.picturePaths.flatMap { path -> [Diagnostic] in
      guard told.insert(path.value).inserted else { return [] }
      do throws(Diagnostics) {
        return try assets.read(path, of: .layout).warnings(at: path.place)
      } catch {
        return error.all
      }
    }
  }
}

extension Layout {
  /// The files of the pictures in frames, in letters of all languages.
  fileprivate var picturePaths: [Located<String>] {
    let lines = frames.flatMap { $0.groups.all.joined().flatMap(\.lines) }
    return lines.flatMap { line -> [Located<String>] in
      if case .image(let image) = line.content { image.path.all } else { [] }
    }
  }
}
