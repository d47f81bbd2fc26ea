/// A composed letter: its pages, its structure and what was noticed on the way.
struct Composition: Sendable {
  /// The pages, in order.
  var pages: [Page]
  /// The structure that the pages' parts refer to.
  let structure: StructureTree
  /// What the file says about itself.
  let metadata: DocumentMetadata
  /// Warnings and notes, in source order.
  var warnings: [Diagnostic]
  /// Whether the letter is composed otherwise for paper than for a screen.
  var differsOnPaper = false
  /// How far what touches the edges of the pages runs over them on paper.
  var bleed = Length.zero
  /// Where the layout names the colours of text.
  var colorPlaces: [Color: SourceRange] = [:]
  /// Where the layout names the files of its own fonts, by their paths.
  var fontPlaces: [String: SourceRange] = [:]
  /// Other PDFs that pages draw on.
  var imports: [ImportedPDF] = []
  /// The pages after the letter's own.
  var enclosures: [EnclosedPages] = []
}
