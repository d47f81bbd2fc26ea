/// What a letter says: the head's fields and the body, nothing about how it looks.
///
/// A letter is read from a file (``init(markdown:name:)``, ``init(json:name:)``) or put together in
/// Swift; both give the same pages. Texts are texts: nothing in them is taken for markup. Line ends
/// and runs of spaces are one space each, as in a file.
///
/// ```swift
/// var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 11))
/// letter.recipients = [Letter.Recipient(lines: ["Anna Sørensen", "Vej 12", "1234 By"])]
/// letter.subject = "Afgørelse"
/// letter.body = [.paragraph("Vi har modtaget din ansøgning.")]
/// ```
public struct Letter: Hashable, Sendable {
  /// The file it was read from; for a letter built in Swift, the letter itself.
  var file: SourceFile
  /// What looked wrong when it was read, and stops nothing.
  public internal(set) var warnings: [Diagnostic] = []
  /// The layout that it asks for: the name of a shipped one, or a path relative to the letter.
  @OptionallySourced public var layout: String? = nil
  /// The language it is in; nil for the layout's.
  @OptionallySourced public var language: LanguageTag? = nil
  /// Its date; a letter without one cannot be composed.
  @OptionallySourced public var date: CalendarDate? = nil
  /// The reference fields by key: `case-id`, `document-id`, `email`, `phone`, `your-reference`,
  /// and whatever further fields the layout declares.
  ///
  /// One that the layout does not know is an error when the letter is composed.
  @SourcedFields public var fields: [String: String] = [:]
  /// Where the keys of the fields stand.
  var fieldKeys: [String: SourceRange] = [:]
  /// What it is about, as its heading.
  @OptionallySourced public var subject: String? = nil
  /// The document title, where it differs from the subject.
  @OptionallySourced public var title: String? = nil
  /// Who wrote it, as the file says of itself; not on the pages.
  @OptionallySourced public var author: String? = nil
  /// Whom it is for.
  public var recipients: [Recipient] = []
  /// A confidentiality mark, as `Fortroligt`.
  @OptionallySourced public var confidentiality: String? = nil
  /// The salutation, as `Kære Anna`; nil for the layout's.
  @OptionallySourced public var opening: String? = nil
  /// The text.
  public var body: [Block] = []
  /// The footnotes that ``Inline/Content/footnote(_:)`` refers to, by index.
  public var footnotes: [Footnote] = []
  /// The complimentary close, as `Med venlig hilsen`; nil for the layout's.
  @OptionallySourced public var closing: String? = nil
  /// Who signs, at most six.
  public var signatures: [Signature] = []
  /// What follows the signatures.
  @OptionallySourced public var postscript: String? = nil
  /// What goes with the letter.
  public var enclosures: [Enclosure] = []
  /// Who gets a copy.
  @SourcedList public var copies: [String] = []
  /// Words with their own divisions, as `Kommu-nernes`.
  public var hyphenationExceptions: [String] = []

  /// How it is sent; nil for a letter that says nothing of it.
  package var delivery: Delivery?

  /// What the record calls itself that the letter was filled with; marks for machines may say it.
  package internal(set) var recordID: String?

  /// A letter that says nothing yet but its date.
  public init(date: CalendarDate? = nil) {
    file = .part("letter")
    self.date = date
  }

  /// A letter that is read from a file and says nothing yet.
  init(file: SourceFile) { self.file = file }

  /// Whether it was read from a file with a head, or built in Swift.
  var hasHead: Bool {
    file.isPart || file.text.drop { $0.isWhitespace }.hasPrefix("---")
      || file.text.drop { $0.isWhitespace }.hasPrefix("{")
  }

  /// Someone whom the letter is for.
  public struct Recipient: Hashable, Sendable {
    /// The address, from the name to the country, as on an envelope.
    @SourcedList public var lines: [String]
    /// The person in an organisation whom it is for.
    @OptionallySourced public var attention: String?

    /// Makes a recipient of one or more lines.
    public init(lines: [String], attention: String? = nil) {
      self.lines = lines
      self.attention = attention
    }

    init(lines: [Located<String>], attention: Located<String>? = nil) {
      self.init(lines: [], attention: nil as String?)
      $lines = lines
      $attention = attention
    }
  }

  /// Someone who signs.
  public struct Signature: Hashable, Sendable {
    /// The signer's name.
    @Sourced public var name: String
    /// One or more lines under the name.
    @SourcedList public var title: [String]
    /// The image of a signature, by its path among the letter's assets.
    @OptionallySourced public var image: String?
    /// Whether it stands on the line of the one before it, `Anna Holm / Bo Krag`.
    public var isJoined: Bool

    /// Makes a signature of a name, the lines under it and an image.
    public init(
      name: String, title: [String] = [], image: String? = nil, isJoined: Bool = false
    ) {
      self.isJoined = isJoined
      self.name = name
      self.title = title
      self.image = image
    }

    init(name: Located<String>, title: [Located<String>], image: Located<String>?) {
      self.init(name: name.value)
      $name = name
      $title = title
      $image = image
    }
  }

  /// Something that goes with the letter.
  public struct Enclosure: Hashable, Sendable {
    /// What the letter calls it.
    @Sourced public var title: String
    /// A PDF to append, by its path among the letter's assets; nil for one that goes by itself.
    @OptionallySourced public var file: String?

    /// Makes an enclosure.
    public init(title: String, file: String? = nil) {
      self.title = title
      self.file = file
    }

    init(title: Located<String>, file: Located<String>?) {
      self.init(title: title.value)
      $title = title
      $file = file
    }
  }

  /// A footnote; the number is given by where it is first referred to.
  public struct Footnote: Hashable, Sendable {
    /// What its source calls it.
    var label: String
    /// Its paragraphs; it holds nothing else.
    public var blocks: [Block]
    /// Where it stands in its source.
    public internal(set) var place: SourceRange

    /// Makes a footnote of paragraphs.
    public init(_ blocks: [Block]) {
      self.init(label: "", blocks: blocks, place: .unplaced)
    }

    init(label: String, blocks: [Block], place: SourceRange) {
      self.label = label
      self.blocks = blocks
      self.place = place
    }
  }
}
