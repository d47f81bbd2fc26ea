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
    var whole = Whole(pages: composition.pages, structure: composition.structure)
    try underlay(&whole)
    for (index, enclosure) in letter.enclosures.enumerated() {
      guard let file = enclosure.$file else { continue }
      let opened = try open(
        file, try folders.readPDF(file, of: .letter), keepsTags: true, in: &whole)
      append(opened, title: enclosure.title, number: index + 1, to: &whole)
    }
    return Composition(
      pages: whole.pages, structure: whole.structure, metadata: composition.metadata,
      warnings: composition.warnings, imports: whole.imports, files: whole.files,
      enclosures: whole.enclosures)
  }

  /// The letter with what was put into it so far.
  private struct Whole {
    var pages: [Page]
    var structure: StructureTree
    var imports: [ImportedPDF] = []
    let files = OpenedPDFs()
    var enclosures: [EnclosedPages] = []
    /// The next place in the reading order: after everything in the letter, in the order of the list.
    var order = Int.max / 2
  }

  /// Lets the pages follow of the PDF that was opened last.
  private func append(
    _ opened: OpenedPDFs.Outset, title: String, number: Int, to whole: inout Whole
  ) {
    let first = whole.pages.count
    var element = StructureElement(
      role: opened.isTagged ? .part : .section, parent: StructureTree.root, title: title)
    let itsLanguage = opened.language.map { LanguageTag($0) }
    if opened.isTagged, itsLanguage != plan.language { element.language = itsLanguage }
    let section = whole.structure.add(element)
    for (page, extent) in opened.pages.enumerated() {
      let name = stamp(number: number, page: page + 1, of: opened.pages.count)
      var part = section
      if !opened.isTagged {
        var figure = StructureElement(role: .figure, parent: section)
        figure.alternative = "\(name): \(title)"
        part = whole.structure.add(figure)
      }
      let size = setting.keepsSize ? Size(extent).asPaper ?? plan.page : plan.page
      whole.pages.append(
        Page(
          size: size,
          frame: Frame(size: size, items: setting.stamps ? stampItems(name, on: size) : []),
          boxes: [],
          imported: ImportedPage(
            source: whole.imports.count - 1, page: page, part: .content(part, order: whole.order),
            keepsTags: opened.isTagged)))
      whole.order += 1
    }
    let word = language[.enclosure] ?? ""
    whole.enclosures.append(
      EnclosedPages(
        title: title, label: "\(word) \(number) · ", pages: first..<whole.pages.count,
        section: section))
  }

  /// Lays the letterhead under the first and the following pages.
  private func underlay(_ whole: inout Whole) throws(Diagnostics) {
    guard let letterhead = plan.letterhead else { return }
    let count = whole.pages.count
    for (path, range) in [
      (letterhead.first, 0..<min(1, count)), (letterhead.next, 1..<max(1, count)),
    ] {
      guard let path else { continue }
      _ = try open(path, try folders.readPDF(path, of: .layout), keepsTags: false, in: &whole)
      for index in range {
        whole.pages[index].imported = ImportedPage(
          source: whole.imports.count - 1, page: 0, part: .artifact(.background))
      }
    }
  }

  /// Opens a PDF and takes it in among those that the letter draws on.
  private func open(
    _ file: Located<String>, _ bytes: [UInt8], keepsTags: Bool, in whole: inout Whole
  ) throws(Diagnostics) -> OpenedPDFs.Outset {
    let opened: OpenedPDFs.Outset
    do throws(PDFError) {
      opened = try whole.files.open(bytes, name: file.value, keepsTags: keepsTags)
    } catch {
      throw Diagnostics(
        .error(
          "the PDF \(quoted(file.value)) cannot be used: \(error.reason)", at: file.place,
          hint: "save it again without a password, or print it to PDF"))
    }
    guard !opened.pages.isEmpty else {
      throw Diagnostics(
        .error(
          "the PDF \(quoted(file.value)) has no pages", at: file.place, hint: "check the file"))
    }
    whole.imports.append(ImportedPDF(name: file.value, place: file.place))
    return opened
  }

  private func stamp(number: Int, page: Int, of count: Int) -> String {
    (language[.enclosurePage] ?? "{number}: {page}/{pages}")
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
