/// A character that no font has.
struct MissingCharacter {
  let character: SourceCharacter

  var diagnostic: Diagnostic {
    let scalar = character.scalar
    let shown = scalar.properties.generalCategory == .control ? "" : " \"\(scalar)\""
    return .error(
      .noCharacter, "no font has the character\(shown) \(character.code)", at: character.place,
      hint: "write it another way, or add a font that has it under fonts: fallback: in the layout")
  }
}
