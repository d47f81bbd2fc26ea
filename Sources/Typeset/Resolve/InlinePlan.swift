/// A stretch of text in one style, language and part of the document.
struct InlinePlan: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case text(String)
    /// A line end that the author asked for.
    case lineBreak
    /// The number of the page it stands on.
    case pageNumber
    /// The number of pages of the letter.
    case pageCount
    /// The mark of a footnote, an index into ``Plan/footnotes``.
    case footnoteMark(Int)
    /// An image that stands on the baseline.
    case image(InlineImage)

    /// What is said: a number of a page or note is not part of the sentence it stands in.
    var words: String {
      switch self {
      case .text(let text): text
      case .lineBreak: " "
      case .pageNumber, .pageCount, .footnoteMark, .image: ""
      }
    }
  }

  var content: Content
  var style: TextStyle
  var language: LanguageTag
  /// Whether words in it may be divided: not in names, addresses, URLs.
  var hyphenates: Bool
  var part: Part
  /// Where the text stands in its source; nil for words of the layout's or the language's own.
  @Carried var place: SourceRange? = nil
}

extension InlinePlan {
  /// The footnote that it is the mark of.
  var note: Int? { if case .footnoteMark(let note) = content { note } else { nil } }
}

extension [InlinePlan] {
  /// The footnotes that are referred to, in order.
  var notes: [Int] { compactMap(\.note) }
}
