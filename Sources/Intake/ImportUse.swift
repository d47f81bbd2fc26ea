/// How a letter uses a foreign PDF, which decides what is taken of it and what has to be right
/// about it.
package enum ImportUse: Hashable, Sendable {
  /// Its first page is a background, which is not heard.
  case background
  /// All its pages are for a reader to understand, with the tags that they have.
  case enclosure
}
