internal import Synchronization

/// What is known of the languages in the resources, read when first asked for.
final class LanguagePacks: Sendable {
  private let resources: ResourceFolder
  private let known = Mutex(RecentCache<LanguageTag, LanguagePack>(limit: 64))

  init(resources: ResourceFolder) { self.resources = resources }

  /// What is known of a language, or of the wider language that it belongs to.
  ///
  /// - Throws: that there is none, at the place where it is asked for; what is wrong with its file.
  func pack(
    for tag: LanguageTag, at place: SourceRange? = nil
  ) throws(Diagnostics) -> LanguagePack {
    if let found = known.withLock({ $0[tag] }) { return found }
    let path = try file(of: tag, at: place)
    let source = try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
    var pack = try parseLanguage(source)
    // The region says which words are meant, and the PDF repeats it.
    pack.tag = tag
    known.withLock { $0[tag] = pack }
    return pack
  }

  /// A letter in a language, or in English where the language has none.
  ///
  /// - Throws: that there is none at all.
  func specimenText(in tag: LanguageTag) throws(Diagnostics) -> String {
    let paths = (tag.lookup.map(\.tag) + ["en"]).map { resources.specimen($0) }
    let path = paths.first { realPath($0) != nil } ?? paths[0]
    return try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path).text
  }

  private func file(of tag: LanguageTag, at place: SourceRange?) throws(Diagnostics) -> String {
    if LanguageTag(wellFormed: tag.tag)?.hasCode == true {
      for known in tag.lookup where realPath(resources.language(known.tag)) != nil {
        return resources.language(known.tag)
      }
    }
    throw Diagnostics(
      .error(
        .noSuchLanguage, "there is no language \(quoted(tag.tag))", at: place,
        hint: "write \(listed(names)), also with a region as en-GB"))
  }

  /// The languages that there are, in order.
  var names: [String] {
    fileNames(in: resources.languages).filter { realPath(resources.language($0)) != nil }.sorted()
  }
}
