import Proofing
import Testing

@testable import Typeset

/// Long lines of an address shrink within a limit, then wrap, then are refused.
@Suite struct AddressFitTests {
  private let text =
    smallLayout + """
      recipient:
        place: frame
        frame: {x: 20mm, y: 20mm, width: 40mm, height: 16mm}
        overflow: {shrink-to: 0.8}
      """

  /// The lines of an address with the size each is set in.
  private func address(_ lines: String) throws -> [String] {
    let plan = try plan(letter("to: [[\(lines)]]\n", "Et."), text).plan
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let shaper = Shaper(fonts: FontBook(folder: Project.path("Fonts")), languages: shelf)
    let page = try composePages(plan, shaper: shaper).pages.first
    return (page?.frame.items ?? []).compactMap { placed in
      guard case .line(let line) = placed.item, line.role == "recipient" else { return nil }
      let size = line.runs.first.map { short(($0.item.size.points * 10).rounded() / 10) } ?? ""
      return "\(size) "
        + line.runs.map(\.item.text).joined().split(separator: " ").joined(separator: " ")
    }
  }

  @Test func `What fits is left as it is`() throws {
    #expect(try address("Anna Sørensen, Vej 1") == ["10 Anna Sørensen", "10 Vej 1"])
  }

  @Test func `A line a little too long makes the address smaller`() throws {
    let set = try address("Forvaltningen for By og Havn, Vej 1")
    #expect(set == ["8.5 Forvaltningen for By og Havn", "8.5 Vej 1"])
  }

  @Test func `A line much too long wraps, at the full size`() throws {
    let set = try address("Forvaltningen for Byer og Havne i Danmark, Vej 1")
    #expect(set == ["10 Forvaltningen for Byer og", "10 Havne i Danmark", "10 Vej 1"])
  }

  @Test func `An address of too many lines is refused`() {
    let told = messages { _ = try address("A, B, C, D, E, F, G") }
    #expect(told.count == 1)
    #expect(told.first?.contains("the address has 7 lines, and its frame has room for 4") == true)
  }
}
