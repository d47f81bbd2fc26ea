import PDFFile
import Typeset

// Whether what is there can be seen.

extension Rule {
  /// Text is not of the colour of what lies under it.
  static let whiteText = Rule(
    "white-text", "No text has the colour of what lies under it.",
    settings: [RuleSetting("least", .number, "The contrast that can be seen; 1.15 without this.")]
  ) { subject, values in
    let least = values.number("least") ?? 1.15
    return contrastBreaches(in: subject) { _, _ in
      least
    } message: { (words, _, _) -> DiagnosticText in
      "text cannot be seen, for it has the colour of what lies under it: “\(words)”"
    }
  }

  /// Text stands out for people who see badly.
  static let contrast = Rule(
    "contrast", "Text stands out from what lies under it.",
    settings: [
      RuleSetting("least", .number, "The contrast of text; 4.5 without this."),
      RuleSetting(
        "least-large", .number,
        "The contrast of text of 18 pt, or 14 pt in bold, and more; 3 without this."),
    ]
  ) { subject, values in
    let least = values.number("least") ?? 4.5
    let leastLarge = values.number("least-large") ?? 3
    return contrastBreaches(in: subject, skipsWatermarks: true) { text, font in
      let isBold = font.name.lowercased().contains("bold")
      return text.size >= 18 || isBold && text.size >= 14 ? leastLarge : least
    } message: { (words, found, least) -> DiagnosticText in
      "the contrast of “\(words)” is \(oneDecimal(found)), less than \(oneDecimal(least))"
    }
  }

