/// Embeds files as associated files of the document (ISO 19005-3, 6.8).
struct Attachments {
  let files: [FinishOptions.Attachment]
  let date: CalendarDate

  func write(into pdf: borrowing PDFDocument) {
    guard !files.isEmpty else { return }
    var names: [(key: String, file: PDFObject)] = []
    var associated: [PDFValue] = []
    for file in files {
      let specification = pdf.add(specification(of: file, in: pdf))
      associated.append(.object(specification))
      names.append((file.name, specification))
    }
    names.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let pairs = names.flatMap { [PDFValue.text($0.key), .object($0.file)] }
    pdf.set(pdf.catalog, "AF", .array(associated))
    pdf.set(pdf.catalog, "Names", ["EmbeddedFiles": ["Names": .array(pairs)]])
  }

  private func specification(
    of file: FinishOptions.Attachment, in pdf: borrowing PDFDocument
  ) -> PDFValue {
    let time = PDFValue.bytes(Array(DocumentInformation.timestamp(date).utf8))
    let stream = pdf.addStream(
      file.bytes,
      [
        "Type": .name("EmbeddedFile"), "Subtype": .name(file.mediaType),
        "Params": ["Size": .integer(file.bytes.count), "CreationDate": time, "ModDate": time],
      ])
    return [
      "Type": .name("Filespec"), "F": .text(file.name), "UF": .text(file.name),
      "EF": ["F": .object(stream), "UF": .object(stream)],
      "AFRelationship": .name(file.relationship.rawValue),
      "Desc": .text(file.description.isEmpty ? file.name : file.description),
    ]
  }
}
