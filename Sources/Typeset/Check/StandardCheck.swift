import PDFFile

/// Finds what in a letter keeps it from the standards it asks for.
struct StandardCheck {
  let composition: Composition
  let standard: PDFStandard

  /// Where the standards say it.
  private struct Clauses {
    var titleOwner = "PDF/UA-1"
    var title = "ISO 14289-1, 7.1"
    var language = "ISO 14289-1, 7.2"
    var figure = "ISO 14289-1, 7.3; ISO 19005-2, 6.7.8"
    var heading = "ISO 14289-1, 7.4.2"
  }

  private var clauses: Clauses {
    guard standard.isPDF2 else { return Clauses() }
    return Clauses(
      titleOwner: "PDF/UA-2", title: "ISO 14289-2, 8.11.1", language: "ISO 14289-2, 8.4.4",
      figure: "ISO 14289-2, 8.2.5.28.2", heading: "ISO 14289-2, 8.2.5.12")
  }

  /// - Throws: every clause that is broken, in reading order.
  func run() throws(Diagnostics) {
    var found = DiagnosticCollector()
    let metadata = composition.metadata
    if standard.isAccessible, metadata.title.allSatisfy(\.isWhitespace) {
      found.add(
        .error(
          .noTitle, "the letter has no title, which \(clauses.titleOwner) wants (\(clauses.title))",
          at: nil,
          hint: "give the letter a subject or a title"))
    }
    if standard.needsStructure {
      if !isLanguageIdentifier(metadata.language.tag) {
        found.add(
          .error(
            .notALanguage, "“\(metadata.language.tag)” is no language tag (\(clauses.language))",
            at: nil,
            hint: "write a tag such as da, en or kl"))
      }
      checkStructure(&found)
    }
    try found.throwIfErrors()
  }

  private func checkStructure(_ found: inout DiagnosticCollector) {
    var level = 0
    for element in composition.structure.elements {
      switch element.role {
      case .figure where (element.alternative ?? "").isEmpty && (element.actualText ?? "").isEmpty:
        found.add(
          .error(
            .noAlternative, "an image has no alternative text (\(clauses.figure))",
            at: element.place,
            hint: "say in words what the image shows, between the brackets of ![…](…)"))
      case .heading(let next):
        if standard.isAccessible, next > level + 1 {
          let before: DiagnosticText = level == 0 ? "nothing" : "level \(level)"
          found.add(
            .error(
              .headingLevel, "a heading of level \(next) follows \(before) (\(clauses.heading))",
              at: element.place,
              hint: "use level \(level + 1)"))
        }
        level = next
      default: break
      }
      if let language = element.language, !isLanguageIdentifier(language.tag) {
        found.add(
          .error(
            .notALanguage, "“\(language.tag)” is no language tag (\(clauses.language))",
            at: element.place,
            hint: "write a tag such as da, en or kl"))
      }
    }
  }
}
