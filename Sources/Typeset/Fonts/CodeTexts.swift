/// The characters that the codes of a font stand for, as readers search and copy them
/// (ISO 32000-1, 9.10.3).
struct CodeTexts: Hashable, Sendable {
  /// By code: a character, none, or that there are several.
  private var scalars: [UInt32] = []
  private var strings: [UInt16: String] = [:]
  private static let none: UInt32 = 0
  private static let several = UInt32.max

  /// Says what a code stands for, if nothing is said yet.
  ///
  /// - Returns: whether it stands for this.
  mutating func note(_ code: UInt16, _ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if scalars.count == 1 { return note(code, first) }
    if known(code) == Self.none {
      self.scalars[Int(code)] = Self.several
      strings[code] = text
    }
    return strings[code].map { $0.unicodeScalars.elementsEqual(scalars) } == true
  }

  /// The same for one character.
  mutating func note(_ code: UInt16, _ scalar: Unicode.Scalar) -> Bool {
    let known = known(code)
    if known == scalar.value { return true }
    guard known == Self.none else { return false }
    scalars[Int(code)] = scalar.value
    return true
  }

  private mutating func known(_ code: UInt16) -> UInt32 {
    while scalars.count <= Int(code) { scalars.append(Self.none) }
    return scalars[Int(code)]
  }

  /// What a code stands for; nil if nothing was said of it.
  subscript(code: UInt16) -> String? {
    guard Int(code) < scalars.count else { return nil }
    switch scalars[Int(code)] {
    case Self.none: return nil
    case Self.several: return strings[code]
    case let value: return Unicode.Scalar(value).map { String($0) }
    }
  }
}
