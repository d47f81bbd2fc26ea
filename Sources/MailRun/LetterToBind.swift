package import Typeset

/// A letter on its way into a bound file.
package struct LetterToBind: Sendable {
  /// Its pages.
  package let letter: BoundLetter
  /// What the record calls itself.
  package let id: String
  /// What its bookmark says: the record's id and whom the letter is for.
  package let title: String
  /// By what it is put in order; nil for one that comes last, or in a run that is not sorted by it.
  package let key: String?

  /// Takes a letter in.
  package init(_ letter: BoundLetter, id: String, title: String, key: String?) {
    self.letter = letter
    self.id = id
    self.title = title
    self.key = key
  }

  /// A key that is compared byte by byte: whole numbers by their value, before words, before none.
  var sortingKey: String {
    guard let key, !key.isEmpty else { return "2" }
    guard key.utf8.count <= 20, key.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return "1" + key
    }
    return "0" + String(repeating: "0", count: 20 - key.utf8.count) + key
  }
}
