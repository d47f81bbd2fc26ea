extension Typesetter {
  /// The template that writes numbers and dates as its language does: the letter's, or else the
  /// layout's.
  ///
  /// - Throws: that there is no such language.
  public func settle(
    _ template: LetterTemplate, in layout: Layout
  ) throws(Diagnostics) -> LetterTemplate {
    var settled = template
    settled.pack = try pack(for: template.language ?? layout.language)
    return settled
  }

  /// The text that writes numbers and dates as the language of a template does.
  ///
  /// - Throws: that there is no such language.
  public func settle(
    _ text: TextTemplate, as template: LetterTemplate, in layout: Layout
  ) throws(Diagnostics) -> TextTemplate {
    var settled = text
    settled.language = try pack(for: template.language ?? layout.language)
    return settled
  }
}
