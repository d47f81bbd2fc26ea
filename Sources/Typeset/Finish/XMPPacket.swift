/// The metadata of a file as an XMP packet (ISO 16684-1), with the schemas that PDF/A wants declared.
struct XMPPacket {
  let metadata: DocumentMetadata
  let standard: PDFStandard

  /// The moment a letter is made: noon of its date, which is that date wherever it is read.
  static func timestamp(_ date: CalendarDate) -> String { date.iso8601 + "T12:00:00Z" }

  /// The packet's bytes in UTF-8.
  var bytes: [UInt8] {
    let packet = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""\(namespaces)>
      \(properties.joined(separator: "\n"))
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
    return Array(packet.utf8)
  }

  private var hasReferences: Bool { !metadata.caseID.isEmpty || !metadata.documentID.isEmpty }

  private var namespaces: String {
    var spaces = [
      ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"),
      ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ]
    if standard.archive != nil { spaces.append(("pdfaid", "http://www.aiim.org/pdfa/ns/id/")) }
    if standard.isAccessible { spaces.append(("pdfuaid", Self.accessSpace)) }
    if hasReferences { spaces.append(("letter", Self.letterSpace)) }
    if !schemas.isEmpty {
      spaces += [
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
      ]
    }
    return spaces.map { "\n xmlns:\($0.0)=\"\($0.1)\"" }.joined()
  }

  private static let accessSpace = "http://www.aiim.org/pdfua/ns/id/"
  private static let letterSpace = "urn:letterpdf:letter:1.0/"

  private var properties: [String] {
    let time = Self.timestamp(metadata.date)
    var lines = [
      "<dc:format>application/pdf</dc:format>",
      """
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escape(metadata.title))</rdf:li>\
      </rdf:Alt></dc:title>
      """,
      """
      <dc:language><rdf:Bag><rdf:li>\(Self.escape(metadata.language.pdfTag))</rdf:li></rdf:Bag>\
      </dc:language>
      """,
    ]
    if !metadata.author.isEmpty {
      lines.append(
        """
        <dc:creator><rdf:Seq><rdf:li>\(Self.escape(metadata.author))</rdf:li></rdf:Seq>\
        </dc:creator>
        """)
    }
    lines += [
      "<xmp:CreateDate>\(time)</xmp:CreateDate>", "<xmp:ModifyDate>\(time)</xmp:ModifyDate>",
      "<xmp:CreatorTool>letterpdf</xmp:CreatorTool>", "<pdf:Producer>letterpdf</pdf:Producer>",
    ]
    if let keywords = metadata.keywords {
      lines.append("<pdf:Keywords>\(Self.escape(keywords))</pdf:Keywords>")
    }
    lines += claims
    if !metadata.caseID.isEmpty {
      lines.append("<letter:CaseID>\(Self.escape(metadata.caseID))</letter:CaseID>")
    }
    if !metadata.documentID.isEmpty {
      lines.append("<letter:DocumentID>\(Self.escape(metadata.documentID))</letter:DocumentID>")
    }
    if !schemas.isEmpty {
      lines.append(
        "<pdfaExtension:schemas><rdf:Bag>\(schemas.joined())</rdf:Bag></pdfaExtension:schemas>")
    }
    return lines
  }

  /// The standards that the file says it meets.
  private var claims: [String] {
    var claims: [String] = []
    if let (part, level) = standard.archive {
      var claim = "<pdfaid:part>\(part)</pdfaid:part>"
      if part == 4 { claim += "<pdfaid:rev>2020</pdfaid:rev>" }
      if !level.isEmpty { claim += "<pdfaid:conformance>\(level)</pdfaid:conformance>" }
      claims.append(claim)
    }
    if let part = standard.accessPart {
      let revision = part == 2 ? "<pdfuaid:rev>2024</pdfuaid:rev>" : ""
      claims.append("<pdfuaid:part>\(part)</pdfuaid:part>\(revision)")
    }
    return claims
  }

  /// The schemas that ISO 19005-2, 6.6.2.3, does not know; ISO 19005-4 asks for none.
  private var schemas: [String] {
    guard let (part, _) = standard.archive, part < 4 else { return [] }
    var all: [String] = []
    if standard.isAccessible { all.append(Self.accessSchema) }
    if hasReferences { all.append(Self.letterSchema) }
    return all
  }

  private static let accessSchema = schema(
    "PDF/UA identification", accessSpace, "pdfuaid",
    [("part", "Integer", "internal", "Part of ISO 14289")])
  private static let letterSchema = schema(
    "References of a letter", letterSpace, "letter",
    [
      ("CaseID", "Text", "external", "Number of the case"),
      ("DocumentID", "Text", "external", "Number of the document"),
    ])

  private static func schema(
    _ title: String, _ space: String, _ prefix: String,
    _ properties: [(name: String, type: String, category: String, meaning: String)]
  ) -> String {
    let list = properties.map {
      """
      <rdf:li pdfaProperty:name="\($0.name)" pdfaProperty:valueType="\($0.type)" \
      pdfaProperty:category="\($0.category)" pdfaProperty:description="\($0.meaning)"/>
      """
    }.joined()
    return """
      <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>\(title)</pdfaSchema:schema>\
      <pdfaSchema:namespaceURI>\(space)</pdfaSchema:namespaceURI>\
      <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>\
      <pdfaSchema:property><rdf:Seq>\(list)</rdf:Seq></pdfaSchema:property></rdf:li>
      """
  }

  /// Text for XML; characters that XML 1.0 forbids are left out.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default:
        let isForbidden =
          scalar.value < 0x20 && !(9...10).contains(scalar.value) && scalar.value != 13
          || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        if !isForbidden { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

extension DocumentMetadata {
  /// The numbers of case and document as keywords; nil if the letter has neither.
  var keywords: String? {
    let known = [caseID, documentID].filter { !$0.isEmpty }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}
