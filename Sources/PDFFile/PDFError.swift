/// What could not be done with a PDF, and why.
package struct PDFError: Error, Hashable {
  /// What was to be done, as in “could not …”.
  package let action: String
  /// What came in the way.
  package let reason: String

  /// An error whose words end up in a message.
  package init(action: String, reason: String) {
    self.action = action
    self.reason = reason
  }
}
