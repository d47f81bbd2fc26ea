import PDFFile

/// Looks through all that foreign pages draw on for what PDF/A does not allow
/// (ISO 19005-2, 6.1.7.2, 6.2.4 to 6.2.10).
struct LookAudit {
  /// A font, and what is shown in it.
  struct UsedFont {
    let font: PDFObject
    var shown: Set<[UInt8]> = []
    var isVisible = false
  }

  /// The first thing found.
  var flaw: String?
  /// By the number of the font's object, or its text where it has none.
  private(set) var fonts: [String: UsedFont] = [:]
  private(set) var colors = ColorAudit()
  private var visited: Set<Int> = []

  static let inks = "its colours are printing inks (CMYK)"

  private static let blendModes: Set = [
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
    "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color",
    "Luminosity",
  ]

  /// Whether an object is met for the first time.
  private mutating func isNew(_ object: PDFObject, in document: borrowing PDFDocument) -> Bool {
    let number = document.objectNumber(object)
    return number <= 0 || visited.insert(number).inserted
  }

  /// A content stream and all that it draws on.
  mutating func visit(
    _ content: [UInt8], _ resources: PDFObject, in document: borrowing PDFDocument, depth: Int = 0
  ) throws(PDFError) {
    guard flaw == nil, depth < 64 else { return }
    let audit = ContentAudit(content)
    flaw = audit.flaw
    let spaces = document.get(resources, "ColorSpace")
    if audit.usesInks, !document.has(spaces, "DefaultCMYK") { flaw = flaw ?? Self.inks }
    for name in audit.colorSpaces.sorted() where !document.has(spaces, name) {
      if let found = colors.flaw(ofDevice: name, spaces, in: document) { flaw = flaw ?? found }
    }
    note(audit.shown, resources, in: document)
    try visit(resources: resources, in: document, depth: depth)
  }

  /// A transparency group's own colour space.
  mutating func visit(group: PDFObject, in document: borrowing PDFDocument) throws(PDFError) {
    let space = document.get(group, "CS")
    guard !document.isNull(space) else { return }
    if flaw == nil { flaw = try colors.flaw(of: space, in: document) }
  }

  private mutating func note(
    _ shown: Set<ContentAudit.Shown>, _ resources: PDFObject, in document: borrowing PDFDocument
  ) {
    let dictionary = document.get(resources, "Font")
    for text in shown {
      let font = document.get(dictionary, text.font)
      guard document.isDictionary(font) else { continue }
      let number = document.objectNumber(font)
      let key = number > 0 ? String(number) : document.text(of: font)
      var used = fonts[key] ?? UsedFont(font: font)
      used.shown.insert(text.bytes)
      used.isVisible = used.isVisible || text.isVisible
      fonts[key] = used
    }
  }

  // MARK: Resources

  private mutating func visit(
    resources: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) {
    guard isNew(resources, in: document) else { return }
    func values(_ category: String) -> [PDFObject] {
      let dictionary = document.get(resources, category)
      return document.keys(of: dictionary).map { document.get(dictionary, $0) }
    }
    for space in values("ColorSpace") where flaw == nil {
      flaw = try colors.flaw(of: space, in: document)
    }
    for state in values("ExtGState") { try visit(state: state, resources, in: document, depth) }
    for shading in values("Shading") { try visit(shading: shading, resources, in: document) }
    for pattern in values("Pattern") { try visit(pattern: pattern, resources, in: document, depth) }
    for object in values("XObject") { try visit(object: object, resources, in: document, depth) }
    for font in values("Font") where document.name(font, "Subtype") == "Type3" {
      try visit(glyphsOf: font, resources, in: document, depth)
    }
  }

