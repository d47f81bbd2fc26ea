import Foundation
import Intake
import Proofing
import Testing

@testable import Pictures
@testable import Typeset

/// Words of a drawing in a font that is not here look otherwise, which is told.
struct DrawingFontTests {
  private func wanted(_ inner: String) -> [[String]] {
    DrawingFamilies.wanted(in: DrawingLinkTests.svg(inner))
  }

  @Test func `Families are read from attributes, styles and style sheets`() {
    #expect(
      wanted("<text font-family=\"Frutiger, 'Gill  Sans',serif\">A</text>") == [
        ["Frutiger", "Gill Sans"]
      ])
    #expect(
      wanted("<text style='fill:red;font-family:\"Gill Sans\";x:y'>A</text>").isEmpty == false)
    #expect(
      wanted("<text style=\"font-family:'Gill Sans',sans-serif\">A</text>") == [["Gill Sans"]])
    #expect(
      wanted(
        "<style>.a { font-family: Frutiger; } .b{font:bold 12px/14px Univers,serif}</style>"
          + "<text class='a'>A</text>") == [["Frutiger"], ["Univers"]])
    #expect(wanted("<text style=\"font-family:&quot;Gill Sans&quot;\">A</text>") == [["Gill Sans"]])
  }

  @Test func `What holds no words asks for no font`() {
    #expect(wanted("<path font-family=\"Frutiger\" d=\"M0 0\"/>") == [])
    #expect(
      wanted(
        "<path style=\"font-family:Frutiger\" d=\"M0 0\"/><text font-family=\"serif\">A</text>")
        == [])
    #expect(wanted("<text style=\"-inkscape-font-specification:Frutiger\">A</text>") == [])
  }

  private func warnings(_ family: String) throws -> [String] {
    let scratch = try Scratch()
    let drawing = DrawingLinkTests.svg("<text font-family=\"\(family)\" y=\"12\">Vejby</text>")
    try scratch.write(String(decoding: drawing, as: UTF8.self), as: "logo.svg")
    try scratch.write(
      "extends: brev\nname: Own\nlogo: {image: logo.svg, alt: Vejby}\n", as: "own.yaml")
    try scratch.write("---\nlayout: own.yaml\ndate: 2024-03-11\n---\nTekst\n", as: "letter.md")
    let source = try readSource(
      try readFile(at: scratch.path("letter.md"), limit: sourceSizeLimit),
      name: scratch.path("letter.md"))
    return try composedLetter(source, in: scratch.folder.path).warnings.map(brief)
  }

  @Test func `A logo whose font is missing is told with the font's name, once`() throws {
    #expect(
      try warnings("Frutiger, Univers, sans-serif") == [
        "3:15 warning: the image \"logo.svg\" has words in the font \"Frutiger\", which is not here; they are "
          + "set in another | turn its text into outlines, or name the font's file under fonts: "
          + "files: in the layout"
      ])
  }

  @Test(arguments: ["Liberation Sans", "liberation sans", "Frutiger, Letter Sans", "sans-serif"])
  func `A font that is here, or none, is nothing to tell of`(family: String) throws {
    #expect(try warnings(family) == [])
  }
}
