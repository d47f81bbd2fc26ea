import ForeignPDF
import Intake
import Proofing

@testable import Typeset

/// Letters with other PDFs behind them, as the program appends them.
struct EnclosingLetter {
  let composition: Composition
  private let fonts = SamplePlan.fonts

  /// - Parameters:
  ///   - files: each is one enclosure.
  ///   - isStamped: whether the letter says on each of their pages which it is.
  init(_ files: [[UInt8]], isStamped: Bool = false) throws {
    var letter = FinishSample.letter()
    var pages: [Page] = []
    var order = 1000
    var imports: [ImportedPDF] = []
    for (source, bytes) in files.enumerated() {
      let file = try readForeignPDF(bytes, name: "bilag.pdf", use: .enclosure)
      imports.append(ImportedPDF(name: "bilag.pdf", file: file))
      let isTagged = file.structure != nil
      let section = letter.element(isTagged ? .part : .section)
      for page in file.pages.indices {
        let part =
          isTagged
          ? section : letter.element(.figure, in: section, alternative: "Bilag, side \(page)")
        let stamp = isStamped ? ["Bilag \(source + 1) side \(page + 1)"] : []
        pages.append(
          Page(
            size: .a4, frame: try SamplePlan().compose(paragraphs: stamp).pages[0].frame, boxes: [],
            imported: ImportedPage(
              source: source, page: page, part: .content(part, order: order), keepsTags: isTagged)))
        order += 1
      }
    }
    let composed = try letter.compose(fonts: fonts)
    composition = Composition(
      pages: composed.pages + pages, structure: composed.structure, metadata: composed.metadata,
      warnings: [], imports: imports,
      enclosures: [
        EnclosedPages(
          title: "Invitation", label: "Bilag 1 · ",
          pages: composed.pages.count..<composed.pages.count + pages.count)
      ])
  }

  func finish(_ options: FinishOptions = FinishOptions(onForeignPDF: .weaken)) throws -> FileOnDisk
  {
    try FileOnDisk(finishPDF(try paint(), composition, options: options))
  }

  func paint() throws -> PaintedPDF { try paintPDF(composition, fonts: fonts) }

  /// The standard that it can meet, and the reason if that is less than the usual.
  func standard() throws -> (FinishOptions.Standard, String) {
    let (standard, warnings) = try achievableStandard(.a2aUA1, for: composition)
    return (standard, warnings.map(\.message).joined(separator: "\n"))
  }
}
