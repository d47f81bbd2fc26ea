/// The direction of a paragraph by its first strong character (Unicode Standard Annex 9, P2 and P3).
enum BaseDirection {
  /// Whether the first letter belongs to a script that runs from right to left.
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      return isRightToLeft(scalar)
    }
    return false
  }

  /// Whether any of it runs from right to left.
  static func holdsRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { isRightToLeft($0) }
  }

  /// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms and sisters.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
