import Testing

@testable import ForeignWord

/// Archives that are written anew.
struct ZipArchiveTests {
  @Test func `What is written is read again, and nothing else is in it`() throws {
    let files: [(name: String, bytes: [UInt8])] = [
      ("word/æ.xml", Array(String(repeating: "<w:p/>", count: 999).utf8)), ("empty", []),
      ("short", [1]), (String(repeating: "x", count: 65_536), [2]),
    ]
    let archive = zipArchive(of: files)
    let read = try ZipArchive(archive).files
    #expect(read == Dictionary(uniqueKeysWithValues: files.dropLast().map { ($0.name, $0.bytes) }))
    #expect(archive.count < 500)
    #expect(archive == zipArchive(of: files))
  }
}
