import Proofing
import Testing

@testable import Typeset

/// What designers see over a page: every place by its name, in millimetres.
struct GuideLabelTests {
  private static let layouts = (try? shippedLayouts()) ?? []

  private static let words = Array(
    repeating: "Den kommunale velfærdssektor står i disse år overfor store udfordringer.",
    count: 120
  ).joined(separator: "\n\n")

  private func guided(_ layout: String) throws -> Composition {
    try composed(
      Self.words, layout: layout,
      head: "subject: Om sagen\nto: \"Anna Sørensen\\nVej 12\\n1234 By\"\nemail: a@b.example\n",
      options: ComposeOptions(drawsGuides: true))
  }

  /// The labels of a page.
  private func labels(_ letter: Composition, on page: Int) -> [PlacedLine] {
    letter.placedLines.filter { $0.role == "guides" && $0.page == page }
  }

  @Test(arguments: layouts)
  func `No label of a layout that is shipped lies over another or leaves the page`(
    layout: String
  ) throws {
    let letter = try guided(layout)
    for page in 1...letter.pages.count {
      let labels = labels(letter, on: page)
      #expect(labels.count >= 5, "page \(page)")
      let paper = Rect(origin: .zero, size: letter.pages[page - 1].size)
      for (index, label) in labels.enumerated() {
        #expect(paper.contains(label.ink), "\(label.text)")
        for other in labels[(index + 1)...] {
          #expect(!label.ink.intersects(other.ink), "\(label.text) / \(other.text), page \(page)")
        }
      }
    }
  }

  @Test func `Frames, window, marks and margins are named in millimetres`() throws {
    let letter = try guided("din-5008-b")
    let first = labels(letter, on: 1).map(\.text)
    for wanted in [
      "regions.first · x 25 · y ", "window · x 20 · y 45 · 85 × 45 mm", "recipient · x 25 · y ",
      "sidebar · x 125 · y ", "fold 105 mm", "fold 210 mm", "punch 148.5 mm", "25 mm", "20 mm",
    ] {
      #expect(first.contains { $0.hasPrefix(wanted) }, "\(wanted) in \(first)")
    }
    let second = labels(letter, on: 2).map(\.text)
    #expect(second.contains { $0.hasPrefix("regions.next") })
    #expect(!second.contains { $0.hasPrefix("window") || $0.hasPrefix("fold") })
  }

  @Test func `Zones to keep free are named as the layout names them`() throws {
    let names = try labels(guided("norway-c5"), on: 1).map(\.text)
    #expect(names.contains { $0.hasPrefix("keep-free.") }, "\(names)")
  }

  @Test func `A letter without guides has no labels`() throws {
    #expect(try composed("Tekst").placedLines.filter { $0.role == "guides" }.isEmpty)
  }
}
