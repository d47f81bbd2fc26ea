import GLibSupport

/// Glyphs that stand for a character only together with others, as a letter and its marks.
///
/// A text that is read instead tells of them where they stand; but every code of a PDF must stand for
/// something by itself too (ISO 19005-2, 6.2.11.7.2).
struct UnreadGlyphs {
  private struct Key: Hashable {
    let font: Int
    let code: UInt16
  }

  private struct Use {
    let glyph: UInt32
    let text: String
    let isFirst: Bool
  }

  private var uses: [Key: Use] = [:]
  private var order: [Key] = []

  /// Notes a glyph that is shown in a group of such text, if it is the first of its kind.
  mutating func note(
    _ code: UInt16, of glyph: UInt32, font: Int, in text: String, isFirst: Bool
  ) {
    let key = Key(font: font, code: code)
    guard uses[key] == nil else { return }
    uses[key] = Use(glyph: glyph, text: text, isFirst: isFirst)
    order.append(key)
  }

  /// Gives each that still stands for nothing the character of its own, or else of its group.
  func settle(_ texts: inout [CodeTexts], _ faces: [FontFace?]) {
    for key in order where texts[key.font][key.code] == nil {
      guard let use = uses[key], let face = faces[key.font] else { continue }
      let text = character(of: use, in: face) ?? (use.isFirst ? use.text : Self.nothing)
      _ = texts[key.font].note(key.code, text)
    }
  }

  /// A space without width: something that is there and is not seen.
  private static let nothing = "\u{200B}"

  private func character(of use: Use, in face: FontFace) -> String? {
    let apart = NormalForm.decomposed.of(use.text)
    let candidates = use.text.unicodeScalars.map { $0 } + apart.unicodeScalars.map { $0 }
    if let own = candidates.first(where: { face.glyph(for: $0) == use.glyph }) {
      return String(own)
    }
    return face.character(of: use.glyph).map { String($0) }
  }
}
