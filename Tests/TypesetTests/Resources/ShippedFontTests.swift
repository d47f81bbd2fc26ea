import Foundation
import Proofing
import Testing

@testable import Typeset

@Suite struct ShippedFontTests {
  private func files() throws -> [String: Int] {
    let folder = Project.path("Fonts")
    var sizes: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      sizes[name] = (facts[.size] as? NSNumber)?.intValue
    }
    return sizes
  }

  @Test func `All fonts together are smaller than 8 MB`() throws {
    #expect(try files().values.reduce(0, +) < 8_000_000)
  }

  @Test(arguments: ["Letter Sans", "Letter Serif"])
  func `The family of letters has its licence, and every face that layouts ask for`(family: String)
    throws
  {
    let key = family.replacing(" ", with: "")
    #expect(try files().keys.contains("\(key)-licence.txt"))
    let book = FontBook(folder: Project.path("Fonts"))
    let context = book.makeContext()
    for weight in [400, 600, 700] {
      for italic in [false, true] {
        let request = FontRequest(family: family, weight: weight, italic: italic)
        #expect(book.problem(with: request, among: [family], size: .pt(11), in: context) == nil)
      }
    }
  }

  /// The fonts of a line of text, set in a layout.
  private func fonts(_ text: String, _ layoutText: String) throws -> Set<String> {
    let plan = try plan(letter("", text), layoutText).plan
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let shaper = Shaper(fonts: FontBook(folder: Project.path("Fonts")), languages: shelf)
    let pages = try composePages(plan, shaper: shaper).pages
    return Set(
      pages.flatMap(\.frame.items).flatMap { placed -> [String] in
        guard case .line(let line) = placed.item else { return [] }
        return line.runs.map { String($0.item.font.file.split(separator: "/").last ?? "") }
      })
  }

  @Test(arguments: ["Sans", "Serif"])
  func `Letters of Europe need no other font`(kind: String) throws {
    let text = """
      Ærø, Łódź, Đà Nẵng, ŋ, Ngũgĩ, Țepeș, Ελληνικά, Київ, Ђорђе, § 65, 12 €, 3 ≤ 4, ½ – „ja“ »nej«.
      """
    #expect(
      try fonts(text, smallLayout + "fonts: {text: Letter \(kind)}\n") == [
        "Letter\(kind)-Regular.ttf"
      ])
  }

  /// How wide digits are set, in thousandths of a point.
  private func widths(_ style: String) throws -> Set<Int> {
    let layoutText =
      smallLayout + "fonts: {text: Letter Sans}\ntext: {\(style)}\nlists: {bullets: [x]}\n"
    let plan = try plan(letter("", "1234567890"), layoutText).plan
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let shaper = Shaper(fonts: FontBook(folder: Project.path("Fonts")), languages: shelf)
    let page = try #require(try composePages(plan, shaper: shaper).pages.first)
    return Set(
      page.frame.items.flatMap { placed -> [Int] in
        guard case .line(let line) = placed.item else { return [] }
        return line.runs.flatMap(\.item.glyphs).map { Int(($0.advance.points * 1000).rounded()) }
      })
  }

  @Test func `Figures are as wide as each other, or as wide as each is`() throws {
    #expect(try widths("tabular-figures: true").count == 1)
    #expect(try widths("tabular-figures: false").count > 4)
    #expect(try widths("tabular-figures: false, old-style-figures: true").count > 4)
  }
}
