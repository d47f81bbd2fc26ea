import Testing

@testable import Typeset

/// What is measured or tried says nothing; what stands on a page is told of once.
struct NoticeTests {
  /// A character that no font of ours has, a cuneiform sign.
  static let unknown = "\u{12000}"
  static let words = "Udviklingssamtalerne kommunalbestyrelsesmedlemmerne arbejdsmarkedspolitikken"

  /// What was noticed before anyone has looked over it.
  func noticed(_ body: String, layout: String = "", head: String = "") throws -> [String] {
    let plan = try planned(body, inLayout: "extends: kl\nname: own\n" + layout, head: head)
    return Paginator(
      plan: plan, shaper: Shaper(fonts: SamplePlan.fonts, languages: SamplePlan.languages)
    ).paginate().diagnostics.map(\.message)
  }

  func unknowns(_ messages: [String]) -> Int { messages.count { $0.contains("U+12000") } }

  @Test(arguments: [
    "Et \(unknown) her.", "- \(unknown) punkt", "1. \(unknown)", "\(unknown):: værdi",
    "Meget lange ord som term \(unknown) der skal stå over sin værdi:: ord",
    "| \(unknown) | b |\n|---|---|\n| c | d |", "> \(unknown)",
    "Tekst[^1].\n\n[^1]: \(unknown) note.",
  ])
  func `A character that no font has is told once`(body: String) throws {
    #expect(unknowns(try noticed(body)) == 1)
  }

  @Test func `A table that is tried in several sizes tells of each cell once`() throws {
    let cells = Array(repeating: "1.234.567,00", count: 6) + [Self.unknown]
    let head = cells.indices.map { "k\($0)" }
    let rows = [head, cells.map { _ in "---" }, cells].map { $0.joined(separator: " | ") }
    let messages = try noticed(rows.map { "| \($0) |" }.joined(separator: "\n"))
    #expect(unknowns(messages) == 1)
    #expect(messages.count { $0.hasPrefix("the table is") } == 1)
  }

  @Test func `Recipients tried in columns are told of once`() throws {
    let many = (0..<40).map { "Nævn \($0)" } + [Self.unknown]
    let messages = try noticed("Tekst.", head: "to: [\(many.joined(separator: ", "))]\n")
    #expect(unknowns(messages) == 1)
  }

  @Test func `A paragraph that goes on in another width is told of once`() throws {
    let layout = """
      regions:
        first: {frame: {x: 25mm, y: 60mm, width: 60mm, height: 100mm}}
        next: {frame: {x: 25mm, y: 60mm, width: 125mm, height: 100mm}}

      """
    let prose = Array(repeating: Self.words, count: 25).joined(separator: " ")
    for text in ["\(Self.unknown) \(prose)", "\(prose) \(Self.unknown)"] {
      #expect(unknowns(try noticed(text, layout: layout)) == 1)
    }
  }
}
