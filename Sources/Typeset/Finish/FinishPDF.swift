/// Turns Cairo's PDF into the file that is delivered: tagged, described and within its standards.
///
/// The steps touch each object once; the file is read once and written once.
///
/// - Throws: ``Diagnostics`` with every clause of the asked standards that the letter breaks.
func finishPDF(
  _ painted: PaintedPDF, _ composition: Composition, options: FinishOptions = FinishOptions()
) throws(Diagnostics) -> [UInt8] {
  let standard = try achievableStandard(
    try settledStandard(options), for: composition, isDemanded: options.demandsStandard
  ).standard
  try StandardCheck(composition: composition, standard: standard).run()
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
      in: pdf)
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
    linksAreText: isPaper, grafts: grafts)
  writer.write(into: pdf, annotationOwners: annotationOwners)
  if pages.count >= 3 {
    bookmarks(of: composition, geometry, pages).write(into: pdf)
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
    try pdf.write(version: "1.7")
  }
  try cairo.check("read the painted letter")
  return bytes
}

/// The standard that the options ask for, or the one that lets attachments in.
func settledStandard(
  _ options: FinishOptions
) throws(Diagnostics) -> FinishOptions.Standard {
  guard !options.attachments.isEmpty else { return options.standard }
  switch options.standard {
  case .archiveAndAccess: return .archiveAndAccessWithAttachments
  case .archive: return .archiveWithAttachments
  case .archiveText: return .archiveTextWithAttachments
  case .archiveLook:
    throw Diagnostics(
      .error(
        "PDF/A-2b cannot carry attached files (ISO 19005-2, 6.8)", at: nil,
        hint: "ask for a-3b, or leave the attachments out"))
  default: return options.standard
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
  with drawing: ImportedPages.Drawing?, in pdf: borrowing PDFDocument
) throws(PDFError) {
  let own = if case .under = drawing { 1 } else { 0 }
  var rewriter = ContentRewriter(
    marks: Array(tags.dropFirst(own)),
    dropsInner: marks.dropFirst(own).map { $0.actualText != nil || $0.isRightToLeft })
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
  of composition: Composition, _ geometry: ContentGeometry, _ pages: [PDFObject]
) -> Outline {
  var outline = Outline()
  for (index, element) in composition.structure.elements.enumerated() {
    guard case .heading(let level) = element.role,
      let extent = geometry.headings[ElementID(index)], pages.indices.contains(extent.page)
    else { continue }
    let top = composition.pages[extent.page].size.height - extent.rect.minY
    let title = geometry.texts[ElementID(index)] ?? element.title ?? ""
    outline.add(
      Outline.Item(
        title: title, level: level,
        destination: [
          .object(pages[extent.page]), .name("XYZ"), .real(0), .real(top.points), .integer(0),
        ]))
  }
  for enclosure in composition.enclosures where pages.indices.contains(enclosure.pages.lowerBound) {
    outline.add(
      Outline.Item(
        title: enclosure.title, level: 1,
        destination: [.object(pages[enclosure.pages.lowerBound]), .name("Fit")]))
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
