import PDFFile
import Typeset

// What colours are written in, and what for.

extension Rule {
  /// The file says what its colours are.
  static let outputIntent = Rule(
    "output-intent", "The file has one output intent with a profile that is whole."
  ) { subject, _ in
    let pdf = subject.pdf
    let advice: DiagnosticText = "make the file with a program that keeps PDF/A"
    let intents = pdf.items(pdf.catalog["OutputIntents"]).compactMap { pdf.dictionary($0) }
    guard !intents.isEmpty else { return [Breach("there is no output intent", advice: advice)] }
    let profiles = Set(intents.compactMap { $0["DestOutputProfile"] })
    guard profiles.count == 1, let profile = profiles.first, let stream = pdf.stream(profile) else {
      return [Breach("the output intent has no profile, or there are several", advice: advice)]
    }
    let bytes = stream.bytes
    guard bytes.count >= 128, Array(bytes[36..<40]) == Array("acsp".utf8),
      bytes[0..<4].reduce(0, { $0 << 8 | Int($1) }) == bytes.count
    else { return [Breach("the profile of the output intent is damaged", advice: advice)] }
    let space = String(decoding: bytes[16..<20], as: UTF8.self)
    let components = ["RGB ": 3, "CMYK": 4, "GRAY": 1][space]
    guard components == pdf.integer(stream.entries["N"]), bytes[8] < 5 else {
      return [
        Breach("the profile of the output intent is of another kind than it says", advice: advice)
      ]
    }
    return []
  }

  /// Colours of inks have an intent of inks.
  static let deviceColors = Rule(
    "device-colors", "Colours of devices agree with the output intent."
  ) { subject, _ in
    let pdf = subject.pdf
    let profile = pdf.items(pdf.catalog["OutputIntents"]).compactMap { pdf.dictionary($0) }
      .compactMap { pdf.stream($0["DestOutputProfile"]) }.first
    let isOfInks = profile.map { pdf.integer($0.entries["N"]) == 4 } ?? false
    guard !isOfInks else { return [] }
    return subject.pages.compactMap { page, content in
      guard content.colorSpaces.contains("DeviceCMYK") else { return nil }
      return Breach(
        "the page has colours of four inks, and the output intent has none", on: page.number,
        advice: "write colours as red, green and blue, or give the file an intent of inks")
    }
  }

  /// Text is printed with black alone.
  static let oneInkBlack = Rule(
    "one-ink-black", "Black text is of one ink, so that it cannot be printed out of register."
  ) { subject, _ in
    firstTexts(in: subject) { piece in
      switch piece.color {
      case .rgb(let red, let green, let blue): max(red, green, blue) < 0.12
      case .cmyk(let cyan, let magenta, let yellow, let black):
        cyan + magenta + yellow > 0.1 && cyan + magenta + yellow + black > 2
      case .gray, .other: false
      }
    } breach: { words, count in
      let message: DiagnosticText = "black text is mixed of several inks: “\(words)”"
      let advice: DiagnosticText = "write black as a grey value (0 g)"
      let all: DiagnosticText = count > 1 ? "\(message) and \(count - 1) more" : message
      return (all, advice)
    }
  }

  /// What is printed in black loses nothing.
  static let grayOnly = Rule(
    "gray-only", "Nothing is coloured, since it is printed in black."
  ) { subject, _ in
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      let colored = content.pieces.filter { piece in
        guard piece.area != nil else { return false }
        switch piece.kind {
        case .image(let image): return isColored(image, in: subject.pdf)
        case .text, .path: return piece.color.screen != nil && !piece.color.isNeutral
        case .shading: return false
        }
      }
      guard let first = colored.first else { continue }
      breaches.append(
        Breach(
          "\(colored.count) things on the page are coloured", on: page.number, at: first.area,
          advice: "see that nothing is told by colour alone"))
    }
    return breaches
  }

  private static func isColored(_ image: PageContent.Image, in pdf: InspectedPDF) -> Bool {
    guard let number = image.object,
      let entries = pdf.dictionary(.reference(PDFReference(index: number)))
    else { return false }
    let space = entries["ColorSpace"]
    let name = pdf.name(space) ?? pdf.name(pdf.items(space).first) ?? ""
    if name == "ICCBased" {
      let items = pdf.items(space)
      return items.count > 1 && pdf.integer(pdf.dictionary(items[1])?["N"]) != 1
    }
    return ["DeviceRGB", "CalRGB", "DeviceCMYK", "Lab"].contains(name)
  }

  /// Nothing shines through.
  static let transparency = Rule(
    "transparency", "Nothing is transparent."
  ) { subject, _ in
    subject.pages.compactMap { page, content in
      guard !content.transparencies.isEmpty else { return nil }
      return Breach(
        "the page has transparency: \(content.transparencies.sorted().joined(separator: ", "))",
        on: page.number, advice: "flatten transparency when the file is made")
    }
  }

  /// Images are neither coarse nor larger than can be printed.
  static let resolution = Rule(
    "resolution", "Images have between so many and so many pixels an inch.",
    settings: [
      RuleSetting("least", .number, "The fewest pixels an inch."),
      RuleSetting("most", .number, "The most pixels an inch."),
      RuleSetting("ignore", .length, "Images of at most this width and height are not looked at."),
    ]
  ) { subject, values in
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      for piece in content.pieces {
        guard case .image(let image) = piece.kind, image.width > 1, image.height > 1,
          let area = piece.area
        else { continue }
        if let small = values.number("ignore"), area.width <= small, area.height <= small {
          continue
        }
        let found = image.dotsPerInch
        if let least = values.number("least"), found < least - 0.5 {
          breaches.append(
            Breach(
              "the image has \(oneDecimal(found)) pixels an inch, fewer than \(oneDecimal(least))",
              on: page.number, at: area, advice: "use an image with more pixels, or show it smaller"
            ))
        } else if let most = values.number("most"), found > most + 0.5 {
          breaches.append(
            Breach(
              "the image has \(oneDecimal(found)) pixels an inch, more than \(oneDecimal(most))",
              on: page.number, at: area, advice: "scale the image down before it is placed"))
        }
      }
    }
    return breaches
  }

  /// The first text of each page that is at fault, with the number of all.
  static func firstTexts(
    in subject: Subject, where isFault: (PageContent.Piece) -> Bool,
    breach: (_ words: String, _ count: Int) -> (message: DiagnosticText, advice: DiagnosticText)
  ) -> [Breach] {
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      let found = content.texts.filter { isSeen($0.text) && isFault($0.piece) }
      guard let first = found.first else { continue }
      let (message, advice) = breach(clipped(first.text.words), found.count)
      breaches.append(Breach(message, on: page.number, at: first.piece.area, advice: advice))
    }
    return breaches
  }

  /// Whether a text has a character that is drawn.
  static func isSeen(_ text: PageContent.Text) -> Bool {
    text.glyphs.contains { glyph in
      glyph.characters.map { $0.contains { !$0.isWhitespace } } ?? true
    }
  }

  /// Words short enough for a message.
  static func clipped(_ words: String) -> String {
    words.count <= 40 ? words : words.prefix(39) + "…"
  }
}
