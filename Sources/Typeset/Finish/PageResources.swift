import PDFFile

/// What a page draws with, each by its name (ISO 32000-1, 7.8.3).
struct PageResources {
  var fonts: [(name: String, font: PDFReference)] = []
  var drawings: [(name: String, drawing: PDFReference)] = []
  /// Whether a drawing lets what is behind it show through.
  var isTransparent = false

  /// The dictionary; without anything it is empty.
  var value: PDFValue {
    var entries = PDFDictionary([])
    if !fonts.isEmpty {
      entries["Font"] = .dictionary(PDFDictionary(fonts.map { ($0.name, .reference($0.font)) }))
    }
    if !drawings.isEmpty {
      entries["XObject"] = .dictionary(
        PDFDictionary(drawings.map { ($0.name, .reference($0.drawing)) }))
    }
    return .dictionary(entries)
  }
}
