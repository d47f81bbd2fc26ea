/// The languages of one run: their packs, and their hyphenation patterns once they are needed.
final class LanguageShelf {
  private let packs: [LanguageTag: LanguagePack]
  private let folder: String

  /// - Parameters:
  ///   - folder: the path of `Languages/`, where patterns are found.
  ///   - packs: what has been read of it.
  init(folder: String, packs: [LanguageTag: LanguagePack]) {
    self.folder = folder
    self.packs = packs
  }

  /// What is known of a language; nil if it has no folder.
  func pack(_ tag: LanguageTag) -> LanguagePack? { packs[tag] }

  /// Where a word may be divided: byte offsets, and what each division costs.
  func divisions(
    of word: String, language: LanguageTag, before: Int, after: Int, graded: Bool,
    exceptions: [String]
  ) -> [(offset: Int, cost: Double)] {
    []
  }
}
