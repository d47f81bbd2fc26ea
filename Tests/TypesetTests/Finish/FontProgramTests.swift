import Foundation
import Proofing
import Testing

@testable import ForeignPDF
@testable import Typeset

/// Embedded fonts lose what no reader runs, and nothing else.
struct FontProgramTests {
  let program: [UInt8]

  init() throws {
    let fonts = Project.root.appending(path: "Fonts")
    program = [UInt8](try Data(contentsOf: fonts.appending(path: "LiberationSans-Regular.ttf")))
  }

  /// The tables that a program lists.
  func tags(_ program: [UInt8]) -> Set<String> {
    let count = Int(program[4]) << 8 | Int(program[5])
    return Set(
      (0..<count).map { String(decoding: program[12 + 16 * $0..<16 + 16 * $0], as: UTF8.self) })
  }

  @Test func `Instructions go, glyphs keep their numbers and widths, codes their glyphs`() throws {
    let small = try #require(FontProgram.withoutInstructions(program))
    let instructions: Set = ["cvt ", "fpgm", "prep"]
    #expect(tags(program).isSuperset(of: instructions))
    #expect(tags(small).isDisjoint(with: instructions))
    #expect(tags(small).isSuperset(of: ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"]))
    #expect(small.count < program.count)
    let before = try #require(TrueTypeTables(program))
    let after = try #require(TrueTypeTables(small))
    #expect(after.glyphCount == before.glyphCount)
    for glyph in 0..<before.glyphCount where after.width(of: glyph) != before.width(of: glyph) {
      Issue.record("glyph \(glyph) has another width")
    }
    for code in [0x41, 0xE6, 0x3A9] {
      #expect(
        after.glyph(of: code, platform: 3, encoding: 1)
          == before.glyph(of: code, platform: 3, encoding: 1))
    }
    #expect(FontProgram.withoutInstructions(program) == small)
  }

  @Test func `What is no font is left as it is`() {
    #expect(FontProgram.withoutInstructions([]) == nil)
    #expect(FontProgram.withoutInstructions(Array("no font at all".utf8)) == nil)
    #expect(FontProgram.withoutInstructions(Array(program.prefix(200))) == nil)
  }
}
