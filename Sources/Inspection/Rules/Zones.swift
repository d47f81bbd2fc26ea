import Typeset

// What may stand where.

extension Rule {
  /// Some places have no text.
  static let textFree = Rule(
    "text-free", "No text stands in the zones.",
    settings: [RuleSetting("zones", .zones, "Where no text may stand.", isRequired: true)]
  ) { subject, values in
    var breaches: [Breach] = []
    for (index, lines) in subject.lines.enumerated() {
      for zone in values.zones("zones") where zone.pages.holds(index + 1, of: subject.lines.count) {
        let words = lines.flatMap(\.words).filter { inked($0.area).cut(to: zone.area) != nil }
        guard let first = words.first else { continue }
        let area = words.dropFirst().reduce(first.area) { $0.joined(with: $1.area) }
        breaches.append(
          Breach(
            "text stands in the zone “\(zone.name)”: “\(clipped(words.map(\.text).joined(separator: " ")))”",
            on: index + 1, at: area, advice: "move it out of \(placeText(zone.area))"))
      }
    }
    return breaches
  }

  /// Some places have no ink at all, also none of pictures.
  static let inkFree = Rule(
    "ink-free", "Nothing is printed in the zones, neither text nor pictures.",
    settings: [RuleSetting("zones", .zones, "Where nothing may be printed.", isRequired: true)]
  ) { subject, values in
    var breaches: [Breach] = []
    for page in subject.pdf.pages {
      for zone in values.zones("zones")
      where zone.pages.holds(page.number, of: subject.pdf.pages.count) {
        guard let ink = subject.raster(of: page.number)?.ink(in: zone.area) else { continue }
        breaches.append(
          Breach(
            "something is printed in the zone “\(zone.name)”", on: page.number,
            at: ink.cut(to: zone.area) ?? ink,
            advice: "move it out of \(placeText(zone.area))"))
      }
    }
    return breaches
  }

  /// Nothing is lost at the edges of the paper.
  static let margins = Rule(
    "margins", "No text stands nearer to the paper's edges than printers reach.",
    settings: [
      RuleSetting("left", .length, "The margin on the left."),
      RuleSetting("right", .length, "The margin on the right."),
      RuleSetting("top", .length, "The margin above."),
      RuleSetting("bottom", .length, "The margin below."),
    ]
  ) { subject, values in
    var breaches: [Breach] = []
    for (page, lines) in zip(subject.pdf.pages, subject.lines) {
      let extent = page.extent
      let inner = Area(
        left: values.number("left") ?? -.infinity, top: values.number("top") ?? -.infinity,
        right: values.number("right").map { extent.right - $0 } ?? .infinity,
        bottom: values.number("bottom").map { extent.bottom - $0 } ?? .infinity)
      let words = lines.flatMap(\.words).filter { !inner.holds(inked($0.area), give: 0.05) }
      guard let first = words.first else { continue }
      let told = clipped(words.map(\.text).joined(separator: " "))
      breaches.append(
        Breach(
          words.count == 1
            ? "a word stands in the margin: “\(told)”"
            : "\(words.count) words stand in the margin: “\(told)”",
          on: page.number, at: words.dropFirst().reduce(first.area) { $0.joined(with: $1.area) },
          advice: "move it further from the edge"))
    }
    return breaches
  }

  /// The part of a word's box that its letters without ascenders and descenders fill for certain.
  static func inked(_ area: Area) -> Area {
    var area = area
    let height = area.height
    area.top += height * 0.25
    area.bottom -= height * 0.22
    return area
  }

  /// A rectangle as people say it: `x 20–105 mm, y 45–90 mm`.
  package static func placeText(_ area: Area) -> String {
    "x \(oneDecimal(area.left))–\(oneDecimal(area.right)) mm, y \(oneDecimal(area.top))–\(oneDecimal(area.bottom)) mm"
  }
}
