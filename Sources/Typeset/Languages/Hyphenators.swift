#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The hyphenators of the languages in a folder; those asked for last are kept.
final class Hyphenators {
  private let folder: String
  private var known = RecentCache<LanguageTag, Hyphenator?>(limit: 32)

  /// Looks in a folder with one folder for each language: `Languages/`.
  init(folder: String) { self.folder = folder }

  /// The hyphenator of a language or, without patterns of its own, of its main language
  /// (`da` for `da-DK`); nil if the folder has no patterns for it.
  func hyphenator(for language: LanguageTag) -> Hyphenator? {
    if let found = known[language] { return found }
    let main = language.tag.prefix { $0 != "-" }
    var found: Hyphenator?
    for tag in [language.tag, String(main)] where found == nil && isPlain(tag) {
      let path = "\(folder)/\(tag)/hyphenation.table"
      if access(path, R_OK) == 0 {
        found = Hyphenator(patterns: path, compounds: "\(folder)/\(tag)/compounds.table")
      }
    }
    known[language] = .some(found)
    return found
  }

  /// Whether a tag has nothing in it that leads out of the folder.
  private func isPlain(_ tag: String) -> Bool {
    !tag.isEmpty && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
