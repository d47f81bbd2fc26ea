import Testing

@testable import Typeset

struct SourceTests {
  private func read(_ bytes: [UInt8]) throws -> SourceFile { try readSource(bytes, name: "a.md") }

  @Test func `Line ends become line feeds, and a byte order mark goes`() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\n\r\n".utf8)).text == "a\nb\nc\n\n")
  }

  @Test(
    arguments: [
      ([], "1:1 the file is empty"),
      ([0x20, 0x0D, 0x0A, 0x09], "1:1 the file is empty"),
      ([0xFF, 0xFE, 0x41, 0x00], "1:1 the file is UTF-16 | save it as UTF-8"),
      (
        Array("æ\r\nb".utf8) + [0xE6, 0x72],
        "2:2 the byte 0xE6 is not UTF-8 | save the file as UTF-8"
      ),
      ([0x41, 0xC3], "1:2 the byte 0xC3 is not UTF-8 | save the file as UTF-8"),
      ([0x41, 0xED, 0xA0, 0x80], "1:2 the byte 0xED is not UTF-8 | save the file as UTF-8"),
      ([0x41, 0x00, 0x42], "1:2 the file holds the control character U+0000 | delete it"),
      (
        Array("a\næ\u{C}".utf8),
        "2:2 the file holds U+000C, Word's page break | delete it; pages break by themselves"
      ),
      (Array("a\u{92}".utf8), "1:2 the file holds the control character U+0092 | delete it"),
    ] as [([UInt8], String)])
  func `What is no text is told`(bytes: [UInt8], message: String) {
    #expect(messages { _ = try read(bytes) } == [message])
  }

  @Test func `A file of more than 16 MB is refused`() throws {
    let limit = 16 * 1024 * 1024
    #expect(
      messages { _ = try read(Array(repeating: 0x61, count: limit + 1)) } == [
        "1:1 the file has 16777217 bytes, more than the 16 MB it may have | keep images and enclosures in files of their own"
      ])
    #expect(try read(Array(repeating: 0x61, count: limit)).bytes.count == limit)
  }

  @Test(arguments: [
    ("adress", "address"), ("adresss", "address"), ("addres", "address"), ("sbuject", "subject"),
    ("Closing", "closing"), ("weight", nil), ("x", nil), ("", nil),
  ])
  func `The nearest name is suggested, if it is near`(written: String, expected: String?) {
    #expect(nearestName(to: written, in: ["address", "closing", "subject"]) == expected)
  }
}
