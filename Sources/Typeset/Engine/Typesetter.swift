package import Intake

/// Sets letters: a letter and a layout become pages, and pages files.
///
/// One typesetter serves a whole program: it is used by any number of tasks at the same time, reads
/// fonts, layouts and languages once, and keeps no more of them than a fixed number. Each file
/// depends on its letter, its layout and the resources alone, whatever was set before or beside it.
///
/// ```swift
/// let setter = Typesetter(resources: .folder("/usr/share/letterpdf"))
/// var letter = try Letter(markdown: bytes, name: "letter.md")
/// letter.date = CalendarDate(year: 2026, month: 3, day: 11)
/// let composition = try await setter.compose(
///   letter, in: setter.layout("kl"), assets: .folder("letters"))
/// let file = try composition.pdf(.init(standard: .a2aUA1, onForeignPDF: .refuse))
/// ```
public final class Typesetter: Sendable {
  let resources: ResourceFolder
  let pool: WorkbenchPool
  private let intake: IntakeClient
  private let packs: LanguagePacks
  let layouts: LayoutShelf

  /// Works with the fonts, languages and layouts of a folder; nothing is read yet.
  ///
  /// - Parameters:
  ///   - resources: the folder.
  ///   - intake: the path of the program `letterpdf-intake`, which opens pictures and PDFs in a process
  ///     of its own; nil to look for it beside the running program and where it is installed with the
  ///     resources. A letter without pictures and enclosures does without it.
  ///   - reach: which layouts letters may name.
  public convenience init(
    resources: ResourceFolder, intake: String? = nil, reach: LayoutReach = .beside
  ) {
    self.init(
      resources: resources,
      asking: IntakeClient(program: intake ?? IntakeLocation.find(resources: resources.path)),
      reach: reach)
  }

  /// Works with a folder's fonts, languages and layouts, and asks somebody who is already there about
  /// pictures and PDFs.
  package init(
    resources: ResourceFolder, asking intake: IntakeClient, reach: LayoutReach = .beside
  ) {
    self.resources = resources
    self.intake = intake
    pool = WorkbenchPool(resources: resources, intake: intake)
    packs = LanguagePacks(resources: resources)
    layouts = LayoutShelf(resources: resources, reach: reach)
  }

  /// Keeps fontconfig from reading the machine's configuration in this process, for programs that
  /// do nothing but set letters; call it before anything else.
  ///
  /// Letters never use the machine's fonts. But Pango has fontconfig read about them once, which
  /// takes tens of milliseconds. The library leaves that as it is, for the process may have other
  /// uses for them; this changes fontconfig's current configuration for the whole process.
  public static func shutOutMachineFonts() { FontBook.shutOutMachine() }

  // MARK: Layouts

  /// A layout that is shipped, or one in a file; a file is read once.
  ///
  /// - Parameters:
  ///   - name: the name of a shipped layout, or a path if it has a slash or ends in `.yaml`.
  ///   - folder: where a relative path starts.
  /// - Throws: that there is none, or everything that is wrong with it, in source order.
  public func layout(_ name: String, from folder: String = ".") throws(Diagnostics) -> Layout {
    try layouts.layout(Located(value: name), from: folder)
  }

  /// The same for one who looks at it with guides: frames that lie over each other are warnings of what is
  /// composed in it.
  ///
  /// - Throws: that there is none, or everything else that is wrong with it, in source order.
  package func layoutForGuides(
    _ name: Located<String>, from folder: String = "."
  ) throws(Diagnostics) -> Layout {
    try layouts.layout(name, from: folder, showingFaults: true)
  }

  /// The layout that a letter asks for.
  ///
  /// - Parameters:
  ///   - letter: what names the layout.
  ///   - folder: where the letter is; a path in its head starts there.
  /// - Throws: that the letter asks for none or for one that is not there, at its line; everything
  ///   that is wrong with the layout, in source order.
  public func layout(of letter: Letter, from folder: String = ".") throws(Diagnostics) -> Layout {
    try layout(of: letter, from: folder, forGuides: false)
  }

