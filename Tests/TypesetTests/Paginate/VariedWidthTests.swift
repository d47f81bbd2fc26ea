import Testing

@testable import Typeset

/// Text of a region's width is set in that width, also where it goes on from another.
struct VariedWidthTests {
  /// Regions of the first, the following and the last page, in millimetres.
  struct Widths {
    var first: Double
    var next: Double
    var last: Double
  }

  static let shapes = [
    Widths(first: 60, next: 123, last: 123), Widths(first: 123, next: 60, last: 60),
    Widths(first: 60, next: 123, last: 90), Widths(first: 123, next: 123, last: 70),
  ]

  /// A letter set in a layout whose regions have those widths.
  func set(
    _ body: String, _ widths: Widths, head: String = "", more: String = ""
  ) throws -> Composition {
    func region(_ width: Double, _ y: Double) -> String {
      "{frame: {x: 25mm, y: \(y)mm, width: \(width)mm, height: 150mm}}"
    }
    return try composed(
      body,
      inLayout: "extends: brev\nname: own\nregions:\n  first: \(region(widths.first, 105))\n"
        + "  next: \(region(widths.next, 50))\n  last: \(region(widths.last, 50))\n" + more,
      head: head)
  }

  /// Words without end, each with its number.
  func prose(_ count: Int) -> String {
    (0..<count).map { "kommunalbestyrelsens ord\($0)" }.joined(separator: " ")
  }

  /// Lines that reach out of the region of their page, and by how much they could be wider at most.
  func check(_ set: Composition, _ widths: Widths, roles: Set<String>) {
    let pages = set.pages.count
    for line in set.placedLines where roles.contains(line.role) {
      let width =
        line.page == 1 ? widths.first : line.page == pages ? widths.last : widths.next
      #expect(line.ink.maxX <= .mm(25 + width) + .pt(0.1), "\(line.text) on page \(line.page)")
    }
    #expect(set.collisions == [])
  }

  /// The words of lines in their order, divided ones put together.
  func words(_ set: Composition, _ role: String) -> [String] {
    var words = ""
    for text in set.texts(role) {
      words += text.last == "-" ? String(text.dropLast()) : text + " "
    }
    return words.split(separator: " ").map(String.init)
  }

  @Test(arguments: shapes.indices)
  func `A paragraph goes on in the width of its next page, no word lost`(shape: Int) throws {
    let widths = Self.shapes[shape]
    for count in [150, 400] {
      let prose = prose(count)
      let set = try set(prose + "\n\nSlut.", widths)
      #expect(set.pages.count > 1)
      check(set, widths, roles: ["body"])
      #expect(words(set, "body") == prose.split(separator: " ").map(String.init) + ["Slut."])
      // The lines fill their region, whatever it is.
      for (page, width) in [(1, widths.first), (set.pages.count, widths.last)] {
        let widest = set.placedLines.filter { $0.page == page && $0.role == "body" }
          .map { $0.ink.size.width.millimetres }.max()
        #expect(try #require(widest) > width - 25)
      }
    }
  }

  @Test func `A letter of one page is set in the first width`() throws {
    let widths = Widths(first: 60, next: 123, last: 123)
    let set = try set(prose(20), widths)
    #expect(set.pages.count == 1)
    check(set, widths, roles: ["body"])
  }

  @Test(arguments: shapes.indices)
  func `Rows of a table stand in the width of their page, under its head`(shape: Int) throws {
    let widths = Self.shapes[shape]
    let rows = (0..<60).map {
      "| \($0) | bemærkning nummer \($0), som er lang nok til flere linjer |"
    }
    let set = try set("| Nr. | Bemærkning |\n|---|---|\n" + rows.joined(separator: "\n"), widths)
    check(set, widths, roles: ["tableCell"])
    let numbers = set.placedLines.filter { $0.role == "tableCell" && Int($0.text) != nil }
    #expect(numbers.compactMap { Int($0.text) } == Array(0..<60))
    for page in 1...set.pages.count {
      let heads = set.placedLines.filter { $0.page == page && $0.text == "Nr." }
      #expect(heads.map(\.isArtifact) == [page > 1])
    }
  }

