/// Turns Cairo's PDF into the file that is delivered: tagged, described and within its standards.
///
/// The steps touch each object once; the file is read once and written once.
///
/// - Throws: ``Diagnostics`` with every clause of the asked standards that the letter breaks.
func finishPDF(
  _ painted: PaintedPDF, _ composition: Composition, options: FinishOptions = FinishOptions()
) throws(Diagnostics) -> [UInt8] {
  let wanted = try settledStandard(options)
  let standard = try achievableStandard(
    wanted, for: composition, isDemanded: options.demandsStandard
  ).standard
  // What the author owes is owed whatever an enclosure takes away.
  try StandardCheck(composition: composition, standard: wanted).run()
  do throws(PDFError) {
    return try finishedBytes(painted, composition, standard, options)
  } catch {
    throw error.diagnostics
  }
}

private func finishedBytes(
  _ painted: PaintedPDF, _ composition: Composition, _ standard: FinishOptions.Standard,
  _ options: FinishOptions
) throws(PDFError) -> [UInt8] {
  let cairo = try PDFDocument(reading: painted.bytes, name: "the painted letter")
  // The pages move into a new file, so that the structure that Cairo made is never even read.
  let pdf = try PDFDocument()
  pdf.appendPages(of: cairo)
  let pages = try letterPages(pdf, painted)
  var repairs = CairoRepairs()
  try repairs.write(into: pdf)
  if !repairs.hasTransparency {
    // Print services ask for files without transparency, and Cairo calls every page a group.
    for page in pages { pdf.remove("Group", from: page) }
  }
  let geometry = ContentGeometry(composition)
  let sizes = composition.pages.map(\.size)
  let isPaper = options.purpose == .print

  var builder = StructureBuilder(composition.structure)
  let imports = try ImportedPages(composition: composition, pages: pages)
    .write(into: pdf, linksAreText: isPaper)
  for (index, marks) in ImportedPages.marks(of: composition, painted.marks).enumerated() {
    try rewriteContent(
      of: pages[index], tags: try builder.addPage(marks), marks, with: imports.drawings[index],
      isForPaper: isPaper, in: pdf)
    finishPage(pages[index], isPaper: isPaper, in: pdf)
  }
  var grafts: [TagGraft.Result] = []
  for (part, page, graft) in imports.grafts {
    builder.add(graft: grafts.count, on: page, to: part)
    grafts.append(try graft.graft(into: pdf))
  }
  var annotationOwners: [ElementID] = []
  if !isPaper {
    let links = LinkAnnotations(
      structure: composition.structure, geometry: geometry, pages: pages, pageSizes: sizes)
    annotationOwners = links.write(into: pdf, &builder)
  }
  builder.assemble()
  let writer = StructureWriter(
    builder: builder, pages: pages, figures: geometry.figures, pageSizes: sizes,
    linksAreText: isPaper, isPDF2: standard.isPDF2, grafts: grafts)
  let elements = writer.write(into: pdf, annotationOwners: annotationOwners)
  if pages.count >= 3 {
    // PDF/UA-2 wants bookmarks to lead to elements (ISO 14289-2, 8.8).
    bookmarks(of: composition, geometry, pages, standard.isPDF2 ? elements : nil).write(into: pdf)
  }
  finishCatalog(of: pdf, composition.metadata, standard)
  labelPages(of: pdf, composition.enclosures)
  Attachments(files: options.attachments, date: composition.metadata.date).write(into: pdf)
  if isPaper, options.blankLastSide, pages.count % 2 == 1, let size = sizes.last {
    appendBlankPage(of: size, to: pdf)
  }
  try pdf.check("finish the PDF")
  // A digital seal would go in here, as the last change before writing: a signature field with a
  // `ByteRange` of fixed width, filled in on the written bytes.
  let bytes = try withExtendedLifetime(imports.files) { () throws(PDFError) in
    try pdf.write(version: standard.isPDF2 ? "2.0" : "1.7")
  }
  try cairo.check("read the painted letter")
  return bytes
}

/// The standard that the options ask for, or the one that lets attachments in.
func settledStandard(
  _ options: FinishOptions
) throws(Diagnostics) -> FinishOptions.Standard {
  guard !options.attachments.isEmpty else {
    guard options.standard.archive?.level == "F" else { return options.standard }
    throw Diagnostics(
      .error(
        "PDF/A-4f is for files within the PDF, and none is given (ISO 19005-4, annex A)", at: nil,
        hint: "attach a file, or ask for a-4 or a-4+ua-2"))
  }
  try checkNames(of: options.attachments)
  switch options.standard {
  case .a2aUA1: return .a3aUA1
  case .a4UA2: return .a4fUA2
  case .a4: return .a4f
  case .a2a: return .a3a
  case .a2u: return .a3u
  case .a2b:
    throw Diagnostics(
      .error(
        "PDF/A-2b cannot carry attached files (ISO 19005-2, 6.8)", at: nil,
        hint: "ask for a-3b, or leave the attachments out"))
  default: return options.standard
  }
}

/// - Throws: a name that two files have; a reader would find only one of them.
private func checkNames(of attachments: [FinishOptions.Attachment]) throws(Diagnostics) {
  var names: Set<String> = []
  for name in attachments.map(\.name) where !names.insert(name).inserted {
    throw Diagnostics(
      .error(
        "two attached files have the name \(quoted(name))", at: nil,
        hint: "rename one of them, or attach it once"))
  }
}

/// The pages of the painted letter, which must be as many as were painted.
private func letterPages(
  _ pdf: borrowing PDFDocument, _ painted: PaintedPDF
) throws(PDFError) -> [PDFObject] {
  let count = pdf.pageCount
  try pdf.check("find the pages")
  guard count == painted.marks.count else {
    throw PDFError(
      action: "find the pages",
      reason: "there are \(count), but \(painted.marks.count) were painted")
  }
  return (0..<count).map { pdf.page($0) }
}

