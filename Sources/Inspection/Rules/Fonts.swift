import PDFFile
import Typeset

// Whether text can be shown as it was meant, and read.

extension Rule {
  /// Fonts come with the file.
  static let fontsEmbedded = Rule(
    "fonts-embedded", "Every font that text is shown in is in the file.",
    settings: [
      RuleSetting(
        "standard-fonts", .flag, "Whether the fourteen fonts that every reader has may be missing.")
    ]
  ) { subject, values in
    fontBreaches(in: subject) { font, _ in
      if font.isEmbedded || values.flag("standard-fonts") && font.isStandard { return nil }
      return (
        "the font \(font.name) is not in the file", "embed all fonts when the file is made"
      )
    }
  }

  /// No more of a font than is used is in the file.
  static let fontsSubset = Rule(
    "fonts-subset", "Fonts in the file are subsets."
  ) { subject, _ in
    fontBreaches(in: subject) { font, _ in
      if !font.isEmbedded || font.isSubset || font.kind == "Type3" { return nil }
      return (
        "the whole of the font \(font.name) is in the file",
        "embed subsets of fonts when the file is made"
      )
    }
  }

  /// What is needed to find a font's glyphs is there.
  static let fontsWhole = Rule(
    "fonts-whole", "What fonts say of themselves is whole: widths, encodings, maps of glyphs."
  ) { subject, _ in
    let pdf = subject.pdf
    return fontBreaches(in: subject) { font, texts in
      let advice: DiagnosticText = "make the file anew with a program that keeps PDF/A"
      let base = pdf.name(font.base["Subtype"])
      if base == "CIDFontType2", font.isEmbedded, font.base["CIDToGIDMap"] == nil {
        return ("the font \(font.name) has no CIDToGIDMap", advice)
      }
      if !font.isComposite, !font.isStandard {
        let span =
          (pdf.integer(font.entries["LastChar"]) ?? -1)
          - (pdf.integer(font.entries["FirstChar"]) ?? 0) + 1
        if span != pdf.items(font.entries["Widths"]).count {
          return ("the font \(font.name) has not as many widths as codes", advice)
        }
      }
      let flags = pdf.integer(pdf.dictionary(font.base["FontDescriptor"])?["Flags"]) ?? 0
      if font.kind == "TrueType", flags & 4 != 0, font.entries["Encoding"] != nil {
        return ("the font \(font.name) is symbolic and has an encoding", advice)
      }
      if base == "CIDFontType2", texts.contains(where: { $0.glyphs.contains { $0.code == 0 } }) {
        return ("the font \(font.name) shows a glyph that stands for a missing one", advice)
      }
      return nil
    }
  }

  /// Text can be searched, copied and read aloud.
  static let unicode = Rule(
    "unicode", "The characters of all text are known."
  ) { subject, _ in
    var breaches: [Breach] = []
    for (page, content) in subject.pages {
      var told: Set<Int> = []
      for (piece, text) in content.texts where piece.mark.actualText == nil {
        guard let glyph = text.glyphs.first(where: { !isKnown($0.characters) }),
          told.insert(text.font).inserted
        else { continue }
        let name = content.fonts[text.font].name
        let what: DiagnosticText =
          glyph.characters == nil ? "no character" : "a character without a meaning of its own"
        breaches.append(
          Breach(
            "code \(glyph.code) of the font \(name) is \(what)", on: page.number, at: glyph.area,
            advice: "make the file with a program that writes ToUnicode maps"))
      }
    }
    return breaches
  }

  /// Whether a reader can do something with the characters of a glyph.
  private static func isKnown(_ characters: String?) -> Bool {
    guard let characters, !characters.isEmpty else { return false }
    return characters.unicodeScalars.allSatisfy { scalar in
      scalar.value != 0 && scalar.value != 0xFFFE && scalar.value != 0xFEFF
        && scalar.value != 0xFFFD && scalar.properties.generalCategory != .privateUse
    }
  }

  /// What is wrong with fonts that text is shown in, each told once with the first place.
  private static func fontBreaches(
    in subject: Subject,
    _ fault: (InspectedFont, [PageContent.Text]) -> (
      message: DiagnosticText, advice: DiagnosticText
    )?
  ) -> [Breach] {
    var breaches: [Breach] = []
    var told: Set<DiagnosticText> = []
    for (page, content) in subject.pages {
      let shown = Dictionary(grouping: content.texts.filter { $0.text.rendering != 3 }) {
        $0.text.font
      }
      for (place, texts) in shown.sorted(by: { $0.key < $1.key }) {
        guard let found = fault(content.fonts[place], texts.map(\.text)),
          told.insert(found.message).inserted
        else { continue }
        breaches.append(
          Breach(
            found.message, on: page.number, at: texts.first?.piece.area, advice: found.advice))
      }
    }
    return breaches
  }
}
