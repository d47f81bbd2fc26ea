import Proofing
import Testing

@testable import Typeset

@Suite struct LayoutCheckTests {
  private func warnings(_ text: String) throws -> [String] {
    LayoutCheck(layout: try layout(smallLayout + text)).warnings.map(brief)
  }

  @Test func `Contrast is that of WCAG`() {
    #expect(Color.black.contrast(to: .white) == 21)
    #expect(Color.white.contrast(to: .white) == 1)
    let gray = Color(red: 0x77 / 255, green: 0x77 / 255, blue: 0x77 / 255)
    #expect((gray.contrast(to: .white) * 100).rounded() == 448)
  }

  @Test func `Pale colours are told, large ones later than small ones`() throws {
    #expect(
      try warnings(
        """
        styles:
          footnote: {color: "#777777"}
          subject: {color: "#777777", size: 18pt}
          caption: {color: "#767676"}
        """) == [
          "4:14 warning: the colour of \"footnote\" has a contrast of 4.4 to 1 to the paper, less "
            + "than 4.5 to 1 | choose a darker colour"
        ])
  }

  @Test func `Text on a tint is measured against the tint`() throws {
    #expect(
      try warnings(
        """
        sidebar:
          frame: {x: 160mm, width: 38mm}
          background: "#333333"
          groups: [[Hej]]
        """) == [
          "4:10 warning: the colour of \"sidebar\" has a contrast of 1.6 to 1 to the background of "
            + "\"sidebar\", less than 4.5 to 1 | choose a stronger colour"
        ])
  }

  @Test(arguments: [
    "background: \"#1f4e79\"", "pages: first",
  ])
  func `White text on a dark box is not held against the paper`(own: String) throws {
    let shape = own.hasPrefix("pages")
    #expect(
      try warnings(
        """
        styles:
          bright: {color: "#ffffff"}
          callout: {color: "#ffffff"}
        callouts: {background: "#1f4e79"}
        shapes:
          - {frame: {x: 155mm, y: 195mm, width: 45mm, height: 30mm}, \
        fill: "\(shape ? "#1f4e79" : "#ffffff")"}
        frames:
          note:
            frame: {x: 160mm, y: 200mm, width: 30mm, height: 20mm}
            style: bright
            \(own)
            groups: [[Hej]]
        """
      ).filter { !$0.contains("callout-title") } == [])
  }

  @Test func `White text on one box and on paper is told`() throws {
    #expect(
      try warnings(
        """
        styles: {bright: {color: "#ffffff"}}
        frames:
          a: {frame: {x: 160mm, y: 200mm, width: 30mm, height: 20mm}, style: bright, \
        background: "#000000", groups: [[Hej]]}
          b: {frame: {x: 160mm, y: 230mm, width: 30mm, height: 20mm}, style: bright, groups: [[Hej]]}
        """
      ).count == 1)
  }

  @Test func `A pale colour of several styles is told once, at its own line`() throws {
    let base = """
      name: Base
      regions: {first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}}
      colors: {quiet: "#444444"}
      styles: {footnote: {color: quiet}, caption: {color: quiet}, subject: {color: quiet, size: 20pt}}
      """
    let pale = try layout(
      "extends: base\nname: Own\ncolors: {quiet: \"#777777\"}\n", others: ["base": base])
    #expect(
      LayoutCheck(layout: pale).warnings.map(brief) == [
        "3:17 warning: the colour \"quiet\" of the styles \"footnote\" and \"caption\" has a contrast "
          + "of 4.4 to 1 to the paper, less than 4.5 to 1 | choose a darker colour"
      ])
  }

  @Test func `A leading less than the size is told with what to write`() throws {
    #expect(
      try warnings("text: {size: 12pt, leading: 6pt}\nstyles: {subject: {size: 20pt}}\n") == [
        "3:20 warning: the leading of \"text\" is 6 pt, less than its size of 12 pt: lines run into "
          + "each other | write leading: 14.4pt, or leave it out"
      ])
    #expect(try warnings("text: {size: 12pt, leading: 12pt}\n") == [])
  }

  @Test func `Styles that nothing uses are told`() throws {
    #expect(
      try warnings("styles: {footer: {size: 8pt}, sidebar: {size: 8pt}}\n")
        == [
          "3:10 warning: the style \"footer\" is set, but nothing in the layout uses it | "
            + "delete it, or add what it is for",
          "3:31 warning: the style \"sidebar\" is set, but nothing in the layout uses it | "
            + "delete it, or add what it is for",
        ])
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `The shipped layouts pass their own check`(name: String) throws {
    let typesetter = Typesetter(resources: ResourceFolder(path: Project.folder))
    #expect(try typesetter.checkLayout(name).map(brief) == [])
  }

  @Test func `Layouts are listed with what they are for`() throws {
    let typesetter = Typesetter(resources: ResourceFolder(path: Project.folder))
    let listed = try typesetter.listLayouts()
    #expect(Set(listed.map(\.key)) == Set(ShippedLayoutTests.names))
    #expect(listed.first { $0.key == "notat" }?.name == "Memo")
  }

  @Test func `A layout that is not there is told with the nearest name`() {
    let typesetter = Typesetter(resources: ResourceFolder(path: Project.folder))
    #expect(
      messages { _ = try typesetter.layoutText("ministri") } == [
        "there is no layout \"ministri\" | write ministry"
      ])
  }
}
