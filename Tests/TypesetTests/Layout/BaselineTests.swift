import Proofing
import Testing

@testable import Typeset

@Suite struct BaselineTests {
  /// The first page of a letter in a layout written as text.
  private func page(
    _ layoutText: String, _ head: String = "case-id: 26/1842\n",
    _ body: String = "Et.\n\nTo.\n\nTre."
  ) throws -> Page {
    let plan = try plan(letter(head, body), layoutText).plan
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let shaper = Shaper(fonts: FontBook(folder: Project.path("Fonts")), languages: shelf)
    return try #require(try composePages(plan, shaper: shaper).pages.first)
  }

  /// The baselines of the lines of some roles, from the top of the page, in points.
  private func baselines(_ page: Page, _ roles: String...) -> [Double] {
    page.frame.items.compactMap { placed in
      guard case .line(let line) = placed.item, roles.contains(line.role) else { return nil }
      return ((placed.origin.y + line.baseline).points * 100).rounded() / 100
    }
  }

  private let text = """
    text: {size: 11pt, leading: 14pt, space-after: 0pt}
    regions: {first: {frame: {x: 25mm, baseline: 20lines, last-baseline: 50lines, width: 125mm}}}

    """

  @Test func `A column stands by its first baseline and reaches to its last`() throws {
    let page = try page(text)
    #expect(baselines(page, "body") == [280, 294, 308])
    #expect(try layout(text).regions.first.size.height == .pt(31 * 14))
  }

  @Test func `A column may hang from its last baseline`() throws {
    let hung = text.replacing("baseline: 20lines, last", with: "height: 31lines, last")
    #expect(baselines(try page(hung), "body") == [280, 294, 308])
  }

  @Test(arguments: ["8pt", "11pt", "18pt"])
  func `A frame stands by its first baseline, whatever the size of its text`(size: String) throws {
    let page = try page(
      text + """
        sidebar: {frame: {x: 160mm, baseline: 60mm, width: 38mm}, groups: [["{case-id}"]]}
        styles: {sidebar: {size: \(size), leading: 19pt}}
        """)
    #expect(baselines(page, "sidebar") == [170.08])
  }

  @Test func `A frame may hang by its last baseline`() throws {
    let page = try page(
      text + """
        sidebar:
          frame: {x: 160mm, last-baseline: 50lines, width: 38mm}
          group-gap: 0pt
          groups: [["{case-id}", "Slut"]]
        styles: {sidebar: {size: 8pt, leading: 10pt}}
        """)
    #expect(baselines(page, "sidebar") == [690, 700])
  }

  @Test func `Lines with the text's leading share its baselines, whatever their size`() throws {
    let page = try page(
      text + """
        sidebar: {frame: {x: 160mm, baseline: 20lines, width: 38mm}, groups: [[A, B, C]]}
        styles: {sidebar: {size: 8pt, leading: 1lines}, subject: {size: 13pt, leading: 1lines}}
        """, "subject: Emne\n")
    #expect(baselines(page, "sidebar") == [280, 294, 308])
    #expect(baselines(page, "subject", "body") == [280, 294, 308, 322])
  }

  @Test func `A column that keeps its grid returns to it after larger type and tables`() throws {
    let subject = "styles: {subject: {size: 16pt, leading: 19pt, space-after: 3pt}}\n"
    let kept = text.replacing("leading: 14pt", with: "leading: 14pt, keep-grid: true")
    let page = try page(
      kept + subject, "subject: Emne\n",
      "Et.\n\n| a | b |\n| - | - |\n| c | d |\n\nTo.\n\n- Tre.\n\nFire.")
    let found = baselines(page, "subject", "body", "listItem")
    #expect(found.count == 6)
    #expect(found.first == 280)
    #expect(found.allSatisfy { $0.truncatingRemainder(dividingBy: 14) == 0 })
    let loose = try self.page(text + subject, "subject: Emne\n")
    #expect(baselines(loose, "body").first?.truncatingRemainder(dividingBy: 14) != 0)
  }

  @Test func `A frame that grows or wraps keeps its first baseline`() throws {
    let page = try page(
      text + """
        recipient:
          place: frame
          frame: {x: 25mm, baseline: 10lines, width: 40mm, height: 2lines}
          overflow: grow
          gap: 0mm
        styles: {recipient: {size: 9pt}}
        """, "to: [Et, To, Tre, Fire]\n")
    #expect(baselines(page, "recipient").first == 140)
    #expect(baselines(page, "body").first == 308)
  }

  @Test func `A column that gives way to an address stays on its lines`() throws {
    let page = try page(
      text.replacing("leading: 14pt", with: "leading: 14pt, keep-grid: true") + """
        recipient:
          place: frame
          frame: {x: 25mm, baseline: 10lines, width: 40mm, height: 2lines}
          overflow: grow
          gap: 0mm
        styles: {recipient: {size: 9pt}, subject: {size: 16pt, leading: 19pt, space-after: 9pt}}
        """, "subject: Emne\nto: [Et, To, Tre, Fire]\n")
    #expect(baselines(page, "subject", "body").prefix(2) == [308, 336])
  }

  @Test func `A layout that extends another may change how a frame is held`() throws {
    let base = text + "sidebar: {frame: {x: 160mm, y: 60mm, width: 38mm, height: 20mm}}\n"
    let read = try layout(
      "extends: base\nsidebar: {frame: {baseline: 10lines}, groups: [[A]]}\n",
      others: ["base": base])
    #expect(read.frames[0].baseline == .first(.pt(140)))
    #expect(read.frames[0].rect.size.height == .mm(20))
  }

  @Test func `A frame that is moved by one edge keeps its height`() throws {
    let base = text + "footer: {frame: {x: 25mm, baseline: 55lines, width: 60mm, height: 3lines}}\n"
    let read = try layout(
      "extends: base\nfooter: {frame: {bottom: 10mm, right: 20mm}, groups: [[A]]}\n",
      others: ["base": base])
    #expect(read.frames[0].baseline == nil)
    #expect(abs((read.frames[0].rect.maxY - .mm(287)).points) < 1e-9)
    #expect(abs((read.frames[0].rect.maxX - .mm(190)).points) < 1e-9)
    #expect(read.frames[0].rect.size.height == .pt(42))
  }

  @Test func `A place is given once`() {
    func told(_ frame: String) -> [String] {
      messages { _ = try layout(smallLayout + "sidebar: {frame: {\(frame)}, groups: [[x]]}\n") }
    }
    #expect(
      told("x: 160mm, width: 38mm, y: 50mm, baseline: 60mm") == [
        "3:18 sidebar.frame has y and baseline, which say the same | delete one of them"
      ])
    #expect(
      told("x: 160mm, width: 38mm, bottom: 50mm, last-baseline: 60mm") == [
        "3:18 sidebar.frame has bottom and last-baseline, which say the same | delete one of them"
      ])
    #expect(
      told("x: 160mm, width: 38mm, baseline: 50mm, height: 1mm, last-baseline: 60mm") == [
        "3:18 sidebar.frame has baseline, height and last-baseline, one too many | "
          + "delete one of them"
      ])
  }

  @Test func `What holds no text has no baseline`() {
    #expect(
      messages {
        _ = try layout(
          smallLayout + "window: {frame: {x: 20mm, width: 38mm, baseline: 50mm, height: 1mm}}\n")
      }.contains("3:40 unknown key \"baseline\" | use bottom, height, right, width, x or y"))
  }
}
