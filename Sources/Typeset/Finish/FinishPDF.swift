import CPango
import PDFFile

/// Makes of painted pages the file that is delivered: tagged, described and within its standards.
///
/// - Throws: ``Diagnostics`` with every clause of the asked standards that the letter breaks.
///
/// - Parameter memory: what is kept of other letters, for files of the quick form.
func finishPDF(
  _ painted: PaintedPDF, _ composition: Composition, options: FinishOptions = FinishOptions(),
  memory: FinishMemory? = nil
) throws(Diagnostics) -> [UInt8] {
  let wanted = try settledStandard(options)
  let standard = try achievableStandard(
    wanted, for: composition, isDemanded: options.demandsStandard
  ).standard
  // What the author owes is owed whatever an enclosure takes away.
  try StandardCheck(composition: composition, standard: wanted).run()
  do throws(PDFError) {
    var builder = DocumentBuilder(
      composition: composition, standard: standard, options: options, painted: painted,
      memory: memory)
    try builder.build()
    return PDFWriter(
      builder.body, isWhole: memory != nil && composition.imports.isEmpty,
      memory: memory?.writer ?? WriterMemory()
    )
    .write(version: standard.isPDF2 ? "2.0" : "1.7", digest: identifier)
  } catch {
    throw error.diagnostics
  }
}

/// Sixteen bytes by which a file is known, made of all of its others (ISO 32000-1, 14.4).
private func identifier(_ bytes: [UInt8]) -> [UInt8] {
  guard let checksum = g_checksum_new(G_CHECKSUM_MD5) else { return [] }
  defer { g_checksum_free(checksum) }
  g_checksum_update(checksum, bytes, bytes.count)
  var digest = [UInt8](repeating: 0, count: 16)
  var length = gsize(digest.count)
  g_checksum_get_digest(checksum, &digest, &length)
  return digest
}

/// The standard that the options ask for, or the one that lets attachments in.
func settledStandard(
  _ options: FinishOptions
) throws(Diagnostics) -> PDFStandard {
  guard !options.attachments.isEmpty else {
    guard options.standard.archive?.level == "F" else { return options.standard }
    throw Diagnostics(
      .error(
        .attachments,
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
        .attachments, "PDF/A-2b cannot carry attached files (ISO 19005-2, 6.8)", at: nil,
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
        .attachments, "two attached files have the name \(quoted(name))", at: nil,
        hint: "rename one of them, or attach it once"))
  }
}
