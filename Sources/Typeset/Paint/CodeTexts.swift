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
  mutating func note(_ code: UInt16, _ text: Substring) -> Bool {
    let place = Int(code)
    while scalars.count <= place { scalars.append(Self.none) }
    let single = text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.value : nil
    switch scalars[place] {
    case Self.none:
      guard !text.isEmpty else { return false }
      scalars[place] = single ?? Self.several
      if single == nil { strings[code] = String(text) }
      return true
    case Self.several: return single == nil && strings[code].map { $0 == text } == true
    case let known: return known == single
    }
  }

  /// The same for a character of ASCII.
  mutating func note(_ code: UInt16, ascii: UInt8) -> Bool {
    let place = Int(code)
    if place < scalars.count, scalars[place] == UInt32(ascii) { return true }
    while scalars.count <= place { scalars.append(Self.none) }
    guard scalars[place] == Self.none else { return false }
    scalars[place] = UInt32(ascii)
    return true
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
