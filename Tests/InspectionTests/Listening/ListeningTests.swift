import Intake
import PDFFile
import Proofing
import Testing

@testable import Inspection

/// What is heard of a file follows from its tags, whoever wrote it.
struct ListeningTests {
  /// What is heard of a page whose marked contents are some words, one below the other.
  ///
  /// - Parameter objects: the structure's root, then its elements, numbered from 6.
  private func hear(
    _ words: [String], extra: String = "", _ objects: [String]
  ) throws -> [String] {
    let hearing = try hearing(words, extra: extra, objects)
    #expect(hearing.language == "da")
    #expect(!hearing.isCutShort)
    return hearing.text.split(separator: "\n").dropFirst(2).map(String.init)
  }

  private func hearing(
    _ words: [String], extra: String = "", _ objects: [String], isOverdue: Bool = false,
    limit: Int = 16 << 20
  ) throws -> Hearing {
    let content = words.enumerated().map { index, words in
      "/Span<</MCID \(index)>>BDC BT /F 10 Tf 50 \(700 - 20 * index) Td (\(words)) Tj ET EMC"
    }
    let font =
      "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[\(String(repeating: "500 ", count: 95))]/Encoding/WinAnsiEncoding>>>>"
    let bytes = HandmadePDF.page(
      content.joined(separator: "\n") + extra, resources: font, catalog: "/StructTreeRoot 6 0 R",
      objects: objects
    ).bytes
    let pdf = try InspectedPDF(bytes, name: "x", by: InspectedPDFTests.intake)
    let subject =
      isOverdue
      ? Subject(pdf, intake: InspectedPDFTests.intake, deadline: .now)
      : Subject(pdf, intake: InspectedPDFTests.intake, deadline: .now + .seconds(600))
    return try #require(listen(to: subject, limit: limit))
  }

  @Test func `Words are heard in the order of the tags, and artifacts are not`() throws {
    let heard = try hear(
      ["Two", "One", "lines"], extra: "/Artifact BMC BT /F 9 Tf 9 9 Td (Page 1) Tj ET EMC",
      [
        "<</K[<</S/H1/Pg 3 0 R/K[1 2]>> <</S/P/Pg 3 0 R/K 0>>]>>"
      ])
    #expect(heard == ["heading 1   One lines", "paragraph   Two"])
  }

