import PDFFile

/// What the pages of a file share while they are read: fonts, and how much may be looked at.
struct ContentShelf {
  /// How many operators and glyphs may still be looked at, more than any letter has.
  private var budget = 4_000_000
  /// When looking ends.
  private let deadline: ContinuousClock.Instant
  private var layers: HiddenLayers?
  private var fonts: [PDFValue: InspectedFont] = [:]
  private var characters: [PDFValue: [Int: String?]] = [:]

  /// Nothing is known yet.
  init(deadline: ContinuousClock.Instant) { self.deadline = deadline }

  /// Takes off what something costs.
  ///
  /// - Returns: false when nothing is left, or no time.
  mutating func spend(_ cost: Int) -> Bool {
    let before = budget >> 12
    budget -= cost
    // The clock is looked at now and then, for that costs, too.
    if budget >> 12 != before, ContinuousClock.now > deadline { budget = 0 }
    return budget > 0
  }

  /// Whether a layer is not shown.
  mutating func hides(_ layer: PDFValue?, in pdf: InspectedPDF) -> Bool {
    guard layer != nil else { return false }
    let known = layers ?? HiddenLayers(in: pdf)
    layers = known
    return known.hides(layer, in: pdf)
  }

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
