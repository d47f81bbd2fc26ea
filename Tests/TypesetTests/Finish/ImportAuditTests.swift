import Foundation
import Intake
import Proofing
import Testing

@testable import Typeset

/// A letter claims no more than every enclosure allows, whatever the enclosure says of itself.
struct ImportAuditTests {
  /// What is wrong with an enclosure besides its missing tags; empty if nothing is.
  func flaw(_ pdf: HandmadePDF) async throws -> String {
    let letter = try EnclosingLetter([pdf.bytes])
    let (standard, message) = try letter.standard()
    var reason = message.components(separatedBy: "a-2a+ua-1: ").last ?? ""
    reason = reason.components(separatedBy: "it has no tags")[0]
    if reason.hasSuffix(", and ") { reason.removeLast(6) }
    #expect(standard == (reason.isEmpty ? .a2u : .none))
    // Whatever it is, the file is sound.
    let file = try letter.finish()
    if reason != "its pages are broken" {
      #expect(try await Run("qpdf", ["--check", file.path]).ending == .exit(0))
    }
    let bytes = Data(try file.bytes())
    #expect((bytes.range(of: Data("pdfaid:part".utf8)) != nil) == reason.isEmpty)
    return reason
  }

  static let ink = "its colours are printing inks (CMYK)"

  @Test(arguments: [
    ("BI/W 1/H 1/CS/CMYK/BPC 8/F/AHx ID 00000000> EI", ink),
    ("BI/W 1/H 1/CS[/I/CMYK 0<00000000>]/BPC 8/F/AHx ID 00> EI", ink),
    ("BI/W 1/H 1/CS/G/BPC 8/F[/AHx/LZW] ID 800B6050> EI", "an image in it is coded as LZW"),
    ("BI/W 1/H 1/CS/G/BPC 8/I true/F/AHx ID 00> EI", "an image in it is interpolated"),
    ("0 1 1 0 k 0 0 9 9 re f", ink), ("/DeviceCMYK cs 0 0 9 9 re f", ink),
    ("0 0 9 9 re f fyld", "its pages hold “fyld”, which is no operator of PDF"),
    ("BX 1 2 xx EX", "its pages hold “xx”, which is no operator of PDF"),
    ("/Mine ri 0 0 9 9 re f", "it has a rendering intent of its own"),
    ("99999999999 0 9 9 re f", "it has numbers that are too large"),
    (
      String(repeating: "q ", count: 28) + String(repeating: "Q ", count: 28),
      "its states are kept more than 26 deep"
    ),
    ("0 0 9 9 re f > 1 w", "its pages are broken"), ("1 ] w", "its pages are broken"),
    ("1 0 0 rg 0 0 9 9 re f", ""), ("q q q 0 0 9 9 re f", ""), ("Q Q EMC ET 0 0 9 9 re f", ""),
    ("(no end", ""), ("BI/W 1/H 1/CS/G/BPC 8 ID", ""), ("/P BDC f EMC", ""),
  ])
  func `Operators that PDF/A does not know are found`(content: String, reason: String) async throws
  {
    #expect(try await flaw(HandmadePDF.page(content)) == reason)
  }

