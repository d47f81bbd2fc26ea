/// A word that the program itself sets in a letter or says to those who hear it, under the key that
/// it has among a language's words.
///
/// A language may have further words, which layouts name as `{label:unit}`.
enum FixedWord: String, Hashable, Sendable, CaseIterable {
  /// Before the person in an organisation, `Att.:`.
  case attention
  /// What a call-out that begins with `[!note]` is called where it is heard.
  case calloutNote = "callout-note"
  /// What one with `[!tip]` is called.
  case calloutTip = "callout-tip"
  /// What one with `[!important]` is called.
  case calloutImportant = "callout-important"
  /// What one with `[!warning]` is called.
  case calloutWarning = "callout-warning"
  /// What one with `[!caution]` is called.
  case calloutCaution = "callout-caution"
  /// What the sender's address and numbers are called where they are heard.
  case contact
  /// Across the pages of a draft.
  case draft
  /// Before the number of an appended enclosure in bookmarks.
  case enclosure
  /// The stamp on an appended page, `Bilag {number} · side {page} af {pages}`.
  case enclosurePage = "enclosure-page"
  /// What a letter of no title is called.
  case letter
  /// The numbers of pages, `Side {page} af {pages}`.
  case pageOf = "page-of"
  /// Before a postscript.
  case postscript
  /// What the list of recipients is called where it is heard.
  case recipients
  /// What date and case numbers are called where they are heard.
  case references
  /// What the sender's name at the head is called where it is heard.
  case sender
  /// What a scanned signature is called where it is heard.
  case signature
  /// What the signatures are called where they are heard.
  case signatures
  /// Above the recipients.
  case to

  /// What is put into the word: what it must have, and what it may have.
  var places: (needed: [String], allowed: [String]) {
    switch self {
    case .pageOf: (["{page}"], ["{pages}"])
    case .enclosurePage: (["{page}"], ["{pages}", "{number}"])
    default: ([], [])
    }
  }
}

extension LanguagePack {
  /// A word of the program's; nil where the language lacks it.
  subscript(word: FixedWord) -> String? { words[word.rawValue] }
}
