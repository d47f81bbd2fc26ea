/// Codes of layouts and fonts.
extension DiagnosticCode {
  package static let noSuchLayout = DiagnosticCode(
    "layout.no-such-layout",
    cause: "There is no layout of that name among those that come along and the machine's own.",
    cure: "Write one that letterpdf layout list tells, or the path of a layout file.")
  package static let ring = DiagnosticCode(
    "layout.ring",
    cause: "Layouts, profiles or styles start from each other in a ring.",
    cure: "Let one of them start from nothing, or from another.")
  package static let noSuchStyle = DiagnosticCode(
    "layout.no-such-style",
    cause: "A style is named that the layout does not have, or set where nothing uses it.",
    cure: "Write one that it has, or use it.")
  package static let noSuchColor = DiagnosticCode(
    "layout.no-such-color",
    cause: "A colour is named that the layout does not have.",
    cure: "Add it under colors, or write its value.")
  package static let noSuchVariable = DiagnosticCode(
    "layout.no-such-variable",
    cause: "A variable is named that the layout does not have.",
    cure: "Add it under variables, or write the value.")
  package static let noSuchLayoutField = DiagnosticCode(
    "layout.no-such-field",
    cause: "A line of the layout asks for a field that letters do not have.",
    cure: "Declare it under fields, or write one that they have.")
  package static let noPlace = DiagnosticCode(
    "layout.no-place",
    cause: "A frame does not say where it stands, says it twice, or has no area.",
    cure: "Give two of start, extent and end across the page, and two along it.")
  package static let offThePage = DiagnosticCode(
    "layout.off-the-page",
    cause: "A frame reaches over an edge of the page.",
    cure: "Move it or make it smaller.")
  package static let overlap = DiagnosticCode(
    "layout.overlap",
    cause: "Two frames of the layout lie over each other.",
    cure: "Move one of them.")
  package static let noRegions = DiagnosticCode(
    "layout.no-regions",
    cause: "The layout has no place for the text of the first page.",
    cure: "Add regions: with a first.")
  package static let contrast = DiagnosticCode(
    "layout.contrast",
    cause: "A colour is too close to that of the paper (WCAG 2.2, 1.4.3).",
    cure: "Choose a darker one, or a larger size.")
  package static let tightLeading = DiagnosticCode(
    "layout.tight-leading",
    cause:
      "The lines of a style stand closer than its type is high, so that they run into each other.",
    cure: "Write a leading of about 1.2 times the size, or leave it out.")
  package static let unusedStyle = DiagnosticCode(
    "layout.unused-style",
    cause: "A style is set that nothing uses.",
    cure: "Delete it, or add what it is for.")
  package static let byLanguage = DiagnosticCode(
    "layout.by-language",
    cause: "A value that differs by language has none for a language that needs it, or names "
      + "what is no language.",
    cure: "Write tags such as da, and others: for the rest.")
  package static let noSuchWord = DiagnosticCode(
    "layout.no-such-word",
    cause: "A word is asked for that the language does not have.",
    cure: "Add it under words:, or write one that it has.")
  package static let recipientPlace = DiagnosticCode(
    "layout.recipient-place",
    cause: "The layout has no place for recipients, or does not say where their frame is.",
    cure: "Add the frame, or take recipients out of the letter.")
  package static let marks = DiagnosticCode(
    "layout.marks",
    cause: "A mark for machines says something that it cannot, or stands where it may not.",
    cure: "Mend marks: in the layout. See Docs/print-and-post.md.")
  package static let noSuchFont = DiagnosticCode(
    "layout.no-such-font",
    cause: "There is no font of that name, no face of that weight, or no such file.",
    cure: "Name a family of Fonts/, or files beside the layout under fonts: files:.")
  package static let fontLicence = DiagnosticCode(
    "layout.font-licence",
    cause: "The font's licence forbids what a PDF needs, to hold a part of it.",
    cure: "Use another font.")
  package static let brokenFont = DiagnosticCode(
    "layout.broken-font",
    cause: "A font cannot be read or embedded.",
    cure: "Use another font, or get this one anew.")

  static let layoutCodes: [DiagnosticCode] = [
    .noSuchLayout, .ring, .noSuchStyle, .noSuchColor, .noSuchVariable, .noSuchLayoutField, .noPlace,
    .offThePage, .overlap, .noRegions, .contrast, .tightLeading, .unusedStyle, .byLanguage,
    .noSuchWord, .recipientPlace, .marks, .noSuchFont, .fontLicence, .brokenFont,
  ]
}
