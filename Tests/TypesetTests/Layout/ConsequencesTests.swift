import Testing

@testable import Typeset

/// One mistake is told once, at its place, however many inherited lines come to it.
struct ConsequencesTests {
  private static let base = """
    name: Base
    colors: {quiet: "#444444"}
    fields: {unit: {}, town: {}}
    regions:
      first: {frame: {x: 20mm, y: 60mm, width: 120mm, height: 180mm}}
    styles:
      heading: {color: quiet}
      subject: {color: quiet}
      caption: {color: quiet}
    frames:
      foot:
        frame: {x: 20mm, y: 260mm, width: 120mm, height: 20mm}
        groups:
          - ["{unit}", "{town}"]
          - ["{town}"]
    """

  private func problems(_ text: String) -> [String] {
    messages { _ = try layout("extends: base\n" + text, others: ["base": Self.base]) }
  }

  @Test func `A layout that changes nothing has no problem`() {
    #expect(problems("name: Own\n") == [])
  }

  @Test func `A colour that cannot be read is told where it is written, not where it is used`() {
    #expect(
      problems("colors: {quiet: grey}\n") == [
        "2:17 colors.quiet is \"grey\", not a colour | write the colour in quotes, as \"#8a1538\""
      ])
  }

  @Test func `A colour taken away is told there, with one of its uses`() throws {
    let told = problems("colors: {quiet: null}\n")
    #expect(told.count == 1)
    let only = try #require(told.first)
    #expect(only.hasPrefix("2:10 colors.quiet is taken away, but styles."))
  }

  @Test func `Two lines of one's own that misspell a colour are both told`() {
    #expect(
      problems("styles:\n  heading: {color: qiet}\n  subject: {color: qiet}\n").map {
        String($0.prefix { $0 != " " })
      } == ["3:20", "4:20"])
  }

  @Test func `Fields that a list replaces are told together, at the list`() {
    #expect(
      problems("fields: [phone-hours]\n") == [
        "2:1 the fields leave out unit and town, which lines of base show | "
          + "write them as keys with values, as {unit: {}}: they then add to those of the layout it "
          + "extends"
      ])
  }

  @Test func `A wrong value of a variable that is used twice is told at the variable`() {
    #expect(
      problems(
        "variables: {gap: 20}\nregions: {first: {frame: {x: $gap, y: $gap}}}\n"
      ).map { String($0.prefix { $0 != " " }) } == ["2:18"])
  }

  @Test func `A rectangle whose measure cannot be read is not said to lack it`() {
    #expect(
      problems("regions: {first: {frame: {x: 25, width: 100mm}}}\n") == [
        "2:30 regions.first.frame.x is \"25\", which has no unit | write 25mm or 25pt"
      ])
  }
}
