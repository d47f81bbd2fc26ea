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

/// Draws what a designer wants to see over a page: frames with their names and millimetres, margins,
/// baselines, zones and break costs.
///
/// Regions are blue, zones magenta, baselines light blue, marks and margins grey. Where a page could
/// break, a tick in the left margin gives the cost: grey for free, orange for dear, red for forbidden.
struct Guides {
  let plan: Plan
  let shaper: Shaper
  let costs: PageBreakCosts
  var parts = GuideParts.all

  private static let region = Color(red: 0.2, green: 0.5, blue: 0.9)
  private static let baseline = Color(red: 0.75, green: 0.87, blue: 1)
  private static let zone = Color(red: 0.85, green: 0.2, blue: 0.6)
  private static let margin = Color(red: 0.45, green: 0.45, blue: 0.45)
  private static let free = Color(red: 0.6, green: 0.6, blue: 0.6)
  private static let dear = Color(red: 0.95, green: 0.55, blue: 0.1)
  private static let forbidden = Color(red: 0.85, green: 0.1, blue: 0.1)
  private static let hairline = Length.pt(0.35)

  /// What is drawn for one page.
  struct Drawn: Hashable, Sendable {
    /// Lines, which the contents may cover.
    var under: [Placed<FrameItem>] = []
    /// Names and numbers, which nothing may cover.
    var over: [Placed<FrameItem>] = []
  }

  /// A frame or zone with the name by which the layout knows it.
  private struct Area: Hashable {
    let name: String
    let rect: Rect
    let color: Color
  }

  /// The guides of one page.
  func drawn(on place: PagePlace, column: PageColumn, over page: Page) -> Drawn {
    let areas = parts.contains(.ground) ? areas(on: place) : []
    let outlines = areas.flatMap { outline($0.rect, $0.color) }
    var labels = GuideLabels(
      page: page, lines: outlines.map(\.rect), words: GuideWords(plan: plan, shaper: shaper))
    let breaks = parts.contains(.breakCosts) ? breakTicks(place.region, column, &labels) : []
    var lines = outlines
    if parts.contains(.ground) {
      page.forEachItem { item, place in lines += baseline(item, at: place) }
      lines += margins(of: place.region, &labels)
      markLabels(on: place, &labels)
    }
    for area in areas { labels.add(words(for: area), area.color, around: area.rect) }
    return Drawn(under: (lines + breaks).map(\.placed), over: labels.items)
  }

  private func markLabels(on place: PagePlace, _ labels: inout GuideLabels) {
    guard place.holds(plan.markPages) else { return }
    for mark in plan.marks.map({ place.mirrored($0) }) {
      let middle = mark.rect.minY + mark.rect.size.height / 2
      labels.add("\(mark.name ?? "mark") \(shown(middle))", Self.margin, beside: mark.rect)
    }
  }

  // MARK: Frames and zones

  /// The places that have a name on a page, each once: a frame may be made of two.
  private func areas(on place: PagePlace) -> [Area] {
    var areas = [Area(name: place.regionName, rect: place.region, color: Self.region)]
    for fixed in plan.fixed where place.holds(fixed.pages) && fixed.shapes.isEmpty {
      let rect = place.mirrored(fixed).frame
      if let known = areas.firstIndex(where: { $0.name == fixed.name }) {
        areas[known] = Area(
          name: fixed.name, rect: areas[known].rect.union(rect), color: Self.region)
      } else {
        areas.append(Area(name: fixed.name, rect: rect, color: Self.region))
      }
    }
    for zone in plan.zones where place.holds(zone.pages) {
      areas.append(Area(name: zone.guideName, rect: zone.rect, color: Self.zone))
    }
    return areas
  }

  /// `sidebar · x 159 · y 58 · 38 × 209.6 mm`: its distances from the page's left and top edges, and
  /// how large it is.
  private func words(for area: Area) -> String {
    let rect = area.rect
    return "\(area.name) · x \(number(rect.minX)) · y \(number(rect.minY)) · "
      + "\(number(rect.size.width)) × \(shown(rect.size.height))"
  }

  /// Millimetres with a decimal where it says something.
  private func number(_ length: Length) -> String {
    let tenths = Int((length.millimetres * 10).rounded())
    let whole = (tenths < 0 ? "-" : "") + String(abs(tenths) / 10)
    return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
  }

  private func shown(_ length: Length) -> String { number(length) + " mm" }

  private func outline(_ rect: Rect, _ color: Color) -> [FixedShape] {
    let t = Self.hairline
    return [
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.maxY, width: rect.size.width, height: t),
      Rect(x: rect.minX, y: rect.minY, width: t, height: rect.size.height),
      Rect(x: rect.maxX, y: rect.minY, width: t, height: rect.size.height),
    ].map { FixedShape(rect: $0, color: color, kind: .layout) }
  }

  // MARK: Margins

  /// The distances of the column from the edges of the page, as lines with their millimetres.
  private func margins(of region: Rect, _ labels: inout GuideLabels) -> [FixedShape] {
    let t = Self.hairline
    let (width, height) = (plan.page.width, plan.page.height)
    // Each stands where it crosses least, the middle before the quarters.
    let shares = [0.5, 0.75, 0.25, 0.9, 0.1, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2]
    let across = shares.map { region.minX + region.size.width * $0 }
    let down = shares.map { region.minY + region.size.height * $0 }
    let lines: [(Length, [Rect])] = [
      (region.minX, down.map { Rect(x: .zero, y: $0, width: region.minX, height: t) }),
      (
        width - region.maxX,
        down.map { Rect(x: region.maxX, y: $0, width: width - region.maxX, height: t) }
      ),
      (region.minY, across.map { Rect(x: $0, y: .zero, width: t, height: region.minY) }),
      (
        height - region.maxY,
        across.map { Rect(x: $0, y: region.maxY, width: t, height: height - region.maxY) }
      ),
    ]
    return lines.compactMap { distance, places in
      guard distance > .mm(3) else { return nil }
      return labels.add(shown(distance), Self.margin, alongOneOf: places).map {
        FixedShape(rect: $0, color: Self.margin, kind: .layout)
      }
    }
  }

  // MARK: Lines and breaks

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

  private func breakTicks(
    _ region: Rect, _ column: PageColumn, _ labels: inout GuideLabels
  ) -> [FixedShape] {
    var ticks: [FixedShape] = []
    var y = region.minY
    for (index, slug) in column.slugs.enumerated() {
      if index > 0 {
        y += slug.gapBefore
        let cost = column.breakCosts[index]
        let isForbidden = cost >= costs.introduction
        let color = cost == 0 ? Self.free : isForbidden ? Self.forbidden : Self.dear
        let tick = Rect(
          x: region.minX - .mm(6), y: y - slug.gapBefore / 2, width: .mm(4),
          height: Self.hairline * 2)
        ticks.append(FixedShape(rect: tick, color: color, kind: .layout))
        if cost > 0 {
          labels.add(isForbidden ? "never" : String(Int(cost)), color, before: tick)
        }
      }
      y += slug.height
    }
    return ticks
  }
}

extension PagePlace {
  /// The key under which a layout says where the column stands on this page.
  fileprivate var regionName: String {
    let regions = plan.regions
    if number == 1 { return "regions.first" }
    return number == count && regions.last != regions.next ? "regions.last" : "regions.next"
  }
}

extension Zone {
  /// The key under which a layout has it.
  fileprivate var guideName: String {
    switch demand {
    case .window: name
    case .keepFree: "keep-free.\(name)"
    }
  }
}
