import PDFFile
import Testing

/// Content is built of operations, and scanned as they were built.
struct ContentOperationTests {
  static let operations: [(ContentOperation, String)] = [
    (.save, "q"), (.restore, "Q"), (.end, "EMC"), (.draw("Form1"), "/Form1 Do"),
    (.concatenate(PageMatrix(a: 0.5, d: -1, f: 841.889764)), ".5 0 0 -1 0 841.88976 cm"),
    (.clip([0, 1.5, 10, 20]), "0 1.5 10 20 re W n"),
    (.begin(tag: "P", .content(id: 3, actualText: nil)), "/P<</MCID 3>>BDC"),
    (
      .begin(tag: "Span", .content(id: 0, actualText: "ø")),
      "/Span<</MCID 0/ActualText(\u{F8})>>BDC"
    ),
    (.begin(tag: "Span", .replacement("(")), "/Span<</ActualText(\\()>>BDC"),
    (
      .begin(tag: "Artifact", .artifact(type: "Pagination", subtype: "Footer")),
      "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
    ),
  ]

  @Test(arguments: operations)
  func `An operation is written with its operands before it`(
    operation: ContentOperation, text: String
  ) {
    let line = (text + "\n").unicodeScalars.map { UInt8($0.value) }
    #expect([operation].bytes == line)
    #expect([operation, .end].bytes == line + Array("EMC\n".utf8))
  }

  @Test func `The scanner finds the operators that were built`() {
    let bytes = Self.operations.map(\.0).bytes
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    var names: [String] = []
    var marked = 0
    while scanner.next(into: &operation) {
      names.append(String(decoding: bytes[operation.name], as: UTF8.self))
      if operation.hasContentID { marked += 1 }
      #expect(!operation.isBroken)
    }
    #expect(names == ["q", "Q", "EMC", "Do", "cm", "re", "W", "n", "BDC", "BDC", "BDC", "BDC"])
    #expect(marked == 2)
  }

  @Test func `Matrices follow each other as they are written`() {
    let turned = PageMatrix(a: 0, b: 1, c: -1, d: 0)
    let moved = turned.then(PageMatrix(e: 10, f: 20))
    #expect(moved.numbers == [0, 1, -1, 0, 10, 20])
    #expect(moved.bounds(of: [0, 0, 4, 2]) == [8, 20, 10, 24])
    #expect(PageMatrix([1, 0, 0, 1, 0]) == nil)
  }
}
