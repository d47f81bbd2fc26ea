import Intake

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
      let read = try read(
        file, try folders.readPDF(file, of: .letter), for: .enclosure, in: &whole)
      append(read, title: enclosure.title, number: index + 1, to: &whole)
    }
    return Composition(
      pages: whole.pages, structure: whole.structure, metadata: composition.metadata,
      warnings: composition.warnings, imports: whole.imports, enclosures: whole.enclosures)
  }

  /// The letter with what was put into it so far.
  private struct Whole {
    var pages: [Page]
    var structure: StructureTree
    var imports: [ImportedPDF] = []
    var enclosures: [EnclosedPages] = []
    /// The next place in the reading order: after everything in the letter, in the order of the list.
    var order = Int.max / 2
  }

  /// Lets the pages follow of the PDF that was read last.
  private func append(
    _ file: ForeignFile, title: String, number: Int, to whole: inout Whole
  ) {
    let isTagged = file.structure != nil
    let first = whole.pages.count
    var element = StructureElement(
      role: isTagged ? .part : .section, parent: StructureTree.root, title: title)
    let itsLanguage = file.language.map { LanguageTag($0) }
    if isTagged, itsLanguage != plan.language { element.language = itsLanguage }
    let section = whole.structure.add(element)
    for (index, page) in file.pages.enumerated() {
      let name = stamp(number: number, page: index + 1, of: file.pages.count)
      var part = section
      if !isTagged {
        var figure = StructureElement(role: .figure, parent: section)
        figure.alternative = "\(name): \(title)"
        part = whole.structure.add(figure)
      }
      let size = setting.keepsSize ? Size(page.extent).asPaper ?? plan.page : plan.page
      whole.pages.append(
        Page(
          size: size,
          frame: Frame(size: size, items: setting.stamps ? stampItems(name, on: size) : []),
          boxes: [],
          imported: ImportedPage(
            source: whole.imports.count - 1, page: index, part: .content(part, order: whole.order),
            keepsTags: isTagged)))
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
      _ = try read(path, try folders.readPDF(path, of: .layout), for: .background, in: &whole)
      for index in range {
        whole.pages[index].imported = ImportedPage(
          source: whole.imports.count - 1, page: 0, part: .artifact(.background))
      }
    }
  }

  /// Reads a PDF and takes it in among those that the letter draws on.
  private func read(
    _ file: Located<String>, _ bytes: [UInt8], for use: ImportUse, in whole: inout Whole
  ) throws(Diagnostics) -> ForeignFile {
    let read: ForeignFile
    do throws(IntakeFault) {
      read = try folders.intake.ask(ReadForeignPDF(bytes, file: file.value, use: use))
    } catch {
      throw Diagnostics(unread(file, error))
    }
    guard !read.pages.isEmpty else {
      throw Diagnostics(
        .error(
          .noPDF, "the PDF \(quoted(file.value)) has no pages", at: file.place,
          hint: "check the file"))
    }
    whole.imports.append(ImportedPDF(name: file.value, file: read, place: file.place))
    return read
  }

  private func unread(_ file: Located<String>, _ fault: IntakeFault) -> Diagnostic {
    let subject: DiagnosticText = "the PDF \(quoted(file.value))"
    let hint: DiagnosticText = "save it again without a password, or print it to PDF"
    guard case .refused(let refusal) = fault else {
      return .unread(subject, fault, at: file.place, hint: hint)
    }
    return .error(
      .noPDF, "\(subject) cannot be used: \(DiagnosticText(refusal.reason))", at: file.place,
      hint: refusal.hint.map { DiagnosticText($0) } ?? hint)
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
      role: .fixed(in: "stamp"),
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
