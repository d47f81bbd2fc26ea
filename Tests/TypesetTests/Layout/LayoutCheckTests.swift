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
