import Testing

@testable import Typeset

/// A letter is tightened to save a page, or loosened to fill its last, within its limits.
struct PageFitTests {
  let rules = PageRulesTests()
  let policy = FitPolicy(
    enabled: true, gapShrink: 0.5, gapStretch: 2, leadingShrink: 0.95, leadingStretch: 1.05)

  /// The number of lines on each page, and what was said.
  func compose(
    _ flow: [FlowBlock], linesOnPage: Int, fit: FitPolicy
  ) throws -> (lines: [Int], notes: [String]) {
    var sample = SamplePlan(leading: .pt(13), gap: .pt(13))
    sample.height = .pt(13 * Double(linesOnPage) + 0.5)
    var plan = sample.plan(flow)
    plan.fit = fit
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    let composed = try composePages(plan, shaper: shaper)
    let lines = composed.pages.map { page in
      page.frame.items.count { if case .line = $0.item { true } else { false } }
    }
    return (lines, composed.warnings.map(\.message))
  }

  @Test func `Too long by a line, the white gives way and a page is saved`() throws {
    let flow = rules.flow(5, 5, 5, 5)
    // Twenty lines and three gaps on a page of twenty-two.
    #expect(try compose(flow, linesOnPage: 22, fit: .off).lines.count == 2)
    let fitted = try compose(flow, linesOnPage: 22, fit: policy)
    #expect(fitted.lines == [20])
    #expect(fitted.notes.count == 1)
    #expect(fitted.notes[0].hasPrefix("tightened the white to "))
    #expect(fitted.notes[0].hasSuffix(" to save a page"))
  }

  @Test func `What would take more than the limits is left alone`() throws {
    let flow = rules.flow(6, 6, 6, 6)
    let plain = try compose(flow, linesOnPage: 15, fit: .off)
    var narrow = policy
    narrow.gapShrink = 0.99
    narrow.leadingShrink = 0.999
    narrow.gapStretch = 1
    narrow.leadingStretch = 1
    #expect(try compose(flow, linesOnPage: 15, fit: narrow).lines == plain.lines)
  }

  @Test func `A last page that is nearly empty is filled`() throws {
    let flow = rules.flow(8, 8, 8, 3)
    let plain = try compose(flow, linesOnPage: 26, fit: .off)
    #expect(plain.lines == [24, 3])
    var loosens = policy
    loosens.gapShrink = 1
    loosens.leadingShrink = 1
    let fitted = try compose(flow, linesOnPage: 26, fit: loosens)
    #expect(fitted.lines.count == 2)
    #expect(try #require(fitted.lines.last) > 3)
    #expect(fitted.notes.first?.hasSuffix(" to fill the last page") == true)
  }
}
