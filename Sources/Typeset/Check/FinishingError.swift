import PDFFile

extension PDFError {
  /// The error as a message for the author of the letter.
  var diagnostics: Diagnostics {
    Diagnostics(.error(.fault, "finishing failed: could not \(action): \(reason)", at: nil))
  }
}
