import Testing

@testable import Typeset

/// The boxes of call-outs, which break over pages.
@Suite struct CalloutBoxTests {
  private let tint = Color(red: 0x11 / 255.0, green: 0x22 / 255.0, blue: 0x33 / 255.0)

  private func layoutText(_ more: String = "") -> String {
    """
    extends: brev
    name: own
    callouts: {background: "#112233", border: 1pt, padding: 4mm}
    styles: {callout: {color: "#ffffff"}}
    \(more)

    """
  }

  /// The boxes of a page by their tints.
  private func boxes(_ set: Composition, page: Int) -> [Rect] {
    set.pages[page].frame.items.compactMap { placed in
      guard case .rule(let rule) = placed.item, rule.color == tint else { return nil }
      return Rect(origin: placed.origin, size: rule.size)
    }
  }

  private func edges(_ set: Composition, page: Int) -> Int {
    set.pages[page].frame.items.count { placed in
      guard case .rule(let rule) = placed.item else { return false }
      return rule.color == .black && [rule.size.width, rule.size.height].contains(.pt(1))
    }
  }

  @Test(arguments: [
    "",
    "regions: {next: {frame: {x: 25mm, baseline: 8lines, width: 100mm, last-baseline: 52lines}}}",
  ])
  func `Each piece of a box that goes over pages is closed, with white within its edges`(
    more: String
  ) throws {
    let words = "som er langt nok til at fylde mere end en linje her."
    let text = (0..<40).map { "> Afsnit \($0), \(words)" }.joined(separator: "\n>\n")
    let set = try composed("Før.\n\n> [!note]\n\(text)\n\nEfter.", inLayout: layoutText(more))
    #expect(set.pages.count > 2)
    for page in set.pages.indices {
      let lines = set.placedLines.filter { $0.page == page + 1 && $0.text.contains("Afsnit") }
      guard !lines.isEmpty else { continue }
      let box = try #require(boxes(set, page: page).first)
      #expect(boxes(set, page: page).count == 1)
      #expect(edges(set, page: page) == 4)
      for line in lines {
        #expect(line.ink.minY > box.minY + .mm(3.5) && line.ink.maxY < box.maxY - .mm(3.5))
        #expect(abs((line.ink.minX - box.minX - .mm(4)).points) < 2)
      }
      // The last line stands near the foot: nothing is left open below it.
      let last = try #require(set.placedLines.last { $0.page == page + 1 && $0.role == "callout" })
      #expect(box.maxY - last.ink.maxY < .mm(4) + .pt(8))
    }
  }

  @Test func `Two in a row are two boxes, with the white of paragraphs between them`() throws {
    let set = try composed("> [!note]\n> a\n\n<!-- -->\n\n> [!tip]\n> b\n", inLayout: layoutText())
    let made = boxes(set, page: 0).sorted { $0.minY < $1.minY }
    #expect(made.count == 2)
    #expect(abs((made[1].minY - made[0].maxY - .pt(14)).points) < 15)
    #expect(made[1].minY > made[0].maxY)
  }

  @Test func `A table within is parted with its head, and the text below stays on the grid`() throws
  {
    let rows = (0..<60).map { "> | Række \($0) | 1 |" }.joined(separator: "\n")
    let set = try composed(
      "> [!note]\n> | Navn | Antal |\n> |---|---|\n\(rows)\n\nEfter.", inLayout: layoutText())
    #expect(set.pages.count > 1)
    let head = try #require(set.placedLines.first { $0.page == 2 && $0.text == "Navn" })
    let box = try #require(boxes(set, page: 1).first)
    #expect(head.ink.minY > box.minY + .mm(4) && head.ink.minY < box.minY + .mm(12))
  }

  @Test func `A tint that its text cannot be read on is told`() throws {
    let read = try layout(
      smallLayout + "callouts: {background: \"#444444\"}\n")
    #expect(
      LayoutCheck(layout: read).warnings.map(\.message).contains {
        $0.hasPrefix("the colour of \"callout\" has a contrast of 2.1 to 1 to the background")
      })
  }
}
