import Testing

@testable import Typeset

@Suite struct NeedlessHoleTests {
  private func pages(_ heights: [Double], costs: PageBreakCosts = .standard) -> [Range<Int>] {
    let slugs = heights.map {
      Slug(height: .pt($0), items: [])
    }
    return PageBreaker(
      slugs: slugs, breakCosts: costs.above(slugs),
      notes: NoteLines(Galley(slugs: slugs, notes: [])),
      room: .init(first: .pt(60), next: .pt(60), last: .pt(60)), noteRule: .zero, costs: costs
    ).pages().map(\.slugs)
  }

  @Test func `A page is filled as far as a good break allows, though the next is emptier for it`() {
    // Nine lines, and a picture that takes a page of its own.
    let heights = [10.0, 10, 10, 10, 10, 10, 10, 10, 10, 55, 10, 10, 10, 10]
    #expect(pages(heights) == [0..<6, 6..<9, 9..<10, 10..<14])
    var even = PageBreakCosts.standard
    even.needlessHole = 0
    #expect(pages(heights, costs: even) == [0..<5, 5..<9, 9..<10, 10..<14])
  }
}
