/// What is said over a letter's head, as on the command line.
public struct ComposeOptions: Hashable, Sendable {
  /// A layout by name, or the path of a layout file.
  public var layout: String?
  /// The letter's date.
  public var date: CalendarDate?
  /// The letter's language.
  public var language: LanguageTag?
  /// Whether the word for a draft is set across each page.
  public var isDraft = false
  /// Whether the letter is for paper, where the layout may ask for links to be written out.
  public var isForPaper = false
  /// Whether regions, baselines and break costs are drawn under the pages, for designers.
  public var drawsGuides = false

  /// Says nothing over the letter's head.
  public init() {}

  /// What settling the letter in its layout needs to know.
  var resolving: ResolveOptions { ResolveOptions(date: date, isDraft: isDraft) }

  /// Puts what is said here in place of what the letter says.
  func apply(to letter: inout Letter) {
    if let layout { letter.layout = Located(value: layout, place: nil) }
    if let date { letter.date = Located(value: date, place: nil) }
    if let language { letter.language = Located(value: language, place: nil) }
  }
}
