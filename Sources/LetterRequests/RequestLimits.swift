/// How much one request may ask for.
///
/// Requests come from other programs, and some of those from strangers: none may keep the others
/// waiting for long, or take the memory that they need.
package struct RequestLimits: Hashable, Sendable {
  /// The most bytes of a letter.
  package var letterBytes = 1 << 20
  /// The most bytes of a request in all: its letter, images, enclosures and PDFs.
  package var requestBytes = 64 << 20
  /// The most files that come with a letter.
  package var files = 200
  /// The most pages of a letter, enclosures and all.
  package var pages = 500
  /// The most seconds that making an answer may take.
  package var seconds = 30.0

  /// The usual ones.
  package init() {}
}
