/// What a foreign PDF keeps the letter from claiming, each with the first reason that was found.
package struct ImportFlaws: Hashable, Sendable {
  /// Why it may look different one day (ISO 19005-2, 6.2).
  package var look: String?
  /// Why its fonts are not what both standards want (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
  package var fonts: String?
  /// Why its text cannot be read by all (ISO 19005-2, 6.2.11.7).
  package var text: String?
  /// Why it is not heard as it is meant (ISO 19005-2, 6.7; ISO 14289-1, 7.1 to 7.9).
  package var tags: String?
  /// Why its tags, be they sound, are not what PDF/UA-2 asks for (ISO 14289-2, 8.2.5).
  package var oldTags: String?

  /// Such flaws; none where none is given.
  package init(
    look: String? = nil, fonts: String? = nil, text: String? = nil, tags: String? = nil
  ) {
    self.look = look
    self.fonts = fonts
    self.text = text
    self.tags = tags
  }
}
