import Intake

/// Another PDF whose pages are drawn on pages of the letter: an enclosure, a letterhead.
struct ImportedPDF: Hashable, Sendable {
  /// The name given in the letter or layout, for messages.
  let name: String
  /// What was read of it.
  let file: ForeignFile
  /// Where the letter or the layout names it.
  var place: SourceRange? = nil
}

/// A page of another PDF, drawn under a page of the letter and fitted to it.
struct ImportedPage: Hashable, Sendable {
  /// An index into ``Composition/imports``.
  let source: Int
  /// The page's number, from 0.
  let page: Int
  /// A figure of the letter, or an artifact; with ``keepsTags`` the element that the page's own
  /// structure goes under.
  let part: Part
  /// Whether the page stays what it is, heard as its own tags say, rather than become a drawing.
  var keepsTags = false
}

/// Pages that follow the letter's own.
struct EnclosedPages: Hashable, Sendable {
  /// What the enclosure is called in bookmarks.
  let title: String
  /// What comes before the page numbers in viewers, as `Bilag 1 · `.
  let label: String
  /// Indices into ``Composition/pages``.
  let pages: Range<Int>
  /// What holds them in the structure.
  var section: ElementID? = nil
}
