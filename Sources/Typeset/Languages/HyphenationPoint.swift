/// A place where a word may be divided.
package struct HyphenationPoint: Hashable, Sendable {
  /// How many UTF-8 bytes of the word stand before the division.
  package var offset: Int
  var grade: HyphenationGrade
}

/// How good a division is, the best first.
enum HyphenationGrade: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Asked for: a soft hyphen, or an exception of the letter or the layout.
  case explicit
  /// Between the parts of a compound (`økonomi-forhandlinger`).
  case joint
  /// After a prefix or before a suffix (`for-handling`, `fælles-skab`).
  case affix
  /// Between syllables.
  case syllable
  /// Allowed by the patterns, but leaves a piece that is hard to read.
  case poor

  /// Whether one division is better than another.
  static func < (a: HyphenationGrade, b: HyphenationGrade) -> Bool { a.rawValue < b.rawValue }

  /// What dividing here costs a line, to be compared with the breaker's badness.
  ///
  /// 50 is the cost of a hyphen in *Breaking Paragraphs into Lines* (page 1125). A joint costs
  /// half of it: the reader expects the word to end there. A poor place costs so much that it is
  /// only taken where a line would else be overfull or nearly half empty.
  var cost: Double {
    switch self {
    case .explicit: 20
    case .joint: 25
    case .affix: 40
    case .syllable: 60
    case .poor: 400
    }
  }
}
