/// A PDF as Cairo wrote it, and what each stretch of marked content on its pages is.
struct PaintedPDF: Sendable {
  /// The file's bytes.
  let bytes: [UInt8]
  /// For each page its marked content, in the order it was painted.
  let marks: [[MarkedContent]]
}

/// What the glyphs and paths between one tag's begin and end are to the document.
struct MarkedContent: Hashable, Sendable {
  let part: Part
  /// What is read instead of the glyphs (ISO 32000-1, 14.9.4).
  let actualText: String?
  var isRightToLeft = false
}
