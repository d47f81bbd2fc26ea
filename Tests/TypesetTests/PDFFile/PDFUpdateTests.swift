import Foundation
import Testing

@testable import PDFFile

/// What is put behind a file, as ISO 32000-1, 7.5.6 has it.
struct PDFUpdateTests {
  private static let trailer: PDFDictionary = ["Root": .reference(PDFReference(index: 1))]

  private func update(asStream isStream: Bool) -> (bytes: [UInt8], written: Int) {
    var update = PDFUpdate(behind: 1000, numbers: 0..<9)
    let written = update.set(7, ["Type": .name("Sig")], written: Array("/Contents<00>".utf8))
    update.set(1, ["Next": .reference(PDFReference(index: 8)), "Gone": .null])
    update.set(8, [1, 2])
    update.finish(Self.trailer, behind: 900, asStream: isStream)
    return (update.bytes, written)
  }

  /// Where words begin in the whole file.
  private func place(of words: String, in bytes: [UInt8]) throws -> Int {
    1000 + (try #require(Data(bytes).range(of: Data(words.utf8)))).lowerBound
  }

  @Test func `A table names what was changed, in runs, and where it stands`() throws {
    let (bytes, written) = update(asStream: false)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(try written == place(of: "/Contents<00>", in: bytes))
    #expect(text.hasPrefix("\n7 0 obj\n<</Type/Sig/Contents<00>>>\nendobj\n1 0 obj\n"))
    #expect(text.contains("<</Next 8 0 R/Gone null>>"))
    let places = try ["1 0 obj", "7 0 obj", "8 0 obj"].map {
      "000000\(try place(of: "\n\($0)", in: bytes) + 1) 00000 n \n"
    }
    #expect(text.contains("xref\n1 1\n\(places[0])7 2\n\(places[1])\(places[2])trailer\n"))
    let table = try place(of: "xref\n1 1", in: bytes)
    let end = "<</Root 1 0 R/Size 9/Prev 900>>\nstartxref\n\(table)\n%%EOF\n"
    #expect(text.hasSuffix(end), "\(text)")
  }

  @Test func `A stream names itself as well`() throws {
    let (bytes, _) = update(asStream: true)
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let table = try place(of: "9 0 obj", in: bytes)
    #expect(text.contains("/Size 10/Prev 900/W[1 2 1]/Index[1 1 7 3]/Length 16>>"), "\(text)")
    #expect(text.hasSuffix("\nstartxref\n\(table)\n%%EOF\n"))
    let row: [UInt8] = [1, UInt8(table >> 8), UInt8(table & 0xFF), 0]
    #expect(Data(bytes).range(of: Data(row + Array("\nendstream".utf8))) != nil)
  }
}
