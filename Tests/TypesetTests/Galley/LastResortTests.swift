import Testing

@testable import Typeset

/// What has no place to be divided is divided anywhere rather than refused, and told of.
struct LastResortTests {
  /// The words of the body as one text, hyphens at line ends taken out.
  func body(_ set: Composition) -> String {
    set.texts("body").joined(separator: "\n").replacing("-\n", with: "").replacing("\n", with: " ")
  }

  @Test func `A word wider than the measure is divided anywhere, with a warning`() throws {
    let word = String(repeating: "x", count: 200)
    let set = try SamplePlan(hyphenates: false).compose(paragraphs: ["Se her: \(word) slut."])
    #expect(set.collisions == [])
    #expect(body(set) == "Se her: \(word) slut.")
    let shown = word.prefix(60) + "…"
    #expect(
      set.warnings.map(\.message) == [
        "\"\(shown)\" is wider than its measure of 125.0 mm and is divided anywhere"
      ])
    #expect(set.warnings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    String(repeating: "9", count: 150), String(repeating: "a_b.C9", count: 30),
    "https://kl.dk/" + String(repeating: "q", count: 39) + String(repeating: "/w", count: 60),
  ])
  func `Numbers, identifiers and addresses are divided without a hyphen`(word: String) throws {
    let set = try composed("Se \(word) slut.")
    #expect(set.collisions == [])
    #expect(!set.texts("body").contains { $0.hasSuffix("-") })
    #expect(set.texts("body").joined().replacing(" ", with: "") == "Se\(word)slut.")
  }

  @Test func `Words that are bold in part, and code, are divided too`() throws {
    let half = String(repeating: "møde", count: 20)
    let set = try composed(
      "Et \(half)**\(half)** ord og `\(half)\(half)`.\n\n```\n\(half)\(half)\n```\n")
    #expect(set.collisions == [])
    #expect(body(set) == "Et \(half)\(half) ord og \(half)\(half).")
    #expect(set.texts("code").joined() == half + half)
  }

  @Test func `A divided word is read whole`() throws {
    let word = String(repeating: "ord", count: 60)
    let set = try composed("Se \(word).", head: "language: kl\n")
    let wholes = set.structure.elements.compactMap(\.actualText)
    #expect(wholes.contains { $0.hasPrefix(word) })
  }

  @Test func `An e-mail address is not refused where the sidebar is narrow`() throws {
    for layout in try shippedLayouts() {
      let set = try composed(
        "Tekst.", layout: layout, head: "email: kommunaldirektoeren@nykoebing.dk\n")
      #expect(set.collisions == [])
    }
  }

  @Test func `What can be divided well stays as it was`() throws {
    let set = try composed("Kommunalbestyrelsesmedlemmernes \(String(repeating: "y", count: 120))")
    #expect(set.texts("body").first?.hasPrefix("Kommunalbestyrelsesmedlemmernes") == true)
  }

  @Test func `Words that spaces push out of the measure are divided as well`() throws {
    let word = String(repeating: "kode", count: 13)
    let set = try composed("```\n          \(word)\n```\n\nSe \(bound).\n")
    #expect(set.collisions == [])
    #expect(set.texts("code").joined() == word)
    #expect(set.texts("body").joined().count { $0 == "k" } == 20)
  }

  /// Words that no line may end between, wider together than a line.
  private let bound = Array(repeating: "kkommune", count: 10).joined(separator: "\u{A0}")
}