  private static func contrastBreaches(
    in subject: Subject, skipsWatermarks: Bool = false,
    least: (PageContent.Text, InspectedFont) -> Double,
    message: (_ words: String, _ found: Double, _ least: Double) -> DiagnosticText
  ) -> [Breach] {
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      var told: Set<ContentColor> = []
      for (index, piece) in content.pieces.enumerated() {
        if subject.isOverdue { break }
        guard case .text(let text) = piece.kind, text.rendering != 3, isSeen(text),
          let area = piece.area, let under = ground(under: area, before: index, in: content),
          let found = piece.color.contrast(with: under)
        else { continue }
        // A word across the page is not meant to be read (WCAG 2.1, 1.4.3, incidental).
        if skipsWatermarks, piece.mark.isArtifact, text.size > watermarkSize { continue }
        let needed = least(text, content.fonts[text.font])
        guard found < needed - 0.005, told.insert(piece.color).inserted else { continue }
        breaches.append(
          Breach(
            message(clipped(text.words), found, needed), on: page.number, at: area,
            advice: "make it darker, or what lies under it lighter"))
      }
    }
    return breaches
  }

  /// Artifacts of a larger size, in points, lie under or over a page on purpose.
  private static let watermarkSize = 36.0

  /// The colour that text stands on; nil where that is a picture.
  private static func ground(
    under area: Area, before index: Int, in content: PageContent
  ) -> ContentColor? {
    for piece in content.pieces[..<index].reversed() {
      guard let own = piece.area, piece.opacity > 0.95 else { continue }
      switch piece.kind {
      case .path(isFilledBox: true) where own.holds(area, give: 0.5): return piece.color
      case .image where own.cut(to: area) != nil: return nil
      case .shading where own.cut(to: area) != nil: return nil
      default: continue
      }
    }
    return .gray(1)
  }

  /// Nothing is there that nobody sees.
  static let hiddenText = Rule(
    "hidden-text", "No text is hidden: none is without ink, off the page, covered or too small.",
    settings: [
      RuleSetting("scans", .flag, "Whether text without ink may lie on pictures, as in scans."),
      RuleSetting("least-size", .length, "The smallest size of type; 1pt without this."),
    ]
  ) { subject, values in
    let leastSize = (values.number("least-size") ?? millimetresAPoint) / millimetresAPoint
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      var told: Set<DiagnosticText> = []
      for (index, piece) in content.pieces.enumerated() {
        if subject.isOverdue { break }
        guard case .text(let text) = piece.kind, isSeen(text),
          let why = hiding(piece, text, at: index, in: content, values, leastSize),
          told.insert(why).inserted
        else { continue }
        let whole = text.glyphs.dropFirst().reduce(text.glyphs[0].area) { $0.joined(with: $1.area) }
        breaches.append(
          Breach(
            "text \(why): “\(clipped(text.words))”", on: page.number, at: piece.area ?? whole,
            advice: "take it out, or show it"))
      }
    }
    return breaches
  }

  /// Why nobody sees a text; nil where it can be seen.
  private static func hiding(
    _ piece: PageContent.Piece, _ text: PageContent.Text, at index: Int, in content: PageContent,
    _ values: RuleValues, _ leastSize: Double
  ) -> DiagnosticText? {
    if piece.mark.isHidden { return "is on a layer that is not shown" }
    guard let area = piece.area else { return "lies off the page or is cut away" }
    if text.rendering == 3 || text.rendering == 7 || piece.opacity < 0.05 {
      let isOnScan = content.pieces.contains { other in
        guard case .image = other.kind, let own = other.area else { return false }
        return own.holds(area, give: 2)
      }
      return values.flag("scans") && isOnScan ? nil : "is not drawn"
    }
    if text.size < leastSize - 0.01 { return "is only \(oneDecimal(text.size)) pt high" }
    let isCovered = content.pieces[(index + 1)...].contains { other in
      guard let own = other.area, other.opacity > 0.95, own.holds(area, give: 0.1) else {
        return false
      }
      switch other.kind {
      case .path(let isFilledBox): return isFilledBox
      case .image: return true
      case .text, .shading: return false
      }
    }
    return isCovered ? "is covered by what is painted over it" : nil
  }

  /// No words lie over each other.
  static let overlappingText = Rule(
    "overlapping-text", "No words lie over each other."
  ) { subject, _ in
    var breaches: [Breach] = []
    for (index, lines) in subject.lines.enumerated() {
      let words = lines.flatMap(\.words).filter { $0.size <= watermarkSize }
        .sorted { $0.area.top < $1.area.top }
      search: for (place, word) in words.enumerated() {
        if subject.isOverdue { break }
        let own = core(word.area)
        for other in words[(place + 1)...] {
          if other.area.top >= word.area.bottom { break }
          guard let common = own.cut(to: core(other.area)),
            common.width > 0.35 * min(own.width, core(other.area).width) || common.width > 2,
            common.height > 0.4 * min(own.height, core(other.area).height)
          else { continue }
          // The same word twice in one place is how some programs make bold type.
          if word.text == other.text, abs(word.area.left - other.area.left) < 0.6 { continue }
          breaches.append(
            Breach(
              "“\(clipped(word.text))” and “\(clipped(other.text))” lie over each other",
              on: index + 1, at: word.area.joined(with: other.area), advice: "give one of them room"
            ))
          if breaches.count == 20 { break search }
        }
      }
    }
    return breaches
  }

  private static func core(_ area: Area) -> Area { inked(area) }

  /// No page is empty.
  static let blankPages = Rule(
    "blank-pages", "No page is blank.",
    settings: [
      RuleSetting("last", .flag, "Whether the last page may be blank, as the back of a sheet.")
    ]
  ) { subject, values in
    subject.pages.compactMap { page, content in
      let isBlank = !content.pieces.contains { piece in
        guard piece.area != nil, piece.opacity > 0 else { return false }
        if case .text(let text) = piece.kind { return text.rendering != 3 && isSeen(text) }
        return !isPaper(piece.color)
      }
      let hasNotes = page.annotations(in: subject.pdf).contains {
        subject.pdf.dictionary($0["AP"]) != nil
      }
      if !isBlank || hasNotes { return nil }
      if values.flag("last"), page.number == subject.pages.count, page.number > 1 { return nil }
      return Breach("the page is blank", on: page.number, advice: "take it out")
    }
  }
}
