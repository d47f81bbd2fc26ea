import Foundation
import Proofing
import Testing

@testable import Typeset

/// What the language of layouts says once, and what it said before.
@Suite struct LayoutLanguageTests {
  /// The messages for lines added to the least layout, without their places.
  private func told(_ text: String, others: [String: String] = [:]) -> [String] {
    messages { _ = try layout(text, others: others) }.map { message in
      message.split(separator: " ", maxSplits: 1).last.map(String.init) ?? message
    }
  }

  @Test(arguments: [
    (
      "regions: {first: {body: {x: 1mm}}}", "unknown key \"body\" | write frame"
    ),
    (
      "recipient: {frame: {x: 9mm, y: 9mm, width: 9mm, height: 9mm}, grows: true}",
      "unknown key \"grows\" | write overflow: grow"
    ),
    (
      "sidebar: {frame: {x: 9mm, y: 9mm, width: 9mm, height: 9mm}, shrink-to: 0.8}",
      "unknown key \"shrink-to\" | write overflow: {shrink-to: 0.8}"
    ),
    ("shapes: {x: 1mm}", "unknown key \"x\" | write it within frame: {…}"),
    ("keep-free: {edge: {bottom: 1mm}}", "unknown key \"bottom\" | write it within frame: {…}"),
    ("enclosures: {mark: ./.}", "unknown key \"mark\" | write margin-sign"),
    (
      "enclosures: {mark-words: [bilag]}",
      "unknown key \"mark-words\" | write the words into the language's file, under enclosure-words:"
    ),
    ("rules: {width: 9mm}", "unknown key \"rules\" | write thematic-breaks"),
  ])
  func `A layout in the old form is told the new word`(line: String, message: String) {
    let rest = line.hasPrefix("regions") ? "" : smallLayout
    #expect(told(rest + line + "\n").first == message)
  }

  @Test func `The running text is set in one place`() {
    #expect(
      messages { _ = try layout("text: {size: 11pt}\nstyles: {text: {size: 12pt}}\n") }.first
        == "2:10 the running text is set under text, not under styles, as in line 1 | "
        + "write it under text:")
    #expect(
      messages {
        _ = try layout(
          "extends: base\nstyles: {text: {size: 12pt}}\n", others: ["base": "text: {size: 11pt}\n"])
      }.first
        == "2:10 the running text is set under text, not under styles, as in line 1 of base | "
        + "write it under text:")
    #expect(
      told("styles: {text: {size: 12pt}}\n").first
        == "the running text is set under text, not under styles | write it under text:")
  }

  @Test func `A frame overflows in one way`() throws {
    let frame = "frame: {x: 160mm, y: 9mm, width: 9mm, height: 9mm}"
    func overflow(_ value: String) throws -> FrameOverflow? {
      try layout(smallLayout + "sidebar: {\(frame), overflow: \(value)}\n").frames.first?.overflow
    }
    #expect(try overflow("grow") == .grow)
    #expect(try overflow("error") == .error)
    #expect(try overflow("{shrink-to: 0.8}") == .shrink(to: 0.8))
    #expect(
      told(smallLayout + "sidebar: {\(frame), overflow: shrink}\n") == [
        "sidebar.overflow is \"shrink\", not error or grow | write error or grow"
      ])
    #expect(
      told(smallLayout + "sidebar: {\(frame), overflow: {}}\n") == [
        "sidebar.overflow does not say how far | write {shrink-to: 0.8}"
      ])
    let base = smallLayout + "sidebar: {\(frame), overflow: {shrink-to: 0.8}}\n"
    let heir = try layout(
      "extends: base\nsidebar: {overflow: grow}\n", others: ["base": base])
    #expect(heir.frames.first?.overflow == .grow)
  }

  @Test func `The pages after the first are next, for frames as for regions`() throws {
    let read = try layout(
      """
      regions:
        first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}
        next: {frame: {x: 25mm, y: 30mm, width: 125mm, height: 205mm}}
      frames: {a: {frame: {x: 160mm, y: 9mm, width: 9mm, height: 9mm}, pages: next, groups: [x]}}
      """)
    let pages = try #require(read.frames.first).pages
    for page in 1...3 {
      #expect(pages.includes(page, of: 3) == (page > 1))
    }
    #expect(read.regions.next == read.regions.last)
    #expect(read.regions.next.minY == .mm(30))
  }

  @Test func `Every shape and zone needs a frame`() {
    let place =
      "does not say where it stands | add frame: {x: 20mm, y: 20mm, width: 60mm, height: 20mm}"
    #expect(told(smallLayout + "shapes: {fill: \"#ffffff\"}\n") == ["shapes " + place])
    #expect(told(smallLayout + "keep-free: {edge: {pages: all}}\n") == ["keep-free.edge " + place])
  }

  @Test(arguments: [("Docs/layout-format.md", "kl"), ("Docs/your-letterhead.md", "brev")])
  func `Every layout in the documentation is in the language`(
    path: String, base: String
  ) throws {
    let names = ["brev", "kl", "fjernprint"]
    let others = try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Project.text("Layouts/\($0).yaml")) })
    let blocks = try Project.text(path).components(separatedBy: "```").filter {
      $0.hasPrefix("yaml\n")
    }
    #expect(blocks.count > 2)
    for block in blocks.map({ String($0.dropFirst(5)) }) {
      let text = block.contains("extends:") ? block : "extends: \(base)\n" + block
      #expect(messages { _ = try layout(text, others: others) } == [], "\(text)")
    }
  }
}
