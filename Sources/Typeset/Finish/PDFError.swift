/// What could not be done with a PDF, and why.
struct PDFError: Error, Hashable {
  let action: String
  let reason: String
  /// Where the PDF that is at fault is named; nil for our own.
  var place: SourceRange? = nil

  /// The error as a message for the author of the letter.
  var diagnostics: Diagnostics {
    Diagnostics(.error("finishing failed: could not \(action): \(reason)", at: place))
  }
}

extension ImportedPDF {
  /// Does something with the file; what goes wrong is told where the file is named.
  func placing<T>(_ body: () throws(PDFError) -> T) throws(PDFError) -> T {
    do throws(PDFError) {
      return try body()
    } catch {
      throw PDFError(action: error.action, reason: error.reason, place: error.place ?? place)
    }
  }
}
