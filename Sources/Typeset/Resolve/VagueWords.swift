extension Resolver {
  /// Tells of a link whose words say nothing of where it leads: who hears the links of a letter one after
  /// the other hears no words around them (WCAG 2.2, 2.4.9).
  mutating func checkWords(ofLink inner: [Inline], _ context: InlineContext, at place: SourceRange)
  {
    guard context.language == language.tag else { return }
    let words = inner.plainText
    var bare = words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = bare.last, last.isPunctuation || last.isSymbol { bare.removeLast() }
    guard language.vagueLinks.contains(bare) else { return }
    problems.add(
      .warning(
        .vagueLink, "the link \(quoted(words)) does not say where it leads", at: place,
        hint: "link the words that do, as [the application form](https://…)"))
  }

  /// Tells of a picture that is described by the name of a file, which is read letter by letter, or by
  /// words in brackets, which stand where its description is still to be written.
  mutating func checkWords(ofPicture words: String, from path: String, at place: SourceRange?) {
    if words.hasPrefix("["), words.hasSuffix("]") {
      problems.add(
        .warning(
          .placeholder, "the alternative text \(quoted(words)) is still to be written", at: place,
          hint: "say in words what the image shows"))
      return
    }
    let bare = words.lowercased()
    let name = path.lowercased().split(separator: "/").last.map(String.init) ?? ""
    let isName =
      bare == name
      || !bare.contains(where: \.isWhitespace)
        && Self.pictureSuffixes.contains { bare.hasSuffix($0) }
    guard !bare.isEmpty, isName else { return }
    problems.add(
      .warning(
        .namedAlternative, "the alternative text \(quoted(words)) is the name of a file", at: place,
        hint: "say in words what the image shows"))
  }

  private static let pictureSuffixes = [
    ".svg", ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".pdf", ".eps",
  ]
}
