import Foundation
import Proofing
import Testing

@testable import Typeset

/// An enclosure with tags is heard as it says itself, within the letter's standards.
struct EnclosureTagTests {
  /// The lines of a tree, each two steps further in.
  func indented(_ tree: String) -> String {
    tree.split(separator: "\n").dropFirst().map { "  " + $0 }.joined(separator: "\n")
  }

  @Test func `What we made ourselves comes through whole, twice over`() async throws {
    let first = try FinishSample.letter().finish()
    let second = try FinishSample.everything().finish()
    let letter = try EnclosingLetter([first, second, second])
    #expect(try letter.standard() == (.a2aUA1, ""))
    let file = try letter.finish()
    #expect(try await file.breaches() == [])
    let tree = try await file.tree()
    #expect(tree.contains("\n  Part\n" + indented(try await FileOnDisk(first).tree())))
    #expect(tree.matches(of: try Regex("(?s)\n  Part\n    H1 Alt i ét brev")).count == 2)
    let links = try await file.json().matches(of: /"\/Subtype": "\/Link"/).count
    let own = try await FileOnDisk(first).json().matches(of: /"\/Subtype": "\/Link"/).count
    #expect(own == 2 && links == 4)
    #expect(try await Run("qpdf", ["--check", file.path]).ending == .exit(0))
  }

  @Test func `An enclosure within an enclosure is heard too, and two runs are the same`()
    async throws
  {
    let inner = try EnclosingLetter([try FinishSample.everything().finish()]).finish()
    let bytes = try inner.bytes()
    let letter = try EnclosingLetter([bytes])
    let file = try letter.finish()
    #expect(try await file.breaches() == [])
    #expect(try await file.tree().contains("\n    Part\n      H1 Alt i ét brev"))
    let again = try letter.finish()
    #expect(try file.bytes() == again.bytes())
  }

  @Test func `On paper its links are text`() async throws {
    var options = FinishOptions(onForeignPDF: .weaken)
    options.purpose = .print
    let file = try EnclosingLetter([try FinishSample.letter().finish()]).finish(options)
    #expect(try await !file.json().contains("/Annot"))
    #expect(try await !file.tree().contains("Link"))
    #expect(try await file.breaches() == [])
  }

