extension BaseDirection {
  /// A title for a list that may run the other way, as the bookmarks of a viewer do.
  ///
  /// PDF has no direction for such text (ISO 32000-1, 7.9.2.2), and viewers set it as their own words
  /// run: that puts words and marks of a title elsewhere than they stand on its page. So it stands in
  /// an embedding of its own direction (Unicode Standard Annex 9, 2.1); one without letters from right
  /// to left stays as it is.
  static func embedded(_ title: String) -> String {
    guard holdsRightToLeft(title) else { return title }
    return (isRightToLeft(title) ? "\u{202B}" : "\u{202A}") + title + "\u{202C}"
  }
}
