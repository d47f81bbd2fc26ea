import PDFFile

/// What the pages of a file share while they are read: fonts, and how much may be looked at.
struct ContentShelf {
  /// How many operators may still be looked at, more than any letter has.
  var budget = 2_000_000
  private var fonts: [PDFValue: InspectedFont] = [:]
  private var characters: [PDFValue: [Int: String?]] = [:]

  /// A font, read once.
  mutating func font(
    _ key: PDFValue, _ entries: PDFDictionary, in pdf: InspectedPDF
  ) -> InspectedFont {
    if let known = fonts[key] { return known }
    let font = InspectedFont(entries, in: pdf)
    fonts[key] = font
    return font
  }

  /// The characters of a code, worked out once; nil where the file does not tell them.
  mutating func characters(of code: Int, in font: InspectedFont, _ key: PDFValue) -> String? {
    if let known = characters[key]?[code] { return known }
    let found = font.characters(of: code)
    characters[key, default: [:]][code] = .some(found)
    return found
  }
}
