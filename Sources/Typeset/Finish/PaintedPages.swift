import ForeignPDF
import PDFFile

/// The pages as Cairo painted them, mended, in the document that is delivered.
struct PaintedPages {
  /// A page, and what finishing reads of it.
  struct Page {
    let object: PDFObject
    /// Its operators.
    let content: [UInt8]
    /// What they draw with.
    let resources: PDFObject
    /// What they list their drawings in, where a foreign page comes among them.
    let drawings: PDFObject?
    /// Its paper.
    let mediaBox: PDFObject
  }

  let pages: [Page]

  /// Moves the painted pages into a document.
  ///
  /// They move into a new file, so that the structure that Cairo made is never even read.
  ///
  /// - Parameter drawsForeign: whether a foreign page is drawn under a page.
  init(
    moving cairo: borrowing PDFDocument, into pdf: borrowing PDFDocument, _ painted: PaintedPDF,
    drawsForeign: (Int) -> Bool
  ) throws(PDFError) {
    pdf.appendPages(of: cairo)
    let count = pdf.pageCount
    try pdf.check("find the pages")
    guard count == painted.marks.count else {
      throw PDFError(
        action: "find the pages",
        reason: "there are \(count), but \(painted.marks.count) were painted")
    }
    var repairs = CairoRepairs()
    try repairs.write(into: pdf)
    var pages: [Page] = []
    for index in 0..<count {
      let page = pdf.page(index)
      // Print services ask for files without transparency, and Cairo calls every page a group. The
      // links of the letter itself are added later, as are the keys of its structure.
      let foreign = repairs.hasTransparency ? [] : ["Group"]
      for key in foreign + ["Annots", "StructParents"] { pdf.remove(key, from: page) }
      let resources = pdf.dictionary("Resources", of: page)
      pages.append(
        Page(
          object: page, content: try pdf.pageContents(page), resources: resources,
          drawings: drawsForeign(index) ? pdf.dictionary("XObject", of: resources) : nil,
          mediaBox: pdf.get(page, "MediaBox")))
    }
    self.pages = pages
  }
}
