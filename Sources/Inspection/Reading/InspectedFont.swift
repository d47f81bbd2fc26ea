package import PDFFile

/// A font of a file: which characters its codes are, and how far each moves on.
package struct InspectedFont: Sendable {
  /// Its name as it is written, `ABCDEF+Name` for a subset.
  package let name: String
  /// The kind of font, as `Type0`, `TrueType`, `Type1` or `Type3`.
  package let kind: String
  /// The font of glyphs of a composite font, else the font itself.
  package let base: PDFDictionary
  /// Its dictionary.
  package let entries: PDFDictionary
  /// Whether its program is in the file.
  package let isEmbedded: Bool
  /// What is known of its codes' characters; nil where the file has no `ToUnicode`.
  private let unicode: UnicodeMap?
  private let encoding: [Int: String]
  private let widths: [Int: Double]
  private let defaultWidth: Double
  /// Whether codes have two bytes.
  package var isComposite: Bool { kind == "Type0" }

  /// Whether its name says that it is a subset (ISO 32000-1, 9.6.4).
  package var isSubset: Bool {
    let tag = name.utf8.prefix(7)
    return tag.count == 7 && tag.last == UInt8(ascii: "+")
      && tag.dropLast().allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// Whether it is one of the fonts that every reader has (ISO 32000-1, 9.6.2.2).
  package var isStandard: Bool { kind == "Type1" && Self.standard.contains(name) }

  /// Whether it has a `ToUnicode` map.
  package var hasUnicodeMap: Bool { unicode != nil }

  private static let standard: Set = [
    "Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic", "Helvetica", "Helvetica-Bold",
    "Helvetica-Oblique", "Helvetica-BoldOblique", "Courier", "Courier-Bold", "Courier-Oblique",
    "Courier-BoldOblique", "Symbol", "ZapfDingbats",
  ]

  init(_ entries: PDFDictionary, in pdf: InspectedPDF) {
    self.entries = entries
    kind = pdf.name(entries["Subtype"]) ?? ""
    name = pdf.name(entries["BaseFont"]) ?? pdf.name(entries["Name"]) ?? "without a name"
    let isComposite = kind == "Type0"
    let own = isComposite ? pdf.dictionary(pdf.items(entries["DescendantFonts"]).first) : nil
    base = own ?? entries
    let descriptor = pdf.dictionary(base["FontDescriptor"])
    isEmbedded =
      kind == "Type3"
      || ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0] != nil }
    unicode = pdf.stream(entries["ToUnicode"]).map { UnicodeMap($0.bytes) }
    encoding = isComposite ? [:] : SimpleEncoding.characters(entries["Encoding"], in: pdf)
    if isComposite {
      widths = Self.compositeWidths(pdf.items(base["W"]), in: pdf)
      defaultWidth = pdf.number(base["DW"]) ?? 1000
    } else {
      let first = pdf.integer(entries["FirstChar"]) ?? 0
      let all = pdf.items(entries["Widths"]).prefix(256).compactMap { pdf.number($0) }
      let scale =
        kind == "Type3"
        ? (pdf.items(entries["FontMatrix"]).first.flatMap { pdf.number($0) } ?? 0.001) * 1000 : 1
      widths = Dictionary(
        all.enumerated().map { (first &+ $0, $1 * scale) }, uniquingKeysWith: { $1 })
      // Standard fonts may come without widths; a letter of theirs is about so wide.
      defaultWidth = all.isEmpty ? 540 : descriptor.flatMap { pdf.number($0["MissingWidth"]) } ?? 0
    }
  }

  private static func compositeWidths(_ items: [PDFValue], in pdf: InspectedPDF) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    var index = 0
    while index + 1 < items.count, widths.count < 70_000 {
      guard let first = pdf.integer(items[index]) else { break }
      let list = pdf.items(items[index + 1])
      if !list.isEmpty {
        for (offset, width) in list.enumerated() { widths[first &+ offset] = pdf.number(width) }
        index += 2
      } else {
        guard let last = pdf.integer(items[index + 1]), index + 2 < items.count, first <= last,
          first >= 0, last < 70_000
        else { break }
        for code in first...last { widths[code] = pdf.number(items[index + 2]) }
        index += 3
      }
    }
    return widths
  }

  /// The codes in a string that is shown.
  package func codes(in string: [UInt8]) -> [Int] {
    guard isComposite else { return string.map(Int.init) }
    return stride(from: 0, to: string.count - 1, by: 2).map {
      Int(string[$0]) << 8 | Int(string[$0 + 1])
    }
  }

  /// How far a code moves on, in thousandths of the size.
  package func width(of code: Int) -> Double { widths[code] ?? defaultWidth }

  /// The characters of a code; nil where the file does not tell them.
  package func characters(of code: Int) -> String? {
    if let units = unicode?.units(of: code) {
      return String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
    }
    return encoding[code]
  }
}