  @Test func `A turned page keeps its tags, and its links lie where their words are`() async throws
  {
    let source = try FileOnDisk(FinishSample.letter().finish())
    let turned = source.scratch.path("turned.pdf")
    _ = try await output(of: "qpdf", "--rotate=+90", source.path, turned)
    let bytes = try source.scratch.read("turned.pdf")
    let file = try EnclosingLetter([bytes]).finish()
    #expect(try await file.breaches() == [])
    let rects = try await file.json().matches(of: /"\/Rect": \[([^\]]+)\]/).map {
      $0.output.1.split(separator: ",").compactMap {
        Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    #expect(rects.count == 4)
    #expect(rects.filter { $0[3] - $0[1] > $0[2] - $0[0] }.count == 2)
    #expect(rects.allSatisfy { $0[0] >= 0 && $0[2] <= 596 && $0[1] >= 0 && $0[3] <= 842 })
  }

  /// A tagged page whose structure is given, with marked content 0 and 1 on it.
  func tagged(
    _ elements: [String], root: String = "", kids: String = "[7 0 R]", content: String? = nil,
    page: String = "", resources: String = ""
  ) -> [UInt8] {
    HandmadePDF.page(
      content ?? """
        /A<</MCID 0>>BDC 10 10 9 9 re f EMC /B/M1 BDC 30 10 9 9 re f EMC
        /Artifact<</Type/Pagination/Subtype/Footer>>BDC 50 10 9 9 re f EMC
        """,
      resources: "/Properties<</M1<</MCID 1/ActualText(ord)/Lang(!)>>>>\(resources)",
      page: "/StructParents 0\(page)", catalog: "/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>",
      objects: ["<</Type/StructTreeRoot/K\(kids)\(root)>>"] + elements
    ).bytes
  }

  @Test func `Names of its own are told as those of the standard, classes as attributes`()
    async throws
  {
    let bytes = tagged(
      [
        "<</S/Brev/P 6 0 R/K[8 0 R 9 0 R]>>",
        "<</S/Overskrift/P 7 0 R/Pg 3 0 R/K 0/ID(a)/C/K1/T(Titel)>>",
        "<</S/Strong/NS 10 0 R/P 7 0 R/Pg 3 0 R/K<</Type/MCR/MCID 1>>/Lang(en)>>",
        "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>",
      ],
      root: """
        /RoleMap<</Brev/Document/Overskrift/Titel/Titel/H1/P/H2>>\
        /ClassMap<</K1<</O/Layout/BBox[10 10 19 19]/TextAlign/Center>>>>
        """)
    let letter = try EnclosingLetter([bytes])
    #expect(try letter.standard() == (.a2aUA1, ""))
    let file = try letter.finish()
    #expect(try await file.breaches() == [])
    #expect(try await file.tree().hasSuffix("\n  Part\n    H1\n    Span ord"))
    let json = try await file.json()
    #expect(json.contains("/TextAlign\": \"/Center"))
    #expect(json.contains("u:import-0-a"))
    #expect(!json.contains("Overskrift") && !json.contains("/RoleMap"))
    #expect(!json.contains("u:!"))
  }

  @Test(arguments: [
    (["<</S/Ukendt/P 6 0 R/Pg 3 0 R/K[0 1]>>"], "its structure has the type “Ukendt”"),
    (["<</S/P/P 6 0 R/Pg 3 0 R/K 0>>"], "some of what its pages show is not tagged"),
    (["<</S/Figure/P 6 0 R/Pg 3 0 R/K[0 1]>>"], "an image in it has no alternative text"),
    (["<</S/H2/P 6 0 R/Pg 3 0 R/K[0 1]>>"], "a heading of level 2 in it follows level 0"),
    (["<</S/LI/P 6 0 R/Pg 3 0 R/K[0 1]>>"], "its structure has LI in Part"),
    (["<</S/L/P 6 0 R/Pg 3 0 R/K[0 1]>>"], "other things in L than belong there"),
    (
      [
        "<</S/Table/P 6 0 R/K 8 0 R>>", "<</S/TR/P 7 0 R/K[9 0 R 10 0 R]>>",
        "<</S/TD/P 8 0 R/Pg 3 0 R/K 0>>", "<</S/TD/P 8 0 R/Pg 3 0 R/K 1>>",
      ], "a cell in a table of it has no heading"
    ),
    (
      ["<</S/P/P 6 0 R/K[8 0 R 8 0 R]>>", "<</S/Span/P 7 0 R/Pg 3 0 R/K[0 1]>>"],
      "an element of its structure has two parents"
    ),
  ])
  func `Tags that are not whole are kept, but the letter claims less`(
    elements: [String], reason: String
  ) async throws {
    let letter = try EnclosingLetter([tagged(elements)])
    let (standard, message) = try letter.standard()
    #expect(standard == .a2u)
    #expect(message.contains(reason), "\(message)")
    let file = try letter.finish()
    #expect(try await file.tree().contains("\n  Part\n"))
    #expect(try await file.breaches(of: "2b") == ["A 6.6.4 identification: it says PDF/A-2U"])
  }

  @Test func `One without tags is a figure, and a warning says what is lost`() async throws {
    let bytes = HandmadePDF.page("0 0 9 9 re f").bytes
    let letter = try EnclosingLetter([bytes])
    let (standard, message) = try letter.standard()
    #expect(standard == .a2u)
    #expect(
      message == """
        with “bilag.pdf” the PDF does not meet a-2a+ua-1: it has no tags, so that who cannot see it \
        hears its title alone
        """)
    #expect(try await letter.finish().tree().contains("Figure"))
  }

