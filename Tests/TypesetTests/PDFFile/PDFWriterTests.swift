import Foundation
import PDFFile
import Proofing
import Testing

/// Bodies become files that other programs read without a word.
struct PDFWriterTests {
  /// A page with some content, which refers to so many objects.
  func body(objects: Int = 3, content: String = "0 0 9 9 re f") -> PDFBody {
    var body = PDFBody(pageCount: 1)
    let stream = body.addStream(Array(content.utf8))
    let entries: [(String, PDFValue)] = [
      ("MediaBox", [0, 0, 100, 200]), ("Resources", [:]), ("Contents", .reference(stream)),
    ]
    for (key, value) in entries { body.set(body.pages[0], key, value) }
    let list = (0..<objects).map { PDFValue.reference(body.add(["N": .integer($0)])) }
    body.set(body.catalog, "List", .array(list))
    return body
  }

  func write(_ body: PDFBody) -> [UInt8] {
    PDFWriter(body).write(version: "1.7") { _ in Array("0123456789abcdef".utf8) }
  }

  @Test(arguments: [0, 1, 200, 256, 257, 1000, 70_000])
  func `A body of any size is a file that nobody complains of`(count: Int) async throws {
    let file = try FileOnDisk(write(body(objects: count)))
    let check = try await Run("qpdf", ["--check", file.path])
    #expect(check.ending == .exit(0), "\(check)")
    let list = try await output(
      of: Project.python, "-c",
      """
      import pikepdf, sys
      pdf = pikepdf.open(sys.argv[1])
      print(sum(int(each.N) for each in pdf.Root.List), pdf.pages[0].Contents.read_bytes().decode())
      """, file.path)
    #expect(list == "\(count * max(0, count - 1) / 2) 0 0 9 9 re f\n")
  }

  @Test func `What nothing refers to is left out, and the same body is the same file`() throws {
    var body = body()
    let before = write(body)
    _ = body.addStream(Array("lonely".utf8), ["Type": .name("Metadata")])
    #expect(write(body) == before)
    #expect(write(body) == write(body))
  }

  @Test func `Metadata stay readable, and a filter that is named is kept`() {
    var body = body()
    let plain = Array(String(repeating: "<x/>", count: 90).utf8)
    let metadata = body.addStream(plain, ["Type": .name("Metadata")])
    body.set(body.catalog, "Metadata", .reference(metadata))
    let other = body.addStream([1, 2, 3], ["Filter": .name("DCTDecode")])
    body.set(body.catalog, "Other", .reference(other))
    let file = Data(write(body))
    #expect(file.range(of: Data(plain)) != nil)
    #expect(file.range(of: Data("stream\n".utf8 + [1, 2, 3] + "\nendstream".utf8)) != nil)
  }

  static let values: [(PDFValue, String)] = [
    (.null, "null"), (true, "true"), (-7, "-7"), (.real(0.000000001), ".000000001"),
    (.real(-1234.5), "-1234.5"), (.real(.infinity), "0"), (.points(1.23456), "1.235"),
    (.name("A B#"), "/A#20B#23"), (.text("Å (1)"), "(\u{C5} \\(1\\))"),
    (.text("Ł"), "(\u{FE}\u{FF}\u{1}A)"), (.bytes([13, 40, 92]), "(\\r\\(\\\\)"),
    ([1, 2, .name("N"), [3], 4, .text("x"), 5], "[1 2/N[3]4(x)5]"),
    (["K": 1, "L": [:]], "<</K 1/L<<>>>>"),
    ([.reference(PDFReference(index: 1)), .reference(PDFReference(index: 0))], "[7 0 R null]"),
  ]

  @Test(arguments: values)
  func `A value is written as short as it can be`(value: PDFValue, wanted: String) {
    var bytes: [UInt8] = []
    bytes.append(value, numbers: [0, 7])
    #expect(bytes == wanted.unicodeScalars.map { UInt8($0.value) })
  }

  @Test(arguments: [0, 1, 9, 10, 999, -1, Int.max, Int.min])
  func `Whole numbers of any size are written whole`(number: Int) {
    var bytes: [UInt8] = []
    bytes.append(integer: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }
}
