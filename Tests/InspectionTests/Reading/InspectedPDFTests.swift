import Inspection
import Intake
import PDFFile
import Proofing
import Testing

/// What a file holds comes over from the intake as it is, and what is wrong with it as words.
struct InspectedPDFTests {
  static let intake = IntakeClient(program: IntakeLocation.find(resources: Project.folder))

  private func inspect(_ bytes: [UInt8]) throws -> InspectedPDF {
    try InspectedPDF(bytes, name: "file.pdf", by: Self.intake)
  }

  @Test func `Pages, boxes and content are those of the file`() throws {
    let pdf = try inspect(
      HandmadePDF.page(
        "0 g (x) Tj", page: "/Rotate 90/CropBox[0 0 283.4646 141.7323]", claim: "2A"
      ).bytes)
    #expect(pdf.damages == [])
    #expect(pdf.encryption == .none)
    #expect(pdf.version == "1.7")
    #expect(pdf.language == "da")
    let page = try #require(pdf.pages.first)
    #expect(pdf.pages.count == 1)
    #expect(page.rotation == 90)
    #expect(page.mediaBox == [0, 0, 595, 842])
    #expect((page.extent.width * 10).rounded() == 500)
    #expect((page.extent.height * 10).rounded() == 1000)
    #expect(String(decoding: page.content(in: pdf), as: UTF8.self).hasPrefix("0 g (x) Tj"))
  }

  @Test func `Entries of nodes above a page are the page's, and a circle ends`() throws {
    var made = HandmadePDF()
    made.add("<</Type/Catalog/Pages 2 0 R>>")
    made.add("<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 2/MediaBox[0 0 100 200]/Rotate 180>>")
    made.add("<</Type/Page/Parent 2 0 R>>")
    let contents = try Self.intake.ask(InspectPDF(made.bytes))
    let pdf = InspectedPDF(made.bytes, name: "x", contents: contents)
    #expect(pdf.pages.first?.mediaBox == [0, 0, 100, 200])
    #expect(pdf.pages.first?.rotation == 180)
  }

  @Test func `A damaged file, an empty one and one that is none tell what is wrong`() throws {
    let whole = HandmadePDF.page("0 g").bytes
    #expect(try !inspect(Array(whole.dropLast(40))).damages.isEmpty)
    #expect(try !inspect([]).damages.isEmpty)
    let none = try inspect(Array("no PDF at all".utf8))
    #expect(!none.damages.isEmpty)
    #expect(none.pages.isEmpty)
  }

  @Test func `A locked file says so; one that everybody opens tells what is allowed`() async throws
  {
    let plain = try FileOnDisk(HandmadePDF.page("0 g").bytes)
    let scratch = try Scratch()
    let (locked, open) = (scratch.path("locked.pdf"), scratch.path("open.pdf"))
    _ = try await output(of: "qpdf", "--encrypt", "user", "owner", "256", "--", plain.path, locked)
    _ = try await output(
      of: "qpdf", "--encrypt", "", "owner", "256", "--print=none", "--extract=n", "--", plain.path,
      open)
    #expect(try inspect(scratch.read("locked.pdf")).encryption == .locked)
    guard case .open(let permitted) = try inspect(scratch.read("open.pdf")).encryption else {
      Issue.record("it is not seen as encrypted")
      return
    }
    #expect(!permitted.contains(.print) && !permitted.contains(.copy))
    #expect(permitted.contains(.change))
  }

  @Test func `Samples and embedded files stay behind; other streams come decoded`() throws {
    let pdf = try inspect(
      HandmadePDF.page(
        "q Q", resources: "/XObject<</A 6 0 R/B 7 0 R>>",
        objects: [
          "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>stream:x",
          "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Filter/ASCIIHexDecode>>stream:30>",
        ]
      ).bytes)
    #expect(pdf.stream(.reference(PDFReference(index: 6))) == nil)
    #expect(pdf.stream(.reference(PDFReference(index: 7)))?.bytes == [0x30])
  }

  @Test func `Text strings are read in each of their encodings`() {
    #expect(textString([0xFE, 0xFF, 0x00, 0xE6]) == "æ")
    #expect(textString([0xFF, 0xFE, 0xE6, 0x00]) == "æ")
    #expect(textString([0xEF, 0xBB, 0xBF, 0xC3, 0xA6]) == "æ")
    #expect(textString([0xE6, 0x84, 0xA0]) == "æ—€")
  }
}
