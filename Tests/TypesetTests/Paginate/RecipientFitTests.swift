import Testing

@testable import Typeset

/// Many recipients find their room: a taller frame, columns, the letter's own column.
struct RecipientFitTests {
  func head(_ recipients: [String]) -> String {
    "to:\n" + recipients.map { "  - \($0)\n" }.joined()
  }

  func names(_ count: Int) -> [String] { (1...count).map { "Modtager nummer \($0)" } }

  /// The recipients in the order in which they are read.
  func read(_ set: Composition) -> [String] {
    set.texts("recipient").filter { $0.hasPrefix("Modtager") }
  }

  @Test(arguments: ["kl", "kl-2019", "brev", "ministry", "notat"])
  func `Any number of recipients is set`(layout: String) throws {
    for count in [1, 5, 10, 14, 30, 60, 150] {
      let set = try composed("Tekst.\n\nMere.", layout: layout, head: head(names(count)))
      #expect(set.collisions == [])
      #expect(read(set) == names(count))
      #expect(set.texts("body") == ["Tekst.", "Mere."])
    }
  }

  @Test func `Sixty recipients of KL stand in three columns on the first page`() throws {
    let set = try composed("Tekst.", head: head(names(60)))
    #expect(set.pages.count == 1)
    let edges = set.placedLines.filter { $0.text.hasPrefix("Modtager") }.map { $0.ink.minX.points }
    #expect(Set(edges.map { $0.rounded() }).count == 3)
    #expect(set.texts("recipient").first == "Til")
  }

  @Test func `Recipients whose names would wrap in columns go on over the pages`() throws {
    let long = names(70).map { $0 + " i Kommunernes Landsforenings store udvalg" }
    let set = try composed("Tekst.", head: head(long))
    #expect(set.pages.count == 2)
    #expect(read(set) == long)
    #expect(set.collisions == [])
  }

  @Test func `Addresses of several lines go on over the pages, none of them divided`() throws {
    let many = (1...40).map { "[Modtager \($0), Gade \($0), 2300 København S]" }
    for layout in ["kl", "brev", "ministry"] {
      let set = try composed("Tekst.", layout: layout, head: head(many))
      #expect(set.collisions == [])
      for number in 1...40 {
        let pages = set.placedLines.filter {
          ["Modtager \(number)", "Gade \(number)"].contains(
            $0.text.split(separator: " ").joined(separator: " "))
        }.map(\.page)
        #expect(pages.count == 2 && Set(pages).count == 1)
      }
    }
  }
}

/// Guides are drawn for designers; they are not ink.
struct GuidesTests {
  @Test func `Guides are drawn in every layout, and change nothing of the letter`() throws {
    var options = ComposeOptions()
    options.drawsGuides = true
    for layout in try shippedLayouts() {
      let text = (0..<50).map { "Afsnit \($0) i brevet." }.joined(separator: "\n\n")
      let head = "to: [Anna Berg, Gade 1, 2300 København S]\nsubject: Prøve\n"
      let plain = try composed(text, layout: layout, head: head)
      let guided = try composed(text, layout: layout, head: head, options: options)
      #expect(guided.pages.count == plain.pages.count)
      for (page, other) in zip(guided.pages, plain.pages) {
        #expect(page.frame.items.count > other.frame.items.count)
        // Lines lie under the letter, names and numbers over it.
        let own = page.frame.items.filter { !$0.item.isGuideLabel }
        #expect(own.suffix(other.frame.items.count) == other.frame.items[...])
        #expect(page.boxes == other.boxes)
      }
    }
  }
}

extension FrameItem {
  /// Whether it is a name or number of the guides.
  fileprivate var isGuideLabel: Bool {
    if case .line(let line) = self { line.role == "guides" } else { false }
  }
}
