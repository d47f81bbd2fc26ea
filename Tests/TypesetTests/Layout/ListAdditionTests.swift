import Testing

@testable import Typeset

/// `+key` adds to the list under `key`.
@Suite struct ListAdditionTests {
  private let base =
    smallLayout + """
      marks: {fold: 105mm, punch: [148mm]}
      lists: {bullets: ["*"]}
      sidebar: {frame: {x: 160mm, y: 9mm, width: 9mm, height: 90mm}, groups: [[Et], To]}
      text: {features: kern}
      """

  @Test func `What is added comes after what the layout below has`() throws {
    let read = try layout(
      """
      extends: base
      marks: {+fold: [210mm, 215mm], +punch: 188mm}
      sidebar: {+groups: [[Tre]]}
      text: {+features: [liga=0]}
      """, others: ["base": base])
    #expect(read.marks.fold == [.mm(105), .mm(210), .mm(215)])
    #expect(read.marks.punch == [.mm(148), .mm(188)])
    #expect(read.frames.first?.groups.standard.count == 3)
    #expect(read.styles[.text].text.features == ["kern", "liga=0"])
  }

  @Test func `Where there is no list below, it is added to the default`() throws {
    let read = try layout(
      smallLayout + "lists: {+bullets: \"·\"}\nfonts: {+fallback: Letter Sans}\n")
    #expect(read.lists.bullets == ListSetting().bullets + ["·"])
    #expect(read.fonts.fallback == ["DejaVu Sans", "Letter Sans"])
  }

  @Test func `Additions add up, until a layout says the list anew`() throws {
    let middle = "extends: base\nmarks: {+fold: 210mm}\nfonts: {+fallback: [Letter Sans]}\n"
    let others = ["base": base, "middle": middle]
    let added = try layout(
      "extends: middle\nmarks: {+fold: 215mm}\nfonts: {+fallback: Letter Serif}\n", others: others)
    #expect(added.marks.fold == [.mm(105), .mm(210), .mm(215)])
    #expect(added.fonts.fallback == ["DejaVu Sans", "Letter Sans", "Letter Serif"])
    let anew = try layout(
      "extends: middle\nmarks: {fold: 99mm}\nfonts: {fallback: Letter Serif}\n", others: others)
    #expect(anew.marks.fold == [.mm(99)])
    #expect(anew.fonts.fallback == ["Letter Serif"])
  }

  @Test func `What is no list cannot be added to`() {
    #expect(
      messages { _ = try layout("extends: base\nmarks: {+x: 1mm}\n", others: ["base": base]) } == [
        "2:9 unknown key \"+x\" | write x"
      ])
    #expect(
      messages { _ = try parseLetter(SourceFile(name: "x", text: "---\n+copies: [a]\n---\nx\n")) }
        == ["2:1 unknown key \"+copies\" | write copies"])
  }

  /// The paths of all keys that can be added to, names of one's own as `own`.
  private func additive(_ form: KeyForm, _ path: [String]) -> [[String]] {
    switch form {
    case .keys(let keys): additive(keys, path)
    case .keysAndNamed(let keys, let other): additive(keys, path) + additive(other, path + ["own"])
    case .named(let other, _): additive(other, path + ["own"])
    case .either(let forms): forms.flatMap { additive($0, path) }
    case .definition(_, _, let inner): additive(inner(), path)
    default: []
    }
  }

  private func additive(_ keys: [KeyDescription], _ path: [String]) -> [[String]] {
    keys.flatMap { key in
      let inner = additive(key.form, path + [key.name])
      return key.isAdditive ? [path + [key.name]] + inner : inner
    }
  }

  @Test func `Every key of the table that can be added to is one to inheritance and to the reader`()
  {
    let paths = additive(Layout.keys.map { $0.described(nil) }, [])
    #expect(paths.count > 40)
    for path in paths {
      #expect(Layout.addsToList(path))
      #expect(!Layout.addsToList(path.dropLast() + ["+" + (path.last ?? "")]))
      let text = path.dropLast().reversed().reduce("+\(path.last ?? ""): []") { "\($1): {\($0)}" }
      let found = messages { _ = try layout(text + "\n") }
      #expect(!found.contains { $0.contains("unknown key") }, "\(text)")
    }
  }
}
