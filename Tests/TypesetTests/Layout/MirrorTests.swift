import Proofing
import Testing

@testable import Typeset

@Suite struct MirrorTests {
  /// A letter of two pages in a layout written as text.
  private func pages(_ layoutText: String) throws -> [Page] {
    let body = (1...60).map { "Afsnit \($0)." }.joined(separator: "\n\n")
    let plan = try plan(letter("", body), layoutText).plan
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let shaper = Shaper(fonts: FontBook(folder: Project.path("Fonts")), languages: shelf)
    return try composePages(plan, shaper: shaper).pages
  }

  private let text =
    smallLayout + """
      page: {mirror: true, numbers: {form: upper-roman}}
      marks: {fold: 105mm, x: 4mm, length: 2mm, pages: all}
      sidebar: {frame: {x: 160mm, width: 38mm, bottom: 20mm}, groups: [["{page-of}"]]}
      """

  @Test func `Even pages mirror odd ones`() throws {
    let pages = try pages(text)
    try #require(pages.count > 1)
    let boxes = pages.map { page in page.boxes.first { $0.name == "sidebar" }?.rect.minX }
    #expect(boxes[0].map { ($0.millimetres * 10).rounded() } == 1600)
    #expect(boxes[1].map { ($0.millimetres * 10).rounded() } == 120)
    let body = pages.map { page in page.boxes.first { $0.name == "body" }?.rect.minX }
    #expect(body[1].map { ($0.millimetres * 10).rounded() } == 600)
    let marks = pages.map { page in
      page.frame.items.compactMap { placed -> Double? in
        guard case .rule = placed.item else { return nil }
        return (placed.origin.x.millimetres * 10).rounded()
      }
    }
    #expect(marks[0] == [40])
    #expect(marks[1] == [2040])
  }

  @Test func `Page numbers take the layout's form`() throws {
    let pages = try pages(text)
    let words = pages.map { page in
      page.frame.items.compactMap { placed -> String? in
        guard case .line(let line) = placed.item, line.role == "sidebar" else { return nil }
        return line.runs.map(\.item.text).joined()
      }
    }
    #expect(
      words.prefix(2) == [
        ["Side I af \(roman(pages.count).uppercased())"],
        ["Side II af \(roman(pages.count).uppercased())"],
      ])
  }
}
