/// Lays pages of other PDFs under the letter's pages.
struct ImportedPages {
  let composition: Composition
  let pages: [PDFObject]

  /// What a page shows besides its own content.
  enum Drawing {
    /// Operators that draw a page under the content, as one piece of it.
    case under([UInt8])
    /// Operators that are the page's content, with tags of their own; and the resources of what
    /// the letter itself puts on it.
    case whole([UInt8], own: PDFObject)
  }

  /// What was written, and the files, to be kept until the document is written.
  struct Written {
    /// For each page what it shows of another PDF.
    var drawings: [Drawing?]
    var files: [PageImport] = []
    /// The structures of those that keep theirs, and the elements that they go under.
    var grafts: [(part: Part, page: Int, graft: TagGraft)] = []
  }

  /// The marks of each page with that of its imported page before them.
  static func marks(of composition: Composition, _ painted: [[MarkedContent]]) -> [[MarkedContent]]
  {
    zip(composition.pages, painted).map { page, marks in
      guard let imported = page.imported, !imported.keepsTags else { return marks }
      return [MarkedContent(part: imported.part, actualText: nil)] + marks
    }
  }

  /// Puts the imported pages in place among the pages' resources.
  ///
  /// - Parameter linksAreText: whether links are plain text, as on paper.
  func write(into pdf: borrowing PDFDocument, linksAreText: Bool) throws(PDFError) -> Written {
    var written = Written(drawings: Array(repeating: nil, count: pages.count))
    for (source, file) in composition.imports.enumerated() {
      let users = composition.pages.indices.filter {
        composition.pages[$0].imported?.source == source && pages.indices.contains($0)
      }
      guard let first = users.first, let part = composition.pages[first].imported?.part else {
        continue
      }
      let keepsTags = users.allSatisfy { composition.pages[$0].imported?.keepsTags == true }
      let imported = try file.placing { () throws(PDFError) in
        try PageImport(file, keepsTags: keepsTags)
      }
      written.files.append(imported)
      if keepsTags, let tags = imported.tags {
        let places = try takeOver(imported, on: users, &written, in: pdf)
        let graft = TagGraft(
          source: imported, tags: tags, prefix: "import-\(source)-", places: places, pages: pages,
          linksAreText: linksAreText)
        written.grafts.append((part, first, graft))
      } else {
        try draw(imported, named: "Imported\(source)", on: users, &written, in: pdf)
      }
    }
    return written
  }

  /// Makes foreign pages the content of the letter's pages.
  private func takeOver(
    _ file: PageImport, on users: [Int], _ written: inout Written, in pdf: borrowing PDFDocument
  ) throws(PDFError) -> [Int: (page: Int, matrix: PageMatrix)] {
    var places: [Int: (page: Int, matrix: PageMatrix)] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported?.page, places[wanted] == nil else {
        continue
      }
      let placing = Self.placing(file.size(of: wanted), on: composition.pages[user].size)
      let content = try file.placedContent(of: wanted)
      written.drawings[user] = .whole(
        Array("q \(placing.operation) ".utf8) + content + Array("Q\n".utf8),
        own: pdf.get(pages[user], "Resources"))
      let resources = pdf.copy(try file.page(wanted).resources, from: file.document)
      pdf.set(pages[user], "Resources", .object(resources))
      if let group = file.group(of: wanted) {
        pdf.set(pages[user], "Group", .object(pdf.copy(group, from: file.document)))
      }
      places[wanted] = (user, file.matrix(of: wanted).then(placing))
    }
    return places
  }

  /// Draws foreign pages under the letter's pages.
  private func draw(
    _ file: PageImport, named name: String, on users: [Int], _ written: inout Written,
    in pdf: borrowing PDFDocument
  ) throws(PDFError) {
    var forms: [Int: PDFObject] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported else { continue }
      let form: PDFObject
      if let known = forms[wanted.page] {
        form = known
      } else {
        form = try file.form(of: wanted.page, in: pdf)
        forms[wanted.page] = form
      }
      Self.addResource(form, name, to: pages[user], in: pdf)
      let placing = Self.placing(file.size(of: wanted.page), on: composition.pages[user].size)
      written.drawings[user] = .under(Array("q \(placing.operation) /\(name) Do Q".utf8))
    }
  }

  /// The matrix that fits a page into another and puts it in the middle.
  private static func placing(_ size: Size, on page: Size) -> PageMatrix {
    var scale = min(page.width / size.width, page.height / size.height)
    // Paper sizes in points are rounded; a page of the same size is not touched.
    if abs(scale - 1) < 0.004 { scale = 1 }
    return PageMatrix(
      a: scale, d: scale, e: (page.width.points - size.width.points * scale) / 2,
      f: (page.height.points - size.height.points * scale) / 2)
  }

  /// Adds a form to a page's resources.
  static func addResource(
    _ form: PDFObject, _ name: String, to page: PDFObject, in pdf: borrowing PDFDocument
  ) {
    var resources = pdf.get(page, "Resources")
    if !pdf.isDictionary(resources) {
      resources = pdf.add([:])
      pdf.set(page, "Resources", .object(resources))
    }
    var objects = pdf.get(resources, "XObject")
    if !pdf.isDictionary(objects) {
      objects = pdf.add([:])
      pdf.set(resources, "XObject", .object(objects))
    }
    pdf.set(objects, name, .object(form))
  }
}
