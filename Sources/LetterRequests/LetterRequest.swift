package import Inspection
package import Typeset

/// What is wanted of one letter, with all that it is made of: nothing else is read but the layouts,
/// languages, fonts and profiles that are installed.
package struct LetterRequest: Sendable {
  /// What to make of the letter.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    /// A PDF.
    case pdf
    /// A picture of each page.
    case png
    /// A drawing of each page.
    case svg
    /// The layout as text.
    case dump
    /// Nothing but the report.
    case report
  }

  /// The letter: Markdown with a YAML head, or one JSON object.
  package var letter: [UInt8]
  /// What messages call the letter.
  package var name = "letter"
  /// Images and enclosures, by the names that the letter has for them.
  package var files: [String: [UInt8]] = [:]
  /// The values of the letter's fields, one JSON object; nil for a letter that has none.
  package var data: [UInt8]?
  /// An installed layout; comes before the letter's own.
  package var layout: String?
  /// The letter's date; comes before its own.
  package var date: CalendarDate?
  /// The letter's language; comes before its own.
  package var language: LanguageTag?
  /// What to make.
  package var format = Format.pdf
  /// The page that a picture is wanted of; nil for all.
  package var page: Int?
  /// The standard that the PDF must meet; nil for the usual one, as far as enclosures let it.
  package var standard: FinishOptions.Standard?
  /// What the PDF is for.
  package var purpose = FinishOptions.Purpose.digitalPost
  /// Whether the PDF is to be small, or quick to make.
  package var form = FinishOptions.Form.small
  /// The resolution of pictures.
  package var dotsPerInch = 150.0
  /// The profiles that the PDF must keep.
  package var profiles: [String] = []
  /// The envelope's window, for profiles that leave it open.
  package var window: Area?
  /// Whether the word for a draft is set across each page.
  package var isDraft = false
  /// Whether a letter of an odd number of pages gets a blank last side.
  package var isDuplex = false

  /// A letter of which a PDF is wanted.
  package init(letter: [UInt8] = []) { self.letter = letter }
}

/// A file that was made.
package struct AnsweredFile: Hashable, Sendable {
  /// What it may be called: `letter.pdf`, `letter-2.png`.
  package let name: String
  /// Its media type.
  package let mediaType: String
  /// Its contents.
  package let bytes: [UInt8]
}

/// What came of a request for a letter.
package struct LetterAnswer: Sendable {
  /// What was made, in the order of the pages; none where a report alone was wanted.
  package let files: [AnsweredFile]
  /// What there is to tell of the letter.
  package let report: LetterReport
}
