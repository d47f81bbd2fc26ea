import Testing

@testable import Typeset

@Suite struct RelativeLengthTests {
  @Test func `Lengths in lines are of the text's leading, those in em of its size`() throws {
    let read = try layout(
      """
      text: {size: 11pt, leading: 14pt}
      regions:
        first: {frame: {x: 25mm, y: 10lines, width: 30em, height: 44lines}}
        next: {frame: {x: 25mm, y: 10mm + 2lines - 1pt, width: 30 em, height: 1line}}
      """)
    #expect(read.regions.first.minY == .pt(140))
    #expect(read.regions.first.size == Size(width: .pt(330), height: .pt(616)))
    #expect(abs((read.regions.next.minY - (.mm(10) + .pt(27))).points) < 1e-9)
    #expect(read.regions.next.size == Size(width: .pt(330), height: .pt(14)))
  }

  @Test func `Within a style em is its own size, and for the size that of the style above it`()
    throws
  {
    let read = try layout(
      smallLayout + """
        text: {size: 10pt, leading: 1.4em, space-after: 1lines}
        styles:
          mine: {from: label, size: 2em, tracking: 0.1em}
          heading-1: {size: 1.5em, space-before: 1em}
          heading: {size: 12pt, leading: 2lines, space-before: 1em}
          frame: {size: 0.8em}
          label: {tracking: 0.1em}
        sidebar: {style: mine, frame: {x: 160mm, width: 38mm}, groups: [[x]]}
        """)
    #expect(read.styles[.text].paragraph.leading == .pt(14))
    #expect(read.styles[.text].spaceAfter == .pt(14))
    #expect(read.styles[.heading].paragraph.leading == .pt(28))
    #expect(read.styles[.heading].spaceBefore == .pt(12))
    #expect(read.styles[.heading1].text.size == .pt(18))
    #expect(read.styles[.heading1].spaceBefore == .pt(18))
    #expect(read.styles[.label].text.tracking == .pt(0.8))
    #expect(read.styles[.custom("mine")].text.size == .pt(16))
    #expect(read.styles[.custom("mine")].text.tracking == .pt(1.6))
  }

  @Test func `What a line is must be known`() {
    #expect(
      messages { _ = try layout(smallLayout + "text: {leading: 2lines}\n") } == [
        "3:17 text.leading has the unit \"lines\", which is not known | "
          + "write it in mm, cm, in, pt or em"
      ])
    #expect(
      messages { _ = try layout(smallLayout + "page: {width: 50lines}\n") } == [
        "3:15 page.width has the unit \"lines\", which is not known | write it in mm, cm, in or pt"
      ])
  }

  @Test func `Sums are told as a whole or by the part that is wrong`() {
    #expect(
      messages { _ = try layout(smallLayout + "signatures: {gap: 2mm + 3lnies}\n") } == [
        "3:19 signatures.gap has the unit \"lnies\", which is not known | "
          + "write it in mm, cm, in, pt, lines or em"
      ])
    #expect(
      messages { _ = try layout(smallLayout + "signatures: {gap: 2mm - 1lines}\n") } == [
        "3:19 signatures.gap is \"2mm - 1lines\", less than nothing | "
          + "write a length from 0mm upwards"
      ])
    for sum in ["2mm +", "+ 2mm", "2mm + + 2mm", "2mm + mm"] {
      #expect(
        messages { _ = try layout(smallLayout + "signatures: {gap: \(sum)}\n") } == [
          "3:19 signatures.gap is \"\(sum)\", not a length | "
            + "write a number and a unit, as 25mm or 10pt"
        ])
    }
  }

  @Test func `A sum without end is read in linear time`() {
    let sum = Array(repeating: "0.001mm", count: 20_000).joined(separator: " + ")
    let time = ContinuousClock().measure {
      _ = messages { _ = try layout(smallLayout + "signatures: {gap: \(sum)}\n") }
    }
    #expect(time < .seconds(10))
  }
}
