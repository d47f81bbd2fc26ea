import Testing

@testable import Typeset

@Suite struct LayoutProblemTests {
  /// The messages for lines added to the least layout; places count from the first added line.
  private func problems(_ text: String) -> [String] {
    messages { _ = try layout(smallLayout + text) }.map { message in
      guard let colon = message.firstIndex(of: ":"), let line = Int(message[..<colon]) else {
        return message
      }
      return "\(line - 2)\(message[colon...])"
    }
  }

  @Test func `Unknown keys are told with the nearest known one`() {
    #expect(
      problems("txet: {size: 10pt}\ntext: {leadin: 12pt}\n") == [
        "1:1 unknown key \"txet\" | write text", "2:8 unknown key \"leadin\" | write leading",
      ])
  }

  @Test func `Lengths need units`() {
    #expect(
      problems("text: {size: 10}\n") == [
        "1:14 text.size is \"10\", which has no unit | write 10mm or 10pt"
      ])
  }

  @Test func `Rectangles that say too little or too much`() {
    #expect(
      problems("sidebar: {frame: {x: 10mm}, groups: [x]}\n").first
        == "1:18 sidebar.frame does not say where it stands: it needs two of x, width and right | "
        + "add width: or right:")
    #expect(
      problems("sidebar: {frame: {x: 10mm, width: 10mm, right: 10mm}, groups: [x]}\n").first
        == "1:18 sidebar.frame has x, width and right, one too many | delete one of them")
  }

  @Test func `A frame off the page is told by how much`() {
    #expect(
      problems("sidebar: {frame: {x: 180mm, width: 38mm, bottom: 20mm}, groups: [x]}\n") == [
        "1:18 sidebar.frame reaches 8 mm over the right edge of the page | "
          + "move it or make it smaller"
      ])
    #expect(
      problems("sidebar: {frame: {x: 180mm, width: 20mm, y: 100mm, bottom: 200mm}}\n") == [
        "1:18 sidebar.frame has no area: it is 20 mm wide and -3 mm high | "
          + "make room between its edges"
      ])
  }

  @Test func `Frames that lie over the text are told by how much`() {
    #expect(
      problems(
        "frames: {note: {frame: {x: 140mm, y: 50mm, width: 30mm, height: 20mm}, groups: [x]}}\n")
        == [
          "1:24 the frame \"note\" lies over regions.first by 10 mm times 10 mm | "
            + "move one of them, or make it smaller"
        ])
  }

  @Test func `Frames may share a place on different pages`() {
    #expect(
      problems(
        """
        frames:
          a: {frame: {x: 160mm, y: 50mm, width: 30mm, height: 20mm}, pages: first, groups: [x]}
          b: {frame: {x: 160mm, y: 50mm, width: 30mm, height: 20mm}, pages: next, groups: [x]}
        """) == [])
  }

  @Test func `A template's unknown field is told where it stands`() {
    #expect(
      problems("sidebar: {frame: {x: 160mm, width: 38mm}, groups: [[\"Dato: {dato}\"]]}\n") == [
        "1:60 {dato} is not a field of letters | write {date}"
      ])
    #expect(
      problems("sidebar: {frame: {x: 160mm, width: 38mm}, groups: [[\"Dato: {date\"]]}\n") == [
        "1:60 {date has no closing brace | write {date} or, for a brace itself, {{"
      ])
  }

  @Test func `Conditions, colours and styles that do not exist`() {
    #expect(
      problems(
        """
        colors: {accent: "#8a1538"}
        styles: {headng-1: {size: 12pt}, quote: {color: acent}}
        sidebar:
          frame: {x: 160mm, width: 38mm}
          style: sidbar
          groups: [{if: phon, lines: [x]}]
        """) == [
          "2:10 the style \"headng-1\" is neither a kind of text nor used by a frame | "
            + "write heading-1",
          "2:49 styles.quote.color is \"acent\", which is no colour of the layout | write accent",
          "5:10 sidebar.style is \"sidbar\", which is no style | write sidebar",
          "6:17 if names \"phon\", which is not a field of letters | write phone",
        ])
  }

  @Test func `Options are words that the layout language knows`() {
    #expect(
      problems("text: {breaking: total-fitt, align: middle}\n") == [
        "1:18 text.breaking is \"total-fitt\", not first-fit or total-fit | write total-fit",
        "1:37 text.align is \"middle\", not left, right, center or justify | "
          + "write left, right, center or justify",
      ])
  }

  @Test func `A layout without a region is refused`() {
    #expect(
      messages { _ = try layout("name: x\n") } == [
        "1:1 the layout has no regions, so there is no place for the text | add regions: {first: "
          + "{frame: {x: 25mm, y: 60mm, width: 125mm, height: 205mm}}}"
      ])
    #expect(
      messages { _ = try layout("- a\n") } == [
        "1:1 this is a list, not keys with values | write lines of key: value"
      ])
  }

  @Test func `A frame for the recipient needs a place`() {
    #expect(
      problems("recipient: {place: frame}\n") == [
        "1:12 recipient.place is frame, but there is no recipient.frame | "
          + "add frame: {x: 20mm, y: 45mm, width: 85mm, height: 45mm}"
      ])
  }

  @Test func `All problems are told at once, in source order`() {
    #expect(
      problems("marks: {fold: 105}\ntext: {size: -1pt}\nfit: {gap-shrink: 7}\n") == [
        "1:15 marks.fold is \"105\", which has no unit | write 105mm or 105pt",
        "2:14 text.size is \"-1pt\", less than nothing | write a length from 0mm upwards",
        "3:19 fit.gap-shrink is \"7\", which is not between 0.3 and 1 | "
          + "write a number from 0.3 to 1",
      ])
  }
}
