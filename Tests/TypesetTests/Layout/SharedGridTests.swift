import Testing

@testable import Typeset

@Suite struct SharedGridTests {
  /// A line of an example's first page, by the distance of its baseline from the top.
  private struct SetLine {
    var role: String
    var baseline: Double
    var height: Double
    var least: Double

    /// Whether it is of a frame rather than of the letter's column.
    var isOfFrame: Bool {
      let column: Set = [
        "recipient", "attention", "notice", "subject", "opening", "body", "closing", "signature",
        "enclosures", "copies", "postscript", "caption", "footnote", "quote", "callout", "code",
        "listItem", "fieldList", "tableCell",
      ]
      return !column.contains(role) && !role.hasPrefix("heading")
    }
  }

  private func lines(of example: String) throws -> [[SetLine]] {
    try composedExample(example).pages.map { page in
      page.frame.items.compactMap { placed in
        guard case .line(let line) = placed.item else { return nil }
        let marksAside = line.runs.filter { $0.item.rise == .zero }
        return SetLine(
          role: line.role, baseline: (placed.origin.y + line.baseline).points,
          height: line.height.points,
          least: marksAside.map(\.item.size.points).min() ?? .infinity)
      }
    }
  }

  private func isWhole(_ lines: Double) -> Bool { abs(lines - lines.rounded()) < 0.001 }

  @Test(arguments: ["brev", "ministry", "notat", "fjernprint"])
  func `Everything in lines of 14 pt stands on lines counted from the top of the page`(
    example: String
  ) throws {
    for page in try lines(of: example) {
      for line in page where line.height == 14 && line.role != "tableCell" {
        #expect(isWhole(line.baseline / 14), "\(line.role) at \(line.baseline)")
      }
    }
  }

  @Test(arguments: [
    "brev", "din-5008-a", "din-5008-b", "fjernprint", "ministry", "nf", "norway-c5", "notat",
    "sn-left", "sn-right",
  ])
  func `References and text stand on the same lines`(example: String) throws {
    let page = try #require(try lines(of: example).first)
    let start = try #require(page.first { $0.role == "subject" }).baseline
    let sidebar = page.filter { $0.isOfFrame && $0.baseline > 110 && $0.baseline < 700 }
    #expect(sidebar.count { $0.height == 14 } > 2)
    for line in sidebar + page.filter({ ["opening", "body", "signature"].contains($0.role) })
    where line.height == 14 {
      #expect(isWhole((line.baseline - start) / 14), "\(line.role) at \(line.baseline)")
    }
  }

  @Test(arguments: ["din-5008-b", "fjernprint", "nf", "norway-c5", "sn-left", "sn-right", "brev"])
  func `The address starts on a line of the references`(example: String) throws {
    let page = try #require(try lines(of: example).first)
    let address = try #require(page.first { $0.role == "recipient" }).baseline
    #expect(page.contains { $0.isOfFrame && abs($0.baseline - address) < 0.01 })
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `Nothing is smaller than 8 pt`(name: String) throws {
    let example = name == "kl" ? "kl-2024" : name
    for page in try lines(of: example) {
      #expect(page.allSatisfy { $0.least >= 8 })
    }
  }
}
