import Testing

@testable import Typeset

/// What is not on the pages is a fault of the program, and told as one.
struct PlacementCheckTests {
  let sample = SamplePlan()

  /// A plan of two paragraphs, and the pages it is set on.
  func set() throws -> (plan: Plan, pages: [Page]) {
    var second = sample.paragraph("To ord.")
    second.inlines = [sample.inline("To ord.", order: 1)]
    let plan = sample.plan([.paragraph(sample.paragraph("Et ord.")), .paragraph(second)])
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    return (plan, try composePages(plan, shaper: shaper).pages)
  }

  @Test func `A letter that stands on its pages is in order`() throws {
    let (plan, pages) = try set()
    #expect(PlacementCheck(plan: plan, pages: pages).diagnostics == [])
  }

  @Test func `Words that are missing are named`() throws {
    let (plan, pages) = try set()
    let page = try #require(pages.first)
    let less = Page(
      size: page.size, frame: Frame(size: page.size, items: Array(page.frame.items.dropLast())),
      boxes: [])
    let found = PlacementCheck(plan: plan, pages: [less]).diagnostics
    #expect(found.map(\.message) == ["\"To ord.\" is missing from the pages"])
    #expect(found.filter { !$0.isFault } == [])
  }

  @Test func `Words that stand twice are named`() throws {
    let (plan, pages) = try set()
    let found = PlacementCheck(plan: plan, pages: pages + pages).diagnostics
    #expect(found.first?.message == "\"Et ord.\" stands twice on the pages")
  }

  @Test func `A note that was never planned is named`() throws {
    var (plan, pages) = try set()
    plan.footnotes = [[]]
    let found = PlacementCheck(plan: plan, pages: pages).diagnostics
    #expect(found.map(\.message) == ["note 1 is missing from the pages"])
  }
}
