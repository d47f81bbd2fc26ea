import CHarfBuzzSubset

/// A font as it goes into a PDF: the glyphs that a letter has of it, and what a reader must know of
/// them (ISO 32000-1, 9.7.4 and 9.9).
///
/// It depends on the font and the glyphs alone.
package struct FontSubset: Sendable {
  /// What the program is written in.
  enum Outlines: Sendable {
    /// TrueType, without instructions: they fit outlines to the pixels of screens that are gone, and
    /// are half of a font.
    case trueType
    /// The Compact Font Format (Adobe Technical Note 5176).
    case compact
  }

  /// The font program.
  package let program: [UInt8]
  let outlines: Outlines
  /// The font's PostScript name, without a mark that it is a part.
  let name: String
  let measures: FontMeasures
  /// The codes of its glyphs with how far each moves the pen, in thousandths of the size; in the order
  /// of the codes.
  let advances: [(code: UInt16, width: Double)]

  /// What shows each glyph.
  let codes: GlyphCodes

  /// Takes glyphs out of a font.
  ///
  /// - Throws: ``FontFault`` where the font is broken.
  package init(of face: FontFace, glyphs: GlyphSet) throws(FontFault) {
    guard let input = hb_subset_input_create_or_fail() else { throw .noMemory }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    hb_set_add(wanted, 0)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    // A PDF names glyphs by number: what finds them by characters or shapes them is not needed.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in Self.unneeded { hb_set_add(dropped, FontFace.tag(tag)) }
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    for axis in face.axes {
      hb_subset_input_pin_axis_location(input, face.pointer, axis.tag, axis.value)
    }
    guard let subsetPlan = hb_subset_plan_create_or_fail(face.pointer, input) else { throw .broken }
    defer { hb_subset_plan_destroy(subsetPlan) }
    guard let subset = hb_subset_plan_execute_or_fail(subsetPlan) else { throw .broken }
    defer { hb_face_destroy(subset) }
    guard let made = Self.program(of: subset) else { throw .unknownOutlines }
    program = made.bytes
    outlines = made.outlines
    let numbers = made.outlines == .compact ? CompactFont.identifiers(in: made.bytes) : nil
    let map = hb_subset_plan_old_to_new_glyph_mapping(subsetPlan)
    var codes = [UInt16](repeating: GlyphCodes.none, count: glyphs.upperBound)
    var advances: [(code: UInt16, width: Double)] = []
    for glyph in glyphs {
      let place = hb_map_get(map, glyph)
      // HarfBuzz's mark for none is the highest number.
      guard place < UInt32(GlyphCodes.none) else { continue }
      var code = UInt16(place)
      if let numbers {
        guard numbers.indices.contains(Int(code)) else { throw .broken }
        code = numbers[Int(code)]
      }
      codes[Int(glyph)] = code
      advances.append((code, face.width(of: glyph)))
    }
    self.advances = advances.sorted { $0.code < $1.code }
    var widths = [Double](repeating: 0, count: Int(self.advances.last?.code ?? 0) + 1)
    for (code, width) in advances { widths[Int(code)] = width }
    self.codes = GlyphCodes(codes: codes, widths: widths)
    name = face.postScriptName
    measures = face.measures
  }

  private static let unneeded = [
    "cmap", "name", "OS/2", "post", "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "kerx", "morx",
    "mort", "feat", "trak", "gasp", "hdmx", "VDMX", "LTSH", "PCLT", "DSIG", "meta", "STAT", "MATH",
    "vhea", "vmtx", "VORG", "FFTM", "TTFA", "prop", "opbd", "lcar", "ltag", "zapf", "EBDT", "EBLC",
    "EBSC", "CBDT", "CBLC", "sbix", "SVG ", "COLR", "CPAL",
  ]

  private static func program(
    of subset: OpaquePointer
  ) -> (bytes: [UInt8], outlines: Outlines)? {
    let compact = FontFace.table("CFF ", of: subset)
    if !compact.isEmpty { return (compact, .compact) }
    guard !FontFace.table("glyf", of: subset).isEmpty || !FontFace.table("loca", of: subset).isEmpty
    else { return nil }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return nil }
    return (Array(UnsafeRawBufferPointer(start: start, count: Int(length))), .trueType)
  }
}

extension FontSubset {
  /// Letters that tell one part of a font from another (ISO 32000-1, 9.6.4).
  func mark(letters count: Int) -> String {
    // FNV-1a over the program.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in program { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var letters = ""
    for _ in 0..<count {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
      hash /= 26
    }
    return letters
  }
}

/// The codes that show the glyphs of a font, and how far they move the pen.
struct GlyphCodes: Sendable {
  /// By glyph its code, and by code its width.
  fileprivate let codes: [UInt16]
  fileprivate let widths: [Double]
  fileprivate static let none = UInt16.max

  /// The two bytes that show a glyph; nil for one that is not in the subset.
  func code(of glyph: UInt32) -> UInt16? {
    guard glyph < UInt32(codes.count) else { return nil }
    let code = codes[Int(glyph)]
    return code == Self.none ? nil : code
  }

  /// How far a code moves the pen, in thousandths of the size.
  func width(of code: UInt16) -> Double {
    Int(code) < widths.count ? widths[Int(code)] : 0
  }
}

/// Why a font cannot be taken into a PDF.
package enum FontFault: Error, Hashable {
  /// Its tables do not hold together.
  case broken
  /// Its glyphs are pictures, or outlines of a kind that PDF does not know.
  case unknownOutlines
  /// There is no memory for it.
  case noMemory
}