  @Test func `A table too wide for the first page goes to the next, or is refused with its place`()
    throws
  {
    let numbers = Array(repeating: "1.234.567.890,00", count: 5)
    let head = numbers.indices.map { "k\($0)" }
    let rows = [head, numbers.map { _ in "---" }, numbers].map { $0.joined(separator: " | ") }
    let body = "Før.\n\n" + rows.map { "| \($0) |" }.joined(separator: "\n") + "\n\nEfter."
    let set = try set(body, Widths(first: 50, next: 123, last: 123))
    let cells = set.placedLines.filter { $0.role == "tableCell" }
    #expect(Set(cells.map(\.page)) == [2])
    #expect(set.texts("body") == ["Før.", "Efter."])
    let before = try self.set(prose(150) + "\n\n" + body, Widths(first: 123, next: 123, last: 50))
    let early = before.placedLines.filter { $0.role == "tableCell" }
    #expect(early.allSatisfy { $0.page < before.pages.count })
    let error = #expect(throws: Diagnostics.self) {
      _ = try self.set(body, Widths(first: 50, next: 55, last: 55))
    }
    let found = try #require(error).all
    #expect(found.count == 1)
    #expect(found[0].message.hasPrefix("the table is "))
    #expect(found[0].place != nil)
  }

  @Test func `A row taller than its page goes on in the next width`() throws {
    let widths = Self.shapes[2]
    let prose = prose(260)
    let set = try set("| a | b |\n|---|---|\n| \(prose) | kort |\n| c | d |", widths)
    #expect(set.pages.count > 2)
    check(set, widths, roles: ["tableCell"])
    let found = words(set, "tableCell").filter { $0.hasPrefix("ord") }
    #expect(found == prose.split(separator: " ").map(String.init).filter { $0.hasPrefix("ord") })
  }

  @Test(arguments: shapes.indices)
  func `Notes stand in the width of their page, and go on in that of the next`(shape: Int) throws {
    let widths = Self.shapes[shape]
    let notes = (1...8).map { "[^\($0)]: n\($0) \(prose(70)) slut\($0)\n" }
    let body = (1...8).map { "Afsnit \($0)[^\($0)]." }.joined(separator: "\n\n")
    let set = try set(body + "\n\n" + notes.joined(separator: "\n"), widths)
    check(set, widths, roles: ["footnote", "body"])
    let found = set.noteWords.filter { $0.hasPrefix("slut") || $0.hasPrefix("n") }
    #expect(found == (1...8).flatMap { ["n\($0)", "slut\($0)"] })
  }

  @Test func `Signatures share the width of their page`() throws {
    let widths = Widths(first: 60, next: 123, last: 123)
    let signed = "closing: Hilsen\nsignatures: [Ane Aa, Bo Bech]\n"
    for (body, width) in [("Kort.", 60.0), (prose(150), 123)] {
      let set = try set(body, widths, head: signed, more: "signatures: {columns: 2, gap: 5mm}\n")
      let second = try #require(set.placedLines.first { $0.text == "Bo Bech" })
      #expect(abs(second.ink.minX.millimetres - 25 - (width + 5) / 2) < 0.5)
    }
  }

  @Test func `White gives way in every width, and nothing is lost`() throws {
    let widths = Self.shapes[2]
    let fit = "fit: {gap-shrink: 0.5, leading-shrink: 0.9}\n"
    for count in stride(from: 5, through: 20, by: 5) {
      let body = (0..<count).map { "Nr\($0) \(prose(9))" }.joined(separator: "\n\n")
      let set = try set(body, widths, more: fit)
      check(set, widths, roles: ["body"])
      #expect(
        words(set, "body").filter { $0.hasPrefix("Nr") } == (0..<count).map { "Nr\($0)" })
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `A long letter in three widths is set whole`() throws {
    let widths = Self.shapes[2]
    let body = (0..<1200).map { "Nr\($0) er et kort afsnit." }.joined(separator: "\n\n")
    let set = try set(body, widths)
    #expect(set.pages.count > 30)
    #expect(
      words(set, "body").filter { $0.hasPrefix("Nr") } == (0..<1200).map { "Nr\($0)" })
  }
}
