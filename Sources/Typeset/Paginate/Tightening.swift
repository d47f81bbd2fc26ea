/// How much of its white a page may give up for what would otherwise leave a hole at its foot.
///
/// That is less than a reader sees beside another page, so no layout has to allow it.
struct Tightening: Hashable, Sendable {
  /// The share of the white between two blocks.
  var gaps: Double
  /// The share of what a layout lets the room for ink give.
  var ink: Double

  static let none = Tightening(gaps: 0, ink: 0)
  static let usual = Tightening(gaps: 0.05, ink: 1)

  /// What pages give beside a scale of all white, which has limits of its own.
  func beside(_ white: WhiteScale) -> Tightening { white == .none ? self : .none }

  /// What the white above a slug can give where it does not begin a page, in points.
  func gap(of slug: Slug) -> Double { slug.gapBefore.points * gaps }

  /// What the room for ink in a slug can give, in points.
  func ink(of slug: Slug) -> Double { slug.inkGives.points * ink }

  /// The slugs of a page that takes a share of what it can give.
  func tightened(_ page: [Slug], by share: Double) -> [Slug] {
    guard share > 0 else { return page }
    return page.map { slug in
      var slug = slug
      slug.gapBefore -= .pt(gap(of: slug) * share)
      let ink = Length.pt(ink(of: slug) * share)
      guard ink > .zero else { return slug }
      slug.height -= ink
      slug.items = slug.items.moved(by: Point(x: .zero, y: .zero - ink))
      return slug
    }
  }

  /// All that a page can give, in points.
  func give(of page: [Slug]) -> Double {
    page.enumerated().reduce(0) { sum, slug in
      sum + ink(of: slug.element) + (slug.offset > 0 ? gap(of: slug.element) : 0)
    }
  }
}
