extension Typesetter {
  /// A template that writes numbers and dates as its language does: the letter's, or else the
  /// layout's.
  ///
  /// - Throws: that there is no such language.
  public func settle(
    _ template: LetterTemplate, in layout: Layout
  ) throws(Diagnostics) -> LetterTemplate {
    _ = try pack(for: template.language ?? layout.language)
    return template
  }
}
