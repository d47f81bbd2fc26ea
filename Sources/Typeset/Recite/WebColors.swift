/// The colours of a letter on a screen, by day and by night, each with enough contrast to be read.
struct WebColors {
  /// A colour of the style: by day that of the layout where it can be read, by night one that differs
  /// from its ground about as much.
  struct Entry {
    var name: String
    var day: Color
    var night: Color
  }

  private static let paper = Color(hex: 0xFFFFFF)
  private static let nightPaper = Color(hex: 0x1B1C1E)
  private static let nightTint = Color(hex: 0x27292C)
  /// The least contrast of text and of what else says something (WCAG 2.2, 1.4.3 and 1.4.11), with a
  /// little to spare for rounding.
  private static let leastOfText = 4.6
  private static let leastOfRules = 3.1
  /// White on black dazzles in long texts.
  private static let mostAtNight = 11.0

  private(set) var entries: [Entry] = []

  init(_ recital: Recital) {
    let looks = recital.parts.flatMap(\.element.looks)
    func color(_ holds: (FlowRole) -> Bool) -> Color? {
      looks.first { holds($0.role) }?.text.color
    }
    let text = recital.text.color
    let heading = color { if case .heading = $0 { true } else { false } }
    let subject = color { $0 == .subject }
    func color(at place: RecitedPart.Place) -> Color? {
      recital.parts.first { $0.place == place }?.element.firstTextLook?.text.color
    }
    let frame = color(at: .beside) ?? color(at: .foot)
    let tints = recital.tints
    entries = [
      Entry(name: "paper", day: Self.paper, night: Self.nightPaper),
      Entry(name: "desk", day: Color(hex: 0xEFEFED), night: Color(hex: 0x111213)),
      Entry(
        name: "tint", day: (tints.callout ?? Color(hex: 0xF4F4F2)).asTint, night: Self.nightTint),
    ]
    add("text", text, least: 7)
    add("heading", heading ?? subject ?? text)
    add("subject", subject ?? heading ?? text)
    add("quiet", color { $0 == .caption } ?? frame ?? text)
    add("frame", frame ?? text)
    add("sender", color(at: .head) ?? text)
    add("link", recital.parts.lazy.compactMap(\.element.linkColor).first ?? text)
    add("rule", tints.rule ?? frame ?? text, least: Self.leastOfRules)
    add("bar", tints.bar ?? tints.rule ?? text, least: Self.leastOfRules)
    let head = tints.tableHead
    entries.append(
      Entry(
        name: "head", day: head ?? Self.paper, night: head == nil ? Self.nightPaper : Self.nightTint
      ))
    add("head-text", color { $0 == .tableCell } ?? text, on: head ?? Self.paper)
  }

  /// Adds a colour of text, unless it is of something that differs less.
  private mutating func add(
    _ name: String, _ color: Color, on ground: Color = paper, least: Double = leastOfText
  ) {
    let day = color.readable(on: ground, least)
    let contrast = min(Self.mostAtNight, max(least, day.contrast(to: ground)))
    entries.append(
      Entry(name: name, day: day, night: day.readable(on: Self.nightTint, contrast)))
  }

  /// The colours as properties of CSS.
  func css(isNight: Bool) -> String {
    entries.map { "--\($0.name):\((isNight ? $0.night : $0.day).hex)" }.joined(separator: ";")
  }
}

extension Color {
  /// A colour by its three bytes.
  init(hex: Int) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255)
  }

  /// The colour as CSS has it.
  var hex: String {
    let digits = Array("0123456789abcdef")
    return "#"
      + [red, green, blue].map { part in
        let byte = max(0, min(255, Int((part * 255).rounded())))
        return "\(digits[byte >> 4])\(digits[byte & 15])"
      }.joined()
  }

  /// The colour, or the nearest to it in lightness that differs enough from its ground.
  func readable(on ground: Color, _ least: Double) -> Color {
    let isDark = Color.white.contrast(to: ground) > Color.black.contrast(to: ground)
    let start = (max(red, green, blue) + min(red, green, blue)) / 2
    let steps = 64
    let ways = (0...steps).lazy.map { step in
      step == 0
        ? self : lit(start + ((isDark ? 1 : 0) - start) * Double(step) / Double(steps))
    }
    return ways.first { $0.contrast(to: ground) >= least } ?? (isDark ? .white : .black)
  }

  /// The colour's hue and saturation in another lightness, from 0 to 1 (CSS Color 4, 7).
  private func lit(_ lightness: Double) -> Color {
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    let own = (high + low) / 2
    let reach = high - low
    let saturation = reach > 0 ? reach / (1 - abs(2 * own - 1)) : 0
    let span = saturation * (1 - abs(2 * lightness - 1))
    func part(_ value: Double) -> Double {
      lightness + (reach > 0 ? (value - own) / reach * span : 0)
    }
    return Color(red: part(red), green: part(green), blue: part(blue))
  }

  /// The colour, or one near to it that is pale enough to stand behind text.
  var asTint: Color { readable(on: .black, 15) }
}

extension RecitedElement {
  /// How all that stands in it looks.
  fileprivate var looks: [RecitedLook] {
    (look.map { [$0] } ?? []) + elements.flatMap(\.looks)
  }

  /// The colour of the first link in it.
  fileprivate var linkColor: Color? {
    if case .link = role {
      for case .text(_, let style) in pieces { return style.color }
    }
    for element in elements { if let color = element.linkColor { return color } }
    return nil
  }
}
