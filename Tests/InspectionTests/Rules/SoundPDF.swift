import Inspection
import Intake
import Proofing

/// A PDF by hand that keeps every rule, and from which a test takes one thing away.
///
/// Numbers of objects: 1 catalogue, 2 page tree, 3 metadata, 4 profile, 5 font, 6 its characters, 7 its
/// glyph, 8 structure, 9 `Document`, from 10 pages, from 20 their content, from 100 elements; a test's own
/// from 50.
struct SoundPDF {
  /// Words with a tag, or as an artifact.
  struct Piece {
    var tag = "P"
    var words: String
    /// From the left edge, and of the baseline from the upper edge, in millimetres.
    var x = 25.0
    var y: Double
    var size = 11.0
    /// Operators before the words.
    var before = ""
    /// Operators after the words.
    var after = ""
    /// Further entries of the element.
    var entries = ""
  }

  var pages: [[Piece]] = [Self.letter]
  /// Content after the pieces of each page.
  var raw: [Int: String] = [:]
  var pageEntries = ""
  var mediaBox = "/MediaBox[0 0 595.276 841.89]"
  var structParents = true
  var resources = ""
  var catalog = ""
  var language = "/Lang(da)"
  var preferences = "/ViewerPreferences<</DisplayDocTitle true>>"
  var markInfo = "/MarkInfo<</Marked true>>"
  var intents =
    "/OutputIntents[<</S/GTS_PDFA1/OutputConditionIdentifier(x)/DestOutputProfile 4 0 R>>]"
  var profile: [UInt8] = Self.display
  var font =
    "<</Type/Font/Subtype/Type3/Name/F/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 126/Widths[\(String(repeating: "500 ", count: 95))]/Encoding<</Type/Encoding/Differences[32/space \((33...126).map { _ in "/a" }.joined())]>>/CharProcs<</a 7 0 R/space 70 0 R>>/ToUnicode 6 0 R>>"
  var characters = "1 beginbfrange <20> <7E> <0020> endbfrange"
  var properties = Self.claims
  var extensionSchema = Self.schema
  var information = "/Title(A letter)"
  var documentKids = ""
  /// What the page leads to: the elements of its pieces.
  var parentEntries: @Sendable ([String]) -> String = { "[\($0.joined(separator: " "))]" }
  var identifier = "/ID[<01><02>]"
  var header = "%PDF-1.7\n%\u{E6}\u{F8}\u{E5}\u{E6}\n"
  var tail = ""
  /// Further objects, by their numbers.
  var objects: [Int: String] = [:]
  var streams: [Int: (String, [UInt8])] = [:]

  static let address = [
    Piece(words: "Anna Andersen", y: 55), Piece(words: "Lange Gade 1", y: 60),
    Piece(words: "1000 By", y: 65),
  ]
  static let letter =
    address + [
      Piece(tag: "H1", words: "A letter", y: 105, size: 13),
      Piece(words: "The first line of the letter", y: 115),
      Piece(words: "and the second line of it", y: 120),
      Piece(words: "Med venlig hilsen", y: 130), Piece(words: "Bo Bo", y: 150),
    ]

  static let claims = """
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A letter</rdf:li></rdf:Alt></dc:title>\
    <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
    """
  static let schema = """
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
    <pdfaProperty:name>part</pdfaProperty:name></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\
    </rdf:Bag></pdfaExtension:schemas>
    """

