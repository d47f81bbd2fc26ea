import Testing

@testable import Typeset

@Suite struct KLLetterTests {
  /// The words of each line of a role on a page, as they look.
  private func lines(_ roles: Set<String>, _ page: Page) -> [String] {
    page.frame.items.compactMap { placed in
      guard case .line(let line) = placed.item, roles.contains(line.role) else { return nil }
      return line.runs.map(\.item.text).joined().replacing("\u{AD}", with: "-").trimmed
    }
  }

  @Test func `The letter of 2024 breaks its page where the original does`() throws {
    let pages = try composedExample("kl-2024").pages
    try #require(pages.count == 2)
    #expect(lines(["body"], pages[0]).last == "fælles budgetkoordinering.")
    #expect(
      lines(["body"], pages[1]) == [
        "Input kan sendes til Maiken Kjærgaard Hansen mkjh@kl.dk.",
        "Vi ser frem til en god dialog.",
      ])
    #expect(lines(["heading2"], pages[0]).count == 3)
    #expect(lines(["signature"], pages[1]) == ["Martin Damm", "Kristian Vendelbo"])
  }

  @Test func `The whole sidebar is on both pages, with its number`() throws {
    let pages = try composedExample("kl-2024").pages
    for (number, page) in zip(1..., pages) {
      #expect(
        lines(["sidebar"], page) == [
          "Dato: 11. marts 2024", "Sags ID: SAG-2023-05223", "Dok. ID: 3424914",
          "E-mail: HAAN@kl.dk", "Direkte: 3370 3458", "Weidekampsgade 10", "Postboks 3370",
          "2300 København S", "www.kl.dk", "Side \(number) af 2",
        ])
    }
  }

  @Test func `The letter of 2019 has one page and the printed line ends`() throws {
    let pages = try composedExample("kl-2019").pages
    try #require(pages.count == 1)
    let body = lines(["body"], pages[0])
    #expect(body.count == 31)
    #expect(body.filter { $0.hasSuffix("-") }.count == 8)
    #expect(
      body.first
        == "Hvis vi skal lykkedes bedre med børne- og ungeområdet, er det helt centralt, at")
    #expect(body[2] == "dialog med kommunerne. Det kræver tæt dialog med alle kommuner om udfor-")
    #expect(lines(["signature"], pages[0]) == ["Thomas Gyldal Petersen", "Jens Ive"])
    #expect(
      lines(["recipient"], pages[0]) == [
        "Til", "Formand for udvalg med ansvar for børne- og undervisningsområdet",
        "Forvaltningsdirektøren med ansvar for børne- og undervisningsområdet",
      ])
  }

  @Test func `The sidebar's last baseline is that of a full column`() throws {
    let page = try #require(try composedExample("kl-2019").pages.first)
    let last = page.frame.items.compactMap { placed -> Length? in
      guard case .line(let line) = placed.item, line.role == "sidebar" else { return nil }
      return placed.origin.y + line.baseline
    }.max()
    let first = page.frame.items.compactMap { placed -> Length? in
      guard case .line(let line) = placed.item, line.role == "body" else { return nil }
      return placed.origin.y + line.baseline
    }.min()
    let lastOfColumn = try #require(first) + .pt(13.5 * 43)
    #expect(abs((try #require(last) - lastOfColumn).points) < 0.05)
  }
}

extension String {
  /// Without spaces and soft hyphens at the end.
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last == " " { text.removeLast() }
    return text
  }
}