/// Gives a page's content its tags, with an imported page under it or around it.
private func rewriteContent(
  of page: PDFObject, tags: [[UInt8]], _ marks: [MarkedContent],
  with drawing: ImportedPages.Drawing?, isForPaper: Bool, in pdf: borrowing PDFDocument
) throws(PDFError) {
  let own = if case .under = drawing { 1 } else { 0 }
  var rewriter = ContentRewriter(
    marks: Array(tags.dropFirst(own)),
    dropsInner: marks.dropFirst(own).map { $0.actualText != nil || $0.isRightToLeft })
  rewriter.isForPaper = isForPaper
  var content = rewriter.rewrite(try pdf.pageContents(page))
  guard rewriter.count == rewriter.marks.count else {
    throw PDFError(
      action: "tag the content",
      reason: "a page has \(rewriter.count) tags, but \(rewriter.marks.count) were painted")
  }
  switch drawing {
  case .under(let drawing):
    if let tag = tags.first {
      content = tag + Array(" ".utf8) + drawing + Array(" EMC\n".utf8) + content
    }
  case .whole(let foreign, let resources):
    // Its names would meet those of the foreign page, so the letter's own content is a form.
    content = foreign + (marks.isEmpty ? [] : ownForm(content, resources, on: page, in: pdf))
  case nil: break
  }
  let stream = pdf.addStream(content)
  pdf.set(page, "Contents", .object(stream))
  pdf.release(stream)
}

/// Puts content into a form among a page's resources.
///
/// - Returns: the operators that draw it.
private func ownForm(
  _ content: [UInt8], _ resources: PDFObject, on page: PDFObject, in pdf: borrowing PDFDocument
) -> [UInt8] {
  let form = pdf.addStream(
    content,
    [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .object(pdf.get(page, "MediaBox")), "Resources": .object(resources),
    ])
  let name = "LetterContent"
  ImportedPages.addResource(form, name, to: page, in: pdf)
  return Array("/\(name) Do\n".utf8)
}

private func finishPage(_ page: PDFObject, isPaper: Bool, in pdf: borrowing PDFDocument) {
  // The links of the letter itself are added later; there are no others.
  pdf.remove("Annots", from: page)
  // Screen readers follow the structure, also from link to link (ISO 14289-1, 7.18.3).
  pdf.set(page, "Tabs", .name("S"))
  if isPaper {
    let box = pdf.get(page, "MediaBox")
    pdf.set(page, "TrimBox", .object(box))
    pdf.set(page, "BleedBox", .object(box))
  }
}

private func finishCatalog(
  of pdf: borrowing PDFDocument, _ metadata: DocumentMetadata, _ standard: FinishOptions.Standard
) {
  let catalog = pdf.catalog
  pdf.set(catalog, "MarkInfo", ["Marked": true])
  pdf.set(catalog, "Lang", .bytes(Array(metadata.language.pdfTag.utf8)))
  pdf.set(catalog, "ViewerPreferences", ["DisplayDocTitle": true])
  let profile = pdf.addStream(ColorProfile.sRGB, ["N": 3])
  pdf.set(
    catalog, "OutputIntents",
    [
      [
        "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
        "OutputConditionIdentifier": .text("sRGB"), "Info": .text("sRGB IEC61966-2.1"),
        "RegistryName": .text("http://www.color.org"), "DestOutputProfile": .object(profile),
      ]
    ])
  DocumentInformation(metadata: metadata, standard: standard).write(into: pdf)
}

/// Numbers the letter's pages from 1, and those of each enclosure again.
private func labelPages(of pdf: borrowing PDFDocument, _ enclosures: [EnclosedPages]) {
  var labels: [PDFValue] = [0, ["S": .name("D")]]
  for enclosure in enclosures {
    labels += [
      .integer(enclosure.pages.lowerBound), ["S": .name("D"), "P": .text(enclosure.label)],
    ]
  }
  pdf.set(pdf.catalog, "PageLabels", ["Nums": .array(labels)])
}

private func bookmarks(
  of composition: Composition, _ geometry: ContentGeometry, _ pages: [PDFObject],
  _ elements: [PDFObject?]?
) -> Outline {
  func object(of element: ElementID?) -> PDFObject? { element.flatMap { elements?[$0.index] } }
  var outline = Outline()
  for (index, element) in composition.structure.elements.enumerated() {
    guard case .heading(let level) = element.role, !element.spokenWords.isEmpty,
      let extent = geometry.headings[ElementID(index)], pages.indices.contains(extent.page)
    else { continue }
    let top = composition.pages[extent.page].size.height - extent.rect.minY
    outline.add(
      Outline.Item(
        title: element.spokenWords, level: level,
        destination: [
          .object(pages[extent.page]), .name("XYZ"), .real(0), .real(top.points), .integer(0),
        ], element: object(of: ElementID(index))))
  }
  for enclosure in composition.enclosures where pages.indices.contains(enclosure.pages.lowerBound) {
    outline.add(
      Outline.Item(
        title: enclosure.title, level: 1,
        destination: [.object(pages[enclosure.pages.lowerBound]), .name("Fit")],
        element: object(of: enclosure.section)))
  }
  return outline
}

private func appendBlankPage(of size: Size, to pdf: borrowing PDFDocument) {
  let box: PDFValue = [0, 0, .real(size.width.points), .real(size.height.points)]
  let page = pdf.add([
    "Type": .name("Page"), "MediaBox": box, "TrimBox": box, "BleedBox": box,
    "Resources": [:], "Tabs": .name("S"),
  ])
  pdf.append(page: page)
}
