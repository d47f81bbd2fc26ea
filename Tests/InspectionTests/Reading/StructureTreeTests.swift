import Intake
import PDFFile
import Proofing
import Testing

@testable import Inspection

/// Tags are read in each form that kids have, through role maps, and circles end.
struct StructureTreeTests {
  private func tree(_ root: String, _ objects: [String]) throws -> StructureTree {
    let bytes = HandmadePDF.page(
      "0 g", catalog: "/StructTreeRoot 6 0 R", objects: ["<<\(root)>>"] + objects
    ).bytes
    let pdf = try InspectedPDF(bytes, name: "x", by: InspectedPDFTests.intake)
    return try #require(pdf.structure)
  }

  @Test func `Kids are numbers, marks, objects and elements, with the page of those above`() throws
  {
    let tree = try tree(
      "/K 7 0 R",
      [
        "<</S/Document/Pg 3 0 R/K[0 <</Type/MCR/MCID 4>> 8 0 R <</S/Span/K 9>>]>>",
        "<</S/Link/K[<</Type/OBJR/Obj 5 0 R>> <</Type/MCR/MCID 2/Stm 4 0 R>>]>>",
      ])
    #expect(tree.elements.map(\.type) == ["Document", "Link", "Span"])
    #expect(
      tree.elements[0].kids == [
        .content(page: 3, stream: nil, id: 0), .content(page: 3, stream: nil, id: 4), .element(1),
        .element(2),
      ])
    #expect(
      tree.elements[1].kids == [.object(page: 3, number: 5), .content(page: 3, stream: 4, id: 2)])
    #expect(tree.elements[2].object == nil && tree.elements[2].depth == 1)
    #expect(tree.range(of: 0) == 0..<3 && tree.range(of: 1) == 1..<2)
    #expect(tree.page(of: 2) == 1)
  }

  @Test func `Names stand for standard types, and a circle of names for itself`() throws {
    let tree = try tree(
      "/K[<</S/Brev>> <</S/A>> <</S/Other>>]/RoleMap<</Brev/Tekst/Tekst/P/A/B/B/A>>", [])
    #expect(tree.elements.map(\.type)[0] == "P")
    #expect(tree.elements.map(\.name) == ["Brev", "A", "Other"])
    #expect(!StructureTree.standard.contains(tree.elements[1].type))
    #expect(tree.elements[2].type == "Other")
  }

  @Test func `A tag in two places and a circle of tags are tangled`() throws {
    let circle = try tree("/K 7 0 R", ["<</S/Div/K 8 0 R>>", "<</S/Div/K 7 0 R>>"])
    #expect(circle.isTangled && circle.elements.count == 2)
    let twice = try tree("/K[7 0 R 7 0 R]", ["<</S/P>>"])
    #expect(twice.isTangled && twice.elements.count == 1)
  }

  @Test func `Attributes are found by their owner`() throws {
    let tree = try tree(
      "/K 7 0 R", ["<</S/TH/A[<</O/Layout/Scope/No>> <</O/Table/Scope/Row>>]>>"])
    #expect(tree.attribute("Scope", owner: "Table", of: 0) == .name("Row"))
    #expect(tree.attribute("Scope", owner: "List", of: 0) == .null)
  }
}
