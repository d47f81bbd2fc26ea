/// Mends what Cairo writes and the standards forbid or want otherwise, object by object.
struct CairoRepairs {
  /// Goes once through all objects of the document.
  func write(into pdf: borrowing PDFDocument) throws(PDFError) {
    for number in pdf.objectNumbers {
      let object = pdf.object(numbered: number)
      defer { pdf.release(object) }
      if pdf.isStream(object) {
        try mendStream(object, in: pdf)
      } else if pdf.isDictionary(object), pdf.name(object, "Subtype") == "CIDFontType2",
        !pdf.has(object, "CIDToGIDMap")
      {
        // ISO 19005-2, 6.2.11.3.2; Cairo numbers the glyphs of its subset as the identifiers.
        pdf.set(object, "CIDToGIDMap", .name("Identity"))
      }
    }
  }

  private func mendStream(_ stream: PDFObject, in pdf: borrowing PDFDocument) throws(PDFError) {
    let dictionary = pdf.dictionary(of: stream)
    defer { pdf.release(dictionary) }
    switch pdf.name(dictionary, "Subtype") {
    case "Image":
      // ISO 19005-2, 6.2.8.1.
      if pdf.has(dictionary, "Interpolate") { pdf.remove("Interpolate", from: dictionary) }
    case "Form":
      var rewriter = ContentRewriter()
      pdf.replaceData(of: stream, with: rewriter.rewrite(try pdf.contents(of: stream)))
    default: break
    }
  }
}
