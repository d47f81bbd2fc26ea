/// How a painted letter becomes a delivered file.
public struct FinishOptions: Hashable, Sendable {
  /// The standards that the file must meet and says it meets.
  public var standard: Standard
  /// What happens if a PDF within the file, as an enclosure, keeps it from the standard.
  public var onForeignPDF: ForeignPDF
  /// Files that travel within the PDF.
  public var attachments: [Attachment]
  /// What the file is for.
  public var purpose: Purpose
  /// Whether a letter of an odd number of pages gets a blank last side, for printing on both sides.
  public var blankLastSide: Bool
  /// Whether the file is to be small, or quick to make.
  public var form: Form

  /// The choices of a letter that is sent to a digital mailbox, unless something else is said.
  public init(
    standard: Standard = .a2aUA1, onForeignPDF: ForeignPDF = .refuse,
    attachments: [Attachment] = [], purpose: Purpose = .digitalPost, blankLastSide: Bool = false,
    form: Form = .small
  ) {
    self.standard = standard
    self.onForeignPDF = onForeignPDF
    self.attachments = attachments
    self.purpose = purpose
    self.blankLastSide = blankLastSide
    self.form = form
  }

  /// How a file is put together; pages, structure and text are the same.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Of as few bytes as can be: each font has the letter's own glyphs.
    case small
    /// Of parts that many letters have in common and that are made once: each font has the glyphs of
    /// the characters of Windows-1252, and beside it a second one if the letter needs others.
    case quick
  }

  /// What happens if a PDF within the file keeps it from its standard.
  public enum ForeignPDF: String, Hashable, Sendable, CaseIterable {
    /// It is an error that names the PDF and the clause.
    case refuse
    /// The file claims what it keeps, with a warning that says why.
    case weaken
  }

  /// Whether a file that keeps less than the standard is an error.
  var demandsStandard: Bool { onForeignPDF == .refuse }

  /// The standards that a file can meet.
  public typealias Standard = PDFStandard

  /// What a file is for.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// A digital mailbox.
    case digitalPost = "digital-post"
    /// Reading on a screen.
    case screen
    /// A printing press or a print service.
    case print
  }

  /// A file within the file (ISO 19005-3, 6.8).
  public struct Attachment: Hashable, Sendable {
    /// The file's name, without a folder.
    public var name: String
    /// Its media type, as `text/markdown`.
    public var mediaType: String
    /// What it is to the letter.
    public var relationship: Relationship
    /// Its contents.
    public var bytes: [UInt8]
    /// What it is, in words.
    public var description: String

    /// Makes an attachment.
    public init(
      name: String, mediaType: String, relationship: Relationship = .unspecified, bytes: [UInt8],
      description: String = ""
    ) {
      self.name = name
      self.mediaType = mediaType
      self.relationship = relationship
      self.bytes = bytes
      self.description = description
    }

    /// What an attached file is to the letter (ISO 19005-3, annex E).
    public enum Relationship: String, Hashable, Sendable, CaseIterable {
      /// What the letter was made from.
      case source = "Source"
      /// What the letter's figures show.
      case data = "Data"
      /// The letter in another form.
      case alternative = "Alternative"
      /// Something that comes with it.
      case supplement = "Supplement"
      /// Something else.
      case unspecified = "Unspecified"
    }
  }
}
