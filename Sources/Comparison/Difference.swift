package import Inspection

/// Something in which a file differs from the one that was expected.
package struct Difference: Hashable, Sendable {
  /// What differs; those that matter most come first.
  package enum Kind: String, CaseIterable, Sendable {
    /// The file cannot be read, or is damaged.
    case file
    /// How many pages there are.
    case pages
    /// How large a page is.
    case size
    /// Words that are missing, new or others.
    case words
    /// Words that stand elsewhere, or are set larger or smaller.
    case places
    /// Tags and their order.
    case structure
    /// Links and bookmarks.
    case links
    /// Fonts.
    case fonts
    /// What the file says of itself.
    case metadata
    /// Pixels that no word explains.
    case pixels
    /// Lines of a text.
    case lines
  }

  /// What differs.
  package let kind: Kind
  /// The page of the expected file, or of the actual one where only that has it; from 1.
  package let page: Int?
  /// What happened, in words, without the page.
  package let message: String
  /// How many things it tells of: words, pixels, or one.
  package let count: Int
  /// Where it was on the expected page.
  package var expected: [Area] = []
  /// Where it is on the actual page.
  package var actual: [Area] = []

  /// Names a difference.
  package init(_ kind: Kind, page: Int? = nil, count: Int = 1, _ message: String) {
    self.kind = kind
    self.page = page
    self.count = count
    self.message = message
  }
}
