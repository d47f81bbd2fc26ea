import Testing

@testable import Typeset

/// Each rule of composition holds, and the letter breaks it when the rule is switched off.
struct PageRulesTests {
  let sample = SamplePlan(leading: .pt(13), gap: .pt(13))

  /// One line in the measure.
  let short = "Dette er en kort linje."

  /// A paragraph of that many lines.
  func paragraph(lines: Int) -> ParagraphPlan {
    var plan = sample.paragraph(short)
    plan.inlines = (0..<lines).flatMap { index in
      let text = sample.inline("\(short) Nummer \(index).")
      var end = text
      end.content = .lineBreak
      return index + 1 < lines ? [text, end] : [text]
    }
    return plan
  }

  /// The number of lines on each page.
  func lines(
    _ flow: [FlowBlock], linesOnPage: Int, costs: PageBreakCosts = .standard
  ) throws -> [Int] {
    var own = sample
    own.height = .pt(13 * Double(linesOnPage) + 0.5)
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    let composed = try composePages(own.plan(flow), shaper: shaper, costs: costs)
    return composed.pages.map { page in
      page.frame.items.count { if case .line = $0.item { true } else { false } }
    }
  }

  func flow(_ counts: Int...) -> [FlowBlock] { counts.map { .paragraph(paragraph(lines: $0)) } }

  @Test func `No orphan: a paragraph does not leave its first line alone at the foot`() throws {
    // Eight lines, a gap, and room for one line more.
    #expect(try lines(flow(8, 6), linesOnPage: 10) == [8, 6])
    var off = PageBreakCosts.standard
    off.orphan = 0
    off.insideParagraph = 0
    #expect(try lines(flow(8, 6), linesOnPage: 10, costs: off) == [9, 5])
  }

  @Test func `No widow: a paragraph does not leave its last line alone at the head`() throws {
    #expect(try lines(flow(4, 6, 4), linesOnPage: 10) == [8, 6])
    var off = PageBreakCosts.standard
    off.widow = 0
    #expect(try lines(flow(4, 6, 4), linesOnPage: 10, costs: off) == [9, 5])
  }

  @Test func `A heading takes two lines of what follows along`() throws {
    var heading = paragraph(lines: 1)
    heading.role = .heading(2)
    heading.keep = Keep(next: .heading)
    let letter: [FlowBlock] = [
      .paragraph(paragraph(lines: 6)), .paragraph(heading), .paragraph(paragraph(lines: 8)),
    ]
    #expect(try lines(letter, linesOnPage: 10) == [6, 9])
    var off = PageBreakCosts.standard
    off.heading = 0
    #expect(try lines(letter, linesOnPage: 10, costs: off) == [7, 8])
  }

  @Test func `The closing takes two lines of the letter to the next page`() throws {
    var closing = paragraph(lines: 1)
    closing.role = .closing
    closing.keep = Keep(next: .closing)
    var name = paragraph(lines: 1)
    name.role = .signature
    let letter: [FlowBlock] = [
      .paragraph(paragraph(lines: 10)), .paragraph(closing), .paragraph(name),
    ]
    #expect(try lines(letter, linesOnPage: 12) == [8, 4])
    var off = PageBreakCosts.standard
    off.bareClosing = 0
    off.shortPage = 0
    off.splitClosing = 0
    #expect(try lines(letter, linesOnPage: 12, costs: off) == [11, 1])
  }

  @Test func `The last page has three lines or more`() throws {
    #expect(try lines(flow(9, 2), linesOnPage: 10) == [7, 4])
    var off = PageBreakCosts.standard
    off.shortPage = 0
    #expect(try lines(flow(9, 2), linesOnPage: 10, costs: off) == [9, 2])
  }

  @Test func `White vanishes at the head of a page`() throws {
    var own = sample
    own.height = .pt(13 * 6 + 0.5)
    let composed = try own.compose(flow(6, 6))
    let tops = composed.pages.compactMap(\.frame.items.first?.origin.y)
    #expect(tops.count == 2)
    #expect(tops.allSatisfy { abs($0.millimetres - 60) < 0.01 })
  }

  @Test func `What is taller than its page is an error that says by how much`() throws {
    var own = sample
    own.height = .pt(100)
    let image = ImageResource(
      name: "kort.png", format: .png, bytes: [], pixelWidth: 10, pixelHeight: 20)
    let tall = ImagePlan(
      image: image, size: Size(width: .pt(50), height: .pt(200)), alignment: .left,
      part: .artifact(.layout), resolution: 300)
    let error = #expect(throws: Diagnostics.self) { () throws in
      _ = try own.compose([.image(tall)])
    }
    #expect(error?.all.first?.message == "body is 35.3 mm taller than its page")
  }

  @Test func `A letter wider than its measure is an error that names its word`() throws {
    let error = #expect(throws: Diagnostics.self) { () throws in
      _ = try SamplePlan(measure: .mm(2), hyphenates: false).compose(paragraphs: ["Møde"])
    }
    let messages = error?.all.filter { $0.severity == .error }.map(\.message)
    #expect(messages?.first == "\"Mø\" is wider than its measure of 2.0 mm")
  }

  @Test func `A character that no font has is an error with its code point`() throws {
    let error = #expect(throws: Diagnostics.self) { () throws in
      _ = try SamplePlan().compose(paragraphs: ["Et tegn: \u{12000}"])
    }
    #expect(error?.all.first?.message == "no font has the character \"\u{12000}\" U+12000")
  }
}
