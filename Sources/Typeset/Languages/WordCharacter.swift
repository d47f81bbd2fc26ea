/// A character as the division of words sees it.
struct WordCharacter: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// In lower case, as one scalar.
    case letter(Unicode.Scalar, isCapital: Bool)
    case digit
    case other
  }

  let kind: Kind
  /// Its length in UTF-8.
  let bytes: Int

  /// A scalar that nothing combines with.
  init(_ scalar: Unicode.Scalar) {
    bytes = Unicode.UTF8.width(scalar)
    switch scalar {
    // Nearly all are these: no property need be looked up for them.
    case "a"..."z", "ß"..."ö", "ø"..."ÿ": kind = .letter(scalar, isCapital: false)
    case "0"..."9": kind = .digit
    case "\0"..."@", "["..."`", "{"..."\u{A9}": kind = .other
    default: kind = Self.kind(of: Character(scalar))
    }
  }

  /// A character of one or more scalars.
  init(_ character: Character) {
    bytes = character.utf8.count
    kind = Self.kind(of: character)
  }

  private static func kind(of character: Character) -> Kind {
    if character.isNumber { return .digit }
    guard character.isLetter, let small = small(character) else { return .other }
    return .letter(small, isCapital: character.isUppercase)
  }

  private static func small(_ character: Character) -> Unicode.Scalar? {
    let lower = character.lowercased()
    if lower.unicodeScalars.count == 1 { return lower.unicodeScalars.first }
    // Characters compare by canonical equivalence: `a` with a ring finds the composed `å`.
    guard let letter = lower.first, let index = composed.firstIndex(of: letter) else { return nil }
    return composed[index].unicodeScalars.first
  }

  /// The composed letters of Latin-1 and Latin Extended-A and -B.
  private static let composed = Set(
    (0xC0...0x24F).compactMap { Unicode.Scalar($0).map(Character.init) })
}
