import Foundation
import Proofing
import Testing

@testable import Typeset

/// What is read from the tags is what was written, with its spaces, whatever stands where.
struct ReadingOrderTests {
  @Test(arguments: [
    "Sag שלום 2024 er lukket.", "محمد Hansen Jensen har ret.", "محمد الأمين, Digelaget Vest",
    "Om Digelaget Vest (محمد الأمين) 2024", "שלום 2024 (עולם) kl. 18.00 [ספר]",
    "»שלום עולם« og «سلام»", "שלום \u{202A}Sag 12 שלום 34 er\u{202C} עולם", "Se שלום: 2, 3 og ٤.",
  ])
  func `A line that runs both ways is read as it was written`(text: String) async throws {
    var letter = FinishSample()
    letter.add(text, as: .paragraph)
    let file = try FileOnDisk(letter.finish())
    let visible = text.replacing("\u{202A}", with: "").replacing("\u{202C}", with: "")
    #expect(
      try await file.tree().replacing("\u{202A}", with: "").replacing("\u{202C}", with: "")
        == "Document\n  P \(visible)")
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }

  @Test func `A long paragraph that runs both ways is read as it was written`() async throws {
    let text = Array(
      repeating: "שלום økonomiforhandlingerne 2024 (עולם) budgetkoordinering, سلام", count: 6
    ).joined(separator: " ")
    for start in ["Sag ", ""] {
      var letter = FinishSample()
      letter.sample.measure = .mm(60)
      letter.add(start + text, as: .paragraph)
      let tree = try await FileOnDisk(letter.finish()).tree()
      let words = tree.split(separator: "\n").dropFirst().map { line in
        line.drop { $0 == " " }.replacing("Span ", with: "").replacing(/^P ?/, with: "")
          .replacing("“", with: "").replacing("”", with: "")
      }.joined()
      #expect(words == start + text)
    }
  }

  @Test func `A word divided in a line from right to left keeps its place in it`() throws {
    let composition = try SamplePlan(measure: .mm(40)).compose(paragraphs: [
      "שלום עולם budgetkoordinering תודה økonomiforhandlingerne שלום עולם"
    ])
    var divided = 0
    for case .line(let line) in composition.pages.flatMap(\.frame.items).map(\.item)
    where line.runs.contains(where: { $0.item.text == "\u{AD}" }) {
      divided += 1
      let edges = line.runs.map { ($0.item.text, $0.origin.x) }
      // Each word stands to the left of the one before it, but the hyphen to the right of its word.
      for (one, next) in zip(edges, edges.dropFirst()) where next.0 != "\u{AD}" {
        #expect(next.1 < one.1, "\(next.0) after \(one.0)")
      }
    }
    #expect(divided > 0)
  }

  @Test(arguments: [
    (100.0, 200.0), (100, 200.5), (100.5, 200), (100.3, 200.7), (-2, 200), (595.5, 200.5),
    (600, 841.9), (100, 0),
  ])
  func `A space is read wherever it stands`(x: Double, y: Double) async throws {
    var letter = FinishSample()
    let element = letter.element(.paragraph)
    letter.add(
      letter.text("Ord", of: element, bold: true), letter.text(" ", of: element),
      letter.text("følger", of: element, bold: true))
    let fonts = SamplePlan.fonts
    let composed = try letter.compose(fonts: fonts)
    let page = try #require(composed.pages.first)
    let placed = try #require(page.frame.items.first)
    guard case .line(let line) = placed.item else { return }
    let space = try #require(line.runs.first { $0.item.text == " " })
    let shift = Point(
      x: .pt(x) - placed.origin.x - space.origin.x, y: .pt(y) - placed.origin.y - space.origin.y)
    let moved = Page(
      size: page.size,
      frame: Frame(
        size: page.frame.size,
        items: page.frame.items.map { Placed(item: $0.item, origin: $0.origin + shift) }),
      boxes: [])
    let composition = Composition(
      pages: [moved], structure: composed.structure, metadata: composed.metadata, warnings: [])
    let painted = try paintPDF(composition, fonts: fonts)
    let file = try FileOnDisk(finishPDF(painted, composition))
    // Words outside the page are cut off; the space between them never.
    if (10...580).contains(x), y > 10 {
      #expect(try await file.tree() == "Document\n  P Ord følger")
    }
    // It is the only one of its font.
    let spaces = painted.fonts.filter { font in
      font.subset.advances.contains { font.texts[$0.code] == " " }
    }
    #expect(spaces.count == 1 && spaces.first?.subset.advances.count == 1)
  }

  @Test func `Lines of program text are lines in the tags`() async throws {
    let made = try plan(letter("", "```\nlet a = 1\n\n  b\n```")).plan
    var sample = FinishSample()
    sample.structure = made.structure
    sample.flow = made.flow
    let file = try FileOnDisk(sample.finish())
    #expect(try await file.tree().contains("Code let a = 1 b"))
    let content = try await file.readable()
    #expect(content.matches(of: /(?i)\/ActualText ?<FEFF000A>/).count == 2)
    for order in ["-layout", "-raw"] {
      let text = try await output(of: "pdftotext", order, file.path, "-")
      #expect(text.contains(/let a = 1\s*\n\s*b\n/))
    }
    let breaches = try await file.breaches()
    #expect(breaches == [])
  }
}
