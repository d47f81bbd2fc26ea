import Inspection
import Intake
import PDFFile

/// Which fonts are missing or new, and which are embedded no more.
func compareFonts(_ old: InspectedPDF, _ new: InspectedPDF) -> [Difference] {
  let (was, now) = (fonts(of: old), fonts(of: new))
  var differences: [Difference] = []
  for name in was.keys.sorted() where now[name] == nil {
    differences.append(Difference(.fonts, "the font \(name) is not used any more"))
  }
  for name in now.keys.sorted() {
    guard let isEmbedded = now[name] else { continue }
    switch (was[name], isEmbedded) {
    case (nil, _): differences.append(Difference(.fonts, "the font \(name) is new"))
    case (true?, false):
      differences.append(Difference(.fonts, "the font \(name) is not embedded any more"))
    case (false?, true): differences.append(Difference(.fonts, "the font \(name) is embedded"))
    default: break
    }
  }
  return differences
}

/// The fonts of a file by their names without the mark of a subset (ISO 32000-1, 9.6.4), and whether all
/// of that name are embedded.
private func fonts(of pdf: InspectedPDF) -> [String: Bool] {
  var fonts: [String: Bool] = [:]
  for object in pdf.objects.values {
    guard case .value(.dictionary(let font)) = object.object, pdf.name(font["Type"]) == "Font",
      let name = pdf.name(font["BaseFont"]), pdf.name(font["Subtype"])?.hasPrefix("CID") != true
    else { continue }
    let descendant = pdf.items(font["DescendantFonts"]).first.flatMap { pdf.dictionary($0) }
    let descriptor = pdf.dictionary((descendant ?? font)["FontDescriptor"])
    let isEmbedded = ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0] != nil }
    let plain = withoutSubsetMark(name)
    fonts[plain] = (fonts[plain] ?? true) && isEmbedded
  }
  return fonts
}

private func withoutSubsetMark(_ name: String) -> String {
  let parts = name.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
  let isMarked =
    parts.count == 2 && parts[0].utf8.count == 6
    && parts[0].utf8.allSatisfy { (65...90).contains($0) }
  return isMarked ? String(parts[1]) : name
}