  /// The same, where `forGuides` has frames that lie over each other shown (``layoutForGuides(_:from:)``).
  ///
  /// - Throws: as ``layout(of:from:)``.
  package func layout(
    of letter: Letter, from folder: String = ".", forGuides: Bool
  ) throws(Diagnostics) -> Layout {
    guard let named = letter.$layout else { throw Diagnostics(noLayout(in: letter)) }
    return try layouts.layout(
      named, from: named.place == nil ? "." : folder, showingFaults: forGuides)
  }

  /// What to say of a letter that names no layout.
  private func noLayout(in letter: Letter) -> Diagnostic {
    let meant = letter.fieldKeys.filter { meantName(by: $0.key, in: ["layout"]) != nil }
    if let (key, place) = meant.min(by: { $0.value.lower < $1.value.lower }) {
      return .error(
        .unknownKey.within("letter"), "unknown key \(quoted(key))", at: place, hint: "write layout")
    }
    guard letter.hasHead else {
      return .error(
        .noLayout, "the letter has no head, and so names no layout", at: letter.file.range(0, 0),
        hint: "begin it with these four lines, or give --layout and --date:\n"
          + "---\nlayout: brev\ndate: 2024-03-11\n---")
    }
    return .error(
      .noLayout, "the letter names no layout", at: letter.file.range(0, 0),
      hint: "write layout: kl in the head, or give --layout")
  }

  /// The names of the installed layouts, in order.
  package var layoutNames: [String] { layouts.names }

  /// Has layouts be read anew, as their files are now.
  package func forgetLayouts() { layouts.forget() }

  /// A layout that is in memory; it may extend one that is shipped.
  ///
  /// - Parameters:
  ///   - bytes: its text, as of a layout file.
  ///   - name: what messages call it.
  ///   - assets: where the images and letterheads are that it names; font files must lie on disk.
  /// - Throws: everything that is wrong with it, in source order.
  public func layout(
    yaml bytes: [UInt8], name: String, assets: some AssetStore = .none
  ) throws(Diagnostics) -> Layout {
    try layouts.layout(readSource(bytes, name: name), assets: assets)
  }

  /// The paths of the font files of a layout's families and of its own.
  package func fontFiles(of layout: Layout) -> [String] {
    let folder = FontFolder(path: resources.fonts)
    let fonts = layout.fonts
    let families = [fonts.text, fonts.heading ?? fonts.text, fonts.mono] + fonts.fallback
    return families.flatMap { folder.files(of: $0) } + layout.fontFiles
  }

  // MARK: Composing

  /// Composes a letter into pages.
  ///
  /// It runs off the caller's actor; other letters may be composed at the same time.
  /// - Parameters:
  ///   - letter: read from a file or built in Swift.
  ///   - layout: what ``layout(_:from:)`` or its sisters gave.
  ///   - assets: where the images and enclosures are that the letter names.
  ///   - options: whether it is a draft, or for paper.
  /// - Throws: ``Diagnostics`` with every problem found, in source order; `CancellationError` if the
  ///   task is cancelled between two stages.
  @concurrent public func compose(
    _ letter: Letter, in layout: Layout, assets: some AssetStore = .none,
    options: ComposeOptions = ComposeOptions()
  ) async throws -> ComposedLetter {
    try composed(letter, layout, assets, options) { try Task.checkCancellation() }
  }

  /// Composes a letter into pages, on the caller's thread and to the end.
  ///
  /// - Throws: every problem found, in source order.
  public func compose(
    _ letter: Letter, in layout: Layout, assets: some AssetStore = .none,
    options: ComposeOptions = ComposeOptions()
  ) throws(Diagnostics) -> ComposedLetter {
    do {
      return try composed(letter, layout, assets, options) {}
    } catch let error as Diagnostics {
      throw error
    } catch {
      throw Diagnostics(.fault("composing failed: \(String(describing: error))", at: nil))
    }
  }

