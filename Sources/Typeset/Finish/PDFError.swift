/// What could not be done with a PDF, and why.
struct PDFError: Error, Hashable {
  let action: String
  let reason: String

  /// The error as a message for the author of the letter.
  var diagnostics: Diagnostics {
    Diagnostics(.error("finishing failed: could not \(action): \(reason)", at: nil))
  }
}
