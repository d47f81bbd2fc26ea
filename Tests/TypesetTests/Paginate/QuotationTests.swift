import Testing

@testable import Typeset

/// What stands in a list or a quotation belongs to it as a whole.
struct QuotationTests {
  /// The upright bars of a page: their left edge, top and foot in points.
  func bars(_ set: Composition, page: Int = 0) -> [Rect] {
    set.pages[page].frame.items.compactMap { placed in
      guard case .rule(let rule) = placed.item, rule.size.width == .pt(1) else { return nil }
      return Rect(origin: placed.origin, size: rule.size)
    }
  }

  /// Whether bars one below the other cover a stretch without a gap.
  func cover(_ bars: [Rect], from top: Length, to foot: Length) -> Bool {
    var y = top
    for bar in bars.sorted(by: { $0.minY < $1.minY }) where bar.minY <= y + .pt(0.01) {
      y = max(y, bar.maxY)
    }
    return y >= foot - .pt(0.01)
  }

  @Test func `The bar goes on past tables, rules, inner quotations and the white between them`()
    throws
  {
    let set = try composed(
      "> første\n>\n> | a | b |\n> |---|---|\n> | c | d |\n>\n> : Tabel\n>\n> ---\n>\n> - punkt\n>\n"
        + "> > inderst\n>\n> sidste\n\nEfter.\n", layout: "brev")
    let lines = set.placedLines
    let first = try #require(lines.first { $0.text == "første" })
    let last = try #require(lines.first { $0.text == "sidste" })
    let all = bars(set)
    let left = try #require(all.map(\.minX).min())
    #expect(cover(all.filter { $0.minX == left }, from: first.ink.minY, to: last.ink.maxY))
    #expect(Set(all.map(\.minX)).count == 2)
    let after = try #require(lines.first { $0.text == "Efter." })
    #expect(!all.contains { $0.maxY > after.ink.minY })
  }

  @Test(arguments: [(10, "tightened"), (11, "loosened")])
  func `A bar runs through where the white of a page is tightened or loosened`(
    count: Int, how: String
  ) throws {
    let text = "afsnit, som er lang nok til at gå over flere linjer i spalten, når den sættes, "
    let body = (0..<count).map { "\($0). \(text)endda mere." }.joined(separator: "\n\n")
    let quotation = (0..<5).map { "> Citat \($0) \(text)mere." }.joined(separator: "\n>\n")
    let set = try composed(
      "Før.\n\n\(body)\n\n\(quotation)\n\nEfter.",
      inLayout: """
        extends: kl
        name: own
        quotations: {bar: {thickness: 1pt}}
        fit: {gap-shrink: 0.7, leading-shrink: 0.97, gap-stretch: 2, leading-stretch: 1.05}

        """)
    for page in set.pages.indices {
      let lines = set.placedLines.filter { $0.page == page + 1 && $0.role == "quote" }
      guard let first = lines.first, let last = lines.last else { continue }
      #expect(cover(bars(set, page: page), from: first.ink.minY, to: last.ink.maxY))
    }
    let said = set.warnings.map(\.message).joined()
    #expect(said.hasPrefix("\(how) the white to"))
  }

  @Test func `Two quotations in a row keep their white`() throws {
    let set = try composed("> en\n\n<!-- -->\n\n> to\n", layout: "brev")
    let lines = set.placedLines
    let first = try #require(lines.first { $0.text == "en" })
    let second = try #require(lines.first { $0.text == "to" })
    #expect(!cover(bars(set), from: first.ink.minY, to: second.ink.maxY))
  }

  @Test func `A bar that goes over a page does not stand above the text of the next`() throws {
    let text = (0..<60).map { "> Afsnit \($0)." }.joined(separator: "\n>\n")
    let set = try composed(text, layout: "brev")
    #expect(set.pages.count > 1)
    let top = try #require(bars(set, page: 1).map(\.minY).min())
    let first = try #require(set.placedLines.first { $0.page == 2 && $0.role == "quote" })
    #expect(first.ink.minY > top && first.ink.minY - top < .pt(14))
  }

  @Test(arguments: ["- ", "> "])
  func `A caption stands in as far as its table`(mark: String) throws {
    let rest = mark == "- " ? "  " : mark
    let table = ["| a | b |", "|---|---|", "| c | d |", "", ": Tabel"]
    let set = try composed(
      mark + table.joined(separator: "\n" + rest) + "\n\nTekst.\n", layout: "brev")
    let lines = set.placedLines
    let caption = try #require(lines.first { $0.text == "Tabel" })
    let cell = try #require(lines.first { $0.text == "a" })
    let text = try #require(lines.first { $0.text == "Tekst." })
    #expect(caption.ink.minX > text.ink.minX + .mm(4))
    #expect(abs((cell.ink.minX - caption.ink.minX).points) < 5)
  }
}
