import PDFFile

/// What the document says about itself, in its information dictionary and its XMP packet alike.
struct DocumentInformation {
  let metadata: DocumentMetadata
  let standard: PDFStandard

  func write(into body: inout PDFBody) {
    // ISO 19005-4, 6.1.3, forbids the dictionary: PDF 2.0 says it all in XMP.
    if !standard.isPDF2 { writeDictionary(into: &body) }
    let packet = XMPPacket(metadata: metadata, standard: standard)
    let stream = body.addStream(
      packet.bytes, ["Type": .name("Metadata"), "Subtype": .name("XML")])
    body.set(body.catalog, "Metadata", .reference(stream))
  }

  private func writeDictionary(into body: inout PDFBody) {
    let time = PDFValue.bytes(Array(Self.timestamp(metadata.date).utf8))
    var entries: PDFDictionary = [
      "Title": .text(metadata.title), "Creator": .text("letterpdf"),
      "Producer": .text("letterpdf"), "CreationDate": time, "ModDate": time,
    ]
    if !metadata.author.isEmpty { entries["Author"] = .text(metadata.author) }
    if let keywords = metadata.keywords { entries["Keywords"] = .text(keywords) }
    body.information = body.add(.dictionary(entries))
  }

  /// The moment of ``XMPPacket/timestamp(_:)`` in PDF's own form (ISO 32000-1, 7.9.4).
  static func timestamp(_ date: CalendarDate) -> String {
    "D:" + date.iso8601.filter { $0 != "-" } + "120000Z"
  }
}