  @Test func `Only links to the web and to mailboxes stay links`() async throws {
    func link(_ action: String) -> String {
      "<</Type/Annot/Subtype/Link/Rect[10 10 20 20]/A<<\(action)>>/StructParent 1>>"
    }
    let bytes = tagged(
      [
        "<</S/P/P 6 0 R/K[8 0 R 9 0 R 10 0 R 11 0 R]>>",
        "<</S/Link/P 7 0 R/Pg 3 0 R/K[0<</Type/OBJR/Obj 12 0 R>>]>>",
        "<</S/Link/P 7 0 R/Pg 3 0 R/K[1<</Type/OBJR/Obj 13 0 R>>]>>",
        "<</S/Link/P 7 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 14 0 R>>>>",
        "<</S/Form/P 7 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 15 0 R>>>>",
        link("/S/URI/URI(https://kl.dk)"), link("/S/URI/URI(javascript:alert\\(1\\))"),
        link("/S/GoTo/D[3 0 R/Fit]"),
        "<</Type/Annot/Subtype/Widget/Rect[40 40 60 60]/AP<</N 16 0 R>>>>",
        "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<<>>>>stream:0 0 5 5 re f",
      ], page: "/Annots[12 0 R 13 0 R 14 0 R 15 0 R]")
    let letter = try EnclosingLetter([bytes])
    #expect(try letter.standard() == (.a2aUA1, ""))
    let file = try letter.finish()
    #expect(try await file.breaches() == [])
    let json = try await file.json()
    #expect(json.contains("u:https://kl.dk"))
    #expect(!json.contains("javascript") && !json.contains("/GoTo") && !json.contains("/Widget"))
    let tree = try await file.tree()
    #expect(tree.hasSuffix("  Part\n    P\n      Link\n      Span ord\n      Span\n      Span"))
  }

  @Test func `Content of a form keeps tags of its own`() async throws {
    let bytes = tagged(
      [
        "<</S/P/P 6 0 R/Pg 3 0 R/K[0<</Type/MCR/Stm 8 0 R/MCID 7>>]>>",
        """
        <</Type/XObject/Subtype/Form/BBox[0 0 99 99]/StructParents 1/Resources<<>>>>stream:\
        /P<</MCID 7>>BDC 0 0 9 9 re f EMC
        """,
      ], content: "/P<</MCID 0>>BDC 0 0 9 9 re f EMC /F Do",
      resources: "/XObject<</F 8 0 R>>")
    let letter = try EnclosingLetter([bytes])
    #expect(try letter.standard() == (.a2aUA1, ""))
    let json = try await letter.finish().json()
    #expect(json.contains("/Stm"))
    #expect(json.contains(/"\/MCID": 0,\s+"\/Pg": "[^"]+",\s+"\/Stm"/))
  }

  @Test func `Pages that share what they draw with have stamps of their own`() async throws {
    var pdf = HandmadePDF()
    pdf.add("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>")
    pdf.add("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources 5 0 R>>")
    for _ in 0..<2 { pdf.add("<</Type/Page/Parent 2 0 R/Contents 8 0 R>>") }
    pdf.add("<</XObject<<>>>>")
    pdf.add("<</Type/StructTreeRoot/K[7 0 R]>>")
    pdf.add("<</S/P/P 6 0 R/K[<</Type/MCR/Pg 3 0 R/MCID 0>><</Type/MCR/Pg 4 0 R/MCID 0>>]>>")
    pdf.add("<<>>", stream: "/P<</MCID 0>>BDC 0 0 9 9 re f EMC")
    let file = try EnclosingLetter([pdf.bytes, pdf.bytes], isStamped: true).finish()
    for (page, stamp) in [(2, "Bilag 1 side 1"), (3, "Bilag 1 side 2"), (5, "Bilag 2 side 2")] {
      #expect(try await file.words(ofPage: page).contains(stamp))
    }
  }

  @Test func `A stamp on a page leaves the one that it has already`() async throws {
    let plain = HandmadePDF.page("0 0 9 9 re f").bytes
    let inner = try EnclosingLetter([try FinishSample.letter().finish(), plain], isStamped: true)
    let innerFile = try inner.finish()
    let bytes = try innerFile.bytes()
    let file = try EnclosingLetter([plain, bytes], isStamped: true).finish()
    // They stand in the same place, where readers of text take one out of the other.
    let forms = try await file.json().matches(of: /"\/LetterContent\d*": "(\d+ 0 R)"/)
      .map { $0.output.1 }
    #expect(forms.count == 4 && Set(forms).count == 4, "\(forms)")
  }
}
