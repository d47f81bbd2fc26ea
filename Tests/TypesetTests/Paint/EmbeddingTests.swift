import Foundation
import Proofing
import Testing

@testable import Typeset

/// Fonts go into a file only where their licence lets them.
struct EmbeddingTests {
  /// A folder with Liberation Sans whose licence bits are these.
  func folder(_ bits: UInt16) throws -> Scratch {
    let folder = try Scratch()
    let name = "LiberationSans-Regular.ttf"
    var font = [UInt8](
      try Data(contentsOf: Project.root.appending(path: "Fonts/\(name)")))
    let tables = Int(font[4]) << 8 | Int(font[5])
    for table in 0..<tables {
      let entry = 12 + 16 * table
      guard font[entry..<entry + 4].elementsEqual("OS/2".utf8) else { continue }
      let offset = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
      font[offset + 8] = UInt8(bits >> 8)
      font[offset + 9] = UInt8(bits & 0xFF)
    }
    try folder.write(font, as: name)
    return folder
  }

  @Test(arguments: [
    (UInt16(0), ""), (4, ""), (8, ""),
    (
      2,
      "the licence of the font LiberationSans-Regular.ttf does not allow embedding (fsType 2)"
    ),
    (
      0x100,
      "the licence of the font LiberationSans-Regular.ttf does not allow embedding a part of it"
    ),
  ])
  func `A font is embedded only if its licence bits allow it`(
    bits: UInt16, message: String
  ) throws {
    let scratch = try folder(bits)
    // The fonts are still read while the file is written.
    defer { withExtendedLifetime(scratch) {} }
    let fonts = FontBook(folder: scratch.folder.path)
    var letter = FinishSample()
    letter.add("Brev", as: .paragraph)
    let composition = try letter.compose(fonts: fonts)
    if message.isEmpty {
      #expect(throws: Never.self) { try paintPDF(composition, fonts: fonts) }
    } else {
      let problems = #expect(throws: Diagnostics.self) {
        try paintPDF(composition, fonts: fonts)
      }
      #expect(problems?.all.map(\.message) == [message])
    }
  }
}
