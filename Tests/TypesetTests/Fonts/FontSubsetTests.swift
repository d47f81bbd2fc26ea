import Foundation
import Proofing
import Testing

@testable import ForeignPDF
@testable import Typeset

/// Fonts go into a file with the glyphs that are used, and what readers need of them.
struct FontSubsetTests {
  func face(_ file: String, index: Int = 0, variations: String = "") throws -> FontFace {
    try #require(
      FontFace(FontKey(file: Project.path(file), index: index, variations: variations)))
  }

  func glyphs(_ text: String, of face: FontFace) throws -> GlyphSet {
    var set = GlyphSet()
    for scalar in text.unicodeScalars { set.insert(try #require(face.glyph(for: scalar))) }
    return set
  }

  /// The tables that a program lists.
  func tags(_ program: [UInt8]) -> Set<String> {
    let count = Int(program[4]) << 8 | Int(program[5])
    return Set(
      (0..<count).map { String(decoding: program[12 + 16 * $0..<16 + 16 * $0], as: UTF8.self) })
  }

  @Test func `TrueType keeps outlines and widths, without instructions and tables of characters`()
    throws
  {
    let face = try face("Fonts/LiberationSans-Regular.ttf")
    let set = try glyphs("Kommune Å", of: face)
    let subset = try FontSubset(of: face, glyphs: set)
    #expect(subset.outlines == .trueType && subset.name == "LiberationSans")
    #expect(
      tags(subset.program).isDisjoint(with: ["cvt ", "fpgm", "prep", "cmap", "GSUB", "name"]))
    #expect(tags(subset.program).isSuperset(of: ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]))
    let tables = try #require(TrueTypeTables(subset.program))
    // Kommune Å: eight characters, .notdef, and what Å is made of.
    #expect((9...11).contains(tables.glyphCount))
    for glyph in set {
      let code = try #require(subset.codes.code(of: glyph))
      #expect(abs(subset.codes.width(of: code) - (tables.width(of: Int(code)) ?? 0)) < 0.5)
    }
    #expect(subset.codes.code(of: 3000) == nil && subset.codes.code(of: 70_000) == nil)
    #expect(try FontSubset(of: face, glyphs: set).program == subset.program)
  }

  @Test func `PostScript outlines go in as they are, without the wrapping`() throws {
    let face = try face("Tests/Fonts/ProofSerifless-Regular.otf")
    let subset = try FontSubset(of: face, glyphs: try glyphs("Prøve", of: face))
    #expect(subset.outlines == .compact)
    // The first bytes of the format: its major version, and its header's size.
    #expect(subset.program[0] == 1 && subset.program[2] == 4)
    #expect(subset.advances.count == 5 && subset.advances.allSatisfy { $0.width > 100 })
  }

  @Test func `A variable font is set at the place on its axes that is asked for`() throws {
    let file = "Tests/Fonts/ProofVariable[wght].ttf"
    let light = try face(file)
    let bold = try face(file, variations: "wght=700")
    #expect(light.axes.count == 1 && bold.axes.map(\.value) == [700])
    let set = try glyphs("Vægt", of: light)
    let subsets = [
      try FontSubset(of: light, glyphs: set), try FontSubset(of: bold, glyphs: set),
    ]
    for subset in subsets {
      #expect(tags(subset.program).isDisjoint(with: ["fvar", "gvar", "HVAR"]))
    }
    #expect(subsets[0].program != subsets[1].program)
  }

  @Test(arguments: [[], [0, 1, 0, 0], Array("no font at all, but text".utf8)])
  func `What is no font is no face`(bytes: [UInt8]) throws {
    let scratch = try Scratch()
    try scratch.write(bytes, as: "x.ttf")
    #expect(FontFace(FontKey(file: scratch.path("x.ttf"), index: 0)) == nil)
    #expect(FontFace(FontKey(file: scratch.path("none.ttf"), index: 0)) == nil)
  }

  @Test func `A font that is cut off anywhere is refused or taken, never a trap`() throws {
    let scratch = try Scratch()
    for file in ["Fonts/LiberationSans-Regular.ttf", "Tests/Fonts/ProofSerifless-Regular.otf"] {
      let whole = [UInt8](try Data(contentsOf: Project.root.appending(path: file)))
      for part in 1..<24 {
        try scratch.write(Array(whole.prefix(whole.count * part / 24)), as: "cut.ttf")
        guard let face = FontFace(FontKey(file: scratch.path("cut.ttf"), index: 0)) else {
          continue
        }
        var set = GlyphSet()
        for glyph in UInt32(0)..<90 { set.insert(glyph) }
        _ = try? FontSubset(of: face, glyphs: set)
        _ = (face.measures, face.postScriptName, face.character(of: 40))
      }
    }
  }

  @Test func `Glyphs come out of their set in order`() {
    var set = GlyphSet()
    for glyph: UInt32 in [700, 3, 64, 63, 0, 65_535, 3, 0xFFF_FFFF] { set.insert(glyph) }
    #expect(Array(set) == [0, 3, 63, 64, 700, 65_535])
    #expect(set.upperBound == 65_536 && GlyphSet().upperBound == 0 && Array(GlyphSet()) == [])
  }
}

/// The identifiers of fonts that are keyed by them (Adobe Technical Note 5176, 13 and 18).
struct CompactFontTests {
  /// A font of three glyphs with such a charset; keyed by identifiers or not.
  func font(charset: [UInt8], isKeyed: Bool = true) -> [UInt8] {
    func index(_ items: [[UInt8]]) -> [UInt8] {
      guard !items.isEmpty else { return [0, 0] }
      var place: UInt8 = 1
      var offsets: [UInt8] = [1]
      for item in items {
        place += UInt8(item.count)
        offsets.append(place)
      }
      return [0, UInt8(items.count), 1] + offsets + items.flatMap { $0 }
    }
    func number(_ value: Int) -> [UInt8] { [28, UInt8(value >> 8), UInt8(value & 0xFF)] }
    let head: [UInt8] = [1, 0, 4, 1] + index([Array("Font".utf8)])
    func top(_ charsetAt: Int, _ glyphsAt: Int) -> [UInt8] {
      (isKeyed ? number(391) + number(392) + [139, 12, 30] : [])
        + number(charsetAt) + [15] + number(glyphsAt) + [17]
    }
    let rest = index([]) + index([])
    let start = head.count + index([top(0, 0)]).count + rest.count
    return head + index([top(start, start + charset.count)]) + rest + charset
      + index([[14], [14], [14]])
  }

  @Test(
    arguments: [
      ([0, 0, 7, 1, 44], [0, 7, 300]), ([1, 0, 9, 1], [0, 9, 10]), ([2, 0, 9, 0, 1], [0, 9, 10]),
    ] as [([UInt8], [UInt16])])
  func `Charsets of each format are read`(charset: [UInt8], identifiers: [UInt16]) {
    #expect(CompactFont.identifiers(in: font(charset: charset)) == identifiers)
    #expect(CompactFont.identifiers(in: font(charset: charset, isKeyed: false)) == nil)
  }

  @Test func `Broken fonts have none, and never trap`() {
    let whole = font(charset: [0, 0, 7, 1, 44])
    for end in whole.indices { _ = CompactFont.identifiers(in: Array(whole.prefix(end))) }
    for index in whole.indices {
      for value: UInt8 in [0, 1, 127, 255] {
        var changed = whole
        changed[index] = value
        _ = CompactFont.identifiers(in: changed)
      }
    }
  }
}
