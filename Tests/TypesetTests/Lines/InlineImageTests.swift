import Proofing
import Testing

@testable import Typeset

/// Images among words: as high as capitals, on the baseline, no part of the words beside them.
struct InlineImageTests {
  let sample = SamplePlan()

  /// An image of twice its height in width.
  func image(height: Length? = nil, width: Length? = nil, order: Int = 1) -> InlinePlan {
    let resource = ImageResource(
      name: "mark.svg", format: .svg, bytes: [], pixelWidth: 200, pixelHeight: 100)
    var inline = sample.inline("", order: order)
    inline.content = .image(
      InlineImage(image: resource, width: width, height: height, resolution: 300))
    return inline
  }

  func lines(
    _ inlines: [InlinePlan], measure: Length = .mm(125)
  ) -> [ParagraphLine] {
    var paragraph = sample.paragraph("")
    paragraph.inlines = inlines
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    return LineSetter(shaper: shaper).set(paragraph, measure: measure, page: .none)
  }

  @Test func `An image stands on the baseline between its words`() throws {
    let line = try #require(
      lines([sample.inline("Et "), image(height: .pt(6)), sample.inline(" ord", order: 2)]).first)
    let placed = try #require(line.images.first)
    #expect(placed.item.size == Size(width: .pt(12), height: .pt(6)))
    #expect(placed.origin.y + placed.item.size.height == line.line.baseline)
    let runs = line.line.runs
    #expect(runs.map(\.item.text) == ["Et ", " ord"])
    let end = runs[0].origin.x + runs[0].item.width
    #expect(abs((placed.origin.x - end).points) < 0.001)
    #expect(abs((runs[1].origin.x - end - .pt(12)).points) < 0.001)
    #expect(line.problems == [])
  }

  @Test func `Without a measure it is as high as the capitals`() throws {
    let line = try #require(lines([sample.inline("H "), image()]).first)
    let size = try #require(line.images.first).item.size
    // Capitals of Liberation Sans are 1409 of 2048 units high, those of its serif sister 1341.
    let share = size.height.points / sample.textStyle.size.points
    #expect(share > 0.64 && share < 0.70)
    #expect(abs(size.width.points - 2 * size.height.points) < 0.001)
  }

  @Test func `Of two measures the smaller decides`() throws {
    for (height, width) in [(Length.pt(9), Length.pt(8)), (.pt(4), .pt(30))] {
      let line = try #require(lines([image(height: height, width: width)]).first)
      #expect(line.images.map(\.item.size) == [Size(width: .pt(8), height: .pt(4))])
    }
  }

  @Test func `What a line has no room for is made lower and told`() throws {
    let line = try #require(lines([sample.inline("H "), image(height: .mm(20))]).first)
    let placed = try #require(line.images.first)
    #expect(placed.origin.y == .zero)
    #expect(placed.item.size.height == line.line.baseline)
    #expect(abs(placed.item.size.width.points - 2 * line.line.baseline.points) < 0.001)
    #expect(line.problems.map(\.severity) == [.note])
    #expect(
      line.problems.first?.message.contains(/"mark.svg" is set .* mm high, not 20.0 mm/) == true)
  }

  @Test func `Lines break beside an image at spaces alone`() {
    // A symbol leaves neither the bracket before it nor the comma behind it.
    for words in [["ord (", "), ord"], ["ord", "ord ord"], ["ord\u{A0}", "\u{A0}ord ord"]] {
      let text = ParagraphText(
        [sample.inline(words[0]), image(), sample.inline(words[1])], page: .none)
      var allowed = Itemizer.breakOpportunities(text.bytes, language: .danish)
      text.joinImages(&allowed)
      let breaks = allowed.indices.filter { $0 < text.bytes.count && allowed[$0] }
      #expect(breaks.allSatisfy { text.bytes[$0 - 1] == UInt8(ascii: " ") }, "\(words)")
    }
    let set = lines(
      [sample.inline("ord "), image(width: .mm(5)), sample.inline(" ord", order: 2)],
      measure: .mm(8))
    #expect(set.map(\.images.count) == [0, 1, 0])
  }

  @Test func `An image wider than its measure is refused by its name`() {
    let wide = lines(
      [sample.inline("o "), image(height: .pt(6)), sample.inline(" o", order: 2)],
      measure: .pt(10)
    ).flatMap(\.problems)
    #expect(
      wide.filter { $0.severity == .error }.map(\.message) == [
        "the image \"mark.svg\" is wider than its measure of 3.5 mm"
      ])
  }

  @Test func `An image that is missing from the pages is a fault`() throws {
    var paragraph = sample.paragraph("Et ")
    paragraph.inlines.append(image())
    let plan = sample.plan([.paragraph(paragraph)])
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    let page = try #require(try composePages(plan, shaper: shaper).pages.first)
    #expect(PlacementCheck(plan: plan, pages: [page]).diagnostics == [])
    let words = page.frame.items.filter { if case .image = $0.item { false } else { true } }
    let less = Page(size: page.size, frame: Frame(size: page.size, items: words), boxes: [])
    #expect(
      PlacementCheck(plan: plan, pages: [less]).diagnostics.map(\.message) == [
        "the image \"mark.svg\" is missing from the pages"
      ])
  }
}
