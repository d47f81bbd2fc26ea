/// What a foreign PDF allows the letter to claim (ISO 19005-2, 6.2; ISO 14289-1, 7.21).
///
/// Its pages become drawings, so its structure, links and scripts do not matter; its fonts, colours
/// and filters do.
enum ImportFitness: Int, Comparable, Sendable {
  /// The letter cannot claim PDF/A nor PDF/UA.
  case nothing
  /// The letter can claim PDF/A at level B: its looks are safe, its text may not be.
  case look
  /// The letter can claim what it wants.
  case whole

  static func < (a: ImportFitness, b: ImportFitness) -> Bool { a.rawValue < b.rawValue }
}

extension PageImport {
  /// How fit the file is, and the reason if it is not wholly so.
  func audit() throws(PDFError) -> (fitness: ImportFitness, reason: String) {
    let found = try findings()
    if let flaw = found.flaw { return (.nothing, flaw) }
    // Without type there is nothing that only a validator could tell.
    guard found.hasFonts else { return (.whole, "") }
    switch try claimedLevel() {
    case "A", "U": return (.whole, "")
    case "B": return (.look, "it is PDF/A at level B, which does not promise that text can be read")
    default: return (.nothing, "it holds text and does not say that it is PDF/A")
    }
  }

  /// The level of PDF/A-1 or PDF/A-2 that the file says it has; nil if it says nothing.
  private func claimedLevel() throws(PDFError) -> String? {
    let metadata = document.get(document.catalog, "Metadata")
    guard document.isStream(metadata) else { return nil }
    let packet = String(decoding: try document.contents(of: metadata), as: UTF8.self)
    guard packet.contains(/pdfaid:part(=["']|>)\s*[12]/) else { return nil }
    return packet.firstMatch(of: /pdfaid:conformance(?:=["']|>)\s*([ABUabu])/).map {
      $0.output.1.uppercased()
    }
  }

  private func findings() throws(PDFError) -> (hasFonts: Bool, flaw: String?) {
    var hasFonts = false
    for number in document.objectNumbers {
      let object = document.object(numbered: number)
      defer { document.release(object) }
      let isStream = document.isStream(object)
      let dictionary = isStream ? document.dictionary(of: object) : object
      guard document.isDictionary(dictionary) || document.isArray(dictionary) else { continue }
      let text = document.text(of: dictionary)
      if text.contains("/BaseFont") || text.contains("/Type3") { hasFonts = true }
      for (word, flaw) in Self.flaws where text.contains(word) { return (hasFonts, flaw) }
      if isStream, document.name(dictionary, "Subtype") == "Form",
        Self.usesInks(try document.contents(of: object))
      {
        return (hasFonts, Self.inks)
      }
    }
    for index in 0..<pageCount where Self.usesInks(try document.pageContents(document.page(index)))
    {
      return (hasFonts, Self.inks)
    }
    return (hasFonts, nil)
  }

  private static let inks = "its colours are printing inks (CMYK)"

  /// What a dictionary must not hold, and why (ISO 19005-2, 6.1.7.2, 6.2.4.3, 6.2.5, 6.2.8, 6.2.9).
  private static let flaws = [
    ("/DeviceCMYK", inks), ("/LZWDecode", "it is compressed with LZW"),
    ("/JPXDecode", "it holds a JPEG 2000 image"),
    ("/Interpolate true", "its images are interpolated"),
    ("/Alternates", "its images have alternates"), ("/OPI", "its images lie outside the file"),
    ("/TR ", "it has transfer functions"), ("/HTP", "it has halftone phases"),
    ("/Subtype /PS", "it holds PostScript"), ("/Crypt", "it is encrypted in part"),
  ]

  private static func usesInks(_ content: [UInt8]) -> Bool {
    var scanner = ContentScanner(content)
    var operation = ContentScanner.Operation()
    while scanner.next(into: &operation) {
      if scanner.matches(operation.name, "k") || scanner.matches(operation.name, "K") {
        return true
      }
    }
    return false
  }
}

/// The standard that a letter can meet with the PDFs it draws on, and what it loses by them.
///
/// - Returns: the standard to claim, and a warning for each PDF that stands in the way.
func achievableStandard(
  _ wanted: FinishOptions.Standard, imports: [ImportedPDF]
) throws(Diagnostics) -> (standard: FinishOptions.Standard, warnings: [Diagnostic]) {
  guard wanted != .none else { return (wanted, []) }
  var fitness = ImportFitness.whole
  var warnings: [Diagnostic] = []
  do throws(PDFError) {
    for file in imports {
      let (found, reason) = try PageImport(file, keepsTags: false).audit()
      if found == .whole || found == .look && wanted == .archiveLook { continue }
      fitness = min(fitness, found)
      warnings.append(
        .warning(
          "with “\(file.name)” the PDF does not meet \(wanted.rawValue): \(reason)", at: nil,
          hint: "save “\(file.name)” as PDF/A-2u or PDF/A-2a, in RGB"))
    }
  } catch {
    throw error.diagnostics
  }
  switch fitness {
  case .whole: return (wanted, [])
  case .look where wanted.archive?.part == 2: return (.archiveLook, warnings)
  default: return (.none, warnings)
  }
}
