/// What typesetting knows of one language; read from a folder in `Languages/`.
struct LanguagePack: Hashable, Sendable {
  var tag: LanguageTag
  /// Lower-case or upper-case as the language writes them in running text; January first.
  var months: [String]
  /// How a date is written: `{day}. {month} {year}`.
  var dateForm: String
  /// How a date is written in figures: `{dd}.{mm}.{year}`; `{day}` and `{month}` are without zeros.
  var shortDateForm = "{year}-{mm}-{dd}"
  /// Words by key: those of ``FixedWord``, and those that layouts name as `{label:date}`.
  var words: [String: String]
  /// Words that mention an enclosure, lower case, where the language's letters mark that.
  var enclosureWords: [String] = []
  /// Opening and closing quotation marks, outer then inner.
  var quotes: [String]
  /// Words before or after a number that stay with it: `kl.`, `nr.`, `stk.`, `§`, `kr.`, `%`.
  var bindsAfter: [String]
  var bindsBefore: [String]
  /// Further pairs of words that stay on one line.
  var together: [PhrasePattern] = []
  /// What abbreviations are read as.
  var expansions = Expansions()
  /// Words of links that say nothing of where they lead, in small letters: `klik her`.
  var vagueLinks: Set<String> = []
  /// How telephone numbers are called.
  var calling = CallingForm()
  /// How numbers are written.
  var numbers = NumberForm(decimalMark: ",")
  /// The file of hyphenation patterns in the language's folder; nil if there is none.
  var patterns: String?
  /// Whether every noun has a capital, so that a capital within a sentence tells no name.
  var capitalizesNouns = false
  /// Letters of the alphabet, for checking that fonts have them.
  var alphabet: String

  /// The day as the language writes it.
  func format(_ date: CalendarDate) -> String {
    dateForm.replacing("{day}", with: String(date.day))
      .replacing("{month}", with: months[date.month - 1])
      .replacing("{year}", with: String(date.year))
  }
}
