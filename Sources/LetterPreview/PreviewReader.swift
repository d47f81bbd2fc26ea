internal import Typeset

/// Reads a letter with its layout, as a reader's choices have it.
struct PreviewReader {
  let subject: PreviewSubject
  let choices: PreviewChoices
  let typesetter: Typesetter

  /// A letter that was read.
  struct Read {
    let piece: PreviewSubject.Piece
    let letter: Letter
    let layout: Layout
    /// The letter's file; nil for a specimen.
    let file: SourceFile?
    let warnings: [Diagnostic]
    fileprivate let options: PreviewChoices
    fileprivate let typesetter: Typesetter
    fileprivate let folder: String

    /// The files that went into it, the letter first.
    var files: [SourceFile] { [file].compactMap(\.self) + layout.files }

    /// The letter on its pages.
    ///
    /// - Throws: every problem found.
    func composed(forPaper isForPaper: Bool) throws(Diagnostics) -> ComposedLetter {
      try typesetter.compose(
        letter, in: layout, assets: .folder(folder),
        options: options.composing(forPaper: isForPaper))
    }
  }

  /// Reads a letter and its layout.
  ///
  /// - Throws: everything that is wrong with the letter, then with the layout.
  func read(_ piece: PreviewSubject.Piece) throws(Diagnostics) -> Read {
    guard let path = piece.letter else { return try specimen(piece) }
    let source = try readSource(try readFile(at: path, limit: sourceSizeLimit), name: path)
    let reading = Letter.read(source)
    var letter = reading.letter
    var problems = reading.problems.filter { $0.severity == .error }.isEmpty ? [] : reading.problems
    if let layout = choices.layout { letter.layout = layout }
    if let language = choices.language { letter.language = LanguageTag(language) }
    if let date = subject.date { letter.date = date }
    let folder = parentFolder(of: path)
    var layout: Layout?
    // A letter that cannot be read to its end may name a layout all the same.
    if problems.isEmpty || letter.layout != nil || subject.isLayout {
      do throws(Diagnostics) {
        layout =
          subject.isLayout
          ? try typesetter.layout(subject.path) : try typesetter.layout(of: letter, from: folder)
      } catch {
        problems += error.all
      }
    }
    guard let layout, problems.isEmpty else { throw Diagnostics(problems) }
    // Most letters have no braces, and are not read again.
    let unfilled =
      source.text.contains("{{") ? (try? LetterTemplate(source: source))?.unfilled ?? [] : []
    return Read(
      piece: piece, letter: letter, layout: layout, file: source, warnings: unfilled,
      options: choices, typesetter: typesetter, folder: folder)
  }

  private func specimen(_ piece: PreviewSubject.Piece) throws(Diagnostics) -> Read {
    let layout = try typesetter.layout(subject.path)
    var letter = try typesetter.specimenLetter(of: layout, named: subject.path)
    if let language = choices.language { letter.language = LanguageTag(language) }
    return Read(
      piece: piece, letter: letter, layout: layout, file: nil, warnings: [], options: choices,
      typesetter: typesetter, folder: parentFolder(of: subject.path))
  }
}
