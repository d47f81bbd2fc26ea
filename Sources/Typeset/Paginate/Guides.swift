/// What guides can show.
package struct GuideParts: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Regions, frames, zones and baselines.
  package static let ground = GuideParts(rawValue: 1)
  /// What breaking the page costs in each place.
  package static let breakCosts = GuideParts(rawValue: 2)
  /// All of it.
  package static let all: GuideParts = [.ground, .breakCosts]
}

/// Draws what a designer wants to see over a page: regions, baselines, zones and break costs.
///
/// Regions are blue, zones magenta, baselines light blue. Where a page could break, a tick in the
/// left margin gives the cost: grey for free, orange for dear, red for forbidden.
struct Guides {
  let plan: Plan
  let shaper: Shaper
  let costs: PageBreakCosts
  var parts = GuideParts.all

  private static let region = Color(red: 0.2, green: 0.5, blue: 0.9)
  private static let baseline = Color(red: 0.75, green: 0.87, blue: 1)
  private static let zone = Color(red: 0.85, green: 0.2, blue: 0.6)
  private static let free = Color(red: 0.6, green: 0.6, blue: 0.6)
  private static let dear = Color(red: 0.95, green: 0.55, blue: 0.1)
  private static let forbidden = Color(red: 0.85, green: 0.1, blue: 0.1)
  private static let hairline = Length.pt(0.35)

  /// The guides of one page, to be painted under its contents.
  func items(
    region: Rect, column: PageColumn, over page: Page, number: Int, of count: Int
  ) -> [Placed<FrameItem>] {
    let breaks = parts.contains(.breakCosts) ? breakTicks(region, column) : []
    guard parts.contains(.ground) else { return breaks }
    var shapes = outline(region, Self.region)
    for fixed in plan.fixed where fixed.pages.includes(number, of: count) {
      shapes += outline(fixed.frame, Self.region)
    }
    for zone in plan.zones where zone.pages.includes(number, of: count) {
      shapes += outline(zone.rect, Self.zone)
    }
    page.forEachItem { item, place in shapes += baseline(item, at: place) }
    return shapes.map(\.placed) + breaks
  }

  private func outline(_ rect: Rect, _ color: Color) -> [FixedShape] {
    let t = Self.hairline
    return [
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.maxY, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.minY, width: t, height: rect.size.height),
      Rect(x: rect.maxX, y: rect.minY, width: t, height: rect.size.height),
    ].map { FixedShape(rect: $0, color: color, kind: .layout) }
  }

  private func baseline(_ item: FrameItem, at place: Point) -> [FixedShape] {
    guard case .line(let line) = item, !line.runs.isEmpty else { return [] }
    return [
      FixedShape(
        rect: Rect(
          x: place.x + line.left, y: place.y + line.baseline, width: line.width,
          height: Self.hairline),
        color: Self.baseline, kind: .layout)
    ]
  }

  private func breakTicks(_ region: Rect, _ column: PageColumn) -> [Placed<FrameItem>] {
    var items: [Placed<FrameItem>] = []
    var y = region.minY
    for (index, slug) in column.slugs.enumerated() {
      if index > 0 {
        y += slug.gapBefore
        let cost = column.breakCosts[index]
        let isForbidden = cost >= costs.introduction
        let color = cost == 0 ? Self.free : isForbidden ? Self.forbidden : Self.dear
        items.append(
          FixedShape(
            rect: Rect(
              x: region.minX - .mm(6), y: y - slug.gapBefore / 2, width: .mm(4),
              height: Self.hairline * 2), color: color, kind: .layout
          ).placed)
        items += label(cost, color, x: region.minX - .mm(16), y: y - slug.gapBefore / 2)
      }
      y += slug.height
    }
    return items
  }

  private func label(_ cost: Double, _ color: Color, x: Length, y: Length) -> [Placed<FrameItem>] {
    guard cost > 0, case .paragraph(var plan)? = plan.flow.first(where: { $0.isParagraph }) else {
      return []
    }
    plan.textStyle.size = .pt(5)
    plan.textStyle.color = color
    let text = cost >= costs.introduction ? "never" : String(Int(cost))
    plan.inlines = [
      InlinePlan(
        content: .text(text), style: plan.textStyle, language: .danish, hyphenates: false,
        part: .artifact(.layout), place: nil)
    ]
    plan.style.leading = .pt(6)
    plan.style.alignment = .right
    plan.indentLeft = .zero
    plan.indentFirst = .zero
    plan.label = nil
    return ColumnSetter(shaper: shaper, width: .mm(9)).setParagraph(plan).flatMap(\.items)
      .moved(by: Point(x: x, y: y - .pt(3)))
  }
}

extension FlowBlock {
  /// Whether it is a paragraph.
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
