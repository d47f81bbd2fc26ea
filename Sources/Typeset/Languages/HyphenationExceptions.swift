/// Words with their own divisions, which override patterns and compounds.
package struct HyphenationExceptions: Hashable, Sendable {
  /// Numbers of characters before each division, by word in lower case.
  private var divisions: [String: [Int]] = [:]

  /// No exceptions.
  package static let none = HyphenationExceptions([])

  /// Takes words with their divisions marked by hyphens, such as `Kommu-nernes`.
  ///
  /// A word without a hyphen is never divided.
  init(_ words: [String]) {
    for word in words {
      var letters = ""
      var places: [Int] = []
      var count = 0
      for character in word {
        if character == "-" || character == "\u{AD}" {
          if count > 0 { places.append(count) }
        } else {
          letters.append(character)
          count += 1
        }
      }
      if places.last == count { places.removeLast() }
      if !letters.isEmpty { divisions[letters.lowercased()] = places }
    }
  }

  var isEmpty: Bool { divisions.isEmpty }

  /// The numbers of characters before each division of a word; nil if it is no exception.
  func divisions(of word: String) -> [Int]? { divisions[word] }
}
