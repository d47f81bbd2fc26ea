package import Intake
package import PDFFile

/// Reads a foreign PDF, once and as far as a letter uses it.
///
/// - Parameters:
///   - name: what messages call it.
///   - use: what the letter does with it.
/// - Throws: when the file is broken or encrypted.
package func readForeignPDF(
  _ bytes: [UInt8], name: String, use: ImportUse
) throws(PDFError) -> ForeignFile {
  // Large files are not copied, for there is not much memory.
  try bytes.withUnsafeBufferPointer { (bytes) throws(PDFError) in
    let lent = UnsafeRawBufferPointer(bytes)
    return try makeFile(
      of: try OpenedPDF(lent, name: name, keepsTags: use == .enclosure), name, use)
  }
}

/// What in a PDF breaks the standards that enclosures are held to.
///
/// - Throws: when the file is broken or encrypted.
package func auditPDF(_ bytes: [UInt8]) throws(PDFError) -> ImportFlaws {
  try bytes.withUnsafeBufferPointer { (bytes) throws(PDFError) in
    let file = try OpenedPDF(UnsafeRawBufferPointer(bytes), name: "the file", keepsTags: true)
    return try file.audit(pages: 0..<file.pageCount, as: .enclosure).flaws
  }
}

private func makeFile(
  of file: OpenedPDF, _ name: String, _ use: ImportUse
) throws(PDFError) -> ForeignFile {
  let used = use == .background ? 0..<min(1, file.pageCount) : 0..<file.pageCount
  for page in used { _ = try file.page(page) }
  let audit = try file.audit(pages: used, as: use)
  // From here on the document stays as it is.
  var maker = FragmentMaker()
  var pages: [ForeignFile.Page] = []
  for index in used {
    let page = try file.page(index)
    pages.append(
      ForeignFile.Page(
        extent: file.extent(of: index), box: file.box(of: index), matrix: file.matrix(of: index),
        content: page.content, resources: maker.add(page.resources, in: file.document),
        group: file.group(of: index).map { maker.add($0, in: file.document) },
        owners: page.owners))
  }
  let structure = try StructureReader(file, pages: used, &maker)?.structure
  try maker.fill(from: file.document)
  try file.document.check("read “\(name)”")
  return ForeignFile(
    pages: pages, structure: structure, language: file.language, flaws: audit.flaws,
    colors: audit.colors, objects: maker.fragment)
}