  /// Composes a letter into pages, unless something says in between that it is not to go on.
  ///
  /// - Parameter atBorder: what happens between two stages; what it throws ends the work.
  /// - Throws: ``Diagnostics`` with every problem found, in source order; what `atBorder` throws.
  package func compose(
    _ letter: Letter, in layout: Layout, assets: some AssetStore, options: ComposeOptions,
    checking atBorder: () throws -> Void
  ) throws -> ComposedLetter {
    try composed(letter, layout, assets, options, atBorder: atBorder)
  }

  /// Where the files of a letter and of its layout are found.
  func assets(_ letter: some AssetStore, of layout: Layout) -> LetterAssets {
    LetterAssets(
      letter: letter, layoutFolder: resources.path + "/Layouts", intake: intake,
      layouts: layout.assets.map { [layout.file: $0.store] } ?? [:],
      drawingFonts: DrawingFonts(folder: resources.fonts, files: layout.fontFiles))
  }

  /// Takes a letter through the stages.
  ///
  /// - Parameter atBorder: what happens between two stages; what it throws ends the work.
  private func composed(
    _ letter: Letter, _ layout: Layout, _ assets: some AssetStore, _ options: ComposeOptions,
    atBorder: () throws -> Void
  ) throws -> ComposedLetter {
    let assets = self.assets(assets, of: layout)
    let job = ComposeJob(letter: letter, layout: layout, assets: assets, options: options)
    var times = StageTimes()
    try atBorder()
    let resolved = try times.measure("Resolve") { try settled(job) }
    return try pool.withWorkbench { bench in
      try atBorder()
      let shaper = times.measure("Fonts") { job.shaper(on: bench, for: resolved) }
      let pages = try times.measure("Shape, Break, Paginate") {
        try job.telling(resolved) { () throws(Diagnostics) in
          try job.paginate(resolved.plan, with: shaper)
        }
      }
      try atBorder()
      let whole = try times.measure("Enclose") {
        try job.enclose(pages, resolved, with: shaper)
      }
      try atBorder()
      return ComposedLetter(
        composition: whole,
        settled: SettledLetter(
          plan: resolved.plan, language: resolved.language, pageCount: pages.pages.count),
        fontFiles: layout.fontFiles, pool: pool, intake: intake, times: times)
    }
  }

  /// Settles a letter, or tells everything that is wrong with it and with its pages.
  private func settled(_ job: ComposeJob) throws(Diagnostics) -> ComposeJob.Resolved {
    do throws(Diagnostics) {
      return try job.resolve(packs)
    } catch {
      let found = error
      throw pool.withWorkbench { bench in job.allProblems(found, packs, on: bench) }
    }
  }

  /// What is wrong with the pages of a letter that could not be read to its end, beside what its
  /// reading told.
  ///
  /// - Parameters:
  ///   - letter: as much of it as was read.
  ///   - told: what was told of it.
  /// - Returns: errors that are none of those, but for what a part that was not read may lack.
  package func furtherProblems(
    of letter: Letter, in layout: Layout, assets: some AssetStore, besides told: [Diagnostic]
  ) -> [Diagnostic] {
    guard letter.file.bytes.count <= ComposeJob.longestTrial,
      !told.contains(where: { $0.code == .nestedTooDeep.within("letter") })
    else { return [] }
    do throws(Diagnostics) {
      _ = try compose(letter, in: layout, assets: assets)
      return []
    } catch {
      let doubtful: [DiagnosticCode] = [.noDate, .missingField, .noLayout]
      return error.all.filter { found in
        found.severity == .error && !found.isFault && !told.contains(found)
          && !(found.code.map(doubtful.contains) ?? false)
      }
    }
  }

  /// The tags of the languages that letters can be in, in order.
  package var languageNames: [String] { packs.names }

  /// What is known of a language.
  ///
  /// - Parameter place: where it is asked for.
  func pack(
    for tag: LanguageTag, at place: SourceRange? = nil
  ) throws(Diagnostics) -> LanguagePack { try packs.pack(for: tag, at: place) }

  /// A letter in a language, to show a layout with.
  func specimenText(in tag: LanguageTag) throws(Diagnostics) -> String {
    try packs.specimenText(in: tag)
  }
}
