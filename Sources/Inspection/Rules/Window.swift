extension Rule {
  /// The envelope shows the recipient, and nothing else.
  static let window = Rule(
    "window", "The recipient stands inside the window, and nothing else does.",
    settings: [
      RuleSetting("area", .area, "The window on the first page.", isRequired: true),
      RuleSetting("least-lines", .number, "The fewest lines in it; 2 without this."),
      RuleSetting("most-lines", .number, "The most lines in it; 7 without this."),
      RuleSetting(
        "slack", .length, "How far the sheet slides in its envelope; 0mm without this."),
      RuleSetting("pictures", .flag, "Whether a picture may show in it, as a logo."),
      RuleSetting(
        "return-line", .length,
        "How high the strip at the window's top is that holds the sender's line; 0mm without this."),
    ]
  ) { subject, values in
    guard let area = values.area("area"), let lines = subject.lines.first,
      let content = subject.contents.first
    else { return [] }
    let slack = values.number("slack") ?? 0
    let words = lines.flatMap(\.words)
    let advice = "set the recipient inside \(placeText(area))"
    var breaches: [Breach] = []
    let inside = lines.filter { line in line.words.contains { area.holds(inked($0.area)) } }
    let recipient = inside.filter {
      inked($0.area).top >= area.top + (values.number("return-line") ?? 0)
    }
    for line in lines {
      let cut = line.words.filter {
        area.cut(to: inked($0.area)) != nil && !area.holds(inked($0.area))
      }
      guard let first = cut.first else { continue }
      breaches.append(
        Breach(
          "the window's edge cuts “\(clipped(cut.map(\.text).joined(separator: " ")))”", on: 1,
          at: cut.dropFirst().reduce(first.area) { $0.joined(with: $1.area) }, advice: advice))
    }
    if breaches.isEmpty, slack > 0 {
      let seen = words.first {
        let isInside = area.holds(inked($0.area))
        return !isInside && area.grown(by: slack).cut(to: inked($0.area)) != nil
      }
      if let seen {
        breaches.append(
          Breach(
            "“\(clipped(seen.text))” shows when the sheet slides by \(oneDecimal(slack)) mm", on: 1,
            at: seen.area, advice: "move it further from the window"))
      }
    }
    let least = Int(values.number("least-lines") ?? 2)
    if recipient.isEmpty {
      breaches.append(Breach("no recipient stands in the window", on: 1, at: area, advice: advice))
    } else if recipient.count < least {
      breaches.append(
        Breach(
          "the recipient in the window has \(recipient.count == 1 ? "one line" : "\(recipient.count) lines"), fewer than \(least)",
          on: 1, at: recipient.first?.area, advice: "give name, street and town"))
    }
    let most = Int(values.number("most-lines") ?? 7)
    if recipient.count > most {
      breaches.append(
        Breach(
          "\(recipient.count) lines show in the window, more than \(most)", on: 1,
          at: recipient.last?.area, advice: "take what is no address out of \(placeText(area))"))
    }
    breaches += personalNumbers(in: inside)
    if !values.flag("pictures") { breaches += pictures(in: content, area) }
    return breaches
  }

  /// Numbers of persons may not be read through a window.
  private static func personalNumbers(in lines: [TextLine]) -> [Breach] {
    lines.flatMap(\.words).filter { word in
      word.text.wholeMatch(of: #/\d{6}-?\d{4}/#) != nil
    }.map {
      Breach(
        "a number like that of a person shows in the window", on: 1, at: $0.area,
        advice: "take it out of the address")
    }
  }

  private static func pictures(in content: PageContent, _ area: Area) -> [Breach] {
    let found = content.pieces.first { piece in
      guard let own = piece.area, piece.opacity > 0, own.grown(by: 0.01).cut(to: area) != nil else {
        return false
      }
      switch piece.kind {
      case .image, .shading: return true
      case .path: return !isPaper(piece.color)
      case .text: return false
      }
    }
    guard let found else { return [] }
    return [
      Breach(
        "a picture or a line shows in the window", on: 1, at: found.area?.cut(to: area),
        advice: "move it out of \(placeText(area))")
    ]
  }

  /// Whether a colour is that of the paper.
  static func isPaper(_ color: ContentColor) -> Bool { (color.luminance ?? 0) > 0.97 }
}
