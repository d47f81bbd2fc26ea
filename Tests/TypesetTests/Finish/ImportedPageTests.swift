import Foundation
import PDFFile
import Proofing
import Testing

@testable import Typeset

/// Foreign pages look as they do in their own file.
struct ImportedPageTests {
  static let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"

  func words(_ pdf: HandmadePDF) async throws -> String {
    let letter = try EnclosingLetter([pdf.bytes])
    let file = try letter.finish()
    #expect(try await Run("qpdf", ["--check", file.path]).ending == .exit(0))
    return try await file.words(ofPage: letter.composition.pages.count)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func shown(_ tag: String, _ word: String, _ y: Int) -> String {
    "\(tag) BDC BT /F 12 Tf 50 \(y) Td (\(word)) Tj ET EMC "
  }

  @Test(arguments: [
    ("/D<</OFF[6 0 R]>>", "to tre"), ("/D<</BaseState/OFF>>", "tre"),
    ("/D<</BaseState/OFF/ON[6 0 R]>>", "et tre"), ("/D<<>>", "et to tre"),
    ("/D<</AS[<</Event/View/Category[/View]/OCGs[6 0 R 7 0 R]>>]>>", "et tre"),
  ])
  func `Layers that are hidden stay hidden, and their words are not in the file`(
    setting: String, shown: String
  ) async throws {
    let content =
      Self.shown("/OC/One", "et", 90) + Self.shown("/OC/Two", "to", 70) + "/P BMC "
      + Self.shown("/Span<<>>", "tre", 50) + "EMC"
    let pdf = HandmadePDF.page(
      content, resources: "/Properties<</One 6 0 R/Two 7 0 R>>\(Self.font)",
      catalog: "/OCProperties<</OCGs[6 0 R 7 0 R]\(setting)>>",
      objects: [
        "<</Type/OCG/Name(et)>>",
        "<</Type/OCG/Name(to)/Usage<</View<</ViewState/OFF>>>>>>",
      ])
    #expect(
      try await words(pdf).split(whereSeparator: \.isWhitespace).joined(separator: " ") == shown)
  }

  @Test(arguments: [
    ("/OCGs[6 0 R 7 0 R]", true), ("/OCGs[6 0 R 7 0 R]/P/AllOn", false),
    ("/OCGs[6 0 R 7 0 R]/P/AnyOff", true), ("/OCGs 6 0 R/P/AllOff", true), ("/OCGs 6 0 R", false),
    ("/VE[/Not 6 0 R]", true), ("/VE[/And 6 0 R 7 0 R]", false),
    ("/VE[/Or[/Not 7 0 R] 7 0 R]", true), ("/OCGs[]", true),
  ])
  func `Forms, annotations and text belong to several layers`(
    membership: String, isShown: Bool
  ) async throws {
    let pdf = HandmadePDF.page(
      Self.shown("/OC/M", "tekst", 50) + "/X Do",
      resources: "/Properties<</M 8 0 R>>/XObject<</X 9 0 R>>\(Self.font)",
      page: "/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 200 99 299]/OC 8 0 R/AP<</N 10 0 R>>>>]",
      catalog: "/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>",
      objects: [
        "<</Type/OCG/Name(et)>>", "<</Type/OCG/Name(to)>>", "<</Type/OCMD\(membership)>>",
        """
        <</Subtype/Form/BBox[0 0 99 99]/OC 8 0 R/Resources<<\(Self.font)>>>>stream:\
        BT /F 12 Tf 50 30 Td (form) Tj ET
        """,
        """
        <</Subtype/Form/BBox[0 0 99 99]/Resources<<\(Self.font)>>>>stream:\
        BT /F 12 Tf 5 30 Td (stempel) Tj ET
        """,
      ])
    let words = try await words(pdf)
    for word in ["tekst", "form", "stempel"] { #expect(words.contains(word) == isShown) }
  }

  @Test func `A stamp is drawn on a page without objects of its own`() async throws {
    let pdf = HandmadePDF.page(
      "0 0 9 9 re f",
      page: "/Annots[<</Type/Annot/Subtype/Stamp/Rect[10 10 0.00001 20]/AP<</N 6 0 R>>>>]",
      objects: [
        """
        <</BBox[0 0 99 99]/Resources<<\(Self.font)>>>>stream:BT /F 12 Tf 5 30 Td (stempel) Tj ET
        """
      ])
    #expect(try await words(pdf) == "stempel")
  }

  @Test(arguments: [
    "/MediaBox[0 0 0 0]", "/MediaBox[10 10 10 500]", "/MediaBox[]", "/MediaBox[0 0 99999999 9]",
    "/MediaBox[0 0 595 842]/CropBox[5 5 5 5]", "/MediaBox[0 0 595 842]/CropBox[900 900 950 950]",
    "/MediaBox[0 0 595 842]/UserUnit 0", "/MediaBox(a)", "/MediaBox[595 842 0 0]",
  ])
  func `A page without an extent is as large as A4`(box: String) async throws {
    let pdf = HandmadePDF.page(
      "BT /F 12 Tf 50 50 Td (Tekst) Tj ET", resources: Self.font, page: box)
    #expect(try await words(pdf) == "Tekst")
    let file = try EnclosingLetter([pdf.bytes]).finish()
    let content = try await file.readable()
    #expect(!content.contains("inf ") && !content.contains("nan ") && !content.contains("e-0"))
  }

  @Test func `Numbers are written as PDF reads them`() {
    #expect(PDFSyntax.number(0.00001) == ".00001")
    #expect(PDFSyntax.number(-0.000001) == "0")
    #expect(PDFSyntax.number(-12.5) == "-12.5")
    #expect(PDFSyntax.number(.infinity) == "0")
    #expect(PDFSyntax.number(1e300) == "1000000000")
    #expect(PDFSyntax.number(3) == "3")
  }
}
