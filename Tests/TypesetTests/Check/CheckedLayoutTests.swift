import Foundation
import Proofing
import Testing

@testable import Typeset

/// What `layout check` finds in a layout and in the files beside it.
struct CheckedLayoutTests {
  private static let typesetter = Typesetter(resources: .folder(Project.folder))

  /// What is told of a layout with files beside it.
  private func told(
    _ text: String, _ files: [String: [UInt8]] = [:], named name: String = "own.yaml"
  ) throws -> [String] {
    let scratch = try Scratch()
    for (file, bytes) in files { try scratch.write(bytes, as: file) }
    let path = try scratch.write(text, as: name)
    do {
      return try Self.typesetter.checkLayout(path).map(brief)
    } catch {
      return error.all.map(brief)
    }
  }

  private func font(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Project.root.appending(path: "Fonts/\(name)")))
  }

  // MARK: Fonts

  @Test func `A file that is no font and one that is cut off are told where they are named`() throws
  {
    let whole = try font("LetterSerif-Regular.ttf")
    #expect(
      try told(
        "extends: brev\nname: Own\nfonts: {text: Ours, files: [a.ttf, b.ttf, c.ttf, d.ttf]}\n",
        [
          "a.ttf": Array("no font".utf8), "b.ttf": Array(whole.prefix(9000)), "c.ttf": [],
          "d.ttf": whole,
        ]) == [
          "3:29 \"a.ttf\" is not a font | name a font of TrueType or OpenType: .ttf, .otf or .ttc",
          "3:36 the font file \"b.ttf\" is cut off | copy it here again from where it came",
          "3:43 \"c.ttf\" is not a font | name a font of TrueType or OpenType: .ttf, .otf or .ttc",
        ])
  }

  @Test func `Every font that is shipped is whole`() throws {
    let folder = Project.path("Fonts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let fonts = names.filter { $0.hasSuffix(".ttf") }
    #expect(fonts.count > 10)
    #expect(fonts.filter { FontFile.fault(at: "\(folder)/\($0)") != nil } == [])
  }

  @Test(arguments: [
    ("fonts: {text: Leter Serif}", "3:15"), ("styles: {subject: {font: Leter Serif}}", "3:20"),
    ("fonts: {heading: Leter Serif}", "3:18"),
  ])
  func `A family that is not there is told where it is named, with the nearest`(
    text: String, place: String
  ) throws {
    #expect(
      try told("extends: brev\nname: Own\n\(text)\n") == [
        "\(place) there is no font \"Leter Serif\" | write Letter Serif"
      ])
  }

  @Test func `A weight that another stands in for is a warning with those there are`() throws {
    #expect(
      try told("extends: brev\nname: Own\nstyles: {subject: {weight: light}}\n") == [
        "3:20 warning: the font \"Letter Sans\" has no weight 300, and 400 stands in for it | "
          + "write weight: regular, semibold or bold"
      ])
  }

  @Test func `An inherited weight is told where the family is named that lacks it`() throws {
    let house = "extends: brev\nname: House\nstyles: {subject: {weight: light}}\n"
    let found = try told(
      "extends: house.yaml\nname: Own\nfonts: {heading: Letter Serif}\n"
        + "styles: {opening: {weight: semibold}}\n", ["house.yaml": Array(house.utf8)])
    #expect(
      found.map { String($0.prefix { $0 != "|" }) } == [
        "3:18 warning: the font \"Letter Serif\" has no weight 300, and 400 stands in for it "
      ])
  }

  @Test func `A weight that none is near is an error with a place`() throws {
    let own = "extends: brev\nname: Own\nstyles: {subject: {weight: black}}\n"
    let wanted = [
      "3:20 the font \"Letter Sans\" has no upright face of weight 900 | "
        + "write weight: regular, semibold or bold, or add the missing file"
    ]
    #expect(try told(own) == wanted)
    // A letter in it is refused with the same place.
    let scratch = try Scratch()
    try scratch.write(own, as: "own.yaml")
    let letter = "---\nlayout: own.yaml\ndate: 2026-03-02\nsubject: Emne\n---\nTekst.\n"
    let refused = messages {
      _ = try composedLetter(
        SourceFile(name: "letter.md", text: letter), in: scratch.folder.path)
    }
    #expect(refused == wanted)
  }

  @Test func `A language that is not there is told where it is named`() throws {
    let found = try told("extends: brev\nname: Own\nlanguage: dk\n")
    #expect(found.first?.hasPrefix("3:11 there is no language \"dk\" | write da, ") == true)
  }

  @Test func `The name of a layout without its suffix is told with the file`() throws {
    #expect(
      try told(
        "extends: house\nname: Own\n", ["house.yaml": Array("extends: brev\nname: House\n".utf8)])
        == ["1:10 there is no layout \"house\" | write house.yaml"])
  }

  // MARK: Pictures

  private static let frame = "frame: {x: 20mm, y: 10mm, width: 20mm, height: 10mm}"

  private func drawing(_ inside: String) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="40" height="20">\(inside)</svg>
      """.utf8)
  }

  @Test func `The pictures of all languages are looked at`() throws {
    #expect(
      try told(
        "extends: brev\nname: Own\nlogo:\n  \(Self.frame)\n  image: {da: a.svg, en: nope.svg}\n",
        ["a.svg": drawing("<rect width=\"9\" height=\"9\"/>")]) == [
          "5:26 there is no image \"nope.svg\" | "
            + "check its name, and that it stands beside the layout"
        ])
  }

  @Test(
    arguments: [
      ("<rect width=\"9\" height=\"9\"/>", []),
      ("<defs><path id=\"a\" d=\"M0 0h9v9z\"/></defs><use xlink:href=\"#a\"/>", []),
      ("<!-- <image href=\"b.png\"/> --><circle r=\"9\"/>", []),
      (
        "<rect width=\"9\" height=\"9\"/><image xlink:href=\"b.png\" width=\"9\" height=\"9\"/>",
        ["shows another file, which is left out"]
      ),
      ("<path d=\"M0 0h9v9z\"/><use href=\"b.svg#x\"/>", ["shows another file, which is left out"]),
      (
        "<path d=\"M0 0h9v9z\"/><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p>"
          + "</foreignObject>", ["has parts that are no SVG (foreignObject), which are left out"]
      ),
      ("<defs><rect width=\"9\" height=\"9\"/></defs>", ["draws nothing"]),
      ("<g/>", ["draws nothing"]),
    ] as [(String, [String])])
  func `What a drawing loses is told`(inside: String, losses: [String]) throws {
    let found = try told(
      "extends: brev\nname: Own\nlogo: {\(Self.frame), image: a.svg}\n", ["a.svg": drawing(inside)])
    #expect(
      found.map { String($0.prefix { $0 != "|" }) }
        == losses.map { "3:69 warning: the image \"a.svg\" \($0) " })
  }

  @Test func `An alternative text that is a file's name is told at the text`() throws {
    #expect(
      try told(
        "extends: brev\nname: Own\nlogo:\n  \(Self.frame)\n  image: a.svg\n  alt: a.svg\n",
        ["a.svg": drawing("<circle r=\"9\"/>")]) == [
          "6:8 warning: the alternative text \"a.svg\" is the name of a file | "
            + "say in words what the image shows"
        ])
  }

  // MARK: Places

  @Test func `A shape in a free zone is told at its own line`() throws {
    let house = """
      extends: brev
      name: House
      keep-free: {strip: {frame: {x: 0mm, y: 0mm, width: 6mm, height: 297mm}, pages: first}}
      """
    #expect(
      try told(
        """
        extends: house.yaml
        name: Own
        shapes:
          - frame: {x: 0mm, y: 0mm, width: 6mm, height: 297mm}
            pages: first
        """, ["house.yaml": Array(house.utf8)]) == [
          "4:12 a shape of the layout stands 6.0 mm within the free zone \"strip\" on page 1 | "
            + "move it, or change keep-free in the layout"
        ])
  }

  @Test(arguments: [
    ("groups: [[Fremmed]]", "\"Fremmed\" of the frame \"note\" stands "),
    ("groups: [[{rule: 1pt}]]", "an image or rule of the frame \"note\" stands "),
    ("background: \"#eeeeee\"", "the box of the frame \"note\" stands "),
  ])
  func `So is a frame`(contents: String, wanted: String) throws {
    let found = try told(
      """
      extends: brev
      name: Own
      keep-free: {strip: {frame: {x: 0mm, y: 0mm, width: 20mm, height: 297mm}, pages: first}}
      frames:
        note:
          frame: {x: 5mm, y: 120mm, width: 15mm, height: 10mm}
          pages: first
          \(contents)
      """)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("6:12 \(wanted)") == true, "\(found)")
  }
}
