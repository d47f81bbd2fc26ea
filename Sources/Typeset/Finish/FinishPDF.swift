import ForeignPDF
import PDFFile

/// Turns Cairo's PDF into the file that is delivered: tagged, described and within its standards.
///
/// Everything that is added is built as values, which are entered into the painted file at the end;
/// it is read once and written once.
///
/// - Throws: ``Diagnostics`` with every clause of the asked standards that the letter breaks.
func finishPDF(
  _ painted: PaintedPDF, _ composition: Composition, options: FinishOptions = FinishOptions()
) throws(Diagnostics) -> [UInt8] {
  let wanted = try settledStandard(options)
  let standard = try achievableStandard(
    wanted, for: composition, isDemanded: options.demandsStandard
  ).standard
  // What the author owes is owed whatever an enclosure takes away.
  try StandardCheck(composition: composition, standard: wanted).run()
  do throws(PDFError) {
    return try finishedBytes(painted, composition, standard, options)
  } catch {
    throw error.diagnostics
  }
}

private func finishedBytes(
  _ painted: PaintedPDF, _ composition: Composition, _ standard: PDFStandard,
  _ options: FinishOptions
) throws(PDFError) -> [UInt8] {
  let cairo = try PDFDocument(reading: painted.bytes, name: "the painted letter")
  let pdf = try PDFDocument()
  let pages = try PaintedPages(moving: cairo, into: pdf, painted) { index in
    composition.pages[index].imported.map { !$0.keepsTags } ?? false
  }
  var builder = DocumentBuilder(
    composition: composition, standard: standard, options: options, pages: pages)
  try builder.build(painted.marks)
  pdf.enter(builder.body, known: builder.known.found)
  try pdf.check("finish the PDF")
  // A digital seal would go in here, as the last change before writing: a signature field with a
  // `ByteRange` of fixed width, filled in on the written bytes.
  let bytes = try pdf.write(version: standard.isPDF2 ? "2.0" : "1.7")
  try cairo.check("read the painted letter")
  return bytes
}

/// The standard that the options ask for, or the one that lets attachments in.
func settledStandard(
  _ options: FinishOptions
) throws(Diagnostics) -> PDFStandard {
  guard !options.attachments.isEmpty else {
    guard options.standard.archive?.level == "F" else { return options.standard }
    throw Diagnostics(
      .error(
        "PDF/A-4f is for files within the PDF, and none is given (ISO 19005-4, annex A)", at: nil,
        hint: "attach a file, or ask for a-4 or a-4+ua-2"))
  }
  try checkNames(of: options.attachments)
  switch options.standard {
  case .a2aUA1: return .a3aUA1
  case .a4UA2: return .a4fUA2
  case .a4: return .a4f
  case .a2a: return .a3a
  case .a2u: return .a3u
  case .a2b:
    throw Diagnostics(
      .error(
        "PDF/A-2b cannot carry attached files (ISO 19005-2, 6.8)", at: nil,
        hint: "ask for a-3b, or leave the attachments out"))
  default: return options.standard
  }
}

/// - Throws: a name that two files have; a reader would find only one of them.
private func checkNames(of attachments: [FinishOptions.Attachment]) throws(Diagnostics) {
  var names: Set<String> = []
  for name in attachments.map(\.name) where !names.insert(name).inserted {
    throw Diagnostics(
      .error(
        "two attached files have the name \(quoted(name))", at: nil,
        hint: "rename one of them, or attach it once"))
  }
}
