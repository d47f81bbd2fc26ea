import ForeignPDF
import PDFFile

/// Mends what Cairo writes and the standards forbid or want otherwise, object by object.
struct CairoRepairs {
  /// Whether anything was met that lets what is behind it show through.
  private(set) var hasTransparency = false

  /// Goes once through all objects of the document.
  mutating func write(into pdf: borrowing PDFDocument) throws(PDFError) {
    for number in pdf.objectNumbers {
      let object = pdf.object(numbered: number)
      defer { pdf.release(object) }
      if pdf.isStream(object) {
        try mendStream(object, in: pdf)
      } else if pdf.isDictionary(object) {
        try mendDictionary(object, in: pdf)
      }
    }
  }

  private mutating func mendDictionary(
    _ dictionary: PDFObject, in pdf: borrowing PDFDocument
  ) throws(PDFError) {
    if pdf.name(dictionary, "Subtype") == "CIDFontType2", !pdf.has(dictionary, "CIDToGIDMap") {
      // ISO 19005-2, 6.2.11.3.2; Cairo numbers the glyphs of its subset as the identifiers.
      pdf.set(dictionary, "CIDToGIDMap", .name("Identity"))
    }
    if pdf.has(dictionary, "ToUnicode") {
      let map = pdf.get(dictionary, "ToUnicode")
      defer { pdf.release(map) }
      if pdf.isStream(map), let mended = PresentationForms.mend(try pdf.contents(of: map)) {
        pdf.replaceData(of: map, with: mended)
      }
    }
    if pdf.has(dictionary, "FontFile2") {
      let program = pdf.get(dictionary, "FontFile2")
      defer { pdf.release(program) }
      try slim(program, in: pdf)
    }
    if pdf.has(dictionary, "ExtGState") { noteTransparency(dictionary, in: pdf) }
  }

  private mutating func mendStream(
    _ stream: PDFObject, in pdf: borrowing PDFDocument
  ) throws(PDFError) {
    let dictionary = pdf.dictionary(of: stream)
    defer { pdf.release(dictionary) }
    switch pdf.name(dictionary, "Subtype") {
    case "Image":
      // ISO 19005-2, 6.2.8.1.
      if pdf.has(dictionary, "Interpolate") { pdf.remove("Interpolate", from: dictionary) }
      if pdf.has(dictionary, "SMask") { hasTransparency = true }
      try ImageProfile.apply(to: stream, in: pdf)
    case "Form":
      var rewriter = ContentRewriter()
      pdf.replaceData(of: stream, with: rewriter.rewrite(try pdf.contents(of: stream)))
      if pdf.has(dictionary, "Group") { hasTransparency = true }
    default: break
    }
  }

  private func slim(_ program: PDFObject, in pdf: borrowing PDFDocument) throws(PDFError) {
    guard let small = FontProgram.withoutInstructions(try pdf.contents(of: program)) else { return }
    pdf.replaceData(of: program, with: small)
    let dictionary = pdf.dictionary(of: program)
    defer { pdf.release(dictionary) }
    pdf.set(dictionary, "Length1", .integer(small.count))
  }

  private mutating func noteTransparency(
    _ resources: PDFObject, in pdf: borrowing PDFDocument
  ) {
    let states = pdf.get(resources, "ExtGState")
    defer { pdf.release(states) }
    for key in pdf.keys(of: states) {
      let state = pdf.get(states, key)
      defer { pdf.release(state) }
      let mode = pdf.name(state, "BM")
      if pdf.has(state, "SMask") && pdf.name(state, "SMask") != "None"
        || mode != nil && mode != "Normal"
        || ["ca", "CA"].contains(where: { pdf.number(state, $0, orElse: 1) < 1 })
      {
        hasTransparency = true
      }
    }
  }
}
