package import Typeset

/// What is shown: a letter, or a layout in the letters that are set in it.
package struct PreviewSubject: Hashable, Sendable {
  /// The letter's or the layout's path, or the name of an installed layout.
  package let path: String
  /// Whether it is a layout.
  package let isLayout: Bool
  /// Letters that are named to be set in the layout.
  package let letters: [String]
  /// The date of letters; comes before their own.
  package let date: CalendarDate?

  /// Takes the words of the command line.
  ///
  /// - Parameters:
  ///   - path: a letter, a layout file, or the name of an installed layout.
  ///   - letters: the letters to set in a layout; none for those beside it.
  ///   - date: the letters' date, where it is not their own.
  package init(path: String, letters: [String] = [], date: CalendarDate? = nil) {
    self.path = path
    self.letters = letters
    self.date = date
    let isFile = path.contains("/") || path.contains(".")
    isLayout = path.hasSuffix(".yaml") || path.hasSuffix(".yml") || !isFile
  }

  /// What the page is called.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A letter that is set in the layout, or the subject itself; nil stands for the layout's specimen.
  struct Piece: Hashable, Sendable {
    let letter: String?
    /// What it is called beside others.
    let name: String
  }

  /// The letters to set, in the order of the page.
  ///
  /// For a layout they are its specimen and the letters that are named, or those beside it that ask
  /// for it.
  var pieces: [Piece] {
    guard isLayout else { return [Piece(letter: path, name: name)] }
    let specimen = Piece(letter: nil, name: "Specimen")
    let named = letters.isEmpty ? lettersBesideLayout : letters
    return [specimen]
      + named.map { Piece(letter: $0, name: $0.split(separator: "/").last.map(String.init) ?? $0) }
  }

  /// The files that are letters and nothing else.
  var letterPaths: Set<String> { Set(isLayout ? letters : [path]) }

  private var lettersBesideLayout: [String] {
    guard path.contains("/") || path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return [] }
    let folder = parentFolder(of: path)
    let files = fileNames(in: folder).filter { $0.hasSuffix(".md") || $0.hasSuffix(".json") }
    return files.prefix(Self.mostLooked).compactMap { file in
      let letter = folder == "." ? file : "\(folder)/\(file)"
      guard let bytes = try? readFile(at: letter, limit: sourceSizeLimit),
        let source = try? readSource(bytes, name: letter),
        let layout = Letter.read(source).letter.layout
      else { return nil }
      return layout == name || layout == "./" + name ? letter : nil
    }
  }

  /// The most files beside a layout that are looked into.
  private static let mostLooked = 50
}
