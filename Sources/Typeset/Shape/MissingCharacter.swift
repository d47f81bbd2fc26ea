/// A character that no font has.
struct MissingCharacter {
  let character: SourceCharacter

  var diagnostic: Diagnostic {
    let scalar = character.scalar
    // Word writes the signs of its fonts Symbol and Wingdings by their places in those fonts.
    if Self.bullets.contains(scalar.value) {
      return .error(
        .noCharacter, "\(character.code) is a bullet of Word, which no other program knows",
        at: character.place, hint: "begin each item of a list with \"- \"")
    }
    if (0xF020...0xF0FF).contains(scalar.value) {
      return .error(
        .noCharacter, "\(character.code) is a sign of Word's font Symbol or Wingdings",
        at: character.place, hint: "write the sign anew, or a word for it")
    }
    let shown = scalar.properties.generalCategory == .control ? "" : " \"\(scalar)\""
    return .error(
      .noCharacter, "no font has the character\(shown) \(character.code)", at: character.place,
      hint: "write it another way, or add a font that has it under fonts: fallback: in the layout")
  }

  /// Bullets of Symbol and Wingdings: the round, the square, the check mark, the arrow and the diamond.
  private static let bullets: Set<UInt32> = [0xF0B7, 0xF0A7, 0xF0FC, 0xF0D8, 0xF076]
}
