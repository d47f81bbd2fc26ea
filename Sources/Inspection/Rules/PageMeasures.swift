import Typeset

// How large pages are, and how they lie.

extension Rule {
  /// Every page is of the paper that is printed on.
  static let pageSize = Rule(
    "page-size", "Every page has the size of the paper.",
    settings: [
      RuleSetting("width", .length, "The width of the paper.", isRequired: true),
      RuleSetting("height", .length, "The height of the paper.", isRequired: true),
      RuleSetting("more", .length, "By how much a page may be larger; 0.5mm without this."),
      RuleSetting("less", .length, "By how much a page may be smaller; 0.5mm without this."),
      RuleSetting(
        "trimmed", .flag, "Whether a page with a TrimBox is as large as that, not as its sheet."),
    ]
  ) { subject, values in
    guard let width = values.number("width"), let height = values.number("height") else {
      return []
    }
    // Programs round to whole points.
    let more = max(values.number("more") ?? 0.5, 0.18)
    let less = max(values.number("less") ?? 0.5, 0.18)
    return subject.pdf.pages.compactMap { page in
      let trimmed = values.flag("trimmed") ? page.box("TrimBox", in: subject.pdf) : nil
      let seen = trimmed.map { page.area(of: $0) } ?? page.extent
      let (own, down) = (seen.width, seen.height)
      let fits =
        own <= width + more && own >= width - less && down <= height + more && down >= height - less
      guard !fits else { return nil }
      return Breach(
        "the page is \(oneDecimal(own)) × \(oneDecimal(down)) mm, not \(oneDecimal(width)) × \(oneDecimal(height)) mm",
        on: page.number, advice: "set the paper's size in the program that makes the file")
    }
  }

  /// Pages lie as they are read.
  static let rotation = Rule(
    "rotation", "No page is turned."
  ) { subject, _ in
    subject.pdf.pages.filter { $0.rotation != 0 }.map {
      Breach(
        "the page is turned by \($0.rotation) degrees", on: $0.number,
        advice: "save the page upright instead of turning it")
    }
  }

  /// The boxes of a page lie in one another.
  static let pageBoxes = Rule(
    "page-boxes", "Every page has a sheet, and its boxes lie in one another."
  ) { subject, _ in
    let advice: DiagnosticText = "set the page's boxes in the program that makes the file"
    var breaches: [Breach] = []
    for page in subject.pdf.pages {
      guard var outer = page.mediaBox else {
        breaches.append(Breach("the page has no MediaBox", on: page.number, advice: advice))
        continue
      }
      var name = "MediaBox"
      for key in ["BleedBox", "TrimBox", "ArtBox"] {
        guard let box = page.box(key, in: subject.pdf) else { continue }
        let lies =
          box[0] >= outer[0] - 0.01 && box[1] >= outer[1] - 0.01 && box[2] <= outer[2] + 0.01
          && box[3] <= outer[3] + 0.01
        if !lies {
          breaches.append(Breach("the \(key) leaves the \(name)", on: page.number, advice: advice))
        }
        if key != "ArtBox" { (outer, name) = (box, key) }
      }
    }
    return breaches
  }
}
