/// A character of the private-use areas (Unicode Standard, 23.5), which only its font explains.
///
/// A PDF/A file of level A must say what it is read as (ISO 19005-2, 6.2.11.7.3), and nobody can.
struct PrivateCharacter {
  let character: SourceCharacter

  /// The private characters of a text, each once.
  static func all(in text: ParagraphText, inlines: [InlinePlan]) -> [PrivateCharacter] {
    // The first byte of U+E000 and of everything after it.
    guard text.bytes.contains(where: { $0 >= 0xEE }) else { return [] }
    var found: [PrivateCharacter] = []
    var told: Set<Unicode.Scalar> = []
    for span in text.spans {
      var offset = span.range.lowerBound
      for scalar in text.string(span.range).unicodeScalars {
        if scalar.properties.generalCategory == .privateUse, told.insert(scalar).inserted {
          found.append(
            PrivateCharacter(
              character: SourceCharacter(
                scalar: scalar, offset: offset, text: text, inlines: inlines)))
        }
        offset += UTF8.width(scalar)
      }
    }
    return found
  }

  var diagnostic: Diagnostic {
    .error(
      .noCharacter,
      "the character \(character.code) is for private use: only its font knows what it means",
      at: character.place, hint: "write it in words, or set it as an image with a description")
  }
}
