import ForeignPDF
import Intake
import PDFFile
import Proofing
import Testing

/// What is taken of a foreign PDF is what its pages draw with, as the file has it.
struct ForeignObjectTests {
  static let image = "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"

  /// The image that a page draws, and all objects of the file.
  func image(
    _ entries: String, _ bytes: [UInt8] = [0], objects: [String] = []
  ) throws -> (entries: PDFDictionary, bytes: [UInt8], objects: [PDFBody.Object]) {
    var pdf = HandmadePDF.page("/X Do", resources: "/XObject<</X \(6 + objects.count) 0 R>>")
    for object in objects { pdf.add(object) }
    pdf.add("<<\(Self.image)\(entries)>>", bytes: bytes)
    let file = try readForeignPDF(pdf.bytes, name: "bilag.pdf", use: .enclosure)
    let all = file.objects.objects
    guard case .value(.dictionary(let resources)) = all[file.pages[0].resources.index],
      case .dictionary(let drawings)? = resources["XObject"],
      case .reference(let name)? = drawings["X"],
      case .stream(let found, let data) = all[name.index]
    else { throw PDFError(action: "find the image", reason: "there is none") }
    return (found, data, all)
  }

  @Test func `Numbers, names and strings keep what they say`() throws {
    let found = try image("/A[0.123456789 -2.50 7 true (\\\\\\351)]/B#20C/D#23/N null").entries
    #expect(
      found["A"] == [.real(0.123456789), .real(-2.5), 7, true, .bytes([0x5C, 0xE9])])
    #expect(found["B C"] == .name("D#"))
    #expect(found.entries.allSatisfy { !["N", "Length"].contains($0.key) })
  }

  @Test func `A name that is no text stays one of its own`() throws {
    let found = try image("/A[/#E6 /#F8]/#E6 1/#F8 2").entries
    #expect(found["A"] == [.name("æ"), .name("ø")])
    #expect(found["æ"] == 1 && found["ø"] == 2)
  }

  @Test func `Objects in a circle come along, pages and what holds them do not`() throws {
    let found = try image(
      "/Next 6 0 R/P 3 0 R/Root 1 0 R", objects: ["<</Next 7 0 R>>", "[6 0 R 3 0 R 99 0 R]"])
    guard case .reference(let next)? = found.entries["Next"],
      case .value(.dictionary(let entries)) = found.objects[next.index],
      case .reference(let list)? = entries["Next"]
    else {
      Issue.record("the circle is broken")
      return
    }
    #expect(found.objects[list.index] == .value([.reference(next), .null, .null]))
    #expect(found.entries["P"] == nil && found.entries["Root"] == nil)
    // The resources, the image and the two.
    #expect(found.objects.count == 4)
  }

  @Test func `A stream stays as it is stored, unless its filter is for old machines`() throws {
    let packed: [UInt8] = [120, 156, 75, 76, 74, 6, 0, 2, 77, 1, 39]
    let kept = try image("/Filter/FlateDecode", packed)
    #expect(kept.bytes == packed && kept.entries["Filter"] == .name("FlateDecode"))
    let photograph = try image("/Filter[/DCTDecode]/DecodeParms[null]", [255, 216, 255, 217])
    #expect(photograph.bytes == [255, 216, 255, 217])
    #expect(photograph.entries["Filter"] == [.name("DCTDecode")])
    let old = try image("/Filter/ASCIIHexDecode", Array("61 62 63>".utf8))
    #expect(old.bytes == Array("abc".utf8) && old.entries["Filter"] == nil)
  }

  @Test func `Two readings are equal, to the order of their objects`() throws {
    let pdf = HandmadePDF.page(
      "/A Do /B Do", resources: "/XObject<</B 6 0 R/A 7 0 R>>",
      objects: [
        "<<\(Self.image)>>stream:a",
        "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</C 6 0 R>>>>>>stream:/C Do",
      ])
    let first = try readForeignPDF(pdf.bytes, name: "a.pdf", use: .enclosure)
    #expect(try readForeignPDF(pdf.bytes, name: "a.pdf", use: .enclosure) == first)
    #expect(first.bytes == (try readForeignPDF(pdf.bytes, name: "a.pdf", use: .enclosure)).bytes)
  }
}