  /// The head of a profile, which is all that is looked at.
  static let display: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 132)
    bytes[3] = 132
    bytes[8] = 4
    bytes.replaceSubrange(12..<20, with: Array("mntrRGB ".utf8))
    bytes.replaceSubrange(36..<40, with: Array("acsp".utf8))
    return bytes
  }()

  private var packet: String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">\
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\(properties)\(extensionSchema)\
    </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
    """
  }

  /// The content of a page and the elements of its pieces.
  private func page(_ index: Int) -> (content: String, elements: [String]) {
    var content = ""
    var elements: [String] = []
    for piece in pages[index] {
      let (x, y) = (piece.x / 25.4 * 72, 841.89 - piece.y / 25.4 * 72)
      let shown =
        "q \(piece.before) BT /F \(piece.size) Tf 1 0 0 1 \(x) \(y) Tm (\(piece.words)) Tj ET \(piece.after) Q"
      if piece.tag == "Artifact" {
        content += "/Artifact <</Type/Pagination>> BDC \(shown) EMC\n"
        continue
      }
      content += "/\(piece.tag) <</MCID \(elements.count)>> BDC \(shown) EMC\n"
      elements.append(
        "<</Type/StructElem/S/\(piece.tag)/P 9 0 R/Pg \(10 + index) 0 R/K \(elements.count)\(piece.entries)>>"
      )
    }
    return (content + (raw[index] ?? ""), elements)
  }

  /// The file.
  var bytes: [UInt8] {
    var all: [Int: [UInt8]] = [:]
    func add(_ number: Int, _ text: String) { all[number] = Array(text.utf8) }
    func add(_ number: Int, _ entries: String, stream: [UInt8]) {
      all[number] =
        Array("\(entries.dropLast(2))/Length \(stream.count)>>\nstream\n".utf8) + stream
        + Array("\nendstream".utf8)
    }
    add(
      1,
      "<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/StructTreeRoot 8 0 R\(language)\(preferences)\(markInfo)\(intents)\(catalog)>>"
    )
    let kids = pages.indices.map { "\(10 + $0) 0 R" }.joined(separator: " ")
    add(2, "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>")
    add(3, "<</Type/Metadata/Subtype/XML>>", stream: Array(packet.utf8))
    add(4, "<</N 3>>", stream: profile)
    add(5, font)
    add(6, "<<>>", stream: Array(characters.utf8))
    add(7, "<<>>", stream: Array("500 0 0 0 400 700 d1 50 0 350 500 re f".utf8))
    add(70, "<<>>", stream: Array("500 0 0 0 0 0 d1".utf8))
    var elements: [String] = []
    var numbers = ""
    for index in pages.indices {
      let made = page(index)
      let parents = structParents ? "/StructParents \(index)" : ""
      add(
        10 + index,
        "<</Type/Page/Parent 2 0 R\(mediaBox)/Contents \(20 + index) 0 R/Resources<</Font<</F 5 0 R>>\(resources)>>\(parents)/Tabs/S\(pageEntries)>>"
      )
      add(20 + index, "<<>>", stream: Array(made.content.utf8))
      var references = made.elements.indices.map { "\(100 + elements.count + $0) 0 R" }
      if index == 0 { addOwn(to: &references) }
      numbers += "\(index)\(parentEntries(references))"
      elements += made.elements
    }
    let references = elements.indices.map { "\(100 + $0) 0 R" }.joined(separator: " ")
    add(8, "<</Type/StructTreeRoot/K 9 0 R/ParentTree<</Nums[\(numbers)]>>>>")
    add(9, "<</Type/StructElem/S/Document/P 8 0 R/K[\(references) \(documentKids)]>>")
    for (index, element) in elements.enumerated() { add(100 + index, element) }
    for (number, object) in objects { add(number, object) }
    for (number, stream) in streams { add(number, stream.0, stream: stream.1) }
    return write(all)
  }

  /// Leads from the content of a test's own elements to these.
  private func addOwn(to references: inout [String]) {
    for (number, object) in objects where object.contains("/Pg 10 0 R") {
      guard let match = object.firstMatch(of: /\/K ?\[?(\d+)/), let id = Int(match.1) else {
        continue
      }
      while references.count <= id { references.append("null") }
      references[id] = "\(number) 0 R"
    }
  }

  private func write(_ all: [Int: [UInt8]]) -> [UInt8] {
    var file = Array(header.unicodeScalars.map { UInt8($0.value) })
    var table = "xref\n0 1\n0000000000 65535 f \n"
    for (number, object) in all.sorted(by: { $0.key < $1.key }) {
      let digits = String(file.count)
      table +=
        "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
      file += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    let size = (all.keys.max() ?? 0) + 1
    table += "trailer\n<</Size \(size)/Root 1 0 R/Info<<\(information)>>\(identifier)>>\n"
    return file + Array("\(table)startxref\n\(start)\n%%EOF\n\(tail)".utf8)
  }
}
