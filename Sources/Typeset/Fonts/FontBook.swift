import CPango
import GLibSupport

/// The fonts a letter may use, from a folder and files given by name, and nothing from the machine.
///
/// Owns the Pango font map and the fontconfig configuration; not for use by two tasks at a time.
final class FontBook {
  let folder: FontFolder
  let config: OpaquePointer
  private let map: GObjectRef
  private var loadedFamilies: Set<String> = []
  private var keys: [Int: (font: UnsafeMutableRawPointer, key: FontKey)] = [:]
  private var openFaces: [FontKey: FontFace] = [:]
  private var rights: [FontKey: EmbeddingRights] = [:]
  /// Those with common glyphs, which ``commonFont(_:)`` makes.
  var commonFonts: [FontKey: CommonFont] = [:]
  private var subsets = RecentCache<SubsetKey, FontSubset>(limit: 64)

  private struct SubsetKey: Hashable {
    let font: FontKey
    let glyphs: GlyphSet
  }
  private var checked: [FontRequest: FontProblem?] = [:]

  /// Opens a folder of fonts; a family's files are read when first asked for.
  ///
  /// - Parameter files: further font files, as a layout names them, loaded at once.
  init(folder path: String, files: [String] = []) {
    folder = FontFolder(path: path)
    config = FcConfigCreate()
    map = GObjectRef(adopting: pango_ft2_font_map_new())
    for file in files { FcConfigAppFontAddFile(config, file) }
    pango_fc_font_map_set_config(map.opaque(), config)
    pango_ft2_font_map_set_resolution(map.opaque(), 72, 72)
    // Outlines as they are drawn, no grid of a screen: else Pango rounds advances to pixels.
    pango_fc_font_map_set_default_substitute(
      map.opaque(),
      { pattern, _ in
        FcPatternAddBool(pattern, FC_HINTING, 0)
        FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE)
      }, nil, nil)
  }

  /// Puts an empty configuration in the place of the machine's, for the whole process.
  ///
  /// Pango asks fontconfig to read the machine's configuration with its first font map, although
  /// letters do not use it; that takes longer than setting a page.
  static func shutOutMachine() {
    let empty = FcConfigCreate()
    defer { FcConfigDestroy(empty) }
    FcConfigSetCurrent(empty)
  }

  deinit {
    for known in keys.values { g_object_unref(known.font) }
    FcConfigDestroy(config)
    g_object_ref(map.pointer)
    RetiredMaps.take(map.pointer)
  }

  /// Makes sure that the files of a family are read.
  ///
  /// - Returns: whether fonts were added, so that text has to be shaped anew.
  @discardableResult
  func load(family: String) -> Bool {
    guard loadedFamilies.insert(family).inserted else { return false }
    let files = folder.files(of: family)
    guard !files.isEmpty else { return false }
    for file in files { FcConfigAppFontAddFile(config, file) }
    pango_fc_font_map_config_changed(map.opaque())
    return true
  }

  /// A context that measures in points and rounds nothing.
  func makeContext() -> GObjectRef {
    let context = GObjectRef(
      adopting: UnsafeMutableRawPointer(pango_font_map_create_context(map.typed())))
    pango_context_set_round_glyph_positions(context.opaque(), 0)
    return context
  }

  /// Whether a wanted font is there in its own weight and slant; nil if it is.
  ///
  /// - Parameters:
  ///   - families: the wanted family and those that stand in for it.
  ///   - size: a size that text will be set in, so that Pango looks the font up once for both.
  func problem(
    with request: FontRequest, among families: [String], size: Length,
    in context: borrowing GObjectRef
  ) -> FontProblem? {
    if let known = checked[request] { return known }
    load(family: request.family)
    let found = lookUp(request, among: families, size: size, in: context)
    checked[request] = .some(found)
    return found
  }

  private func lookUp(
    _ request: FontRequest, among families: [String], size: Length,
    in context: borrowing GObjectRef
  ) -> FontProblem? {
    let description = makeDescription(families, request.weight, request.italic, size)
    defer { pango_font_description_free(description) }
    guard
      let font = pango_font_map_load_font(map.typed(), context.opaque(), description)
    else { return .noFamily }
    defer { g_object_unref(font) }
    let actual = pango_font_describe(font)
    defer { pango_font_description_free(actual) }
    guard let name = pango_font_description_get_family(actual),
      String(cString: name).lowercased() == request.family.lowercased()
    else { return .noFamily }
    let weight = Int(pango_font_description_get_weight(actual).rawValue)
    let isItalic = pango_font_description_get_style(actual) != PANGO_STYLE_NORMAL
    guard abs(weight - request.weight) <= 100, isItalic == request.italic else { return .noStyle }
    // Semibold and bold stand in for each other: families have one of them more often than both.
    let isBold = weight >= 600 && request.weight >= 600 && weight <= 700
    return weight == request.weight || isBold ? nil : .otherWeight(weight)
  }

  /// The key of a font that Pango chose.
  func key(of font: UnsafeMutablePointer<PangoFont>) -> FontKey {
    let raw = UnsafeMutableRawPointer(font)
    if let known = keys[Int(bitPattern: raw)] { return known.key }
    let pattern = raw.withMemoryRebound(to: PangoFcFont.self, capacity: 1) {
      pango_fc_font_get_pattern($0)
    }
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    var variations: UnsafeMutablePointer<FcChar8>?
    FcPatternGetString(pattern, FC_FILE, 0, &file)
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &variations)
    let key = FontKey(
      file: file.map { String(cString: $0) } ?? "", index: Int(index),
      variations: variations.map { String(cString: $0) } ?? "")
    // The reference keeps the address from being reused for another font.
    g_object_ref(raw)
    keys[Int(bitPattern: raw)] = (raw, key)
    return key
  }

  /// A font as HarfBuzz reads it, whichever book shaped with it; nil if its file cannot be read.
  func face(_ key: FontKey) -> FontFace? {
    if let known = openFaces[key] { return known }
    let made = FontFace(key)
    openFaces[key] = made
    return made
  }

  /// Whether a font's licence lets it be embedded.
  func rights(of key: FontKey) -> EmbeddingRights {
    if let known = rights[key] { return known }
    let read = EmbeddingRights(of: key)
    rights[key] = read
    return read
  }

  /// A font with some of its glyphs, made once.
  ///
  /// - Returns: nil if its file cannot be read.
  /// - Throws: ``FontFault`` where the font is broken.
  func subset(of key: FontKey, _ glyphs: GlyphSet) throws(FontFault) -> FontSubset? {
    let wanted = SubsetKey(font: key, glyphs: glyphs)
    if let known = subsets[wanted] { return known }
    guard let face = face(key) else { return nil }
    let made = try FontSubset(of: face, glyphs: glyphs)
    subsets[wanted] = made
    return made
  }

  /// Whether it has seen so much that it is better made anew: it forgets no font and no size.
  var isFull: Bool {
    keys.count > Self.limit || checked.count > Self.limit || loadedFamilies.count > Self.limit
  }

  /// The most fonts, in one size each, that a book is used for.
  static let limit = 1024

  /// A description of a font for Pango, with owned reference; sizes are absolute.
  func makeDescription(
    _ families: [String], _ weight: Int, _ italic: Bool, _ size: Length
  ) -> OpaquePointer {
    let description: OpaquePointer = pango_font_description_new()
    pango_font_description_set_family(description, families.joined(separator: ","))
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(max(weight, 1))))
    pango_font_description_set_style(description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, size.pangoUnits)
    return description
  }
}