  private mutating func visit(
    state: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument, _ depth: Int
  ) throws(PDFError) {
    guard isNew(state, in: document), flaw == nil else { return }
    let second = document.name(state, "TR2")
    if document.has(state, "TR") || document.has(state, "TR2") && second != "Default" {
      flaw = "it has transfer functions"
    }
    if let intent = document.name(state, "RI"), !ContentAudit.intents.contains(intent) {
      flaw = "it has a rendering intent of its own"
    }
    let mode = document.get(state, "BM")
    let modes = document.isArray(mode) ? document.items(of: mode) : [mode]
    if modes.contains(where: { document.name($0).map { !Self.blendModes.contains($0) } ?? false }) {
      flaw = "it blends colours in a way of its own"
    }
    if document.integer(state, "OPM") ?? 0 != 0,
      document.isTrue(state, "OP") || document.isTrue(state, "op")
    {
      colors.overprints = true
    }
    let group = document.get(document.get(state, "SMask"), "G")
    try visit(object: group, resources, in: document, depth)
  }

  private mutating func visit(
    shading: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) {
    guard isNew(shading, in: document), flaw == nil,
      let dictionary = document.anyDictionary(shading)
    else { return }
    let space = document.get(dictionary, "ColorSpace")
    flaw = try colors.flaw(of: space, document.get(resources, "ColorSpace"), in: document)
  }

  private mutating func visit(
    pattern: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument, _ depth: Int
  ) throws(PDFError) {
    guard isNew(pattern, in: document), flaw == nil else { return }
    guard document.isStream(pattern) else {
      try visit(shading: document.get(pattern, "Shading"), resources, in: document)
      return try visit(
        state: document.get(pattern, "ExtGState"), resources, in: document, depth + 1)
    }
    let dictionary = document.dictionary(of: pattern)
    try visit(
      try document.contents(of: pattern), document.get(dictionary, "Resources"), in: document,
      depth: depth + 1)
  }

  private mutating func visit(
    glyphsOf font: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument,
    _ depth: Int
  ) throws(PDFError) {
    guard isNew(font, in: document) else { return }
    let own = document.get(font, "Resources")
    let glyphs = document.get(font, "CharProcs")
    for key in document.keys(of: glyphs) {
      let glyph = document.get(glyphs, key)
      guard document.isStream(glyph), isNew(glyph, in: document) else { continue }
      try visit(
        try document.contents(of: glyph), document.isDictionary(own) ? own : resources,
        in: document, depth: depth + 1)
    }
  }

  private mutating func visit(
    object: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument, _ depth: Int
  ) throws(PDFError) {
    guard document.isStream(object), isNew(object, in: document), flaw == nil, depth < 64
    else { return }
    let dictionary = document.dictionary(of: object)
    if document.has(dictionary, "F") { flaw = "a part of it lies outside the file" }
    switch document.name(dictionary, "Subtype") {
    case "Form":
      try visit(group: document.get(dictionary, "Group"), in: document)
      try visit(
        try document.contents(of: object), document.get(dictionary, "Resources"), in: document,
        depth: depth + 1)
    case "PS": flaw = "it holds PostScript"
    default: try visit(image: dictionary, resources, in: document, depth)
    }
  }

  /// An image, of which qpdf decodes what PDF/A does not allow but pictures (ISO 19005-2, 6.1.7.2).
  private mutating func visit(
    image: PDFObject, _ resources: PDFObject, in document: borrowing PDFDocument, _ depth: Int
  ) throws(PDFError) {
    let filters = document.filters(of: image)
    if filters.contains("JPXDecode") { flaw = "it holds a JPEG 2000 image" }
    if filters.contains("Crypt") { flaw = "it is encrypted in part" }
    if filters.contains("LZWDecode"), filters.contains(where: { $0 == "DCTDecode" }) {
      flaw = "it is compressed with LZW"
    }
    if let intent = document.name(image, "Intent"), !ContentAudit.intents.contains(intent) {
      flaw = "it has a rendering intent of its own"
    }
    let isMask = document.isTrue(image, "ImageMask")
    if let bits = document.integer(image, "BitsPerComponent"),
      isMask ? bits != 1 : ![1, 2, 4, 8, 16].contains(bits)
    {
      flaw = "its images have \(bits) bits for a colour"
    }
    let space = document.get(image, "ColorSpace")
    if !isMask, !document.isNull(space), flaw == nil {
      flaw = try colors.flaw(of: space, document.get(resources, "ColorSpace"), in: document)
    }
    for key in ["SMask", "Mask"] {
      try visit(object: document.get(image, key), resources, in: document, depth + 1)
    }
  }
}
