/// A character of a paragraph, and where it stands in its source.
struct SourceCharacter {
  let scalar: Unicode.Scalar
  /// The byte of the paragraph's text.
  let offset: Int
  let text: ParagraphText
  let inlines: [InlinePlan]

  /// The character as `U+` and at least four digits.
  var code: String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  /// The character itself, found by counting how often it stands before in the same inline.
  var place: SourceRange? {
    guard let span = text.spans.first(where: { $0.range.contains(offset) }),
      let whole = inlines[span.inline].place
    else { return nil }
    let before = text.string(span.range.lowerBound..<offset)
    var count = before.unicodeScalars.count { $0 == scalar }
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
