/// What the finished file says about itself.
struct DocumentMetadata: Hashable, Sendable {
  var title: String
  var author: String
  var date: CalendarDate
  var language: LanguageTag
  /// The case's number.
  var caseID: String
  /// The document's number.
  var documentID: String
}
