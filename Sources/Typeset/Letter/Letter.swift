/// What a letter says: the head's fields and the body, nothing about how it looks.
struct Letter: Hashable, Sendable {
  var file: SourceFile
  var layout: Located<String>?
  var language: Located<LanguageTag>?
  var date: Located<CalendarDate>?
  /// The reference fields by key: `case-id`, `document-id`, `email`, `phone`, `your-reference`,
  /// and whatever further fields the layout declares; checked against the layout in `Resolve/`.
  var fields: [String: Located<String>]
  /// Where the keys of the fields stand.
  var fieldKeys: [String: SourceRange] = [:]
  var subject: Located<String>?
  /// The document title, where it differs from the subject.
  var title: Located<String>?
  var author: Located<String>?
  /// Each a recipient of one or more lines.
  var recipients: [Recipient]
  /// A confidentiality mark, as `Fortroligt`.
  var confidentiality: Located<String>?
  var opening: Located<String>?
  var body: [Block]
  var footnotes: [Footnote]
  var closing: Located<String>?
  var signatures: [Signature]
  var postscript: Located<String>?
  var enclosures: [Enclosure]
  var copies: [Located<String>]
  /// Words with their own divisions, as `Kommu-nernes`.
  var hyphenationExceptions: [String]

  struct Recipient: Hashable, Sendable {
    var lines: [Located<String>]
    var attention: Located<String>? = nil
  }

  struct Signature: Hashable, Sendable {
    var name: Located<String>
    /// One or more lines under the name.
    var title: [Located<String>]
    /// A path relative to the letter.
    var image: Located<String>?
  }

  struct Enclosure: Hashable, Sendable {
    var title: Located<String>
    /// A PDF to append, relative to the letter.
    var file: Located<String>?
  }

  struct Footnote: Hashable, Sendable {
    var label: String
    var blocks: [Block]
    var place: SourceRange
  }
}
