/// Sets letters: from source to pages to finished files.
///
/// Fonts and languages are read once and kept, so one typesetter serves a run of letters; it is
/// not for use by two tasks at a time.
///
/// ```swift
/// let typesetter = Typesetter(resources: ResourceFolder(path: "…"))
/// let letter = try readSource(bytes, name: "letter.md")
/// let composition = try typesetter.compose(letter, in: "letters", options: .init())
/// let pdf = try typesetter.pdf(composition, options: .init())
/// ```
public final class Typesetter {
  private let resources: ResourceFolder
  private var packs: [LanguageTag: LanguagePack] = [:]
  private var shelves: [LanguageTag: LanguageShelf] = [:]
  let layouts: LayoutShelf
  private var books: [[String]: FontBook] = [:]
  /// The fonts of the letter composed last, which painting needs again.
  private var book: FontBook?
  /// How long each stage took since the typesetter was made.
  public private(set) var times = StageTimes()

  /// Works with the fonts, languages and layouts of a folder.
  public init(resources: ResourceFolder) {
    self.resources = resources
    layouts = LayoutShelf(resources: resources)
  }

  // MARK: Composing

  /// Composes a letter into pages.
  ///
  /// - Parameters:
  ///   - text: the letter, Markdown with a YAML head or one JSON object.
  ///   - folder: where the letter's own files (images, enclosures) are found.
  ///   - options: what the command line says over the letter's head.
  /// - Throws: every problem found, in source order.
  public func compose(
    _ text: SourceFile, in folder: String, options: ComposeOptions = ComposeOptions()
  ) throws(Diagnostics) -> Composition {
    let parsed = try times.measure("Letter") { () throws(Diagnostics) in try parseLetter(text) }
    var letter = parsed.letter
    var warnings = parsed.warnings
    options.apply(to: &letter)
    let layout = try times.measure("Layout") { () throws(Diagnostics) in
      try loadLayout(for: letter, in: folder)
    }
    let tag = letter.language?.value ?? layout.language
    let pack = try loadLanguage(tag, at: letter.language?.place)
    let printed = PrintedLinks.written(in: letter, layout.printedLinks)
    let differsOnPaper = layout.printedLinks != .none && printed != letter
    if options.isForPaper { letter = printed }
    if pack.patterns == nil {
      warnings.append(
        .note(
          "there are no hyphenation patterns for \(quoted(tag.tag)): its words are not divided",
          at: letter.language?.place))
    }
    let folders = ImageFolders(letter: folder, layout: resources.path + "/Layouts")
    let resolved = try times.measure("Resolve") { () throws(Diagnostics) in
      try resolve(
        letter, layout, language: pack,
        images: folders, options: options.resolving)
    }
    warnings += resolved.warnings
    let fonts = fontBook(for: layout)
    book = fonts
    let shaper = try times.measure("Fonts") { () throws(Diagnostics) in
      Shaper(fonts: fonts, languages: try shelf(for: pack))
    }
    let composed = try times.measure("Shape, Break, Paginate") { () throws(Diagnostics) in
      try Paginator(
        plan: resolved.plan, shaper: shaper, drawsGuides: options.drawsGuides
      ).compose()
    }
    var whole = try AppendedPages(
      letter: letter, plan: resolved.plan, setting: layout.enclosures, language: pack,
      folders: folders, shaper: shaper
    ).append(to: composed).adding(warnings: warnings)
    whole.differsOnPaper = differsOnPaper
    whole.colorPlaces = layout.colorPlaces
    for (file, path) in zip(layout.fonts.files, layout.fontFiles) {
      whole.fontPlaces[path] = file.place
    }
    return whole
  }

  private func fontBook(for layout: Layout) -> FontBook {
    let files = layout.fontFiles
    if let known = books[files] { return known }
    let made = FontBook(folder: resources.fonts, files: files)
    books[files] = made
    return made
  }

  // MARK: Reading what letters share

  /// A path in the letter's head starts at the letter, one of the command line where it was given.
  private func loadLayout(for letter: Letter, in folder: String) throws(Diagnostics) -> Layout {
    guard let named = letter.layout else {
      throw Diagnostics(
        .error(
          "the letter names no layout", at: letter.file.range(0, 0),
          hint: "write layout: kl in the head, or give --layout"))
    }
    return try layouts.layout(named, from: named.place == nil ? "." : folder)
  }

