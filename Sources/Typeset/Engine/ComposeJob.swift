/// One letter on its way through the stages that end in pages.
struct ComposeJob {
  private let letter: Letter
  private let layout: Layout
  private let options: ComposeOptions
  private let assets: LetterAssets

  /// A letter settled in its layout.
  struct Resolved {
    let letter: Letter
    let plan: Plan
    let language: LanguagePack
    let warnings: [Diagnostic]
    /// Whether the letter reads otherwise on paper.
    let differsOnPaper: Bool
  }

  init(letter: Letter, layout: Layout, assets: LetterAssets, options: ComposeOptions) {
    self.letter = letter
    self.layout = layout
    self.assets = assets
    self.options = options
  }

  /// Settles the letter in its layout and language.
  func resolve(_ packs: LanguagePacks) throws(Diagnostics) -> Resolved {
    var letter = try BuiltParts.placed(self.letter)
    let tag = letter.language ?? layout.language
    let place = letter.language == nil ? layout.languagePlace : letter.$language?.place
    let pack = try packs.pack(for: tag, at: place)
    let printed = PrintedLinks.written(in: letter, layout.printedLinks)
    let differsOnPaper = layout.printedLinks != .none && printed != letter
    if options.isForPaper { letter = printed }
    var warnings = letter.warnings + layout.overlaps
    if pack.patterns == nil {
      warnings.append(
        .note(
          .noSuchLanguage,
          "there are no hyphenation patterns for \(quoted(tag.tag)): its words are not divided",
          at: letter.$language?.place))
    }
    let resolved = try Typeset.resolve(
      letter, layout, language: pack, images: assets, options: options.resolving)
    return Resolved(
      letter: letter, plan: resolved.plan, language: pack,
      warnings: warnings + resolved.warnings, differsOnPaper: differsOnPaper)
  }

  /// The most bytes of a letter that is set only to see what else is wrong with it.
  static let longestTrial = 32 * 1024

  /// What stops a letter that cannot be settled: beside what was found so far, the characters that no
  /// font has and what is too wide or too tall, as far as it can be set.
  ///
  /// - Parameter found: why it cannot be settled.
  func allProblems(
    _ found: Diagnostics, _ packs: LanguagePacks, on bench: Workbench
  ) -> Diagnostics {
    var all = DiagnosticCollector()
    all.add(letter.warnings)
    all.add(found.all.filter { !letter.warnings.contains($0) })
    guard self.letter.file.bytes.count <= Self.longestTrial,
      let letter = try? BuiltParts.placed(self.letter),
      let pack = try? packs.pack(for: letter.language ?? layout.language)
    else { return Diagnostics(all.inSourceOrder) }
    let plan = Typeset.plan(
      letter, layout, language: pack, images: assets, options: options.resolving
    ).plan
    let shaper = bench.shaper(with: layout.fontFiles, for: pack, remembering: false)
    do throws(Diagnostics) {
      _ = try composePages(plan, shaper: shaper)
    } catch {
      let told: [DiagnosticCode] = [.noCharacter, .tooWide, .tooTall]
      all.add(error.all.filter { $0.code.map(told.contains) ?? false })
    }
    return Diagnostics(all.inSourceOrder)
  }

  /// Gets fonts and patterns ready.
  func shaper(on bench: Workbench, for resolved: Resolved) -> Shaper {
    bench.shaper(
      with: layout.fontFiles, for: resolved.language,
      remembering: options.remembersParagraphs)
  }

  /// Does something to a letter that is settled; what goes wrong is told with what was noticed before.
  func telling<T>(
    _ resolved: Resolved, _ body: () throws(Diagnostics) -> T
  ) throws(Diagnostics) -> T {
    do throws(Diagnostics) {
      return try body()
    } catch {
      var all = DiagnosticCollector()
      all.add(resolved.warnings.filter { $0.severity == .warning && !error.all.contains($0) })
      all.add(error.all)
      throw Diagnostics(all.inSourceOrder)
    }
  }

  /// Shapes the text, breaks it into lines and fills pages with them.
  ///
  /// - Throws: what cannot be set; that a table for dividing words is damaged.
  func paginate(
    _ plan: Plan, with shaper: Shaper
  ) throws(Diagnostics) -> Composition {
    let fonts = FontCheck(layout: layout, fonts: shaper.fonts)
    var pages: Composition
    do throws(Diagnostics) {
      pages = try composePages(
        plan, shaper: shaper, drawsGuides: options.drawsGuides, guideParts: options.guideParts)
    } catch {
      throw Diagnostics(fonts.placing(error.all))
    }
    pages.warnings = fonts.placing(pages.warnings)
    let damaged = shaper.damagedTables
    guard damaged.isEmpty else {
      throw Diagnostics(
        damaged.map {
          .error(
            .damaged, "\($0) is damaged: words cannot be divided", at: nil,
            hint: "install letterpdf anew")
        })
    }
    return pages
  }

  /// Puts letterheads under the pages and enclosures behind them.
  func enclose(
    _ pages: Composition, _ resolved: Resolved, with shaper: Shaper
  ) throws(Diagnostics) -> Composition {
    var whole = try AppendedPages(
      letter: resolved.letter, plan: resolved.plan, setting: layout.enclosures,
      language: resolved.language, folders: assets, shaper: shaper
    ).append(to: pages).adding(warnings: resolved.warnings)
    whole.differsOnPaper = resolved.differsOnPaper
    whole.colorPlaces = layout.colorPlaces(preferringBelow: Composition.smallText)
    for (file, path) in zip(layout.fonts.files, layout.fontFiles) {
      whole.fontPlaces[path] = file.place
    }
    whole.bleed = layout.page.bleed
    return try marked(whole, resolved.plan)
  }

  /// Puts the marks for machines on the sheets.
  private func marked(
    _ pages: Composition, _ plan: Plan
  ) throws(Diagnostics) -> Composition {
    guard let marks = layout.sheetMarks(isOneSided: options.isOneSided) else { return pages }
    let faults = SheetMarkCheck(marks: marks, plan: plan, pages: pages.pages).diagnostics
    guard faults.isEmpty else { throw Diagnostics(faults) }
    // What cannot be encoded is told before the letter has its place in a run.
    let marked = try pages.marked(marks, id: letter.recordID ?? pages.metadata.documentID)
    return options.leavesSheetMarks ? pages : marked
  }
}

extension Composition {
  /// The same pages with what earlier stages noticed.
  func adding(warnings more: [Diagnostic]) -> Composition {
    Composition(
      pages: pages, structure: structure, metadata: metadata, warnings: more + warnings,
      imports: imports, enclosures: enclosures)
  }
}
