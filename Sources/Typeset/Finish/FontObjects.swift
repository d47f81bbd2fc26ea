import PDFFile

/// Writes the fonts of a letter: composite fonts whose codes are glyphs (ISO 32000-1, 9.7).
struct FontObjects {
  /// The object of a font among those of its fragment.
  static let root = PDFReference(index: 4)

  let font: PaintedFont

  private var subset: FontSubset { font.subset }

  /// The font with all that belongs to it.
  var fragment: PDFFragment {
    let name = subset.mark(letters: 6) + "+" + subset.name
    var fragment = PDFFragment()
    let (key, entries) = program
    let program = fragment.add(.stream(entries, subset.program))
    let descriptor = fragment.add(.value(descriptor(name, program: (key, program))))
    let descendant = fragment.add(.value(descendant(name, descriptor)))
    let characters = fragment.add(.stream([:], CharacterMap(font).bytes))
    _ = fragment.add(
      .value([
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
        "Encoding": .name("Identity-H"), "DescendantFonts": [.reference(descendant)],
        "ToUnicode": .reference(characters),
      ]))
    return fragment
  }

  private func descendant(_ name: String, _ descriptor: PDFReference) -> PDFValue {
    var entries: PDFDictionary = [
      "Type": .name("Font"), "BaseFont": .name(name),
      "CIDSystemInfo": [
        "Registry": .bytes(Array("Adobe".utf8)), "Ordering": .bytes(Array("Identity".utf8)),
        "Supplement": 0,
      ],
      "FontDescriptor": .reference(descriptor), "W": .array(widths),
    ]
    switch subset.outlines {
    case .trueType:
      entries["Subtype"] = .name("CIDFontType2")
      // ISO 19005-2, 6.2.11.3.2.
      entries["CIDToGIDMap"] = .name("Identity")
    case .compact: entries["Subtype"] = .name("CIDFontType0")
    }
    return .dictionary(entries)
  }

  private var program: (key: String, entries: PDFDictionary) {
    switch subset.outlines {
    case .trueType: ("FontFile2", ["Length1": .integer(subset.program.count)])
    case .compact: ("FontFile3", ["Subtype": .name("CIDFontType0C")])
    }
  }

  private func descriptor(
    _ name: String, program: (key: String, stream: PDFReference)
  ) -> PDFValue {
    let measures = subset.measures
    // Neither is known of a font; readers use them for fonts that are not embedded.
    let stem = 50 + (measures.weight / 65) * (measures.weight / 65)
    let symbolic = 4
    let italic = measures.italicAngle == 0 ? 0 : 64
    return .dictionary(
      PDFDictionary([
        ("Type", .name("FontDescriptor")), ("FontName", .name(name)),
        ("Flags", .integer(symbolic | italic)),
        ("FontBBox", .array(measures.box.map { .integer($0) })),
        ("ItalicAngle", .points(measures.italicAngle)), ("Ascent", .integer(measures.ascent)),
        ("Descent", .integer(measures.descent)), ("CapHeight", .integer(measures.capHeight)),
        ("StemV", .integer(Int(stem.rounded()))), (program.key, .reference(program.stream)),
      ]))
  }

  /// The widths, each row of them behind its first code (9.7.4.3).
  private var widths: [PDFValue] {
    var result: [PDFValue] = []
    var row: [PDFValue] = []
    var next = 0
    for (code, width) in subset.advances {
      if Int(code) != next, !row.isEmpty {
        result.append(.array(row))
        row = []
      }
      if row.isEmpty { result.append(.integer(Int(code))) }
      row.append(.points(width))
      next = Int(code) + 1
    }
    if !row.isEmpty { result.append(.array(row)) }
    return result
  }
}