  @Test func `What words stand for, their voice, links and notes are said`() throws {
    let heard = try hear(
      ["Se ", "jf.", " hello ", "here", "1", "A note"],
      [
        "<</K<</S/P/Pg 3 0 R/K[0 <</S/Span/E(jaevnfoer)/K 1/P 7 0 R>> <</S/Span/Lang(en)/K 2>> 7 0 R <</S/Reference/K 4>> <</S/Note/Lang(en)/K 5>>]>>>>",
        "<</S/Link/Pg 3 0 R/K[3 <</Type/OBJR/Obj 8 0 R>>]>>",
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.example/)>>>>",
      ])
    #expect(
      heard == [
        "paragraph   Se [jf. = jaevnfoer] [en: hello] [link https://a.example/: here][note: 1]",
        "note (en)   A note",
      ])
  }

  @Test func `Alternative and actual texts are heard for what they stand for`() throws {
    let heard = try hear(
      ["kommu-", "nen", "x"],
      [
        "<</K[<</S/P/Pg 3 0 R/K<</S/Span/ActualText(kommunen)/K[0 1]>>>> <</S/Figure/Alt(Et dige)/Pg 3 0 R/K 2>> <</S/P/K<</S/Figure/Alt(Logo)/A<</O/Layout/Placement/Inline>>>>>>]>>"
      ])
    #expect(
      heard == ["paragraph   kommunen", "picture     Et dige", "paragraph   [picture: Logo]"])
  }

  @Test func `Items have their labels, and several blocks of one stand below it`() throws {
    let heard = try hear(
      ["Dato:", "1. maj", "-", "En", "To"],
      [
        "<</K<</S/Sect/T(Sager)/Pg 3 0 R/K[7 0 R 8 0 R]>>>>",
        "<</S/L/Pg 3 0 R/K<</S/LI/K[<</S/Lbl/K 0>> <</S/LBody/K 1>>]>>>>",
        "<</S/L/Pg 3 0 R/K<</S/LI/K[<</S/Lbl/K 2>> <</S/LBody/K[<</S/P/K 3>> <</S/P/K 4>>]>>]>>>>",
      ])
    #expect(
      heard == [
        "section “Sager”", "  list, 1 item", "    item “Dato:”  1. maj", "  list, 1 item",
        "    item “-”", "      text", "        paragraph   En", "        paragraph   To",
      ])
  }

  @Test func `A cell has the heads of its column and row before it, also across spans`() throws {
    let heard = try hear(
      ["Year", "2024", "2025", "Roads", "1", "2", "Both", "3"],
      [
        """
        <</K<</S/Table/Pg 3 0 R/K[<</S/THead/K<</S/TR/K[<</S/TH/K 0>> <</S/TH/A<</O/Table/Scope/Column>>/K 1>> \
        <</S/TH/A<</O/Table/Scope/Column>>/K 2>>]>>>> <</S/TBody/K[7 0 R 8 0 R]>>]>>>>
        """,
        "<</S/TR/Pg 3 0 R/K[<</S/TH/A<</O/Table/Scope/Row/RowSpan 2>>/K 3>> <</S/TD/K 4>> <</S/TD/K 5>>]>>",
        "<</S/TR/Pg 3 0 R/K[<</S/TD/A<</O/Table/ColSpan 2>>/K 7>>]>>",
      ])
    #expect(
      heard == [
        "table, 3 columns, 3 rows", "  row 1", "    head        Year", "    head        2024",
        "    head        2025", "  row 2", "    head        Roads", "    cell “2024; Roads”  1",
        "    cell “2025; Roads”  2", "  row 3", "    cell “2024; 2025; Roads”  3",
      ])
  }

  @Test func `Cells that name their heads have these alone`() throws {
    let heard = try hear(
      ["A", "B", "x"],
      [
        "<</K<</S/Table/Pg 3 0 R/K[<</S/TR/K[<</S/TH/ID(a)/K 0>> <</S/TH/ID(b)/K 1>>]>> <</S/TR/K[<</S/TD/A<</O/Table/Headers[(b)]>>/K 2>>]>>]>>>>"
      ])
    #expect(heard.last == "    cell “B”    x")
  }

  @Test func `A file without tags is not heard, and circles end`() throws {
    let plain = try InspectedPDF(
      HandmadePDF.page("0 g").bytes, name: "x", by: InspectedPDFTests.intake)
    #expect(listen(to: Subject(plain, intake: InspectedPDFTests.intake)) == nil)
    let heard = try hear(
      ["En"], ["<</K 7 0 R>>", "<</S/Div/K[8 0 R <</S/P/Pg 3 0 R/K 0>>]>>", "<</S/Sect/K 7 0 R>>"])
    #expect(
      heard == ["group", "  section", "  paragraph   En"] || heard.last?.hasSuffix("En") == true)
  }

  @Test func `A table of many heads has but some of them said before each cell`() throws {
    let head = "<</S/TR/K<</S/TH/ActualText(\(String(repeating: "x", count: 100)))>>>>"
    let cell = "<</S/TR/K<</S/TD/ActualText(y)>>>>"
    let hearing = try hearing(
      ["x"],
      [
        "<</K<</S/Table/K[\(String(repeating: head, count: 60))\(String(repeating: cell, count: 60))]>>>>"
      ])
    #expect(hearing.isCutShort)
    let cells = hearing.lines.filter { $0.role.hasPrefix("cell") }
    #expect(cells.count == 60)
    #expect(cells.allSatisfy { $0.role.split(separator: ";").count == 16 })
  }

  @Test func `Cells that share a long list of heads have but some of them said`() throws {
    let cell = "<</S/TR/K<</S/TD/A 7 0 R/ActualText(y)>>>>"
    let hearing = try hearing(
      ["x"],
      [
        "<</K<</S/Table/K[<</S/TR/K<</S/TH/ID(a)/ActualText(x)>>>>\(String(repeating: cell, count: 9))]>>>>",
        "<</O/Table/Headers[\(String(repeating: "(a)", count: 900))]>>",
      ])
    #expect(hearing.isCutShort)
    #expect(
      hearing.lines.last?.role
        == "cell “\(Array(repeating: "x", count: 16).joined(separator: "; "))”")
  }

  @Test func `Spans that take the same places take no room of their own`() throws {
    let cell = "<</S/TD/A<</O/Table/RowSpan 100/ColSpan 100>>>>"
    let row = "<</S/TR/K[\(String(repeating: cell, count: 20))]>>"
    let hearing = try hearing(["x"], ["<</K<</S/Table/K[\(row)\(row)]>>>>"])
    #expect(hearing.isCutShort)
    #expect(hearing.lines.first?.role == "table, 1000 columns, 2 rows")
  }

  @Test func `A cell that reaches down pushes those of the next rows aside`() throws {
    let heard = try hear(
      ["x"],
      [
        """
        <</K<</S/Table/K[<</S/TR/K[<</S/TH/ActualText(A)>> <</S/TH/ActualText(B)>>]>> \
        <</S/TR/K[<</S/TD/A<</O/Table/RowSpan 2>>/ActualText(1)>> <</S/TD/ActualText(2)>>]>> \
        <</S/TR/K[<</S/TD/ActualText(3)>>]>> <</S/TR/K[<</S/TD/ActualText(4)>>]>>]>>>>
        """
      ])
    #expect(heard.suffix(3) == ["    cell “B”    3", "  row 4", "    cell “A”    4"])
  }

  @Test func `Words that are said again and again come to an end`() throws {
    let long = String(repeating: "word ", count: 20_000)
    let block = "<</S/P/K[\(String(repeating: "<</S/Span/ActualText 7 0 R>>", count: 40))]>>"
    let one = try hearing(["x"], ["<</K[\(block)]>>", "(\(long))"])
    #expect(one.isCutShort)
    #expect(one.text.utf8.count < 1 << 19)
    let many = try hearing(
      ["x"], ["<</K[\(String(repeating: "<</S/P/ActualText 7 0 R>>", count: 40))]>>", "(words)"],
      limit: 100)
    #expect(many.isCutShort)
    #expect(many.lines.count == 7)
  }

  @Test func `Spans within spans come to an end`() throws {
    for type in ["Span", "Link"] {
      let deep = (7..<20_007).map { "<</S/\(type)/K \($0 + 1) 0 R>>" }
      let hearing = try hearing(
        ["x"], ["<</K<</S/P/K 7 0 R>>>>"] + deep + ["<</S/Span/ActualText(x)>>"])
      #expect(hearing.isCutShort, "\(type)")
    }
  }

  @Test func `Nothing more is heard when the time is up`() throws {
    let hearing = try hearing(
      ["x"], ["<</K<</S/P/ActualText(y)>>>>"], isOverdue: true)
    #expect(hearing.isCutShort)
    #expect(hearing.lines.isEmpty)
  }
}
