import Foundation
import PDFFile
import Proofing
import Testing

/// Files that are written object by object are read by others without a word.
struct GrowingPDFTests {
  /// A file of so many pages, each found by a number and a name.
  func file(pages: Int, objects: Int = 0) -> [UInt8] {
    var file = GrowingPDF(version: "1.7")
    var tree = GrowingPageTree()
    var numbers = GrowingKeyTree("Nums")
    var names = GrowingKeyTree("Names")
    var bookmarks = GrowingBookmarks(in: &file)
    let catalog = file.reserve()
    var bytes: [UInt8] = []
    for page in 0..<pages {
      let content = file.reserve()
      file.write(.stream([:], Array("0 0 \(page) 9 re f".utf8)), as: content, numbers: [])
      let number = file.reserve()
      let parent = tree.add(number, to: &file)
      file.write(
        .value([
          "Type": .name("Page"), "Parent": .reference(PDFReference(index: 0)),
          "MediaBox": [0, 0, 100, 200], "Resources": [:],
          "Contents": .reference(PDFReference(index: 1)),
        ]), as: number, numbers: [parent, content])
      numbers.add(.integer(page), number, to: &file)
      names.add(.bytes(Array(String(1_000_000 + page).utf8)), number, to: &file)
      bookmarks.add("Side \(page)", page: number, element: nil, to: &file)
      bytes += file.drain()
    }
    for _ in 0..<objects {
      let number = file.reserve()
      file.write(.value(.integer(number)), as: number, numbers: [])
    }
    let root: PDFValue = [
      "Type": .name("Catalog"), "Pages": .reference(PDFReference(index: 0)),
      "PageLabels": .reference(PDFReference(index: 1)),
      "Names": ["Dests": .reference(PDFReference(index: 2))],
      "Outlines": .reference(PDFReference(index: 3)),
    ]
    let parts = [
      tree.finish(in: &file), numbers.finish(in: &file), names.finish(in: &file),
      bookmarks.finish(in: &file),
    ]
    file.write(.value(root), as: catalog, numbers: parts)
    file.flush()
    bytes += file.drain()
    file.finish(catalog: catalog, information: nil, identifier: Array(repeating: 7, count: 16))
    return bytes + file.drain()
  }

  @Test(arguments: [1, 2, 64, 65, 4096, 4097])
  func `Any number of pages is found by tree, number, name and bookmark`(count: Int) async throws {
    let file = try FileOnDisk(file(pages: count))
    let check = try await Run("qpdf", ["--check", file.path])
    #expect(check.ending == .exit(0), "\(check)")
    let facts = try await output(
      of: Project.python, "-c",
      """
      import pikepdf, sys
      pdf = pikepdf.open(sys.argv[1])
      numbers, names = pikepdf.NumberTree(pdf.Root.PageLabels), pikepdf.NameTree(pdf.Root.Names.Dests)
      with pdf.open_outline() as outline:
          marks = [item.destination[0].objgen for item in outline.root]
      pages = [page.objgen for page in pdf.pages]
      print(len(pages), marks == pages, [numbers[i].objgen for i in range(len(pages))] == pages,
            [names[str(1000000 + i)].objgen for i in range(len(pages))] == pages,
            pdf.pages[-1].Contents.read_bytes().decode())
      """, file.path)
    #expect(facts == "\(count) True True True 0 0 \(count - 1) 9 re f\n")
  }

  @Test func `More objects than one table tells of are found through the tables before`()
    async throws
  {
    let file = try FileOnDisk(file(pages: 3, objects: 300_000))
    let check = try await Run("qpdf", ["--check", file.path])
    #expect(check.ending == .exit(0), "\(check)")
    let facts = try await output(
      of: Project.python, "-c",
      """
      import pikepdf, sys
      pdf = pikepdf.open(sys.argv[1])
      print(pdf.get_object(200000, 0) == 200000, pdf.get_object(290000, 0) == 290000)
      """, file.path)
    #expect(facts == "True True\n")
  }
}
