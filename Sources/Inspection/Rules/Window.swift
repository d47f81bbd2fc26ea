import Typeset

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
    let inside = lines.filter { line in line.words.contains { area.holds(inked($0.area)) } }
    var breaches = cutLines(lines, by: area)
    if breaches.isEmpty, let slack = values.number("slack") {
      breaches += slidingWords(lines.flatMap(\.words), area, slack)
    }
    let recipient = inside.filter {
      inked($0.area).top >= area.top + (values.number("return-line") ?? 0)
    }
    breaches += miscounted(recipient, in: area, values)
    breaches += personalNumbers(in: inside)
    if !values.flag("pictures") { breaches += pictures(in: content, area) }
    return breaches
  }

  /// Lines that the window shows in part.
  private static func cutLines(_ lines: [TextLine], by area: Area) -> [Breach] {
    lines.compactMap { line in
      let cut = line.words.filter {
        area.cut(to: inked($0.area)) != nil && !area.holds(inked($0.area))
      }
      guard let first = cut.first else { return nil }
      let words = clipped(cut.map(\.text).joined(separator: " "))
      return Breach(
        "the window's edge cuts “\(words)”", on: 1,
        at: cut.dropFirst().reduce(first.area) { $0.joined(with: $1.area) },
        advice: "set the recipient inside \(placeText(area))")
    }
  }

  /// The first word that comes into the window when the sheet slides.
  private static func slidingWords(
    _ words: [TextLine.Word], _ area: Area, _ slack: Double
  ) -> [Breach] {
    let seen = words.first { word in
      !area.holds(inked(word.area)) && area.grown(by: slack).cut(to: inked(word.area)) != nil
    }
    guard let seen else { return [] }
    return [
      Breach(
        "“\(clipped(seen.text))” shows when the sheet slides by \(oneDecimal(slack)) mm", on: 1,
        at: seen.area, advice: "move it further from the window")
    ]
  }

  /// Whether there are as many lines as a recipient has.
  private static func miscounted(
    _ recipient: [TextLine], in area: Area, _ values: RuleValues
  ) -> [Breach] {
    let least = Int(values.number("least-lines") ?? 2)
    let most = Int(values.number("most-lines") ?? 7)
    if recipient.isEmpty {
      return [
        Breach(
          "no recipient stands in the window", on: 1, at: area,
          advice: "set the recipient inside \(placeText(area))")
      ]
    }
    if recipient.count < least {
      return [
        Breach(
          "the recipient in the window has \(lineCountText(recipient.count)), fewer than \(least)",
          on: 1, at: recipient.first?.area, advice: "give name, street and town")
      ]
    }
    guard recipient.count > most else { return [] }
    return [
      Breach(
        "\(recipient.count) lines show in the window, more than \(most)", on: 1,
        at: recipient.last?.area, advice: "take what is no address out of \(placeText(area))")
    ]
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
