internal import Typeset

/// How a reader wants the letter shown.
package struct PreviewChoices: Hashable, Sendable {
  /// The forms of the letter that are shown.
  package enum Sheets: String, CaseIterable, Sendable {
    /// As it is read on a screen.
    case screen
    /// As it is printed.
    case print
    /// Both, side by side.
    case both
  }

  /// An installed layout that comes before the letter's own.
  package var layout: String?
  /// A language that comes before the letter's own.
  package var language: String?
  /// The forms of the letter.
  package var sheets = Sheets.screen
  /// Whether regions, frames and baselines are drawn.
  package var drawsGuides = false
  /// Whether the costs of page breaks are drawn.
  package var drawsBreaks = false
  /// Whether the word for a draft stands across each page.
  package var isDraft = false

  /// The letter as it is.
  package init() {}

  /// Reads choices from the items of a query; nil for one that has no meaning.
  package init?(_ items: [(name: String, value: String)]) {
    for (name, value) in items {
      switch name {
      case "layout": layout = value.isEmpty ? nil : value
      case "language": language = value.isEmpty ? nil : value
      case "sheets":
        guard let sheets = Sheets(rawValue: value) else { return nil }
        self.sheets = sheets
      case "guides": drawsGuides = value == "1"
      case "breaks": drawsBreaks = value == "1"
      case "draft": isDraft = value == "1"
      default: return nil
      }
    }
    // A choice is among what is installed: no path is taken from a request.
    guard layout?.contains("/") != true, layout?.contains(".") != true else { return nil }
    guard language?.contains("/") != true, language?.contains(".") != true else { return nil }
  }

  /// How the letter is composed.
  func composing(forPaper isForPaper: Bool) -> ComposeOptions {
    var options = ComposeOptions(
      isDraft: isDraft, isForPaper: isForPaper, drawsGuides: drawsGuides || drawsBreaks)
    options.isTryingLayout = layout != nil
    options.guideParts = []
    if drawsGuides { options.guideParts.insert(.ground) }
    if drawsBreaks { options.guideParts.insert(.breakCosts) }
    return options
  }
}
