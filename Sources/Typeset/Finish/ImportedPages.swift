/// Lays pages of other PDFs under the letter's pages.
struct ImportedPages {
  let composition: Composition
  let pages: [PDFObject]

  /// The marks of each page with that of its imported page before them.
  static func marks(of composition: Composition, _ painted: [[MarkedContent]]) -> [[MarkedContent]]
  {
    zip(composition.pages, painted).map { page, marks in
      guard let imported = page.imported else { return marks }
      return [MarkedContent(part: imported.part, actualText: nil)] + marks
    }
  }

  /// Puts the imported pages in place among the pages' resources.
  ///
  /// - Returns: what each page draws before its own content, and the files, to be kept until the
  ///   document is written.
  func write(
    into pdf: borrowing PDFDocument
  ) throws(PDFError) -> (drawings: [[UInt8]?], files: [PageImport]) {
    var files: [PageImport] = []
    var drawings = [[UInt8]?](repeating: nil, count: pages.count)
    for (source, file) in composition.imports.enumerated() {
      let users = composition.pages.indices.filter {
        composition.pages[$0].imported?.source == source && pages.indices.contains($0)
      }
      guard !users.isEmpty else { continue }
      let imported = try file.placing { () throws(PDFError) in try PageImport(file) }
      files.append(imported)
      var forms: [Int: PDFObject] = [:]
      for user in users {
        guard let wanted = composition.pages[user].imported else { continue }
        let form: PDFObject
        if let known = forms[wanted.page] {
          form = known
        } else {
          form = try file.placing { () throws(PDFError) in
            try imported.form(of: wanted.page, in: pdf)
          }
          forms[wanted.page] = form
        }
        let name = "Imported\(source)"
        addResource(form, name, to: pages[user], in: pdf)
        let placing = Self.placing(
          imported.size(of: wanted.page), on: composition.pages[user].size)
        drawings[user] = Array("q \(placing) cm /\(name) Do Q".utf8)
      }
    }
    return (drawings, files)
  }

  /// The matrix that fits a page into another and puts it in the middle.
  private static func placing(_ size: Size, on page: Size) -> String {
    var scale = min(page.width / size.width, page.height / size.height)
    // Paper sizes in points are rounded; a page of the same size is not touched.
    if abs(scale - 1) < 0.004 { scale = 1 }
    let x = (page.width.points - size.width.points * scale) / 2
    let y = (page.height.points - size.height.points * scale) / 2
    return "\(rounded(scale)) 0 0 \(rounded(scale)) \(rounded(x)) \(rounded(y))"
  }

  /// Without exponents, which PDF does not know.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func addResource(
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
