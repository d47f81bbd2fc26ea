import PDFFile

/// Embeds files as associated files of the document (ISO 19005-3, 6.8).
struct Attachments {
  let files: [FinishOptions.Attachment]
  let date: CalendarDate

  func write(into body: inout PDFBody) {
    guard !files.isEmpty else { return }
    var names: [(key: String, file: PDFReference)] = []
    var associated: [PDFValue] = []
    for file in files {
      let specification = body.add(specification(of: file, in: &body))
      associated.append(.reference(specification))
      names.append((file.name, specification))
    }
    names.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let pairs = names.flatMap { [PDFValue.text($0.key), .reference($0.file)] }
    body.set(body.catalog, "AF", .array(associated))
    body.set(body.catalog, "Names", ["EmbeddedFiles": ["Names": .array(pairs)]])
  }

  private func specification(
    of file: FinishOptions.Attachment, in body: inout PDFBody
  ) -> PDFValue {
    let time = PDFValue.bytes(Array(DocumentInformation.timestamp(date).utf8))
    let stream = body.addStream(
      file.bytes,
      [
        "Type": .name("EmbeddedFile"), "Subtype": .name(file.mediaType),
        "Params": ["Size": .integer(file.bytes.count), "CreationDate": time, "ModDate": time],
      ])
    return [
      "Type": .name("Filespec"), "F": .text(file.name), "UF": .text(file.name),
      "EF": ["F": .reference(stream), "UF": .reference(stream)],
      "AFRelationship": .name(file.relationship.rawValue),
      "Desc": .text(file.description.isEmpty ? file.name : file.description),
    ]
  }
}
