import Intake
import PDFFile

/// Lays pages of other PDFs under the letter's pages, or makes them its pages.
struct ImportedPages {
  let composition: Composition
  /// Whether links are plain text, as on paper.
  let linksAreText: Bool
  /// Whether the letter is of PDF 2.0.
  let isPDF2: Bool

  /// What a page shows besides its own content.
  enum Drawing {
    /// Operators that draw a page under the content, as one piece of it, and what they draw.
    case under([ContentOperation], name: String, form: PDFReference)
    /// Operators that are the page's content, with tags of their own, and what they draw with, which
    /// other pages may share.
    case whole([UInt8], resources: PDFReference)
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
  func takeOver(into body: inout PDFBody) throws(PDFError) -> Taken {
    var taken = Taken(drawings: Array(repeating: nil, count: body.pages.count))
    for (source, imported) in composition.imports.enumerated() {
      let users = composition.pages.indices.filter {
        composition.pages[$0].imported?.source == source && body.pages.indices.contains($0)
      }
      guard let first = users.first, let part = composition.pages[first].imported?.part else {
        continue
      }
      let file = TakenFile(file: imported.file, objects: body.adopt(imported.file.objects))
      let keepsTags = users.allSatisfy { composition.pages[$0].imported?.keepsTags == true }
      if keepsTags, let structure = imported.file.structure {
        let places = try keep(file, on: users, &taken, into: &body)
        let graft = TagGraft(
          structure: structure, objects: file.objects, prefix: "import-\(source)-", places: places,
          pages: body.pages, linksAreText: linksAreText, isPDF2: isPDF2,
          pageOwners: imported.file.pages.map(\.owners))
        taken.grafts.append((part, first, graft))
      } else {
        try draw(file, as: "Imported\(source)", on: users, &taken, into: &body)
      }
    }
    return taken
  }

  /// A foreign PDF whose objects the body has.
  private struct TakenFile {
    let file: ForeignFile
    let objects: AdoptedFragment

    /// - Throws: when there is no such page.
    func page(_ index: Int) throws(PDFError) -> ForeignFile.Page {
      guard file.pages.indices.contains(index) else {
        throw PDFError(action: "use another PDF", reason: "it has no page \(index + 1)")
      }
      return file.pages[index]
    }
  }

  /// Makes foreign pages the content of the letter's pages.
  private func keep(
    _ file: TakenFile, on users: [Int], _ taken: inout Taken, into body: inout PDFBody
  ) throws(PDFError) -> [Int: TagGraft.Place] {
    var places: [Int: TagGraft.Place] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported?.page, places[wanted] == nil else {
        continue
      }
      let page = try file.page(wanted)
      let placing = placing(page.extent, on: user)
      let resources = file.objects[page.resources]
      let box = page.box
      // Moved so that its lower left corner is at the origin, and cut to its box.
      let begin: [ContentOperation] = [
        .save, .concatenate(placing), .concatenate(page.matrix),
        .clip([box[0], box[1], box[2] - box[0], box[3] - box[1]]),
      ]
      taken.drawings[user] = .whole(
        begin.bytes + page.content + [.restore].bytes, resources: resources)
      body.set(body.pages[user], "Resources", .reference(resources))
      if let group = page.group {
        body.set(body.pages[user], "Group", .reference(file.objects[group]))
      }
      places[wanted] = TagGraft.Place(page: user, matrix: page.matrix.then(placing))
    }
    return places
  }

  /// Draws foreign pages under the letter's pages.
  private func draw(
    _ file: TakenFile, as name: String, on users: [Int], _ taken: inout Taken,
    into body: inout PDFBody
  ) throws(PDFError) {
    var forms: [Int: PDFReference] = [:]
    for user in users {
      guard let wanted = composition.pages[user].imported?.page else { continue }
      let page = try file.page(wanted)
      let form = forms[wanted] ?? form(of: page, file.objects, into: &body)
      forms[wanted] = form
      taken.drawings[user] = .under(
        [.save, .concatenate(placing(page.extent, on: user)), .draw(name), .restore],
        name: name, form: form)
    }
  }

  /// A foreign page as a form, its lower left corner at the origin.
  private func form(
    of page: ForeignFile.Page, _ objects: AdoptedFragment, into body: inout PDFBody
  ) -> PDFReference {
    var entries: PDFDictionary = [
      "Type": .name("XObject"), "Subtype": .name("Form"),
      "BBox": .array(page.box.map { .points($0) }),
      "Matrix": .array(page.matrix.numbers.map { .points($0) }),
      "Resources": .reference(objects[page.resources]),
    ]
    entries["Group"] = page.group.map { .reference(objects[$0]) }
    return body.addStream(page.content, entries)
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
