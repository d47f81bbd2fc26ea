import ForeignPDF
import PDFFile

/// Lays pages of other PDFs under the letter's pages, or makes them its pages.
struct ImportedPages {
  let composition: Composition
  let files: [OpenedPDF]
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool

  /// What a page shows besides its own content.
  enum Drawing {
    /// Operators that draw a page under the content, as one piece of it.
    case under([ContentOperation])
    /// Operators that are the page's content, with tags of their own; what they draw with, which
    /// other pages may share, and the names that its drawings have.
    case whole([UInt8], resources: PDFReference, names: Set<String>)
  }

  /// What was taken over.
  struct Taken {
    /// For each page what it shows of another PDF.
    var drawings: [Drawing?]
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
  func takeOver(
    into body: inout PDFBody, _ known: inout KnownObjects, painted: PaintedPages
  ) throws(PDFError) -> Taken {
    var taken = Taken(drawings: Array(repeating: nil, count: body.pages.count))
    for (source, file) in files.enumerated() {
      let users = composition.pages.indices.filter {
        composition.pages[$0].imported?.source == source && body.pages.indices.contains($0)
      }
      guard let first = users.first, let part = composition.pages[first].imported?.part else {
        continue
      }
      let keepsTags = users.allSatisfy { composition.pages[$0].imported?.keepsTags == true }
      if keepsTags, let tags = file.tags {
        let places = try keep(source, on: users, &taken, into: &body, &known)
        let graft = TagGraft(
          source: file, number: source, tags: tags, prefix: "import-\(source)-", places: places,
          pages: body.pages, linksAreText: linksAreText)
        taken.grafts.append((part, first, graft))
      } else {
        try draw(source, on: users, &taken, into: &body, &known, painted)
      }
    }
    return taken
  }

  /// Makes foreign pages the content of the letter's pages.
  private func keep(
    _ source: Int, on users: [Int], _ taken: inout Taken, into body: inout PDFBody,
    _ known: inout KnownObjects
  ) throws(PDFError) -> [Int: (page: Int, matrix: PageMatrix)] {
    let file = files[source]
    var places: [Int: (page: Int, matrix: PageMatrix)] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported?.page, places[wanted] == nil else {
        continue
      }
      let placing = placing(file.extent(of: wanted), on: user)
      let content = try file.placedContent(of: wanted)
      let itsResources = try file.page(wanted).resources
      let resources = known.copy(itsResources, from: source, in: &body)
      let begin: [ContentOperation] = [.save, .concatenate(placing)]
      taken.drawings[user] = .whole(
        begin.bytes + [UInt8(ascii: " ")] + content + [.restore].line, resources: resources,
        names: Set(file.document.keys(of: file.document.get(itsResources, "XObject"))))
      body.set(body.pages[user], "Resources", .reference(resources))
      if let group = file.group(of: wanted) {
        let group = known.copy(group, from: source, in: &body)
        body.set(body.pages[user], "Group", .reference(group))
      }
      places[wanted] = (user, file.matrix(of: wanted).then(placing))
    }
    return places
  }

  /// Draws foreign pages under the letter's pages.
  private func draw(
    _ source: Int, on users: [Int], _ taken: inout Taken, into body: inout PDFBody,
    _ known: inout KnownObjects, _ painted: PaintedPages
  ) throws(PDFError) {
    let name = "Imported\(source)"
    var forms: [Int: PDFReference] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported?.page else { continue }
      if forms[wanted] == nil { forms[wanted] = try form(of: wanted, source, into: &body, &known) }
      guard let form = forms[wanted] else { continue }
      let resources = known.name(painted.pages[user].resources, in: &body)
      body.set(known.drawings(of: resources, in: &body), name, .reference(form))
      taken.drawings[user] = .under([
        .save, .concatenate(placing(files[source].extent(of: wanted), on: user)), .draw(name),
        .restore,
      ])
    }
  }

  /// A foreign page as a form, its lower left corner at the origin.
  private func form(
    of page: Int, _ source: Int, into body: inout PDFBody, _ known: inout KnownObjects
  ) throws(PDFError) -> PDFReference {
    let file = files[source]
    let taken = try file.page(page)
    let resources = known.copy(taken.resources, from: source, in: &body)
    var entries: PDFDictionary = [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .array(file.box(of: page).map { .points($0) }),
      "Matrix": .array(file.matrix(of: page).numbers.map { .points($0) }),
      "Resources": .reference(resources),
    ]
    if let group = file.group(of: page) {
      entries["Group"] = .reference(known.copy(group, from: source, in: &body))
    }
    return body.addStream(taken.content, entries)
  }

  /// The matrix that fits a page into one of the letter and puts it in the middle.
  private func placing(_ extent: PageExtent, on user: Int) -> PageMatrix {
    let size = Size(extent)
    let sheet = composition.pages[user]
    let page = sheet.trim
    var scale = min(page.size.width / size.width, page.size.height / size.height)
    // Paper sizes in points are rounded; a page of the same size is not touched.
    if abs(scale - 1) < 0.004 { scale = 1 }
    let margin = Point(
      x: (page.size.width - size.width * scale) / 2,
      y: (page.size.height - size.height * scale) / 2)
    return PageMatrix(
      a: scale, d: scale, e: (page.minX + margin.x).points,
      f: (sheet.size.height - page.maxY + margin.y).points)
  }
}
