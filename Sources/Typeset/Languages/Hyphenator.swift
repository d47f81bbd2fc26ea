#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Divides the words of one language.
///
/// Files are read when a word is first asked for, so a letter without division pays nothing.
package final class Hyphenator {
  private let patterns: String
  private let compounds: String?
  private var patternTable: HyphenationTable?
  private var compoundTable: CompoundTable?
  private var arePatternsOpen = false
  private var areCompoundsOpen = false
  /// The files of those asked for that are there and not whole.
  private(set) var damagedFiles: [String] = []

  /// All-capital words up to this length are taken for acronyms and not divided.
  static let longestAcronym = 8

  /// Divides by a table of patterns and one of compounds, which are not read yet.
  ///
  /// - Parameter compounds: may be the path of no file.
  package init(patterns: String, compounds: String? = nil) {
    self.patterns = patterns
    self.compounds = compounds
  }

  /// The places where a word may be divided, in order.
  ///
  /// A word is what stands between two spaces; its punctuation, apostrophes and hard hyphens part
  /// it into pieces that are divided each for itself. Words with digits, acronyms and addresses of
  /// mail and web are not divided.
  /// - Parameters:
  ///   - before: the fewest letters of a piece before a division.
  ///   - after: the fewest letters of a piece after a division.
  ///   - graded: whether joints are looked up and bad divisions left out; if not, the patterns
  ///     decide alone.
  package func breaks(
    in word: String, before: Int, after: Int, graded: Bool = true,
    exceptions: HyphenationExceptions = .none
  ) -> [HyphenationPoint] {
    let explicit = softHyphens(of: word)
    guard explicit.isEmpty else { return explicit }
    guard word.utf8.count >= before + after || !exceptions.isEmpty else { return [] }
    guard !HyphenationPiece.isAddress(word) else { return [] }
    var points: [HyphenationPoint] = []
    for piece in HyphenationPiece.pieces(of: word) {
      if !exceptions.isEmpty, let own = exceptions.divisions(of: piece.text) {
        points += own.compactMap { piece.point(after: $0, .explicit) }
      } else if !piece.isAcronym(upTo: Self.longestAcronym) {
        points += divide(piece, max(1, before), max(1, after), graded)
      }
    }
    return points
  }

  private func divide(
    _ piece: HyphenationPiece, _ before: Int, _ after: Int, _ graded: Bool
  ) -> [HyphenationPoint] {
    let count = piece.letters.count
    guard count >= before + after else { return [] }
    if graded {
      return gradedDivisions(of: piece.letters).compactMap {
        (before...(count - after)).contains($0.index) ? piece.point(after: $0.index, $0.grade) : nil
      }
    }
    let values = patternValues(of: piece.letters)
    guard values.count == count else { return [] }
    return (before...(count - after)).compactMap { i in
      values[i - 1] & 1 == 1 ? piece.point(after: i, .syllable) : nil
    }
  }

  private func gradedDivisions(of letters: [Unicode.Scalar]) -> [DivisionRules.Division] {
    if !areCompoundsOpen {
      areCompoundsOpen = true
      compoundTable = compounds.flatMap { CompoundTable(path: $0) }
      if compoundTable == nil, let compounds, access(compounds, F_OK) == 0 {
        damagedFiles.append(compounds)
      }
    }
    guard let compoundTable, letters.count <= HyphenationTable.longestWord else {
      return PlainDivision.divisions(of: letters, values: patternValues(of: letters))
    }
    return DivisionRules(table: compoundTable) { self.patternValues(of: $0) }.divisions(of: letters)
  }

  private func patternValues(of letters: [Unicode.Scalar]) -> [UInt8] {
    if !arePatternsOpen {
      arePatternsOpen = true
      patternTable = HyphenationTable(path: patterns)
      if patternTable == nil { damagedFiles.append(patterns) }
    }
    return patternTable?.values(of: letters) ?? []
  }

  private func softHyphens(of word: String) -> [HyphenationPoint] {
    guard word.utf8.contains(0xAD) else { return [] }
    var offset = 0
    var points: [HyphenationPoint] = []
    for scalar in word.unicodeScalars {
      if scalar == "\u{AD}" { points.append(HyphenationPoint(offset: offset, grade: .explicit)) }
      offset += Unicode.UTF8.width(scalar)
    }
    return points
  }
}
