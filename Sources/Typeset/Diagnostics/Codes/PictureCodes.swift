/// Codes of pictures and enclosures.
extension DiagnosticCode {
  package static let noImage = DiagnosticCode(
    "picture.missing",
    cause: "There is no file of that name beside the letter or layout.",
    cure: "Check its name; for a letter on standard input give --base.")
  package static let outside = DiagnosticCode(
    "picture.outside",
    cause: "A file is named that lies outside the folder of the letter or layout.",
    cure: "Put it beside the letter and write its name alone.")
  package static let refused = DiagnosticCode(
    "picture.refused",
    cause: "A file cannot be handed out: it is too big, is no file, or may not be read.",
    cure: "Mend what the message tells.")
  package static let brokenImage = DiagnosticCode(
    "picture.broken",
    cause: "A picture or PDF is broken, or takes too much time or memory to read.",
    cure: "Open it in the program that it is for, and save it again.")
  package static let imageKind = DiagnosticCode(
    "picture.kind",
    cause: "A picture is neither PNG, JPEG nor SVG, or has words that nobody can read.",
    cure: "Save it as one of these, with text as outlines.")
  package static let drawingFont = DiagnosticCode(
    "picture.font",
    cause: "Words of a drawing ask for a font that is neither in Fonts/ nor beside the layout.",
    cure: "Turn the text into outlines, or name the font's file under fonts: files: in the layout.")
  package static let lostParts = DiagnosticCode(
    "picture.lost-parts",
    cause:
      "A drawing shows less than it does in a drawing program: a part lies in another file or is "
      + "no SVG, or there is nothing to draw.",
    cure: "Embed other files in the drawing, turn other parts into outlines, and save it again.")
  package static let noPDF = DiagnosticCode(
    "picture.no-pdf",
    cause: "An enclosure or letterhead is no PDF, has no pages, or cannot be used.",
    cure: "Print or save it as PDF first.")
  package static let namedAlternative = DiagnosticCode(
    "picture.file-name",
    cause: "What an image shows is said by the name of a file, which is read letter by letter.",
    cure: "Say in words what it shows; leave alt out for an ornament of a layout.")

  static let pictureCodes: [DiagnosticCode] = [
    .noImage, .outside, .refused, .brokenImage, .imageKind, .drawingFont, .lostParts,
    .noPDF, .namedAlternative,
  ]
}
