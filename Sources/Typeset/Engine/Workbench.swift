/// What setting and painting take that no two letters can use at a time: fonts as Pango and Cairo
/// hold them, and patterns of hyphenation.
///
/// Unchecked: ``WorkbenchPool`` lends each to one caller at a time, under its lock; nothing else has
/// one.
final class Workbench: @unchecked Sendable {
  private let resources: ResourceFolder
  private var books = RecentCache<[String], FontBook>(limit: 8)
  private var memories = RecentCache<MemoryKey, LineMemory>(limit: 4)
  private var shelves = RecentCache<LanguageTag, LanguageShelf>(limit: 16)

  init(resources: ResourceFolder) { self.resources = resources }

  /// The shipped fonts together with a layout's own files.
  func fonts(with files: [String]) -> FontBook {
    // One that has seen very many fonts and sizes is closed, for it forgets nothing.
    if let known = books[files], !known.isFull { return known }
    let made = FontBook(folder: resources.fonts, files: files)
    books[files] = made
    return made
  }

  private struct MemoryKey: Hashable {
    let fonts: [String]
    let language: LanguageTag
  }

  /// What was set with such fonts in a language.
  func memory(of fonts: [String], _ language: LanguageTag) -> LineMemory {
    let key = MemoryKey(fonts: fonts, language: language)
    if let known = memories[key] { return known }
    let made = LineMemory()
    memories[key] = made
    return made
  }

  /// What is known of a letter's language.
  func languages(for pack: LanguagePack) -> LanguageShelf {
    if let known = shelves[pack.tag] { return known }
    let made = LanguageShelf(folder: resources.languages, packs: [pack.tag: pack])
    shelves[pack.tag] = made
    return made
  }
}
