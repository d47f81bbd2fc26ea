/// What setting and painting take that no two letters can use at a time: fonts as Pango and Cairo
/// hold them, and patterns of hyphenation.
///
/// Unchecked: ``WorkbenchPool`` lends each to one caller at a time, under its lock; nothing else has
/// one.
final class Workbench: @unchecked Sendable {
  private let resources: ResourceFolder
  private var books = RecentCache<[String], FontBook>(limit: 8)
  private var shapers = RecentCache<ShaperKey, (book: FontBook, shaper: Shaper)>(limit: 8)
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

  /// What finishing keeps of letters in such fonts.
  private(set) lazy var finished = FinishMemory()
  private var painted: (book: FontBook, memory: PaintMemory)?

  /// What was painted in the fonts of a book.
  func painted(with book: FontBook) -> PaintMemory {
    if let painted, painted.book === book { return painted.memory }
    let made = PaintMemory()
    painted = (book, made)
    return made
  }

  private struct ShaperKey: Hashable {
    let fonts: [String]
    let language: LanguageTag
    let remembers: Bool
  }

  /// What shapes text with the shipped fonts and a layout's own, in a language.
  ///
  /// - Parameter remembers: whether it keeps the paragraphs that it was asked for.
  func shaper(
    with files: [String], for pack: LanguagePack, remembering remembers: Bool
  ) -> Shaper {
    let book = fonts(with: files)
    let key = ShaperKey(fonts: files, language: pack.tag, remembers: remembers)
    if let known = shapers[key], known.book === book { return known.shaper }
    let made = Shaper(
      fonts: book, languages: languages(for: pack), kept: remembers ? LineMemory() : nil)
    shapers[key] = (book, made)
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
