import PDFFile

/// Writes the fonts of a letter: composite fonts whose codes are glyphs (ISO 32000-1, 9.7).
struct FontObjects {
  let font: PaintedFont

  private var subset: FontSubset { font.subset }

  /// Adds a font to a body.
  func write(into body: inout PDFBody) -> PDFReference {
    let name = Self.mark(of: subset) + "+" + subset.name
    let descriptor = body.add(descriptor(name, program: program(in: &body)))
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
    let descendant = body.add(.dictionary(entries))
    let characters = body.addStream(CharacterMap(font).bytes)
    return body.add([
      "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
      "Encoding": .name("Identity-H"), "DescendantFonts": [.reference(descendant)],
      "ToUnicode": .reference(characters),
    ])
  }

  private func program(in body: inout PDFBody) -> (key: String, stream: PDFReference) {
    switch subset.outlines {
    case .trueType:
      ("FontFile2", body.addStream(subset.program, ["Length1": .integer(subset.program.count)]))
    case .compact:
      ("FontFile3", body.addStream(subset.program, ["Subtype": .name("CIDFontType0C")]))
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

  /// Six letters that tell one part of a font from another (9.6.4).
  private static func mark(of subset: FontSubset) -> String {
    // FNV-1a over the program.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in subset.program { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
      hash /= 26
    }
    return letters
  }
}
