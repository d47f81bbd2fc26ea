import Testing

@testable import Typeset

/// Words that are told from listed ones by their bytes.
@Suite struct ListedWordsTests {
  private let listed: ListedWords = {
    var listed = ListedWords()
    // "kørt" with its stroke composed, "är" with its dots apart.
    for word in ["kr", "nr.", "marts", "kørt", "a\u{308}r", "f.eks."] { listed.insert(word) }
    return listed
  }()

  private func lacks(_ word: String) -> Bool {
    let bytes = Array("x \(word) x".utf8)
    return listed.lacks(bytes, 2..<bytes.count - 2)
  }

  @Test(arguments: ["hus", "æbler", "huset,", "huse).", "krone", "martsvejr", "ål"])
  func `Small letters and the marks after them are on no list`(word: String) {
    #expect(lacks(word))
  }

  @Test(arguments: [
    "kr", "kr,", "kr.).", "nr.", "marts", "marts,", "kørt", "kørt;", "\u{E4}r", "f.eks.",
  ])
  func `A listed word is not, with or without marks`(word: String) {
    #expect(!lacks(word))
  }

  @Test(arguments: [
    "", "Hus", "Øl", "18", "hus2", "(hus", "»hus«", "–", "§", "a\u{308}l", "hus-dyr", "ß",
  ])
  func `What might be of a kind is never left out`(word: String) {
    #expect(!lacks(word))
  }
}
