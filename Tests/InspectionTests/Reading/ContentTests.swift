import Intake
import PDFFile
import Proofing
import Testing

@testable import Inspection

/// Content is read as viewers draw it: where glyphs stand, in which colours, and what is cut away.
struct ContentTests {
  private func read(
    _ content: String, resources: String = "", page: String = "", objects: [String] = []
  ) throws -> PageContent {
    let font =
      "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/LastChar 122/Widths[\(String(repeating: "500 ", count: 26))]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[97/ae/uni00F8]>>>>>>"
    let bytes = HandmadePDF.page(
      content, resources: font + resources, page: page, objects: objects
    ).bytes
    let pdf = try InspectedPDF(bytes, name: "x", by: InspectedPDFTests.intake)
    var shelf = ContentShelf(deadline: .now + .seconds(20))
    return ContentReader.read(try #require(pdf.pages.first), in: pdf, sharing: &shelf)
  }

  private func lines(_ content: String, page: String = "") throws -> [TextLine] {
    TextLine.all(in: try read(content, page: page))
  }

  @Test func `Glyphs stand where matrices, widths and spacing put them`() throws {
    let content = try read(
      "q 2 0 0 2 0 0 cm BT /F 10 Tf 5 Tc 50 Tz 10 TL 36 300 Td (cd) Tj T* [(e) -1000 (f)] TJ ET Q")
    let texts = content.texts
    #expect(texts.map(\.text.words) == ["cd", "ef"])
    #expect(texts[0].text.size == 20)
    let starts = texts.flatMap(\.text.glyphs).map { ($0.area.left / millimetresAPoint).rounded() }
    // A glyph is 5 of the text's units, spacing 5 more, all at half and then twice: 10; and 1000 / 1000 × 10 more.
    #expect(starts == [72, 82, 72, 92])
    let drop = texts[1].text.glyphs[0].area.bottom - texts[0].text.glyphs[0].area.bottom
    #expect((drop / millimetresAPoint).rounded() == 20)
  }

  @Test func `Characters are those of encodings and their differences`() throws {
    let content = try read("BT /F 10 Tf 9 9 Td <6162634a E6> Tj ET")
    #expect(content.texts.first?.text.words == "æøcJæ")
  }

  @Test func `Colours, clips and forms hold as long as their states`() throws {
    let content = try read(
      """
      q 0.5 g 10 10 100 50 re W n 0 0 300 300 re f Q 20 20 5 5 re f \
      q 1 0 0 rg 0 0 1 0 k /X Do Q 400 400 9 9 re S
      """,
      resources: "/XObject<</X 6 0 R>>",
      objects: [
        "<</Subtype/Form/BBox[0 0 10 10]/Matrix[1 0 0 1 100 100]>>stream:0 0 50 50 re f q"
      ])
    let colors = content.pieces.map(\.color)
    #expect(colors == [.gray(0.5), .gray(0), .cmyk(0, 0, 1, 0), .gray(0)])
    let widths = content.pieces.map { (($0.area?.width ?? 0) / millimetresAPoint).rounded() }
    #expect(widths == [100, 5, 10, 9])
    #expect(content.pieces[2].form == 6)
    #expect(content.colorSpaces == ["DeviceCMYK"])
  }

  @Test func `Images say how many pixels lie on an inch`() throws {
    let content = try read(
      "q 144 0 0 72 0 0 cm /X Do Q q 0 72 -72 0 200 200 cm /X Do Q",
      resources: "/XObject<</X 6 0 R>>",
      objects: [
        "<</Subtype/Image/Width 300/Height 200/BitsPerComponent 8/ColorSpace/DeviceGray>>stream:x"
      ])
    let found = content.pieces.map { piece -> Double in
      if case .image(let image) = piece.kind { image.dotsPerInch.rounded() } else { 0 }
    }
    #expect(found == [150, 200])
  }

  @Test func `Words are put together from glyphs and operators, lines from words`() throws {
    let made = try lines(
      "BT /F 10 Tf 50 700 Td (ccc) Tj (ddd) Tj 200 0 Td (far) Tj -200 -14 Td (next line) Tj ET")
    #expect(made.map(\.text) == ["cccddd", "fær", "next line"])
    #expect(try lines("BT /F 10 Tf 3 Tr 50 700 Td (ccc) Tj ET") == [])
  }

  @Test(arguments: [0, 90, 180, 270])
  func `Places are those of the page as it is seen`(turn: Int) throws {
    // A glyph upright on the turned page, 20 mm from the left and 30 mm from the top.
    let matrix =
      switch turn {
      case 90: "0 1 -1 0 85.04 56.69"
      case 180: "-1 0 0 -1 538.31 85.04"
      case 270: "0 -1 1 0 509.96 785.31"
      default: "1 0 0 1 56.69 756.96"
      }
    let found = try lines(
      "BT /F 10 Tf \(matrix) Tm (ccc) Tj ET", page: "/Rotate \(turn)/MediaBox[0 0 595 842]")
    let area = try #require(found.first?.area)
    #expect(abs(area.left - 20) < 0.1, "\(area)")
    #expect(area.top < 30 && area.bottom > 30, "\(area)")
  }

  @Test func `Broken content ends, and what was read stands`() throws {
    for broken in ["[ [ (a", "<< /A << /B", "BT /F 10 Tf (", "Q Q EMC ET ] >> }", "/F Do (x) Tj"] {
      let content = try read("0 0 9 9 re f \(broken)")
      #expect(content.pieces.count == 1, "\(broken)")
    }
  }
}
