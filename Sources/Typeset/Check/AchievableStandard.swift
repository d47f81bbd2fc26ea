import Intake

/// The standard that a letter can meet with the PDFs it draws on, and what it loses by them.
///
/// - Returns: the standard to claim, and a warning for each PDF that stands in the way.
/// - Throws: those warnings as errors, where the standard is demanded.
func achievableStandard(
  _ wanted: PDFStandard, for composition: Composition, isDemanded: Bool = false
) throws(Diagnostics) -> (standard: PDFStandard, warnings: [Diagnostic]) {
  guard wanted != .none else { return (wanted, []) }
  var standard = wanted
  var found: [Diagnostic] = []
  for (file, flaws) in zip(composition.imports, flaws(of: composition)) {
    guard var flaws else { continue }
    let hasOldTags = wanted.accessPart == 2 && flaws.tags == nil && flaws.oldTags != nil
    if hasOldTags { flaws.tags = flaws.oldTags }
    guard wanted.reduced(by: flaws) != wanted else { continue }
    standard = standard.reduced(by: flaws)
    let reasons = flaws.reasons(against: wanted)
    found.append(
      Diagnostic(
        isDemanded ? .error : .warning,
        "with “\(file.name)” the PDF does not meet \(wanted.rawValue): \(reasons)",
        at: file.place,
        hints: [
          hasOldTags
            ? "ask for a-4 or a-2a+ua-1, or send “\(file.name)” by itself"
            : flaws.hint(for: file.name)
        ]))
  }
  if isDemanded, !found.isEmpty { throw Diagnostics(found) }
  return (standard, found)
}

/// What is wrong with each of the PDFs that a letter draws on; nil for one that no page shows.
private func flaws(of composition: Composition) -> [ImportFlaws?] {
  let shown = Set(composition.pages.compactMap(\.imported?.source))
  var colors = ForeignColors()
  return composition.imports.enumerated().map { source, imported in
    guard shown.contains(source) else { return nil }
    var flaws = imported.file.flaws
    let clash = colors.join(imported.file.colors)
    flaws.look = flaws.look ?? clash
    return flaws
  }
}

extension ImportFlaws {
  /// The reasons that count for a standard, joined.
  fileprivate func reasons(against standard: PDFStandard) -> DiagnosticText {
    var found: [String?] = [fonts]
    if standard.archive != nil { found.append(look) }
    if standard.isAccessible || standard.archive?.level != "B" { found.append(text) }
    if standard.needsStructure { found.append(tags) }
    let told = found.compactMap { $0 }.map { DiagnosticText($0) }
    guard let first = told.first else { return "" }
    return told.dropFirst().reduce(first) { "\($0), and \($1)" }
  }

  /// What to do about them.
  fileprivate func hint(for name: String) -> DiagnosticText {
    if tags != nil, look == nil, fonts == nil, text == nil {
      return "export “\(name)” again with tags, as PDF/UA or PDF/A-2a"
    }
    return tags == nil
      ? "save “\(name)” as PDF/A-2u or PDF/A-2a, in RGB" : "save “\(name)” as PDF/A-2a, in RGB"
  }
}

extension PDFStandard {
  /// What is left of the standard with a file of such flaws in it.
  func reduced(by flaws: ImportFlaws) -> Self {
    let isReadable = flaws.fonts == nil && flaws.text == nil
    let isAccessible = isAccessible && isReadable && flaws.tags == nil
    guard let archive, flaws.fonts == nil, flaws.look == nil else {
      return isAccessible ? .ua1 : .none
    }
    var level = archive.level
    if flaws.tags != nil, level == "A" { level = "U" }
    if flaws.text != nil {
      // Part 4 has no level that promises less of its text (ISO 19005-4, 6.2.10.7).
      if archive.part == 4 { return .none }
      level = "B"
    }
    let claims = Self.allCases.filter {
      $0.archive?.part == archive.part && $0.archive?.level == level
    }
    return claims.first { $0.isAccessible == isAccessible } ?? claims.first ?? .none
  }
}
