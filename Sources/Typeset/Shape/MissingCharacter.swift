/// A character that no font has, and where it stands in its source.
struct MissingCharacter {
  let scalar: Unicode.Scalar
  /// The byte of the paragraph's text.
  let offset: Int
  let item: ShapedItem
  let text: ParagraphText
  let inline: InlinePlan

  var diagnostic: Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let shown = scalar.properties.generalCategory == .control ? "" : " \"\(scalar)\""
    return .error(
      "no font has the character\(shown) U+\(padded)", at: place,
      hint: "write it another way, or add a font that has it under fonts: fallback: in the layout")
  }

  /// The character itself, found by counting how often it stands before in the same inline.
  private var place: SourceRange? {
    guard let whole = inline.place else { return nil }
    let before = text.bytes[item.range.lowerBound..<max(item.range.lowerBound, offset)]
    var count = String(decoding: before, as: UTF8.self).unicodeScalars.count { $0 == scalar }
    var position = whole.lower
    for candidate in whole.text.unicodeScalars {
      let length = UTF8.width(candidate)
      if candidate == scalar {
        if count == 0 { return whole.file.range(position, position + length) }
        count -= 1
      }
      position += length
    }
    return whole
  }
}
