import Testing

@testable import LineBreaking
@testable import Typeset

@Suite struct ColumnChoiceTests {
  private func cell(_ text: String) -> CellText { CellText([TypewriterText(text).items]) }

  @Test func `A cell counts its lines, and divides only what is wider than its column`() {
    let text = cell("aaaa bbbb_cccc dd")
    #expect(text.widestWord == 80)
    #expect(text.natural == 160)
    #expect(text.extent(in: 160) == (1, 0))
    #expect(text.extent(in: 130) == (2, 0))
    #expect(text.extent(in: 80) == (3, 0))
    // The word of 80 takes two lines of 50, its first piece with a hyphen.
    let divided = text.extent(in: 50)
    #expect(divided.lines == 4 && divided.faults == 0.5)
    #expect(cell("aa|bb").extent(in: 500) == (2, 0))
  }

  @Test func `White is taken where it costs no line`() {
    // In equal shares the first column has four lines and the second one.
    let rows = [[cell("aaaa aaaa aaaa aaaa"), cell("bbbb")]]
    let start = [100.0, 100]
    let widths = ColumnChoice(rows: rows, least: [40, 40]).improve(start)
    #expect(widths.reduce(0, +) == 200)
    #expect(widths[1] >= 40)
    #expect(rows[0][0].extent(in: start[0]).lines == 2)
    #expect(rows[0][0].extent(in: widths[0]).lines == 2)
    let wider = ColumnChoice(rows: rows, least: [40, 40]).improve([80, 120])
    #expect(rows[0][0].extent(in: wider[0]).lines == 2)
  }

  @Test func `No column falls below what it needs, and a long table is judged by a part`() {
    let row = [cell("aaaa bbbb cccc dddd eeee"), cell("ffff gggg hhhh"), cell("1")]
    let rows = Array(repeating: row, count: 5_000)
    let widths = ColumnChoice(rows: rows, least: [40, 40, 10]).improve([60, 60, 80])
    #expect(widths.reduce(0, +) == 200)
    #expect(zip(widths, [40.0, 40, 10]).allSatisfy { $0 >= $1 })
    let lines = zip(row, widths).map { $0.extent(in: $1).lines }.max() ?? 0
    #expect(lines == 3)
  }
}
