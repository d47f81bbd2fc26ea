import ForeignPDF
import Foundation
import Intake
import PDFFile
import Proofing
import Testing

@testable import Typeset

/// Pages of other PDFs lie under the letter's pages, and the file stays within its standards.
struct ImportTests {
  /// A letter of one page with two pages of another letter behind it.
  func compose(enclosing bytes: [UInt8], pages count: Int = 2, _ fonts: FontBook) throws
    -> Composition
  {
    var letter = FinishSample.letter()
    let part = letter.element(.part)
    let file = try readForeignPDF(bytes, name: "bilag.pdf", use: .enclosure)
    let composed = try letter.compose(fonts: fonts)
    let pages = (0..<count).map { index in
      Page(
        size: .a4, frame: Frame(size: .a4, items: []), boxes: [],
        imported: ImportedPage(
          source: 0, page: index, part: .content(part, order: 1000 + index), keepsTags: true))
    }
    return Composition(
      pages: composed.pages + pages, structure: composed.structure,
      metadata: composed.metadata, warnings: [],
      imports: [ImportedPDF(name: "bilag.pdf", file: file)],
      enclosures: [
        EnclosedPages(
          title: "Invitation", label: "Bilag 1 · ", pages: 1..<1 + count)
      ])
  }

  func twoPages() throws -> [UInt8] {
    var other = FinishSample()
    other.sample.height = .pt(13 * 5)
    other.add(
      String(repeating: "Dette bilag er langt nok til at fylde to sider. ", count: 12),
      as: .paragraph)
    return try other.finish()
  }

  func finish(_ composition: Composition, _ fonts: FontBook) throws -> [UInt8] {
    try finishPDF(try paintPDF(composition, fonts: fonts), composition)
  }

  @Test func `Enclosed pages have bookmarks and labels of their own`() async throws {
    let fonts = SamplePlan.fonts
    let file = try FileOnDisk(finish(compose(enclosing: twoPages(), fonts), fonts))
    let breaches = try await file.breaches()
    #expect(breaches == [])
    let text = try await output(of: "pdftotext", "-f", "2", file.path, "-")
    #expect(text.contains("Dette bilag er langt nok"))
    let json = try await output(of: "qpdf", "--json", file.path)
    #expect(json.contains(#""title": "Invitation""#))
    #expect(json.contains("u:Bilag 1 · "))
    #expect(try await output(of: "pdfinfo", file.path).contains(/Pages: +3/))
    #expect(try await Run("qpdf", ["--check", file.path]).ending == .exit(0))
  }

  @Test func `A page keeps its place when it is turned, cropped or of another size`() async throws {
    let fonts = SamplePlan.fonts
    let source = try FileOnDisk(twoPages())
    let turned = source.scratch.path("turned.pdf")
    _ = try await output(of: "qpdf", "--rotate=+90", source.path, turned)
    let bytes = try source.scratch.read("turned.pdf")
    let imported = try readForeignPDF(bytes, name: "turned.pdf", use: .enclosure)
    #expect(imported.pages.count == 2)
    #expect(imported.pages[0].extent.width > imported.pages[0].extent.height)
    let file = try FileOnDisk(finish(compose(enclosing: bytes, fonts), fonts))
    // The turned page is fitted into the upright one: its text runs up the middle.
    let box = try await output(of: "pdftotext", "-f", "2", "-l", "2", "-bbox", file.path, "-")
    #expect(box.contains("Dette"))
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A letterhead is drawn once and lies under every page as a background`() async throws {
    let fonts = SamplePlan.fonts
    let head = try twoPages()
    let composed = try FinishSample.letter().compose(fonts: fonts)
    let page = composed.pages[0]
    let read = try readForeignPDF(head, name: "head.pdf", use: .background)
    #expect(read.pages.count == 1)
    let background = ImportedPage(source: 0, page: 0, part: .artifact(.background))
    let composition = Composition(
      pages: (0..<3).map { _ in
        Page(size: page.size, frame: page.frame, boxes: [], imported: background)
      },
      structure: composed.structure, metadata: composed.metadata, warnings: [],
      imports: [ImportedPDF(name: "head.pdf", file: read)])
    let file = try FileOnDisk(finish(composition, fonts))
    let breaches = try await file.breaches()
    #expect(breaches == [])
    let json = try await file.json()
    #expect(json.matches(of: /"\/Subtype": "\/Form"/).count == 1)
    #expect(try await !file.tree().contains("Dette bilag"))
  }

  @Test func `A broken or encrypted enclosure is an error that names it`() async throws {
    let fonts = SamplePlan.fonts
    let source = try FileOnDisk(twoPages())
    let locked = source.scratch.path("locked.pdf")
    _ = try await output(
      of: "qpdf", "--encrypt", "hemmelig", "chef", "256", "--", source.path, locked)
    let bytes = try source.scratch.read("locked.pdf")
    let problem = #expect(throws: PDFError.self) { try compose(enclosing: bytes, fonts) }
    #expect(
      problem == PDFError(action: "read “bilag.pdf”", reason: "it asks for a password"))
    for broken in [[], Array("%PDF-1.4".utf8), Array(try twoPages().prefix(3000))] as [[UInt8]] {
      #expect(throws: PDFError.self) { try compose(enclosing: broken, fonts) }
    }
    #expect(throws: Diagnostics.self) {
      try finish(compose(enclosing: twoPages(), pages: 3, fonts), fonts)
    }
  }

  /// A PDF that ghostscript makes of PostScript.
  func made(from postScript: String) async throws -> [UInt8] {
    let source = try FileOnDisk(Array(postScript.utf8), suffix: "ps")
    let target = source.scratch.path("made.pdf")
    _ = try await output(of: "gs", "-q", "-sDEVICE=pdfwrite", "-o", target, source.path)
    return try source.scratch.read("made.pdf")
  }

  @Test(arguments: [
    ("1 0 0 setrgbcolor 0 0 99 99 rectfill showpage", FinishOptions.Standard.a2u, ""),
    (
      "0 1 1 0 setcmykcolor 0 0 99 99 rectfill showpage", .none,
      "its colours are printing inks (CMYK)"
    ),
    (
      "/Helvetica 12 selectfont 99 99 moveto (Tekst) show showpage", .none,
      "it holds text and does not say that it is PDF/A"
    ),
  ])
  func `A file claims no more than what lies in it allows`(
    content: String, standard: FinishOptions.Standard, reason: String
  ) async throws {
    let file = try await made(from: "%!\n" + content)
    let letter = try EnclosingLetter([file])
    let (found, message) = try letter.standard()
    #expect(found == standard)
    #expect(message.hasPrefix("with “bilag.pdf” the PDF does not meet a-2a+ua-1: \(reason)"))
    let finished = try letter.finish()
    let text = String(decoding: try finished.bytes(), as: UTF8.self)
    #expect(text.contains("pdfaid:part") == reason.isEmpty)
    #expect(!text.contains("pdfuaid:part"))
  }
}
