import Testing

@testable import Typeset

/// A page gives up a little of its white for what would otherwise leave a hole at its foot.
struct TighteningTests {
  let rules = PageRulesTests()

  /// The slugs of each page and its height, on pages of 60 points.
  private func pages(
    _ slugs: [Slug], tightening: Tightening
  ) -> (slugs: [Range<Int>], heights: [Double]) {
    let costs = PageBreakCosts.standard
    let breaker = PageBreaker(
      slugs: slugs, breakCosts: costs.above(slugs),
      notes: NoteLines(Galley(slugs: slugs, notes: [])),
      room: .init(first: .pt(60), next: .pt(60), last: .pt(60)), noteRule: .zero, costs: costs,
      tightening: tightening)
    let made = breaker.pages()
    return (
      made.map(\.slugs), breaker.columns(made).map { Stack($0.slugs).height.points }
    )
  }

  private func slug(_ height: Double, after gap: Double = 0, gives ink: Double = 0) -> Slug {
    Slug(gapBefore: .pt(gap), height: .pt(height), items: [], lines: 3, inkGives: .pt(ink))
  }

  /// Two blocks with a gap of 20 points, and one that is a point too tall for what is left.
  private var tall: [Slug] { [slug(10), slug(10, after: 20), slug(21), slug(40)] }

  @Test func `The gaps of a page shrink by up to a twentieth to take in a block`() {
    #expect(pages(tall, tightening: .none).slugs == [0..<2, 2..<3, 3..<4])
    let tight = pages(tall, tightening: .usual)
    #expect(tight.slugs == [0..<3, 3..<4])
    #expect(abs(tight.heights[0] - 60) < 0.001)
  }

  @Test func `What needs more than a twentieth is left for the next page`() {
    var slugs = tall
    slugs[2].height = .pt(21.2)
    #expect(pages(slugs, tightening: .usual).slugs == pages(slugs, tightening: .none).slugs)
  }

  @Test func `Room for ink gives as much as its layout lets it`() {
    let slugs = [slug(10), slug(10), slug(48, gives: 8), slug(10)]
    #expect(pages(slugs, tightening: .none).slugs == [0..<2, 2..<4])
    let tight = pages(slugs, tightening: .usual)
    #expect(tight.slugs == [0..<3, 3..<4])
    #expect(abs(tight.heights[0] - 60) < 0.001)
  }

  @Test func `A page that is full but for a line keeps its white`() {
    // One line more would need half a point more than there is.
    let slugs = [slug(5), slug(5, after: 20)] + Array(repeating: slug(5.1), count: 20)
    #expect(pages(slugs, tightening: .usual).heights[0] <= 60)
    #expect(pages(slugs, tightening: .usual).slugs == pages(slugs, tightening: .none).slugs)
  }

  private let signed = """
    closing: Med venlig hilsen
    signatures: [Anna Holm, Bo Lund]
    enclosures: [Kort, Tegning, Regnskab, Budget, Referat]

    """

  @Test func `No last page holds enclosures alone`() throws {
    for lines in 20..<44 {
      let body = (0..<lines).map { "Linje \($0) af brevet." }.joined(separator: "\\\n")
      let set = try composed(body, head: signed)
      let last = set.placedLines.map(\.page).max() ?? 0
      let roles = Set(set.placedLines.filter { $0.page == last }.map(\.role))
      #expect(!roles.isDisjoint(with: ["body", "closing"]), "\(lines) lines: \(roles)")
    }
  }

  @Test func `Ink keeps the least that a layout asks for`() throws {
    var plan = RowPlan(
      count: 1, gap: .zero, cells: [], box: .signatures, spaceBefore: .zero, spaceAfter: .zero)
    plan.cells = [RowPlan.Cell(blocks: [], spaceForInk: .mm(12), leastSpaceForInk: .mm(9))]
    let shaper = Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    let setter = ColumnSetter(shaper: shaper, width: .mm(100))
    #expect(abs(setter.setRow(plan).inkGives.millimetres - 3) < 0.001)
    plan.cells[0].leastSpaceForInk = .mm(15)
    #expect(setter.setRow(plan).inkGives == .zero)
  }
}