  @Test(arguments: [
    ("/ExtGState<</G<</TR/Identity>>>>", [], "it has transfer functions"),
    ("/ExtGState<</G<</TR2/Default>>>>", [], ""),
    ("/ExtGState<</G<</BM/Mine>>>>", [], "it blends colours in a way of its own"),
    (
      "/ColorSpace<</C[/DeviceN[/Rav]/DeviceRGB 6 0 R]>>",
      ["<</FunctionType 2/N 1/Domain[0 1]/C0[0 0 0]/C1[1 0 0]>>"],
      "it has inks that it does not explain (DeviceN without colorants)"
    ),
    (
      "/ColorSpace<</C[/ICCBased 6 0 R]>>", ["<</N 3>>stream:broken"],
      "it has a broken colour profile"
    ),
    (
      "/XObject<</F 6 0 R>>",
      ["<</Subtype/Form/BBox[0 0 9 9]/Ref<</F(x.pdf)/Page 0>>/Resources<<>>>>stream:0 0 5 5 re f"],
      ""
    ),
    (
      "/XObject<</F 6 0 R>>",
      ["<</Subtype/Form/BBox[0 0 9 9]/Resources<<>>>>stream:0 0 0 1 K 0 0 m 5 5 l S"], ink
    ),
    (
      "/XObject<</F 6 0 R>>",
      ["<</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceCMYK>>stream:abcd"],
      ink
    ),
    (
      "/XObject<</F 6 0 R>>",
      [
        """
        <</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Interpolate true\
        /Metadata 5 0 R/OPI<<>>>>stream:a
        """
      ], ""
    ),
  ])
  func `Resources that PDF/A does not know are found, ties to the old file are cut`(
    resources: String, objects: [String], reason: String
  ) async throws {
    let pdf = HandmadePDF.page("/F Do", resources: resources, objects: objects)
    #expect(try await flaw(pdf) == reason)
    let json = try await EnclosingLetter([pdf.bytes]).finish().json()
    for tie in ["/Ref", "/OPI", "/Interpolate"] { #expect(!json.contains("\"\(tie)\"")) }
  }

  @Test(arguments: [
    ("2A", "its font Helvetica is not embedded"), ("3B", "its font Helvetica is not embedded"),
    (nil, "it holds text and does not say that it is PDF/A"),
  ])
  func `A file that says that it is PDF/A is not believed where its fonts are missing`(
    claim: String?, reason: String
  ) async throws {
    let pdf = HandmadePDF.page(
      "BT /F 12 Tf 50 50 Td (Tekst) Tj ET",
      resources: """
        /Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 32/Widths[278]\
        >>>>
        """, claim: claim)
    #expect(try await flaw(pdf).hasPrefix(reason))
  }

  @Test func `A structure type or a key of that name is no transfer function`() async throws {
    let table = try FinishSample.everything().finish()
    #expect(try EnclosingLetter([table]).standard() == (.a2aUA1, ""))
    let plain = HandmadePDF.page("0 0 9 9 re f", objects: ["<</S/TR /OPI 1/DeviceCMYK 2>>"])
    #expect(try await flaw(plain) == "")
  }

  @Test(arguments: [
    FinishOptions.Standard.a3aUA1, .a3a,
  ])
  func `Our own letters with attachments may be enclosed`(standard: FinishOptions.Standard)
    async throws
  {
    var options = FinishOptions()
    options.standard = standard
    options.attachments = [
      FinishOptions.Attachment(name: "a.csv", mediaType: "text/csv", bytes: Array("a;b".utf8))
    ]
    let letter = try EnclosingLetter([try FinishSample.letter().finish(options)])
    #expect(try letter.standard() == (.a2aUA1, ""))
    let file = try letter.finish()
    #expect(try await file.breaches() == [])
    #expect(try await !file.json().contains("/EmbeddedFile"))
  }

  @Test(arguments: [
    (FinishOptions.Standard.a2aUA1, FinishOptions.Standard.a2u),
    (.a3aUA1, .a3u), (.a2b, .a2b),
    (.a2a, .a2u), (.ua1, .none), (.none, .none),
  ])
  func `Without tags a file keeps what does not need them`(
    wanted: FinishOptions.Standard, kept: FinishOptions.Standard
  ) throws {
    #expect(wanted.reduced(by: ImportFlaws(tags: "none")) == kept)
    #expect(FinishOptions.Standard.ua1.reduced(by: ImportFlaws(look: "inks")) == .ua1)
    #expect(
      FinishOptions.Standard.a2aUA1.reduced(by: ImportFlaws(look: "inks")) == .ua1)
    #expect(
      FinishOptions.Standard.a3a.reduced(by: ImportFlaws(text: "b"))
        == .a3b)
    #expect(wanted.reduced(by: ImportFlaws()) == wanted)
  }

  @Test func `Where a standard is asked for, an unfit enclosure is an error`() throws {
    let letter = try EnclosingLetter([HandmadePDF.page("0 0 9 9 re f").bytes])
    var options = FinishOptions()
    options.onForeignPDF = .refuse
    let error = #expect(throws: Diagnostics.self) { try letter.finish(options) }
    #expect(error?.all.map(\.severity) == [.error])
    options.standard = .a2u
    #expect(throws: Never.self) { try letter.finish(options) }
  }
}
