import Testing

@testable import Typeset

/// Styles of a layout's own that start from others of its own.
@Suite struct DerivedStyleTests {
  private func text(_ styles: String, uses: String = "a") -> String {
    smallLayout + """
      sidebar: {frame: {x: 160mm, y: 9mm, width: 39mm, height: 90mm}, style: \(uses), groups: [x]}
      styles:
      \(styles)

      """
  }

  @Test func `A style takes from another what it does not say, in whatever order they stand`()
    throws
  {
    let read = try layout(
      text(
        """
          a: {from: b, italic: true}
          b: {from: c, size: 2em}
          c: {from: caption, size: 6pt, color: "#112233"}
        """))
    let style = read.styles[.custom("a")]
    #expect(style.text.size == .pt(12))
    #expect(style.text.italic)
    #expect(style.text.color == read.styles[.custom("c")].text.color)
    #expect(style.paragraph.balances)
    // What others start from is of use.
    #expect(read.styles.custom.count == 3)
  }

  @Test func `A layout may derive a style from one of the layout below`() throws {
    let read = try layout(
      "extends: base\nstyles: {a: {from: b, italic: true}}\n",
      others: ["base": text("  a: {size: 5pt}\n  b: {size: 7pt}")])
    #expect(read.styles[.custom("a")].text.size == .pt(5))
    #expect(read.styles[.custom("a")].text.italic)
  }

  @Test(arguments: [
    (
      "  a: {from: b}\n  b: {from: a}",
      ["the style \"a\" starts from itself: \"a\" from \"b\" in line N, \"b\" from \"a\" in line M"]
    ),
    ("  a: {from: a}", ["the style \"a\" starts from itself: \"a\" from \"a\" in line N"]),
    ("  a: {from: capton}", ["styles.a.from is \"capton\", which is no style"]),
  ])
  func `A circle is told with the places of its links, and what is no style`(
    styles: String, told: [String]
  ) throws {
    let first = text(styles).split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("  a:") }
    let line = try #require(first) + 1
    let wanted = told.map {
      $0.replacing("N", with: "\(line)").replacing("M", with: "\(line + 1)")
    }
    let found = messages { _ = try layout(text(styles)) }
    #expect(found.count == wanted.count)
    for (message, words) in zip(found, wanted) { #expect(message.contains(words)) }
  }
}