  private func source(
    at path: String, _ name: String, place: SourceRange?
  ) throws(Diagnostics) -> SourceFile {
    try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
  }

  func pack(for tag: LanguageTag) throws(Diagnostics) -> LanguagePack {
    try loadLanguage(tag, at: nil)
  }

  private func loadLanguage(
    _ tag: LanguageTag, at place: SourceRange?
  ) throws(Diagnostics) -> LanguagePack {
    if let known = packs[tag] { return known }
    let path = try languageFile(tag, at: place)
    var pack = try parseLanguage(try source(at: path, tag.tag, place: place))
    // The region says which words are meant, and the PDF repeats it.
    pack.tag = tag
    packs[tag] = pack
    return pack
  }

  /// The file of a language, or of the wider language that it belongs to.
  private func languageFile(
    _ tag: LanguageTag, at place: SourceRange?
  ) throws(Diagnostics) -> String {
    if LanguageTag(wellFormed: tag.tag)?.hasCode == true {
      for known in tag.lookup where realPath(resources.language(known)) != nil {
        return resources.language(known)
      }
    }
    let names = fileNames(in: resources.languages).filter {
      realPath(resources.language(LanguageTag($0))) != nil
    }
    throw Diagnostics(
      .error(
        "there is no language \(quoted(tag.tag))", at: place,
        hint: "write \(listed(names)), also with a region as en-GB"))
  }

  private func shelf(for pack: LanguagePack) throws(Diagnostics) -> LanguageShelf {
    if let known = shelves[pack.tag] { return known }
    let made = LanguageShelf(folder: resources.languages, packs: [pack.tag: pack])
    shelves[pack.tag] = made
    return made
  }

  // MARK: Files

  /// The finished PDF of a composed letter.
  ///
  /// - Throws: what keeps the letter from the standard asked for, with clause and place.
  public func pdf(
    _ composition: Composition, options: FinishOptions = FinishOptions()
  ) throws(Diagnostics) -> [UInt8] {
    let painted = try paint(composition)
    return try times.measure("Finish") { () throws(Diagnostics) in
      try finishPDF(painted, composition, options: options)
    }
  }

  /// Finished PDFs of a composed letter, which is painted once for all of them; each is the same as
  /// if it were made alone.
  ///
  /// - Throws: what keeps the letter from a standard asked for, with clause and place.
  public func pdfs(
    _ composition: Composition, options: [FinishOptions]
  ) throws(Diagnostics) -> [[UInt8]] {
    let painted = try paint(composition)
    return try times.measure("Finish") { () throws(Diagnostics) in
      var files: [[UInt8]] = []
      for each in options {
        files.append(try finishPDF(painted, composition, options: each))
      }
      return files
    }
  }

  private func paint(_ composition: Composition) throws(Diagnostics) -> PaintedPDF {
    let fonts = try fontsInUse()
    return try times.measure("Paint") { () throws(Diagnostics) in
      try paintPDF(composition, fonts: fonts)
    }
  }

  /// What the finished PDF cannot claim because of the enclosures and letterheads in it.
  ///
  /// - Throws: the same as errors, where the standard is demanded.
  public func standardWarnings(
    _ composition: Composition, options: FinishOptions = FinishOptions()
  ) throws(Diagnostics) -> [Diagnostic] {
    try achievableStandard(
      try settledStandard(options), for: composition, isDemanded: options.demandsStandard
    ).warnings
  }

  /// A picture of each page.
  ///
  /// - Parameter dotsPerInch: the pictures' resolution.
  public func png(
    _ composition: Composition, dotsPerInch: Double
  ) throws(Diagnostics) -> [[UInt8]] {
    let fonts = try fontsInUse()
    var pictures: [[UInt8]] = []
    for page in composition.pages {
      pictures.append(try paintPNG(page, dotsPerInch: dotsPerInch, fonts: fonts))
    }
    return pictures
  }

  /// Each page as an SVG drawing.
  public func svg(_ composition: Composition) throws(Diagnostics) -> [[UInt8]] {
    let fonts = try fontsInUse()
    var drawings: [[UInt8]] = []
    for page in composition.pages { drawings.append(try paintSVG(page, fonts: fonts)) }
    return drawings
  }

  private func fontsInUse() throws(Diagnostics) -> FontBook {
    guard let book else {
      throw Diagnostics(
        .error("nothing was composed by this typesetter", at: nil, hint: "compose a letter first"))
    }
    return book
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
