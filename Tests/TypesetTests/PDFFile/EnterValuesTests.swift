import ForeignPDF
import PDFFile
import Testing

/// Values become parts of a document, and are added to what it has.
struct EnterValuesTests {
  @Test func `Objects that refer to each other in a circle are entered`() throws {
    var body = PDFBody(pageCount: 1)
    let page: PDFDictionary = [
      "Type": .name("Page"), "MediaBox": [0, 0, 100, 200], "Resources": [:],
    ]
    for entry in page.entries { body.set(body.pages[0], entry.key, entry.value) }
    let first = body.add(["Title": .text("Å")])
    let list = body.add([.reference(first), .real(0.25), true, .bytes([40, 255])])
    body.set(first, "List", .reference(list))
    let stream = body.addStream(Array("q Q".utf8), ["Owner": .reference(first)])
    body.set(body.pages[0], "Contents", .reference(stream))
    body.set(body.catalog, "First", .reference(first))
    body.information = body.add(["Title": .text("Brev")])
    let pdf = try PDFDocument()
    pdf.enter(body, known: [:])
    let bytes = try pdf.write(version: "1.7")

    let read = try PDFDocument(reading: bytes, name: "it")
    #expect(read.pageCount == 1)
    #expect(try read.pageContents(read.page(0)) == Array("q Q".utf8))
    let found = read.get(read.catalog, "First")
    let items = read.items(of: read.get(found, "List"))
    #expect(items.count == 4)
    #expect(read.objectNumber(items[0]) == read.objectNumber(found))
    #expect(read.number(items[1]) == 0.25 && read.bytes(items[3]) == [40, 255])
    let owner = read.get(read.dictionary(of: read.get(read.page(0), "Contents")), "Owner")
    #expect(read.objectNumber(owner) == read.objectNumber(found))
    #expect(read.bytes(read.get(read.trailer, "Info"), "Title") == Array("Brev".utf8))
  }

  @Test func `What a document has keeps what is not said anew`() throws {
    let pdf = try PDFDocument()
    let dictionary = pdf.addDictionary()
    pdf.set(dictionary, "Old", 1)
    pdf.set(dictionary, "Other", 2)
    let stream = pdf.addStream([1], ["Old": 1])
    var body = PDFBody(pageCount: 0)
    let (first, second) = (body.reserve(), body.reserve())
    body.set(first, "Old", 3)
    body.set(second, "New", .reference(first))
    pdf.enter(body, known: [first: dictionary, second: stream])
    #expect(pdf.integer(dictionary, "Old") == 3 && pdf.integer(dictionary, "Other") == 2)
    let entries = pdf.dictionary(of: stream)
    #expect(pdf.integer(entries, "Old") == 1)
    #expect(pdf.objectNumber(pdf.get(entries, "New")) == pdf.objectNumber(dictionary))
    #expect(try pdf.contents(of: stream) == [1])
  }
}
