import Testing

@testable import Typeset

/// The least a layout can be.
let smallLayout = """
  name: small
  regions: {first: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}}

  """

/// Reads a layout from text; others it extends are found by name.
func layout(_ text: String, others: [String: String] = [:]) throws -> Layout {
  try parseLayout(SourceFile(name: "test.yaml", text: text)) { (name, _) throws(Diagnostics) in
    guard let other = others[name] else {
      throw Diagnostics(.error("there is no layout \(quoted(name))", at: nil))
    }
    return SourceFile(name: name, text: other)
  }
}

@Suite struct LayoutTests {
  @Test func `A layout needs no more than a region`() throws {
    let small = try layout(smallLayout)
    #expect(small.name == "small")
    #expect(small.page.size == .a4)
    #expect(small.styles[.text].text.size == .pt(10))
    #expect(small.styles[.heading2].text.weight == 700)
    #expect(small.regions.next == small.regions.first)
  }

  @Test func `Rectangles hang from any edge of the page`() throws {
    let read = try layout(
      """
      regions: {first: {frame: {x: 25mm, right: 35mm, y: 60mm, bottom: 32mm}}}
      sidebar: {frame: {width: 30mm, right: 2mm, bottom: 20mm}, groups: [[Hej]]}
      """)
    #expect(abs(read.regions.first.size.width.millimetres - 150) < 1e-9)
    #expect(abs(read.regions.first.size.height.millimetres - 205) < 1e-9)
    #expect(abs(read.frames[0].rect.minX.millimetres - 178) < 1e-9)
    #expect(read.frames[0].anchor == .bottom)
    #expect(read.frames[0].hasOwnHeight == false)
  }

  @Test func `A style's leading follows its size`() throws {
    let read = try layout(
      smallLayout + """
        text: {size: 10pt, leading: 14pt}
        styles: {subject: {size: 15pt}, sidebar: {size: 8pt, leading: 12pt}}
        """)
    #expect(read.styles[.subject].paragraph.leading == .pt(21))
    #expect(read.styles[.sidebar].paragraph.leading == .pt(12))
    #expect(read.styles[.text].spaceAfter == .pt(14))
    #expect(read.styles[.sidebar].spaceAfter == .zero)
  }

  @Test func `Colours have names`() throws {
    let read = try layout(
      smallLayout + """
        colors: {accent: "#8a1538"}
        styles: {heading: {color: accent}, quote: {color: "#ff0000"}}
        """)
    #expect(read.styles[.heading3].text.color == read.colors["accent"])
    #expect(read.styles[.quote].text.color == Color(red: 1, green: 0, blue: 0))
  }

  @Test func `A layout changes parts of the one it extends`() throws {
    let base =
      smallLayout + """
        text: {size: 11pt, align: justify}
        sidebar: {frame: {x: 160mm, width: 30mm, bottom: 20mm}, groups: [[Hej]]}
        marks: {fold: 105mm}
        """
    let read = try layout(
      "extends: base\nname: big\ntext: {size: 12pt}\nmarks:\n", others: ["base": base])
    #expect(read.name == "big")
    #expect(read.styles[.text].text.size == .pt(12))
    #expect(read.styles[.text].paragraph.alignment == .justify)
    #expect(read.frames.count == 1)
    #expect(read.marks.fold.isEmpty)
    #expect(read.files.map(\.name) == ["test.yaml", "base"])
  }

  @Test func `A layout that extends itself is refused`() {
    #expect(
      messages {
        _ = try layout("extends: a\n", others: ["a": "extends: b\n", "b": "extends: a\n"])
      } == [
        "1:10 the layout extends itself: test.yaml extends a extends b extends a | "
          + "name another layout after extends:, or delete the line"
      ])
    #expect(
      messages { _ = try layout("name: x\nextends: brve\n") } == [
        "2:10 there is no layout \"brve\""
      ])
  }

  @Test func `Variables stand for values, and may be set anew`() throws {
    let base = """
      variables: {left: 25mm, accent: "#8a1538"}
      regions: {first: {frame: {x: $left, y: 60mm, width: 125mm, height: 205mm}}}
      styles: {quote: {color: $accent}}
      marks: {fold: [$left]}
      sidebar: {frame: {x: 160mm, width: 30mm}, groups: [["$left"]]}
      """
    let read = try layout("extends: base\nvariables: {left: 30mm}\n", others: ["base": base])
    #expect(read.regions.first.minX == .mm(30))
    #expect(read.marks.fold == [.mm(30)])
    #expect(read.styles[.quote].text.color.red > 0.5)
    #expect(
      messages { _ = try layout("variables: {left: 1mm}\nmarks: {x: $letf}\n") } == [
        "2:12 there is no variable \"letf\" | write $left"
      ])
  }

  @Test func `Pages are chosen by words`() throws {
    let read = try layout(
      smallLayout + """
        frames:
          a: {frame: {x: 0mm, width: 10mm}, pages: [next, odd], groups: [x]}
          b: {frame: {x: 11mm, width: 10mm}, pages: several, groups: [x]}
          c: {frame: {x: 160mm, width: 10mm}, pages: even, groups: [x]}
        """)
    #expect(read.frames.map { $0.pages.includes(1, of: 1) } == [false, false, false])
    #expect(read.frames.map { $0.pages.includes(2, of: 4) } == [false, true, true])
    #expect(read.frames.map { $0.pages.includes(3, of: 4) } == [true, true, false])
  }

  @Test func `Conditions and templates know the fields`() throws {
    let read = try layout(
      smallLayout + """
        fields: {unit: {label: Enhed, required: true}}
        sidebar:
          frame: {x: 160mm, width: 40mm, bottom: 20mm}
          groups:
            - {if: unit, lines: ["**Enhed:** {unit}", {text: "{{x}}", style: footer}]}
        """)
    let group = read.frames[0].groups.standard[0]
    #expect(group.condition.presence == "unit")
    guard case .text(let template) = group.lines[0].content,
      case .text(let braces) = group.lines[1].content
    else {
      Issue.record("no text")
      return
    }
    #expect(
      template.standard.pieces == [
        .init(content: .text("Enhed:"), isStrong: true),
        .init(content: .text(" "), isStrong: false),
        .init(content: .field("unit"), isStrong: false),
      ])
    #expect(braces.standard.pieces == [.init(content: .text("{x}"), isStrong: false)])
    #expect(group.lines[1].style == .role(.footer))
    #expect(read.fields[0].isRequired)
  }
}
