import ForeignPDF
import PDFFile

/// Puts other PDFs into a composed letter: enclosures behind it, a letterhead under it.
///
/// The letter's own page numbers count the letter. An enclosure with tags is heard as its own
/// structure says; the pages of another are figures that a screen reader announces by its title.
struct AppendedPages {
  let letter: Letter
  let plan: Plan
  let setting: EnclosureSetting
  let language: LanguagePack
  let folders: LetterAssets
  let shaper: Shaper

  /// The letter with its letterhead and its enclosures' pages.
  func append(to composition: Composition) throws(Diagnostics) -> Composition {
    guard plan.letterhead != nil || letter.enclosures.contains(where: { $0.file != nil }) else {
      return composition
    }
    var pages = composition.pages
    var structure = composition.structure
    var imports: [ImportedPDF] = []
    let files = OpenedPDFs()
    try underlay(&pages, &imports, files)
    var enclosed: [EnclosedPages] = []
    // After everything in the letter, in the order of the list.
    var order = Int.max / 2
    for (index, enclosure) in letter.enclosures.enumerated() {
      guard let file = enclosure.$file else { continue }
      let source = ImportedPDF(name: file.value, place: file.place)
      let opened = try open(
        source, try folders.readPDF(file, of: .letter), keepsTags: true, in: files)
      let first = pages.count
      var element = StructureElement(
        role: opened.isTagged ? .part : .section, parent: StructureTree.root,
        title: enclosure.title)
      let itsLanguage = opened.language.map { LanguageTag($0) }
      if opened.isTagged, itsLanguage != plan.language { element.language = itsLanguage }
      let section = structure.add(element)
      for (page, extent) in opened.pages.enumerated() {
        let name = stamp(number: index + 1, page: page + 1, of: opened.pages.count)
        var part = section
        if !opened.isTagged {
          var figure = StructureElement(role: .figure, parent: section)
          figure.alternative = "\(name): \(enclosure.title)"
          part = structure.add(figure)
        }
        let size = setting.keepsSize ? Size(extent).asPaper ?? plan.page : plan.page
        pages.append(
          Page(
            size: size,
            frame: Frame(size: size, items: setting.stamps ? stampItems(name, on: size) : []),
            boxes: [],
            imported: ImportedPage(
              source: imports.count, page: page, part: .content(part, order: order),
              keepsTags: opened.isTagged)))
        order += 1
      }
      imports.append(source)
      let word = language.words["enclosure"] ?? ""
      enclosed.append(
        EnclosedPages(
          title: enclosure.title, label: "\(word) \(index + 1) · ",
          pages: first..<pages.count, section: section))
    }
    return Composition(
      pages: pages, structure: structure, metadata: composition.metadata,
      warnings: composition.warnings, imports: imports, files: files, enclosures: enclosed)
  }

  /// Lays the letterhead under the first and the following pages.
  private func underlay(
    _ pages: inout [Page], _ imports: inout [ImportedPDF], _ files: OpenedPDFs
  ) throws(Diagnostics) {
    guard let letterhead = plan.letterhead else { return }
    for (path, range) in [
      (letterhead.first, 0..<min(1, pages.count)), (letterhead.next, 1..<max(1, pages.count)),
    ] {
      guard let path else { continue }
      let file = ImportedPDF(name: path.value, place: path.place)
      _ = try open(file, try folders.readPDF(path, of: .layout), keepsTags: false, in: files)
      for index in range {
        pages[index].imported = ImportedPage(
          source: imports.count, page: 0, part: .artifact(.background))
      }
      imports.append(file)
    }
  }

  private func open(
    _ file: ImportedPDF, _ bytes: [UInt8], keepsTags: Bool, in files: OpenedPDFs
  ) throws(Diagnostics) -> OpenedPDFs.Outset {
    do throws(PDFError) {
      let opened = try files.open(bytes, name: file.name, keepsTags: keepsTags)
      if !opened.pages.isEmpty { return opened }
    } catch {
      throw Diagnostics(
        .error(
          "the PDF \(quoted(file.name)) cannot be used: \(error.reason)", at: file.place,
          hint: "save it again without a password, or print it to PDF"))
    }
    throw Diagnostics(
      .error("the PDF \(quoted(file.name)) has no pages", at: file.place, hint: "check the file"))
  }

  private func stamp(number: Int, page: Int, of count: Int) -> String {
    (language.words["enclosure-page"] ?? "{number}: {page}/{pages}")
      .replacing("{number}", with: String(number)).replacing("{page}", with: String(page))
      .replacing("{pages}", with: String(count))
  }

  /// The stamp in the top right corner, clear of the edge that printers cannot print.
  private func stampItems(_ text: String, on size: Size) -> [Placed<FrameItem>] {
    guard var style = plan.flow.firstTextStyle else { return [] }
    style.size = .pt(8)
    style.weight = 400
    style.italic = false
    let part = Part.artifact(.pagination(.header))
    let paragraph = ParagraphPlan(
      role: .fixed,
      inlines: [
        InlinePlan(
          content: .text(text), style: style, language: plan.language, hyphenates: false,
          part: part, place: nil)
      ],
      style: ParagraphStyle(
        leading: .pt(10), alignment: .right, breaking: .firstFit,
        hyphenation: HyphenationRules(
          enabled: false, before: 2, after: 2, ladder: 0, graded: false, exceptions: []),
        protectsPhrases: false, opticalMargin: false, spaceStretch: 0, spaceShrink: 0),
      textStyle: style)
    let margin = Length.mm(12)
    return setLine(paragraph, width: size.width - margin * 2, shaper: shaper)
      .moved(by: Point(x: margin, y: .mm(8)))
  }
}

extension [FlowBlock] {
  /// The text style of the column's first paragraph.
  fileprivate var firstTextStyle: TextStyle? {
    for case .paragraph(let plan) in self { return plan.textStyle }
    return nil
  }
}
